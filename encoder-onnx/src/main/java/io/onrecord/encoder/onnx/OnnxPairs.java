package io.onrecord.encoder.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.onrecord.encoder.EncodingException;
import io.onrecord.encoder.PairScorer;
import io.onrecord.encoder.PairScores;
import io.onrecord.encoder.SentencePair;
import io.onrecord.encoder.WordPiece;
import java.io.IOException;
import java.io.InputStream;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares sentences with a network in an ONNX file, run by ONNX Runtime on the CPU. Any number of threads may share it, each
 * call runs on its caller's thread alone.
 *
 * <p>The file carries its contract in its metadata: {@code onrecord.contract} (pairs-2), {@code onrecord.name}, {@code
 * onrecord.longest} (pieces of a sentence, the two special ones counted), {@code onrecord.vocabulary} (an entry a line), {@code
 * onrecord.trained} (SHA-256 of the files it was trained on, a space between them). Inputs {@code input_ids}, {@code
 * attention_mask} and {@code inner_mask} are int64 [sentences, n], {@code rows} int64 [2 · pairs]: the numbers of the two sentences of each pair;
 * outputs are float32 before sigmoid or softmax, {@code symmetric} [pairs, 5] (similarity, paraphrase, same, contradicts, other),
 * {@code there} and {@code back} [pairs, 5] (for, against, observing, strengthens, weakens: what the second does to the first, and
 * the first to the second).
 *
 * <p>So that a pair's scores depend on nothing else, pairs are run together only where they are of one padded length, and the
 * two sentences of a pair always in the same order.
 */
public final class OnnxPairs implements PairScorer {

    private static final String CONTRACT = "pairs-2";
    private static final String DEFAULT = "pairs.onnx";
    private static final List<String> INPUTS = List.of("input_ids", "attention_mask", "inner_mask", "rows");
    private static final List<String> OUTPUTS = List.of("symmetric", "there", "back");
    private static final long LARGEST_FILE = 1L << 28;

    private static final int VALUES = 5;
    private static final int SMALLEST = 8;
    private static final int LARGEST = 512;

    /** Lengths are padded to a multiple of it. */
    private static final int STEP = 8;

    /** Pieces of the pairs of one run, padding included: more of them have more sentences in common, which are read once. */
    private static final int RUN = 8192;

    /** UTF-16 units that are cut into pieces: more than the pieces that are read ever take in prose. */
    private static final int MOST_CHARACTERS = 8_000;

    private final SharedSession session;
    private final String model;
    private final WordPiece wordPiece;
    private final int longest;
    private final Set<String> trainedOn;

    private OnnxPairs(SharedSession session, String model, WordPiece wordPiece, int longest, Set<String> trainedOn) {
        this.session = session;
        this.model = model;
        this.wordPiece = wordPiece;
        this.longest = longest;
        this.trainedOn = trainedOn;
    }

    /**
     * Opens the network that Onrecord ships.
     *
     * @throws EncodingException if the runtime cannot be loaded
     */
    public static OnnxPairs openDefault() {
        try (InputStream in = OnnxPairs.class.getResourceAsStream(DEFAULT)) {
            if (in == null) {
                throw new EncodingException("the network for pairs is missing from the class path (" + DEFAULT + ")");
            }
            return open(
                    in.readAllBytes(),
                    SharedSession.named(ShippedNetworks.noted("pairs.json")),
                    "the network for pairs");
        } catch (IOException e) {
            throw new EncodingException("the network for pairs cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Opens a network from a file, such as {@code training/pairs} writes.
     *
     * @throws EncodingException if the file is missing, is not such a network, or the runtime cannot be loaded
     */
    public static OnnxPairs open(Path file) {
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

    private static OnnxPairs open(byte[] bytes, String digest, String what) {
        SharedSession session = SharedSession.open(bytes, what);
        try {
            return session.inspect(what, opened -> checked(session, opened, digest, what));
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static OnnxPairs checked(SharedSession session, OrtSession opened, String digest, String what)
            throws OrtException {
        Map<String, String> metadata = opened.getMetadata().getCustomMetadata();
        String contract = required(metadata, "onrecord.contract", what);
        if (!contract.equals(CONTRACT)) {
            throw new EncodingException(
                    what + " has onrecord.contract " + contract + ", a network for pairs has " + CONTRACT);
        }
        has(opened.getInputNames(), INPUTS, "inputs", what);
        has(opened.getOutputNames(), OUTPUTS, "outputs", what);
        for (String name : OUTPUTS) {
            boolean fits = Optional.ofNullable(opened.getOutputInfo().get(name))
                    .filter(output -> output.getInfo() instanceof TensorInfo tensor
                            && Arrays.equals(tensor.getShape(), new long[] {-1, VALUES}))
                    .isPresent();
            if (!fits) {
                throw new EncodingException(what + " has another output " + name + " than [pairs, " + VALUES + "]");
            }
        }
        String name = required(metadata, "onrecord.name", what);
        String trained = required(metadata, "onrecord.trained", what);
        List<String> vocabulary =
                List.of(required(metadata, "onrecord.vocabulary", what).split("\n", -1));
        return new OnnxPairs(
                session,
                name + " " + digest,
                new WordPiece(vocabulary),
                longest(required(metadata, "onrecord.longest", what), what),
                trained.isBlank() ? Set.of() : Set.of(trained.split(" ", -1)));
    }

    private static void has(Set<String> found, List<String> needed, String kind, String what) {
        if (!found.containsAll(needed)) {
            throw new EncodingException(
                    what + " has the " + kind + " " + found + ", so it is no network for pairs; needed are " + needed);
        }
    }

    private static String required(Map<String, String> metadata, String key, String what) {
        String value = metadata.get(key);
        if (value == null) {
            throw new EncodingException(what + " lacks the metadata " + key
                    + ", so it is no network for pairs; such files are written by training/pairs");
        }
        return value;
    }

    private static int longest(String value, String what) {
        try {
            int longest = Integer.parseInt(value);
            if (longest >= SMALLEST && longest <= LARGEST) {
                return longest;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message for every bad value.
        }
        throw new EncodingException(what + " has onrecord.longest " + value + ", which must be a number from "
                + SMALLEST + " to " + LARGEST);
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public Set<String> trainedOn() {
        return trainedOn;
    }

    @Override
    public List<PairScores> score(List<SentencePair> pairs) {
        PairScores[] scores = new PairScores[pairs.size()];
        Map<Integer, List<Row>> byLength = new TreeMap<>();
        for (int i = 0; i < scores.length; i++) {
            Row row = row(i, pairs.get(i));
            byLength.computeIfAbsent(row.length(), length -> new ArrayList<>()).add(row);
        }
        byLength.forEach((length, rows) -> {
            int most = Math.max(1, RUN / (2 * length));
            for (int from = 0; from < rows.size(); from += most) {
                run(rows.subList(from, Math.min(rows.size(), from + most)), length, scores);
            }
        });
        return List.of(scores);
    }

    private Row row(int number, SentencePair pair) {
        boolean turned = pair.a().compareTo(pair.b()) > 0;
        return new Row(number, turned, ids(turned ? pair.b() : pair.a()), ids(turned ? pair.a() : pair.b()));
    }

    private int[] ids(String sentence) {
        return wordPiece.ids(Typography.plain(beginning(sentence)), longest);
    }

    private static String beginning(String sentence) {
        if (sentence.length() <= MOST_CHARACTERS) {
            return sentence;
        }
        int end =
                Character.isHighSurrogate(sentence.charAt(MOST_CHARACTERS - 1)) ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
        return sentence.substring(0, end);
    }

    private void run(List<Row> rows, int length, PairScores[] scores) {
        Map<IntBuffer, Integer> sentences = new LinkedHashMap<>();
        LongBuffer numbers = LongBuffer.allocate(2 * rows.size());
        for (Row row : rows) {
            numbers.put(number(row.first(), sentences)).put(number(row.second(), sentences));
        }
        int size = sentences.size() * length;
        LongBuffer ids = LongBuffer.allocate(size);
        LongBuffer mask = LongBuffer.allocate(size);
        LongBuffer inner = LongBuffer.allocate(size);
        sentences.forEach((sentence, number) -> put(sentence.array(), number * length, ids, mask, inner));
        long[] shape = {sentences.size(), length};
        float[][] values = session.run(model, opened -> run(opened, ids, mask, inner, numbers.flip(), shape));
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            scores[row.number()] = scores(values[0], values[row.turned() ? 2 : 1], i * VALUES);
        }
    }

    private static int number(int[] sentence, Map<IntBuffer, Integer> sentences) {
        return sentences.computeIfAbsent(IntBuffer.wrap(sentence), key -> sentences.size());
    }

    private void put(int[] sentence, int at, LongBuffer ids, LongBuffer mask, LongBuffer inner) {
        for (int i = 0; i < sentence.length; i++) {
            ids.put(at + i, sentence[i]);
            mask.put(at + i, 1);
            boolean special = sentence[i] == wordPiece.first() || sentence[i] == wordPiece.last();
            inner.put(at + i, special ? 0 : 1);
        }
    }

    private static float[][] run(
            OrtSession opened, LongBuffer ids, LongBuffer mask, LongBuffer inner, LongBuffer numbers, long[] shape)
            throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        int sides = numbers.remaining();
        try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids, shape);
                OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask, shape);
                OnnxTensor innerTensor = OnnxTensor.createTensor(environment, inner, shape);
                OnnxTensor rowTensor = OnnxTensor.createTensor(environment, numbers, new long[] {sides});
                OrtSession.Result result = opened.run(Map.of(
                        "input_ids",
                        idTensor,
                        "attention_mask",
                        maskTensor,
                        "inner_mask",
                        innerTensor,
                        "rows",
                        rowTensor))) {
            float[][] values = new float[OUTPUTS.size()][];
            for (int i = 0; i < values.length; i++) {
                values[i] = values(result, OUTPUTS.get(i), sides / 2 * VALUES);
            }
            return values;
        }
    }

    private static float[] values(OrtSession.Result result, String name, int count) {
        if (result.get(name).orElse(null) instanceof OnnxTensor output) {
            float[] values = new float[count];
            output.getFloatBuffer().get(values);
            return values;
        }
        throw new EncodingException("the network for pairs gave no output " + name);
    }

    private static PairScores scores(float[] symmetric, float[] directed, int at) {
        double[] relation = shares(symmetric, at + 2);
        double[] stance = shares(directed, at);
        return new PairScores(
                share(symmetric[at]),
                share(symmetric[at + 1]),
                new PairScores.Relation(relation[0], relation[1], relation[2]),
                new PairScores.Stance(stance[0], stance[1], stance[2]),
                new PairScores.Bearing(share(directed[at + 3]), share(directed[at + 4])));
    }

    private static double share(double score) {
        return 1 / (1 + StrictMath.exp(-score));
    }

    /** The softmax of three. */
    private static double[] shares(float[] scores, int at) {
        double most = Math.max(scores[at], Math.max(scores[at + 1], scores[at + 2]));
        double[] shares = new double[3];
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            shares[i] = StrictMath.exp(scores[at + i] - most);
            sum += shares[i];
        }
        for (int i = 0; i < 3; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /** Waits for the runs under way. */
    @Override
    public void close() {
        session.close();
    }

    /**
     * A pair as the network reads it.
     *
     * @param number of the pair
     * @param turned whether its second sentence is the first here
     * @param first pieces with the special ones
     * @param second the same of the other sentence
     */
    @SuppressWarnings("ArrayRecordComponent") // Seen by this class alone.
    private record Row(int number, boolean turned, int[] first, int[] second) {

        /** Of the longer sentence, padded. */
        int length() {
            return (Math.max(first.length, second.length) + STEP - 1) / STEP * STEP;
        }
    }
}
