package io.onrecord.claims;

import io.onrecord.encoder.ByteVector;
import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What matching sees of one statement: the proposition its content puts, with pronouns, first persons and weekdays filled in
 * from the record as far as it goes. A content of several sentences puts several. Immutable.
 *
 * @param statementId the statement
 * @param part counts the propositions of one statement from 0; the first is what its claim is
 * @param place where it stands
 * @param outlet who published it
 * @param speaker the speaker's name, where it is known
 * @param stance what the cue does
 * @param cue the words that report it
 * @param standing how the source stands to it
 * @param recalled whether it is told only as something that was said before ({@code had told reporters})
 * @param furniture whether it stands in page furniture
 * @param mood what is, will be, should be or may be
 * @param asOf the day for which it speaks
 * @param text a sentence that can be read by itself: what a network is to be given
 * @param terms its words in order
 * @param story the names that the article speaks of most, folded: what it is about
 * @param vector its meaning, where a network has given it
 */
public record Proposition(
        String statementId,
        int part,
        Place place,
        Optional<String> outlet,
        Optional<String> speaker,
        Optional<Stance> stance,
        List<Span> cue,
        Standing standing,
        boolean recalled,
        boolean furniture,
        Mood mood,
        Optional<LocalDate> asOf,
        String text,
        List<Term> terms,
        List<String> story,
        Optional<ByteVector> vector) {

    public Proposition {
        if (statementId.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("a proposition has a statement and a text");
        }
        if (part < 0) {
            throw new IllegalArgumentException("parts of a statement count from 0, not from " + part);
        }
        cue = List.copyOf(cue);
        terms = List.copyOf(terms);
        story = List.copyOf(story);
    }

    /** What it is called; see {@link PropositionId}. */
    public String id() {
        return new PropositionId(statementId, part).toString();
    }

    /** The same with another vector. */
    public Proposition with(ByteVector other) {
        return new Proposition(
                statementId,
                part,
                place,
                outlet,
                speaker,
                stance,
                cue,
                standing,
                recalled,
                furniture,
                mood,
                asOf,
                text,
                terms,
                story,
                Optional.of(other));
    }
}
