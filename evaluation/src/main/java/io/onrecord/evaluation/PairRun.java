package io.onrecord.evaluation;

import io.onrecord.encoder.PairScorer;
import io.onrecord.encoder.PairScores;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.encoder.SentencePair;
import io.onrecord.encoder.SentenceVector;
import io.onrecord.model.Producer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of a gold file with what the networks find of them.
 *
 * @param scores of each pair
 * @param cosines of each pair, between the two sentences' vectors: what one has without a network for pairs
 * @param model that gave the scores
 * @param notes on how to take the figures
 */
record PairRun(List<PairScores> scores, List<Double> cosines, String model, List<String> notes) {

    private static final int AT_ONCE = 512;

    static PairRun of(Path file, List<SentencePair> pairs, SentenceNetworks networks) throws IOException {
        List<PairScores> scores = new ArrayList<>();
        String model;
        List<String> notes;
        try (PairScorer scorer = networks.openPairs()) {
            for (int from = 0; from < pairs.size(); from += AT_ONCE) {
                scores.addAll(scorer.score(pairs.subList(from, Math.min(pairs.size(), from + AT_ONCE))));
            }
            model = scorer.model();
            notes = notes(file, scorer.trainedOn());
        }
        try (SentenceEncoder encoder = networks.openSentences()) {
            return new PairRun(scores, cosines(pairs, encoder), model, notes);
        }
    }

    private static List<Double> cosines(List<SentencePair> pairs, SentenceEncoder encoder) {
        Map<String, SentenceVector> vectors = new HashMap<>();
        List<Double> cosines = new ArrayList<>();
        for (SentencePair pair : pairs) {
            cosines.add(vector(pair.a(), encoder, vectors).cosine(vector(pair.b(), encoder, vectors)));
        }
        return cosines;
    }

    private static SentenceVector vector(String text, SentenceEncoder encoder, Map<String, SentenceVector> vectors) {
        @Nullable SentenceVector known = vectors.get(text);
        if (known == null) {
            known = encoder.encode(List.of(text)).get(0);
            vectors.put(text, known);
        }
        return known;
    }

    private static List<String> notes(Path file, Set<String> trainedOn) throws IOException {
        return trainedOn.contains(digest(file))
                ? List.of("the network was trained on this file, so these figures flatter it: those of networks that"
                        + " had not seen the pairs are printed by training/pairs --cross-validate")
                : List.of();
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Evaluation evaluation(
            String task, Path file, Map<String, Double> figures, Map<String, Long> counts, Producer producer) {
        Producer made = new Producer(producer.version(), model, producer.options());
        return new Evaluation(task, file.toString(), figures, counts, made, notes);
    }
}
