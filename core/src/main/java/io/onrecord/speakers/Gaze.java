package io.onrecord.speakers;

import io.onrecord.encoder.Pieces;
import io.onrecord.encoder.TokenScores;
import io.onrecord.model.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a network looks from the pronouns of an article's text at its names; see {@link TokenScores#heads}. Immutable. */
public final class Gaze {

    /** Where no network has read the text. */
    public static final Gaze NONE = new Gaze(null);

    private static final double[] UNSEEN = new double[0];

    private final @Nullable TokenScores scores;

    private Gaze(@Nullable TokenScores scores) {
        this.scores = scores;
    }

    /** What a network made of an article's text. */
    public static Gaze of(TokenScores scores) {
        return new Gaze(scores);
    }

    /** By head, from the pronoun at the first piece of the name that has a capital; empty where the network did not see the two together. */
    double[] at(Span pronoun, Span name) {
        if (scores == null) {
            return UNSEEN;
        }
        Pieces pieces = scores.pieces();
        int from = pieces.at(pronoun.start());
        int size = pieces.size();
        for (int to = pieces.at(name.start()); from < size && to < size && pieces.start(to) < name.end(); to++) {
            double[] seen = scores.heads(from, to);
            if (seen.length == Clue.heads().size()) {
                return seen;
            }
        }
        return UNSEEN;
    }

    /** What the clues weigh where the network has seen the names; empty if it does not say, and then it is not asked. */
    public Optional<ClueWeights> weights() {
        return scores == null || scores.pronounWeights().isEmpty()
                ? Optional.empty()
                : Optional.of(ClueWeights.ofCodes(scores.pronounWeights()));
    }
}
