package io.onrecord.server.desk;

import io.onrecord.memory.Claiming;
import io.onrecord.memory.Identifying;
import io.onrecord.memory.Search;
import io.onrecord.search.IndexException;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Brings what goes over articles up to date behind the pages: who is the same, meanings, claims, the search index. One thread does it, soon
 * after something changed and from time to time, since other programs may change the store, too. Safe to share between threads.
 */
public final class Upkeep implements AutoCloseable {

    /**
     * How far it is.
     *
     * @param what is being done, in words; empty where everything is done
     * @param done how much of it
     * @param total how much there is; 0 where that is not known
     * @param problem why the last attempt failed, in words; the next one goes on there
     */
    public record State(String what, long done, long total, Optional<String> problem) {
        /** Nothing is to be done. */
        public static final State IDLE = new State("", 0, 0, Optional.empty());

        public boolean isIdle() {
            return what.isEmpty();
        }
    }

    private static final long SOON_MILLIS = 200;
    private static final long AGAIN_MILLIS = 15_000;
    private static final long PATIENCE_SECONDS = 10;
    private static final long FOLLOW_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int SHARE = 10;

    private final Store store;
    private final Search search;
    private final ScheduledExecutorService worker;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile State state = State.IDLE;
    private volatile Runnable afterwards = () -> {};
    private volatile boolean closing;

    /** When the index may follow again amid a step; of the worker alone. */
    private long followAgain;

    Upkeep(Store store, Search search) {
        this.store = store;
        this.search = search;
        this.worker = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "onrecord: upkeep");
            thread.setDaemon(true);
            return thread;
        });
        // It ends when the worker does.
        ScheduledFuture<?> unused = worker.scheduleWithFixedDelay(this::run, 0, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Something changed. Returns at once. */
    public void touch() {
        if (waiting.compareAndSet(false, true)) {
            try {
                ScheduledFuture<?> unused = worker.schedule(this::run, SOON_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                // Closed meanwhile: whoever opens the store next goes on.
                waiting.set(false);
            }
        }
    }

    /** What is done each time when all is up to date, in the thread of the upkeep. */
    public void afterwards(Runnable work) {
        this.afterwards = work;
    }

    public State state() {
        return state;
    }

    private void run() {
        waiting.set(false);
        List<String> problems = new ArrayList<>();
        try {
            // What one step cannot do keeps no other from its work, and what came is found before all that takes long.
            attempt(problems, this::follow);
            attempt(problems, () -> new Identifying().run(store, this::amid));
            attempt(problems, this::makeVectors);
            attempt(problems, () -> Claiming.byWords().run(store, this::amid));
            if (attempt(problems, this::follow)) {
                attempt(problems, afterwards);
            }
        } catch (Stopped e) {
            return;
        }
        state = new State("", 0, 0, problems.stream().findFirst());
    }

    /** Whether a step was done; why not is noted once. */
    private boolean attempt(List<String> problems, Runnable step) {
        if (closing) {
            throw new Stopped();
        }
        try {
            step.run();
            return true;
        } catch (Stopped e) {
            throw e;
        } catch (StoreException | IndexException e) {
            problems.add(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            problems.add("a fault of Onrecord, please report it: " + e);
        }
        return false;
    }

    private void makeVectors() {
        if (store.pendingStatements() > 0) {
            search.makeVectors(1, this::amid);
        }
    }

    private void follow() {
        long begun = System.nanoTime();
        try {
            search.follow(false, this::progress);
        } finally {
            long end = System.nanoTime();
            // Of a store that is large it must not take most of the time.
            followAgain = end + Math.max(FOLLOW_AGAIN_NANOS, SHARE * (end - begun));
        }
    }

    /** Amid a step that may take hours, between two bits of it: what came meanwhile is to be found, too. */
    private void amid(String what, long done, long total) {
        progress(what, done, total);
        if (System.nanoTime() - followAgain > 0) {
            // Where it cannot, the step goes on; it is told when the index follows at the end.
            attempt(new ArrayList<>(), this::follow);
            progress(what, done, total);
        }
    }

    private void progress(String what, long done, long total) {
        if (closing) {
            throw new Stopped();
        }
        if (total != done) {
            state = new State(what, done, total, Optional.empty());
        }
    }

    @Override
    public void close() {
        closing = true;
        worker.shutdown();
        try {
            // What is under way is stopped at its next step; where it is kept, the next run goes on.
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a step between two bits of it. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("the desk is closed");
        }
    }
}
