package io.onrecord.evaluation;

import io.onrecord.evaluation.Parts.Role;
import java.util.BitSet;

/** A statement and the tokens of its roles; equal to another when those are. */
record Covered(Parts parts, BitSet source, BitSet cue, BitSet content) {

    /** Least share of common content of two statements that agree loosely. */
    private static final double LOOSE = 0.5;

    Covered(Parts parts, Tokens tokens) {
        this(parts, tokens.covered(parts.source()), tokens.covered(parts.cue()), tokens.covered(parts.content()));
    }

    BitSet of(Role role) {
        return switch (role) {
            case SOURCE -> source;
            case CUE -> cue;
            case CONTENT -> content;
        };
    }

    /** How many tokens of content both have. */
    int sharedContent(Covered other) {
        return shared(content, other.content);
    }

    /** Whether a statement that was found agrees with this one of the gold, as {@link AttributionScore} has it. */
    boolean isLoosely(Covered found) {
        int shared = sharedContent(found);
        int union = content.cardinality() + found.content.cardinality() - shared;
        if (union == 0 || (double) shared / union < LOOSE) {
            return false;
        }
        if (!cue.intersects(found.cue)) {
            return false;
        }
        return source.intersects(found.source) || (source.isEmpty() && found.source.isEmpty());
    }

    static int shared(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Covered that
                && source.equals(that.source)
                && cue.equals(that.cue)
                && content.equals(that.content);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * source.hashCode() + cue.hashCode()) + content.hashCode();
    }
}
