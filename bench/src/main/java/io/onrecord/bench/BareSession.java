package io.onrecord.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** ONNX Runtime and nothing else: ready-made batches in, results thrown away. */
final class BareSession implements AutoCloseable {

    /**
     * One way to run a network.
     *
     * @param length pieces in a row, the two special ones counted
     * @param rows rows in a batch
     * @param sessions sessions, each with a thread that calls it
     * @param threads threads inside each session
     */
    record Shape(int length, int rows, int sessions, int threads) {
        @Override
        public String toString() {
            return rows + " × " + length + " pieces, " + sessions + (sessions == 1 ? " session" : " sessions") + " of "
                    + threads + (threads == 1 ? " thread" : " threads");
        }
    }

    private record Batch(LongBuffer ids, int rows, int length) {}

    private final Shape shape;
    private final List<OrtSession> sessions = new ArrayList<>();

    BareSession(byte[] model, Shape shape) throws OrtException {
        this.shape = shape;
        for (int i = 0; i < shape.sessions(); i++) {
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(shape.threads());
                options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
                sessions.add(OrtEnvironment.getEnvironment().createSession(model, options));
            }
        }
    }

    /**
     * Seconds to run all pieces of all articles once.
     *
     * @param articles ids of each article's pieces, special ones left out
     * @param first id that begins a row
     * @param last id that ends a row
     */
    double seconds(List<int[]> articles, int first, int last) throws InterruptedException, ExecutionException {
        List<Batch> batches = batches(articles, first, last);
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(sessions.size());
        try {
            long start = System.nanoTime();
            List<Future<Void>> running = new ArrayList<>();
            for (OrtSession session : sessions) {
                Callable<Void> worker = () -> {
                    for (int i = next.getAndIncrement(); i < batches.size(); i = next.getAndIncrement()) {
                        run(session, batches.get(i));
                    }
                    return null;
                };
                running.add(pool.submit(worker));
            }
            for (Future<Void> worker : running) {
                worker.get();
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Batch> batches(List<int[]> articles, int first, int last) {
        int inner = shape.length() - 2;
        List<int[]> rows = new ArrayList<>();
        int[] all = articles.stream().flatMapToInt(Arrays::stream).toArray();
        // The pieces of all articles in one stream: no row is padded but the last.
        for (int from = 0; from < all.length; from += inner) {
            int size = Math.min(inner, all.length - from);
            int[] row = new int[size + 2];
            row[0] = first;
            System.arraycopy(all, from, row, 1, size);
            row[size + 1] = last;
            rows.add(row);
        }
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += shape.rows()) {
            List<int[]> part = rows.subList(from, Math.min(rows.size(), from + shape.rows()));
            long[] ids = new long[part.size() * shape.length()];
            for (int r = 0; r < part.size(); r++) {
                for (int i = 0; i < part.get(r).length; i++) {
                    ids[r * shape.length() + i] = part.get(r)[i];
                }
            }
            batches.add(new Batch(LongBuffer.wrap(ids), part.size(), shape.length()));
        }
        return batches;
    }

    private static void run(OrtSession session, Batch batch) throws OrtException {
        long[] mask = new long[batch.ids().capacity()];
        Arrays.fill(mask, 1);
        run(session, batch.ids().duplicate(), new long[mask.length], mask, batch.rows(), batch.length());
    }

    /** Runs one batch in the first session. */
    void run(long[] ids, long[] surfaces, long[] mask, int rows, int length) throws OrtException {
        run(sessions.get(0), LongBuffer.wrap(ids), surfaces, mask, rows, length);
    }

    private static void run(OrtSession session, LongBuffer ids, long[] surfaces, long[] mask, int rows, int length)
            throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] size = {rows, length};
        try (OnnxTensor pieces = OnnxTensor.createTensor(environment, ids, size);
                OnnxTensor real = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), size);
                OnnxTensor looks = OnnxTensor.createTensor(environment, LongBuffer.wrap(surfaces), size);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", pieces, "surface_ids", looks, "attention_mask", real))) {
            if (result.size() == 0) {
                throw new IllegalStateException("the network gave nothing");
            }
        }
    }

    @Override
    public void close() throws OrtException {
        for (OrtSession session : sessions) {
            session.close();
        }
    }
}
