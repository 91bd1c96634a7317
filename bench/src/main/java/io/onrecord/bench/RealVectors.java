package io.onrecord.bench;

import io.onrecord.encoder.ByteVector;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.encoder.SentenceVector;
import io.onrecord.encoder.onnx.OnnxSentences;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Vectors of sentences that somebody wrote, and as many more as are wanted, each a real one with noise. */
final class RealVectors {

    private static final int SENTENCES = 20_000;

    /** Noise beside a length of 1: the cosine to the real one is about 0.8. */
    private static final double NOISE = 0.75;

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?][\"”]?)\\s+");

    private final float[][] real;

    private RealVectors(float[][] real) {
        this.real = real;
    }

    /**
     * Of the sentences in the files of a folder; encoded once, kept in another.
     *
     * @param texts searched for files of text and JSON Lines
     */
    static RealVectors of(Path texts, Path cache) throws IOException {
        Path file = cache.resolve("real-vectors-" + SENTENCES + ".bin");
        if (!Files.exists(file)) {
            List<String> sentences = sentences(texts);
            try (SentenceEncoder encoder = OnnxSentences.openDefault()) {
                byte[] all = new byte[sentences.size() * encoder.dimension()];
                long start = System.nanoTime();
                for (int i = 0; i < sentences.size(); i++) {
                    byte[] one = encoder.encode(List.of(sentences.get(i)))
                            .get(0)
                            .bytes()
                            .toArray();
                    System.arraycopy(one, 0, all, i * one.length, one.length);
                }
                System.out.printf(
                        Locale.ROOT,
                        "%d sentences of %s encoded on one thread, %.0f a second%n",
                        sentences.size(),
                        texts,
                        sentences.size() * 1e9 / (System.nanoTime() - start));
                Files.write(file, all);
            }
        }
        byte[] all = Files.readAllBytes(file);
        int dimension = 384;
        float[][] real = new float[all.length / dimension][];
        for (int i = 0; i < real.length; i++) {
            float[] one = new float[dimension];
            for (int j = 0; j < dimension; j++) {
                one[j] = all[i * dimension + j];
            }
            real[i] = SentenceVector.of(one).toArray();
        }
        return new RealVectors(real);
    }

    private static List<String> sentences(Path texts) throws IOException {
        if (!Files.isDirectory(texts)) {
            throw new IOException("there is no folder " + texts + " of texts: name one");
        }
        Set<String> sentences = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(texts)) {
            List<Path> all = files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".txt") || file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
            for (Path file : all) {
                String text = Files.readString(file, StandardCharsets.UTF_8).replace("\\n", " ");
                Arrays.stream(SENTENCE.split(text, -1))
                        .filter(sentence -> sentence.length() > 40 && sentence.length() < 300)
                        .filter(sentence -> sentence.indexOf('{') < 0)
                        .forEach(sentences::add);
                if (sentences.size() > SENTENCES) {
                    break;
                }
            }
        }
        return new ArrayList<>(sentences).subList(0, Math.min(sentences.size(), SENTENCES));
    }

    /** The one of a number. */
    ByteVector at(long number) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L);
        float[] one = real[random.nextInt(real.length)].clone();
        double scale = NOISE / Math.sqrt(one.length);
        for (int i = 0; i < one.length; i++) {
            one[i] += (float) (random.nextGaussian() * scale);
        }
        return SentenceVector.of(one).bytes();
    }
}
