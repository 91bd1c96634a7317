package io.onrecord.claims;

import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;

/** How a source stands to the claim that its statement puts. */
public enum Standing {
    /** Says that it is so, in whatever tone. */
    STATES,
    /** Says of itself or its side that it is not so: {@code denied that p}. */
    DENIES,
    /** Turns down what another stated: {@code dismissed as nonsense the claim that p}. */
    REJECTS,
    /** Says neither: {@code did not deny that p}, {@code would not confirm that p}, {@code would say that p}. */
    LEAVES_OPEN;

    /** What a cue's stance makes of the content. */
    public static Standing of(StanceReading reading) {
        if (reading.negated() || reading.hypothetical() || reading.stance() == Stance.ASKS) {
            return LEAVES_OPEN;
        }
        return switch (reading.stance()) {
            case DENIES -> DENIES;
            case REJECTS -> REJECTS;
            default -> STATES;
        };
    }
}
