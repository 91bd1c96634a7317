package io.onrecord.memory;

import io.onrecord.encoder.ByteVector;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.encoder.SentenceVector;
import io.onrecord.store.Meant;
import io.onrecord.store.Pending;
import io.onrecord.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Gives statements the vectors that they have not yet, some articles at a time: each lot is kept when it is done, so that whoever
 * stops this loses one lot. Some articles are in memory at a time, however many there are.
 */
public final class VectorStep {

    private static final String WHAT = "vectors of statements";

    /** Articles of a lot: some 400 statements, a second or two of work. */
    private static final int LOT = 16;

    private final SentenceEncoder encoder;
    private final int threads;

    /**
     * @param encoder the network, which stays open
     * @param threads how many work at once; never changes a vector
     */
    public VectorStep(SentenceEncoder encoder, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("vectors are made on at least 1 thread, not " + threads);
        }
        this.encoder = encoder;
        this.threads = threads;
    }

    /**
     * Makes what is missing.
     *
     * @return how many statements were given one
     * @throws io.onrecord.store.StoreException if the store cannot be written
     * @throws io.onrecord.encoder.EncodingException if the network fails
     */
    public long run(Store store, ProgressListener listener) {
        long waiting = store.awaitVectors(encoder.model());
        ExecutorService workers = Executors.newFixedThreadPool(threads, VectorStep::worker);
        try {
            return run(store, encoder, workers, waiting, listener);
        } finally {
            workers.shutdownNow();
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "onrecord: vectors");
        thread.setDaemon(true);
        return thread;
    }

    private static long run(
            Store store, SentenceEncoder encoder, ExecutorService workers, long waiting, ProgressListener listener) {
        long done = 0;
        listener.progress(WHAT, done, waiting);
        List<Pending> lot = store.pendingVectors(0, LOT);
        while (!lot.isEmpty()) {
            List<Future<Meant>> working = lot.stream()
                    .map(one -> workers.submit(() -> meant(one, encoder)))
                    .toList();
            List<Meant> made = new ArrayList<>();
            for (Future<Meant> one : working) {
                made.add(of(one));
            }
            store.putVectors(encoder.model(), made);
            done += lot.stream().mapToLong(one -> one.statementIds().size()).sum();
            listener.progress(WHAT, done, Math.max(done, waiting));
            lot = store.pendingVectors(lot.get(lot.size() - 1).article(), LOT);
        }
        return done;
    }

    private static Meant meant(Pending pending, SentenceEncoder encoder) {
        List<ByteVector> vectors = encoder.encode(pending.contents()).stream()
                .map(SentenceVector::bytes)
                .toList();
        return new Meant(pending, vectors);
    }

    private static Meant of(Future<Meant> working) {
        try {
            return working.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("vectors could not be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while vectors were made", e);
        }
    }
}
