package io.onrecord.disputes;

import io.onrecord.disputes.Choice.Rule;
import io.onrecord.model.Confidence;
import io.onrecord.model.Statement;
import java.util.EnumMap;
import java.util.Map;

/**
 * How sure an edge is: how often its rule is right where both statements are, and how sure the engine is of the two. The shares of the
 * rules are judged on the open gold and the project's own passages; a line through the logarithm of the product, fitted on the open
 * gold, makes a share of right edges of it, for a statement may be right enough for an edge without being right throughout.
 */
final class Sureness {

    private static final Map<Rule, Double> RIGHT = new EnumMap<>(Map.ofEntries(
            Map.entry(Rule.INNER, 0.95),
            Map.entry(Rule.WORDS, 0.87),
            Map.entry(Rule.CONTRAST, 0.83),
            Map.entry(Rule.OWNER, 0.9),
            Map.entry(Rule.NOUN_WORD, 0.9),
            Map.entry(Rule.NOUN_STANCE, 0.88),
            Map.entry(Rule.NOUN_NEAR, 0.88),
            Map.entry(Rule.LEAD, 0.75),
            Map.entry(Rule.PERSON, 0.88),
            Map.entry(Rule.PRONOUN, 0.93),
            Map.entry(Rule.ANSWER, 0.87),
            Map.entry(Rule.AHEAD, 0.7),
            Map.entry(Rule.FOLLOWS, 0.7)));

    /** Less for each sentence between a pronoun or a noun and what it means, beyond the first. */
    private static final double FARTHER = 0.04;

    private static final int FARTHEST = 5;

    /** Fitted on 61 edges of the two open golds, by five hands, 43 of them right. */
    private static final double BIAS = 2.24;

    private static final double WEIGHT = 1.87;

    /** Products below tell nothing more. */
    private static final double LEAST = 0.02;

    private Sureness() {}

    static double of(Said from, Choice choice) {
        double rule = RIGHT.getOrDefault(choice.rule(), 0.75);
        int beyond = Math.min(FARTHEST, Math.max(0, choice.sentences() - 1));
        double product = (rule - FARTHER * beyond)
                * sure(from.statement())
                * sure(choice.target().statement());
        double sure = 1 / (1 + StrictMath.exp(-(BIAS + WEIGHT * StrictMath.log(Math.max(LEAST, product)))));
        return Math.rint(sure * 10_000) / 10_000;
    }

    private static double sure(Statement statement) {
        Confidence confidence = statement.attribution().confidence();
        return confidence.statement();
    }
}
