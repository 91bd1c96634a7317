package io.onrecord.encoder.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.onrecord.encoder.EncodingException;
import io.onrecord.encoder.Network;
import io.onrecord.encoder.Tag;
import io.onrecord.encoder.WindowScores;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A network in an ONNX file, run by ONNX Runtime on the CPU. The session is opened once and shared: {@link #run} may be
 * called from any number of threads, each call runs on its caller's thread alone, so that scores do not depend on how
 * many threads there are.
 *
 * <p>The file carries its own contract in its metadata: {@code onrecord.contract} (1), {@code onrecord.name},
 * {@code onrecord.tags}, {@code onrecord.window}, {@code onrecord.vocabulary} (an entry a line). Inputs
 * {@code input_ids} and {@code attention_mask} are int64 [batch, n]; outputs {@code tags} [batch, n, 7],
 * {@code link_query} and {@code link_key} [batch, n, d] are float32.
 */
public final class OnnxNetwork implements Network {

    private static final String CONTRACT = "1";
    private static final String DEFAULT = "default.onnx";
    private static final int SMALLEST_WINDOW = 16;
    private static final long LARGEST_FILE = 1L << 28;

    private final OrtSession session;
    /** Runs share it, closing has it alone: a session that is closed under a run takes the process down. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    private boolean closed;
    private final String model;
    private final List<String> vocabulary;
    private final int window;

    private OnnxNetwork(OrtSession session, String model, List<String> vocabulary, int window) {
        this.session = session;
        this.model = model;
        this.vocabulary = vocabulary;
        this.window = window;
    }

    /**
     * Opens the model that Onrecord ships.
     *
     * @throws EncodingException if the runtime cannot be loaded
     */
    public static OnnxNetwork openDefault() {
        try (InputStream in = OnnxNetwork.class.getResourceAsStream(DEFAULT)) {
            if (in == null) {
                throw new EncodingException("the default model is missing from the class path (" + DEFAULT + ")");
            }
            return open(in.readAllBytes(), "the default model");
        } catch (IOException e) {
            throw new EncodingException("the default model cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Opens a network from a file.
     *
     * @throws EncodingException if the file is missing, is not such a network, or the runtime cannot be loaded
     */
    public static OnnxNetwork open(Path file) {
        try {
            long size = Files.size(file);
            if (size > LARGEST_FILE) {
                throw new EncodingException(
                        "model " + file + " has " + size + " bytes; at most " + LARGEST_FILE + " are read");
            }
            return open(Files.readAllBytes(file), "model " + file);
        } catch (NoSuchFileException e) {
            throw new EncodingException("model " + file + " does not exist", e);
        } catch (IOException e) {
            throw new EncodingException("model " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static OnnxNetwork open(byte[] bytes, String what) {
        OrtSession session = session(bytes, what);
        try {
            Map<String, String> metadata = session.getMetadata().getCustomMetadata();
            has(session.getInputNames(), List.of("input_ids", "attention_mask"), "inputs", what);
            has(session.getOutputNames(), List.of("tags", "link_query", "link_key"), "outputs", what);
            expect(metadata, "onrecord.contract", CONTRACT, what);
            expect(metadata, "onrecord.tags", Tag.labels(), what);
            int window = window(required(metadata, "onrecord.window", what), what);
            List<String> vocabulary =
                    List.of(required(metadata, "onrecord.vocabulary", what).split("\n"));
            String name = required(metadata, "onrecord.name", what);
            return new OnnxNetwork(session, name + " " + digest(bytes), vocabulary, window);
        } catch (OrtException e) {
            close(session);
            throw new EncodingException(what + " cannot be opened: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            close(session);
            throw e;
        }
    }

    private static OrtSession session(byte[] bytes, String what) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            return environment().createSession(bytes, options);
        } catch (OrtException e) {
            throw new EncodingException(what + " is not a network that ONNX Runtime can open: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new EncodingException(
                    "ONNX Runtime's native library cannot be loaded (" + e.getMessage()
                            + "); it is unpacked to the folder for temporary files, which must allow programs:"
                            + " set another with -Djava.io.tmpdir=FOLDER",
                    e);
        }
    }

    /** On Windows the runtime can report its use to its maker: nothing goes out that the user did not ask for. */
    private static OrtEnvironment environment() throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        environment.setTelemetry(false);
        return environment;
    }

    private static void has(Set<String> found, List<String> needed, String kind, String what) {
        if (!found.containsAll(needed)) {
            throw new EncodingException(what + " has the " + kind + " " + found
                    + ", so it is not a network for Onrecord; needed are " + needed);
        }
    }

    private static String required(Map<String, String> metadata, String key, String what) {
        String value = metadata.get(key);
        if (value == null) {
            throw new EncodingException(what + " lacks the metadata " + key + ", so it is not a network for Onrecord;"
                    + " such files are written by training/train");
        }
        return value;
    }

    private static void expect(Map<String, String> metadata, String key, String value, String what) {
        String found = required(metadata, key, what);
        if (!found.equals(value)) {
            throw new EncodingException(what + " has " + key + " " + found + ", this version reads " + value);
        }
    }

    private static int window(String value, String what) {
        try {
            int window = Integer.parseInt(value);
            if (window >= SMALLEST_WINDOW) {
                return window;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message for every bad value.
        }
        throw new EncodingException(
                what + " has onrecord.window " + value + ", which must be a number from " + SMALLEST_WINDOW);
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "sha256:" + HexFormat.of().formatHex(sha, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public List<String> vocabulary() {
        return vocabulary;
    }

    @Override
    public int window() {
        return window;
    }

    @Override
    public List<WindowScores> run(List<int[]> rows) {
        open.readLock().lock();
        try {
            if (closed) {
                throw new EncodingException("model " + model + " has been closed");
            }
            return runOpen(rows);
        } finally {
            open.readLock().unlock();
        }
    }

    private List<WindowScores> runOpen(List<int[]> rows) {
        int longest = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        LongBuffer ids = LongBuffer.allocate(rows.size() * longest);
        LongBuffer mask = LongBuffer.allocate(rows.size() * longest);
        for (int b = 0; b < rows.size(); b++) {
            int[] row = rows.get(b);
            for (int i = 0; i < row.length; i++) {
                ids.put(b * longest + i, row[i]);
                mask.put(b * longest + i, 1);
            }
        }
        long[] shape = {rows.size(), longest};
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids, shape);
                OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask, shape);
                OrtSession.Result result = session.run(Map.of("input_ids", idTensor, "attention_mask", maskTensor))) {
            FloatBuffer tags = output(result, "tags");
            FloatBuffer queries = output(result, "link_query");
            FloatBuffer keys = output(result, "link_key");
            List<WindowScores> scores = new ArrayList<>(rows.size());
            for (int b = 0; b < rows.size(); b++) {
                int size = rows.get(b).length - 2;
                scores.add(new WindowScores(
                        size,
                        part(tags, rows.size(), longest, b, size),
                        part(queries, rows.size(), longest, b, size),
                        part(keys, rows.size(), longest, b, size)));
            }
            return scores;
        } catch (OrtException | IllegalArgumentException e) {
            throw new EncodingException(
                    "model " + model + " failed on a batch of " + rows.size() + " × " + longest + " pieces: "
                            + e.getMessage(),
                    e);
        }
    }

    private static FloatBuffer output(OrtSession.Result result, String name) {
        if (result.get(name).orElse(null) instanceof OnnxTensor tensor) {
            return tensor.getFloatBuffer();
        }
        throw new EncodingException("the network has no output " + name);
    }

    /** One row of a [batch, n, width] output, without the special pieces at both ends. */
    private static float[] part(FloatBuffer values, int rows, int longest, int row, int size) {
        int width = values.capacity() / (rows * longest);
        float[] part = new float[size * width];
        values.get((row * longest + 1) * width, part);
        return part;
    }

    /** Waits for the runs under way. */
    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                close(session);
            }
        } finally {
            open.writeLock().unlock();
        }
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new EncodingException("ONNX Runtime could not close a session: " + e.getMessage(), e);
        }
    }
}
