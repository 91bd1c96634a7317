package io.onrecord.encoder.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.onrecord.encoder.EncodingException;
import io.onrecord.encoder.Heads;
import io.onrecord.encoder.Network;
import io.onrecord.encoder.PointerVectors;
import io.onrecord.encoder.Tag;
import io.onrecord.encoder.Transitions;
import io.onrecord.encoder.WindowRow;
import io.onrecord.encoder.WindowScores;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A network in an ONNX file, run by ONNX Runtime on the CPU. The session is opened once and shared: {@link #run} may be
 * called from any number of threads, each call runs on its caller's thread alone, so that scores do not depend on how
 * many threads there are.
 *
 * <p>The file carries its own contract in its metadata: {@code onrecord.contract} (2), {@code onrecord.name},
 * {@code onrecord.tags}, {@code onrecord.window}, {@code onrecord.vocabulary} (an entry a line),
 * {@code onrecord.transitions} (numbers with a space between them: by tag, of the first tag of a paragraph; then by the
 * tag before and by tag, of a tag after another). Inputs {@code input_ids}, {@code surface_ids} and {@code attention_mask}
 * are int64 [batch, n]; outputs {@code tags} [batch, n, 7], {@code link_query}, {@code link_key}, {@code owner_query} and
 * {@code owner_key} [batch, n, d] are float32.
 *
 * <p>It may tell more: outputs {@code pronoun_query} and {@code pronoun_key} [batch, n, d], the heads of one layer's
 * attention side by side, with their number as {@code onrecord.pronoun-heads}; and as {@code onrecord.pronoun-weights} what
 * clues weigh together with them, a line for each, its code and its weight with a tab between.
 */
public final class OnnxNetwork implements Network {

    private static final String CONTRACT = "2";
    private static final List<String> INPUTS = List.of("input_ids", "surface_ids", "attention_mask");
    private static final List<String> OUTPUTS = List.of("tags", "link_query", "link_key", "owner_query", "owner_key");
    private static final List<String> MORE_OUTPUTS = List.of("pronoun_query", "pronoun_key");
    private static final int SMALLEST_WINDOW = 16;
    private static final long LARGEST_FILE = 1L << 28;
    private static final String WINDOW = "onrecord.window";
    private static final String HEADS = "onrecord.pronoun-heads";

    private final SharedSession session;
    private final String model;
    private final List<String> vocabulary;
    private final int window;
    private final Transitions transitions;
    /** Heads of attention that it tells of, 0 for none. */
    private final int pronounHeads;

    private final Map<String, Double> pronounWeights;
    private final BitSet pronouns;

    private OnnxNetwork(
            SharedSession session,
            String model,
            List<String> vocabulary,
            int window,
            Transitions transitions,
            int pronounHeads,
            Map<String, Double> pronounWeights) {
        this.session = session;
        this.model = model;
        this.vocabulary = vocabulary;
        this.window = window;
        this.transitions = transitions;
        this.pronounHeads = pronounHeads;
        this.pronounWeights = Map.copyOf(pronounWeights);
        this.pronouns = Heads.pronouns(vocabulary);
    }

    /**
     * Opens the model that Onrecord uses unless told otherwise.
     *
     * @throws EncodingException if the runtime cannot be loaded
     */
    public static OnnxNetwork openDefault() {
        return shipped("default", "the default model", "");
    }

    /**
     * Opens the smaller model that Onrecord ships: about half the work, and it finds a little less.
     *
     * @throws EncodingException if the runtime cannot be loaded
     */
    public static OnnxNetwork openFast() {
        return shipped("fast", "the fast model", "");
    }

    /**
     * Opens the larger model, where it is on the class path: it is a jar of its own ({@code encoder-onnx-large}). Over twice
     * the work, and it finds more.
     *
     * @throws EncodingException if it is not there, or the runtime cannot be loaded
     */
    public static OnnxNetwork openLarge() {
        return shipped("large", "the large model", ShippedNetworks.WHERE_LARGE_IS);
    }

    /** where: what else to say where it is not there. */
    private static OnnxNetwork shipped(String name, String what, String where) {
        String resource = name + ".onnx";
        try (InputStream in = OnnxNetwork.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new EncodingException(what + " is missing from the class path (" + resource + ")" + where);
            }
            return open(in.readAllBytes(), SharedSession.named(ShippedNetworks.noted(name + ".json")), what);
        } catch (IOException e) {
            throw new EncodingException(what + " cannot be read: " + e.getMessage(), e);
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
            byte[] bytes = Files.readAllBytes(file);
            return open(bytes, SharedSession.digest(bytes), "model " + file);
        } catch (NoSuchFileException e) {
            throw new EncodingException("model " + file + " does not exist", e);
        } catch (IOException e) {
            throw new EncodingException("model " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static OnnxNetwork open(byte[] bytes, String digest, String what) {
        SharedSession session = SharedSession.open(bytes, what);
        try {
            return session.inspect(what, opened -> checked(session, opened, digest, what));
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static OnnxNetwork checked(SharedSession session, OrtSession opened, String digest, String what)
            throws OrtException {
        Map<String, String> metadata = opened.getMetadata().getCustomMetadata();
        expect(metadata, "onrecord.contract", CONTRACT, what);
        has(opened.getInputNames(), INPUTS, "inputs", what);
        has(opened.getOutputNames(), OUTPUTS, "outputs", what);
        for (String name : OUTPUTS) {
            hasValuesOfPieces(opened.getOutputInfo().get(name), name, what);
        }
        expect(metadata, "onrecord.tags", Tag.labels(), what);
        int window = number(required(metadata, WINDOW, what), WINDOW, SMALLEST_WINDOW, what);
        List<String> vocabulary =
                List.of(required(metadata, "onrecord.vocabulary", what).split("\n"));
        String name = required(metadata, "onrecord.name", what);
        Transitions transitions = transitions(required(metadata, "onrecord.transitions", what), what);
        boolean more = opened.getOutputNames().containsAll(MORE_OUTPUTS);
        if (more) {
            for (String output : MORE_OUTPUTS) {
                hasValuesOfPieces(opened.getOutputInfo().get(output), output, what);
            }
        }
        return new OnnxNetwork(
                session,
                name + " " + digest,
                vocabulary,
                window,
                transitions,
                more ? heads(metadata, opened.getOutputInfo().get("pronoun_key"), what) : 0,
                more ? weights(metadata.getOrDefault("onrecord.pronoun-weights", ""), what) : Map.of());
    }

    private static void has(Set<String> found, List<String> needed, String kind, String what) {
        if (!found.containsAll(needed)) {
            throw new EncodingException(what + " has the " + kind + " " + found
                    + ", so it is not a network for Onrecord; needed are " + needed);
        }
    }

    /** [batch, n, values of a piece], or the rows of two pieces would be mixed up. */
    private static void hasValuesOfPieces(@Nullable NodeInfo output, String name, String what) {
        boolean fits = output != null
                && output.getInfo() instanceof TensorInfo tensor
                && tensor.type == OnnxJavaType.FLOAT
                && tensor.getShape().length == 3;
        if (!fits) {
            throw new EncodingException(what + " has the output " + name + " as " + output
                    + ", so it is not a network for Onrecord; needed is float32 [batch, n, values]");
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

    private static int heads(Map<String, String> metadata, @Nullable NodeInfo keys, String what) {
        int heads = number(required(metadata, HEADS, what), HEADS, 1, what);
        if (keys != null && keys.getInfo() instanceof TensorInfo tensor && tensor.getShape()[2] % heads != 0) {
            throw new EncodingException(what + " has " + HEADS + " " + heads + ", into which the "
                    + tensor.getShape()[2] + " values of pronoun_key cannot be divided");
        }
        return heads;
    }

    private static int number(String value, String key, int least, String what) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message for every bad value.
        }
        throw new EncodingException(what + " has " + key + " " + value + ", which must be a number from " + least);
    }

    private static Map<String, Double> weights(String lines, String what) {
        Map<String, Double> weights = new HashMap<>();
        for (String line : lines.lines().toList()) {
            String[] row = line.split("\t", -1);
            try {
                double weight = Double.parseDouble(row[1]);
                if (!Double.isFinite(weight)) {
                    throw new NumberFormatException(row[1] + " is no weight");
                }
                weights.put(row[0], weight);
            } catch (IndexOutOfBoundsException | NumberFormatException e) {
                throw new EncodingException(
                        what + " has the line '" + line + "' in onrecord.pronoun-weights; a code and a number"
                                + " with a tab between are needed",
                        e);
            }
        }
        return weights;
    }

    private static Transitions transitions(String value, String what) {
        try {
            double[] all =
                    Stream.of(value.split(" ")).mapToDouble(Double::parseDouble).toArray();
            int tags = Math.min(all.length, Tag.all().size());
            return new Transitions(Arrays.copyOf(all, tags), Arrays.copyOfRange(all, tags, all.length));
        } catch (IllegalArgumentException e) {
            throw new EncodingException(what + " has onrecord.transitions that cannot be read: " + e.getMessage(), e);
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
    public Transitions transitions() {
        return transitions;
    }

    @Override
    public Map<String, Double> pronounWeights() {
        return pronounWeights;
    }

    @Override
    public List<WindowScores> run(List<WindowRow> rows) {
        return session.run(model, opened -> run(opened, rows));
    }

    private List<WindowScores> run(OrtSession opened, List<WindowRow> rows) {
        int longest = rows.stream().mapToInt(WindowRow::length).max().orElse(0);
        // They are wider than all others together, so they are not asked for where they would be thrown away.
        boolean more = pronounHeads > 0 && rows.stream().anyMatch(this::hasPronoun);
        Set<String> asked = new HashSet<>(OUTPUTS);
        asked.addAll(more ? MORE_OUTPUTS : List.of());
        try (Inputs inputs = Inputs.of(rows, longest);
                OrtSession.Result result = opened.run(inputs.tensors(), asked)) {
            Map<String, float[]> outputs = new HashMap<>();
            for (String name : asked) {
                outputs.put(name, output(result, name));
            }
            List<WindowScores> scores = new ArrayList<>(rows.size());
            for (int b = 0; b < rows.size(); b++) {
                Row row = new Row(outputs, rows.size(), longest, b, rows.get(b).length() - 2);
                Heads heads =
                        more ? Heads.of(rows.get(b), pronouns, pronounHeads, row.vectors("pronoun", 1)) : Heads.NONE;
                scores.add(new WindowScores(
                        row.size(), row.values("tags"), row.vectors("link", 1), row.vectors("owner", 0), heads));
            }
            return scores;
        } catch (OrtException | IllegalArgumentException e) {
            throw new EncodingException(
                    "model " + model + " failed on a batch of " + rows.size() + " × " + longest + " pieces: "
                            + e.getMessage(),
                    e);
        }
    }

    private boolean hasPronoun(WindowRow row) {
        return IntStream.range(0, row.length()).anyMatch(i -> pronouns.get(row.id(i)));
    }

    /** All values of an output: the one copy that is made of them. */
    private static float[] output(OrtSession.Result result, String name) {
        if (result.get(name).orElse(null) instanceof OnnxTensor tensor) {
            FloatBuffer values = tensor.getFloatBuffer();
            if (values.hasArray() && values.arrayOffset() == 0 && values.array().length == values.capacity()) {
                return values.array();
            }
            float[] copy = new float[values.capacity()];
            values.get(copy);
            return copy;
        }
        throw new EncodingException("the network has no output " + name);
    }

    /** The three inputs of a batch, padded to its longest row. */
    private record Inputs(Map<String, OnnxTensor> tensors) implements AutoCloseable {

        static Inputs of(List<WindowRow> rows, int longest) throws OrtException {
            LongBuffer ids = LongBuffer.allocate(rows.size() * longest);
            LongBuffer surfaces = LongBuffer.allocate(rows.size() * longest);
            LongBuffer mask = LongBuffer.allocate(rows.size() * longest);
            for (int b = 0; b < rows.size(); b++) {
                WindowRow row = rows.get(b);
                for (int i = 0; i < row.length(); i++) {
                    ids.put(b * longest + i, row.id(i));
                    surfaces.put(b * longest + i, row.surface(i));
                    mask.put(b * longest + i, 1);
                }
            }
            Inputs inputs = new Inputs(new HashMap<>());
            try {
                long[] shape = {rows.size(), longest};
                inputs.add("input_ids", ids, shape);
                inputs.add("surface_ids", surfaces, shape);
                inputs.add("attention_mask", mask, shape);
                return inputs;
            } catch (OrtException e) {
                inputs.close();
                throw e;
            }
        }

        private void add(String name, LongBuffer values, long[] shape) throws OrtException {
            tensors.put(name, OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values, shape));
        }

        @Override
        public void close() {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    /**
     * One row of a batch.
     *
     * @param outputs [rows, longest, width]
     * @param rows of the batch
     * @param longest row, in pieces
     * @param number of this one
     * @param size its pieces, without the special ones
     */
    private record Row(Map<String, float[]> outputs, int rows, int longest, int number, int size) {

        /** Its values of an output, without the special pieces. */
        float[] values(String name) {
            float[] all = of(name);
            int width = width(all);
            int from = (number * longest + 1) * width;
            return Arrays.copyOfRange(all, from, from + size * width);
        }

        /** Its vectors by which pieces point, from a piece on (0 is the first special one) to the last that is not special. */
        PointerVectors vectors(String name, int from) {
            float[] queries = of(name + "_query");
            int width = width(queries);
            return new PointerVectors(
                    queries, of(name + "_key"), (number * longest + from) * width, (size + 1 - from) * width);
        }

        private float[] of(String name) {
            return Objects.requireNonNull(outputs.get(name));
        }

        private int width(float[] all) {
            return all.length / (rows * longest);
        }
    }

    /** Waits for the runs under way. */
    @Override
    public void close() {
        session.close();
    }
}
