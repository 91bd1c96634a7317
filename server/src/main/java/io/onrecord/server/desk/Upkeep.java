package io.onrecord.server.desk;

import io.onrecord.memory.Claiming;
import io.onrecord.memory.Identifying;
import io.onrecord.memory.ProgressListener;
import io.onrecord.memory.Search;
import io.onrecord.search.IndexException;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

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

    private final Store store;
    private final Search search;
    private final ScheduledExecutorService worker;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile State state = State.IDLE;
    private volatile Runnable afterwards = () -> {};
    private volatile boolean closing;

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
        @Nullable String problem = null;
        try {
            ProgressListener listener = this::progress;
            new Identifying().run(store, listener);
            if (store.pendingStatements() > 0) {
                search.makeVectors(1, listener);
            }
            Claiming.byWords().run(store, listener);
            search.follow(false, listener);
            afterwards.run();
        } catch (Stopped e) {
            return;
        } catch (StoreException | IndexException e) {
            problem = String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            problem = "a fault of Onrecord, please report it: " + e;
        }
        state = new State("", 0, 0, Optional.ofNullable(problem));
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
