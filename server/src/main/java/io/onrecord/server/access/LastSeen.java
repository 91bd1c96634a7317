package io.onrecord.server.access;

import io.onrecord.store.DeskLink;
import io.onrecord.store.DeskUser;
import io.onrecord.store.DeskUsers.Owner;
import io.onrecord.store.StoreException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Notes when users and links were last seen, a few minutes apart and behind the pages: nobody waits for it, and where the store is busy it
 * is left out. Safe to share between threads.
 */
final class LastSeen implements AutoCloseable {

    private static final long APART_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final int MOST = 10_000;
    private static final int QUEUE = 100;

    private final Accounts accounts;
    private final Map<String, Long> noted = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor worker;

    LastSeen(Accounts accounts) {
        this.accounts = accounts;
        this.worker = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUE), work -> {
            Thread thread = new Thread(work, "onrecord: last seen");
            thread.setDaemon(true);
            return thread;
        });
        worker.allowCoreThreadTimeOut(true);
    }

    void note(Owner owner) {
        String whose = owner.user()
                .map(DeskUser::digest)
                .or(() -> owner.link().map(DeskLink::digest))
                .orElse("");
        long now = System.nanoTime();
        Long before = noted.get(whose);
        if (before != null && now - before < APART_NANOS) {
            return;
        }
        if (noted.size() >= MOST) {
            noted.clear();
        }
        noted.put(whose, now);
        try {
            worker.execute(() -> write(owner));
        } catch (RejectedExecutionException e) {
            noted.remove(whose);
        }
    }

    private void write(Owner owner) {
        try {
            accounts.used(owner);
        } catch (StoreException | IllegalStateException e) {
            // Busy, or closed: it is seen again.
        }
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
