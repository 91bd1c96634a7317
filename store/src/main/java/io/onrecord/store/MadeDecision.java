package io.onrecord.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody decided, as it stands in the history.
 *
 * @param id by which it is taken back
 * @param of speakers or claims
 * @param merge whether it says that they are one; else that they are not
 * @param first whom or what it is about
 * @param others one or more that it is said of
 * @param author who decided
 * @param time when, to the second
 * @param takenBack who took it back, and when
 */
public record MadeDecision(
        String id,
        Of of,
        boolean merge,
        End first,
        List<End> others,
        String author,
        Instant time,
        Optional<TakenBack> takenBack) {

    /** What is decided about. */
    public enum Of {
        SPEAKERS,
        CLAIMS
    }

    /**
     * What a decision names.
     *
     * @param articleId where it stands
     * @param name of the speaker there; of a claim, the id of a statement that puts it, behind a dot the number of its sentence
     * @param loose whether the article's record has no such speaker or statement (any more), so that nothing follows from it now
     */
    public record End(String articleId, String name, boolean loose) {}

    /**
     * That a decision holds no more.
     *
     * @param author who took it back
     * @param time when, to the second
     */
    public record TakenBack(String author, Instant time) {}

    public MadeDecision {
        others = List.copyOf(others);
    }
}
