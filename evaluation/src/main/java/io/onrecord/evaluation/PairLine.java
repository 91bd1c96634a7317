package io.onrecord.evaluation;

import static io.onrecord.evaluation.GoldFormatException.shown;

import io.onrecord.encoder.SentencePair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line of a gold file of sentence pairs.
 *
 * @param pair its two sentences
 * @param line the whole of it
 */
record PairLine(SentencePair pair, GoldLine line) {

    /** All lines of a file, in order; the sentences are in the fields of these names. */
    static List<PairLine> read(Path file, String a, String b) throws IOException {
        List<PairLine> lines = new ArrayList<>();
        for (GoldLine line : GoldLine.of(file)) {
            lines.add(new PairLine(new SentencePair(sentence(line, a), sentence(line, b)), line));
        }
        return lines;
    }

    static List<SentencePair> pairs(List<PairLine> lines) {
        return lines.stream().map(PairLine::pair).toList();
    }

    private static String sentence(GoldLine line, String field) throws GoldFormatException {
        String sentence = line.string(field);
        if (sentence.isBlank()) {
            throw line.problem("'" + field + "' is blank");
        }
        return sentence;
    }

    /** A number from 0 to {@code most}; empty where the field is absent. */
    Optional<Double> number(String field, double most) throws GoldFormatException {
        @Nullable JsonNode value = line.json().get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() <= most)) {
            throw line.problem(
                    "'" + field + "' is a number from 0 to " + (int) most + ", not " + shown(value.toString()));
        }
        return Optional.of(value.doubleValue());
    }

    /** 1 or true, 0 or false; empty where the field is absent. */
    Optional<Boolean> flag(String field) throws GoldFormatException {
        @Nullable JsonNode value = line.json().get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        if (value.isInt() && (value.intValue() == 0 || value.intValue() == 1)) {
            return Optional.of(value.intValue() == 1);
        }
        throw line.problem("'" + field + "' is 0 or 1, not " + shown(value.toString()));
    }

    /** A word that must be one of some; which. */
    int choice(String field, List<String> words) throws GoldFormatException {
        String word = line.string(field);
        int choice = words.indexOf(word);
        if (choice < 0) {
            throw line.problem("'" + field + "' is one of " + String.join(", ", words) + ", not '" + shown(word) + "'");
        }
        return choice;
    }
}
