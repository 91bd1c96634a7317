package io.onrecord.claims;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What judges pairs of propositions.
 *
 * @param same whether two are the same
 * @param contradicts whether two cannot be true together
 * @param sameWithPairs the same where a network has read both
 * @param contradictsWithPairs the same where a network has read both
 */
public record Judges(Judge same, Judge contradicts, Judge sameWithPairs, Judge contradictsWithPairs) {

    private static final String SAME = "same.tsv";
    private static final String CONTRADICTS = "contradicts.tsv";
    private static final String SAME_WITH_PAIRS = "same-pairs.tsv";
    private static final String CONTRADICTS_WITH_PAIRS = "contradicts-pairs.tsv";

    private static final Judges SHIPPED = new Judges(
            Judge.read(SAME), Judge.read(CONTRADICTS), Judge.read(SAME_WITH_PAIRS), Judge.read(CONTRADICTS_WITH_PAIRS));

    /** Those that ship; {@code onrecord evaluate claim-weights} fitted them. */
    public static Judges shipped() {
        return SHIPPED;
    }

    /** By the name of the file that each ships in, its text. */
    public Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put(SAME, same.text());
        tables.put(CONTRADICTS, contradicts.text());
        tables.put(SAME_WITH_PAIRS, sameWithPairs.text());
        tables.put(CONTRADICTS_WITH_PAIRS, contradictsWithPairs.text());
        return tables;
    }
}
