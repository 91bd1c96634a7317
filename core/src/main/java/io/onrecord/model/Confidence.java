package io.onrecord.model;

import java.util.Optional;

/**
 * How sure the engine is, each value between 0 and 1: the share of such statements, or parts, that are right. A statement is
 * right when its content mostly is and its cue and source are at least in part; a part when it is right to the character.
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
