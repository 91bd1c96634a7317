package io.onrecord.model;

import java.util.List;
import java.util.Optional;

/**
 * One statement of a record.
 *
 * @param id {@link Ids#statement}
 * @param attribution its words: source, cue, content
 * @param speaker whom the source stands for, or why nobody; {@code CONTINUED} exactly where there is no cue
 * @param stance what the cue does; empty where it was not read
 * @param date when it was made; empty where it was not read
 * @param about ids of the speakers named inside the content
 * @param addressee the words that name whom it was said to
 * @param within id of the statement that reports this one; a statement that goes on from before has none
 * @param furniture whether it stands in page furniture rather than in the article's own text
 */
public record Statement(
        String id,
        Attribution attribution,
        Resolution speaker,
        Optional<StanceReading> stance,
        Optional<StatementDate> date,
        List<String> about,
        List<Span> addressee,
        Optional<String> within,
        boolean furniture) {

    public Statement {
        Check.notBlank(id, "statement id");
        about = List.copyOf(about);
        addressee = Spans.ordered(addressee, "addressee");
        if (within.isPresent() && within.get().equals(id)) {
            throw new IllegalArgumentException("statement " + id + " cannot report itself");
        }
        boolean continued = isContinued(speaker);
        if (attribution.cue().isEmpty() != continued) {
            throw new IllegalArgumentException("statement " + id + (continued ? " has a cue" : " has no cue")
                    + ", but its speaker is " + speaker
                    + ": a statement goes on from before (CONTINUED) exactly where it has no cue");
        }
        if (continued && within.isPresent()) {
            throw new IllegalArgumentException("statement " + id
                    + " goes on from one before, so it stands within none, not within " + within.get());
        }
    }

    /**
     * The same within another statement, or none.
     *
     * @param outer that statement's id
     * @throws IllegalArgumentException if it is this one's, or there is one and this goes on from one before
     */
    public Statement withOuter(Optional<String> outer) {
        return new Statement(id, attribution, speaker, stance, date, about, addressee, outer, furniture);
    }

    private static boolean isContinued(Resolution speaker) {
        return speaker instanceof Resolution.Resolved resolved && resolved.via().equals(Resolution.CONTINUED)
                || speaker instanceof Resolution.Unresolved unresolved
                        && unresolved.reason().equals(Resolution.CONTINUED);
    }
}
