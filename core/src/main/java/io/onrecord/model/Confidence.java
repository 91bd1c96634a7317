package io.onrecord.model;

import java.util.Optional;

/**
 * How sure the engine is, each value between 0 and 1.
 *
 * @param statement of the whole statement
 * @param source of the source spans; empty where the statement has none
 * @param cue of the cue spans; empty where the statement has none
 * @param content of the content spans
 */
public record Confidence(double statement, Optional<Double> source, Optional<Double> cue, double content) {

    public Confidence {
        Check.probability(statement, "confidence of the statement");
        source.ifPresent(value -> Check.probability(value, "confidence of the source"));
        cue.ifPresent(value -> Check.probability(value, "confidence of the cue"));
        Check.probability(content, "confidence of the content");
    }
}
