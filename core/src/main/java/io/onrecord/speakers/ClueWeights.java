package io.onrecord.speakers;

import io.onrecord.text.WordLists;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much each {@link Clue} says; a person's score is the sum of its clues by their weights, and the likeliest person is the
 * one with the highest. Fitted by {@code onrecord evaluate pronouns}. Immutable.
 */
public final class ClueWeights {

    private static final ClueWeights SHIPPED = shippedTable();

    private final Map<Clue, Double> weights;

    private ClueWeights(Map<Clue, Double> weights) {
        this.weights = weights;
    }

    /** Weights by clue; one that is not there weighs nothing. */
    public static ClueWeights of(Map<Clue, Double> weights) {
        EnumMap<Clue, Double> copy = new EnumMap<>(Clue.class);
        copy.putAll(weights);
        return new ClueWeights(copy);
    }

    /** Those that the search for speakers uses. */
    public static ClueWeights shipped() {
        return SHIPPED;
    }

    /** The same, with the weights of some clues as they ship. */
    public ClueWeights withHandSet(Set<Clue> clues) {
        EnumMap<Clue, Double> copy = new EnumMap<>(weights);
        clues.forEach(clue -> copy.put(clue, SHIPPED.weights.getOrDefault(clue, 0.0)));
        return new ClueWeights(copy);
    }

    private static ClueWeights shippedTable() {
        Map<String, Double> rows = new HashMap<>();
        for (List<String> row : WordLists.rows(ClueWeights.class, "pronouns.tsv")) {
            rows.put(row.get(0), Double.parseDouble(row.get(1)));
        }
        return ofCodes(rows);
    }

    /** Weights by the code of the clue, as {@link #text} names it; a code that no clue has is passed over. */
    static ClueWeights ofCodes(Map<String, Double> rows) {
        EnumMap<Clue, Double> weights = new EnumMap<>(Clue.class);
        for (Clue clue : Clue.values()) {
            weights.put(clue, rows.getOrDefault(clue.code(), 0.0));
        }
        return new ClueWeights(weights);
    }

    /** The score of a person with these clues. */
    public double score(Map<Clue, Double> clues) {
        double score = 0;
        for (Map.Entry<Clue, Double> clue : clues.entrySet()) {
            double value = clue.getValue();
            if (value != 0) {
                score += weights.getOrDefault(clue.getKey(), 0.0) * value;
            }
        }
        return score;
    }

    /**
     * A clue and its weights a line: these, as in the table that ships, and behind them those beside what a network sees.
     *
     * @param seen the latter
     */
    public String text(ClueWeights seen) {
        StringBuilder lines = new StringBuilder();
        for (Clue clue : Clue.values()) {
            lines.append(clue.code())
                    .append('\t')
                    .append(rounded(clue))
                    .append('\t')
                    .append(seen.rounded(clue))
                    .append('\n');
        }
        return lines.toString();
    }

    private double rounded(Clue clue) {
        return Math.rint(weights.getOrDefault(clue, 0.0) * 1000) / 1000;
    }
}
