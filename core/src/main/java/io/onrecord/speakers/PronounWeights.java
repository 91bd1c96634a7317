package io.onrecord.speakers;

import io.onrecord.speakers.Antecedents.Candidate;
import java.util.List;

/**
 * What the clues weigh for a pronoun.
 *
 * @param seen where a network has seen it together with names
 * @param alone elsewhere
 */
record PronounWeights(ClueWeights seen, ClueWeights alone) {

    static PronounWeights of(Gaze gaze) {
        return new PronounWeights(gaze.weights().orElse(ClueWeights.shipped()), ClueWeights.shipped());
    }

    /** Those for one of all the candidates for a pronoun. */
    ClueWeights among(List<Candidate> candidates) {
        boolean any = candidates.stream()
                .anyMatch(
                        candidate -> candidate.clues().containsKey(Clue.heads().get(0)));
        return any ? seen : alone;
    }
}
