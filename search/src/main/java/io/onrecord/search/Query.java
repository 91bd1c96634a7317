package io.onrecord.search;

import io.onrecord.encoder.ByteVector;
import io.onrecord.model.Form;
import io.onrecord.model.Stance;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What to find. Empty sets and empty values hold nothing back.
 *
 * @param words what the statements are about
 * @param meaning of the words; empty to look for the words alone
 * @param speakers who made them; where it is present and empty nothing is found
 * @param stances that they may have
 * @param forms that they may have
 * @param outlets that may have published them, in any case of letters
 * @param since they may have been made on this day or later
 * @param until they may have been made on this day or before
 * @param articles numbers of articles that they may stand in
 * @param minConfidence least confidence of the statement, from 0 to 1
 */
public record Query(
        Words words,
        Optional<ByteVector> meaning,
        Optional<Set<SpeakerKey>> speakers,
        Set<Stance> stances,
        Set<Form> forms,
        Set<String> outlets,
        Optional<LocalDate> since,
        Optional<LocalDate> until,
        Optional<Set<Integer>> articles,
        double minConfidence) {

    /** Everything, the latest first. */
    public static final Query ALL = new Query(
            Words.NONE,
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0);

    public Query {
        speakers = speakers.map(Set::copyOf);
        articles = articles.map(Set::copyOf);
        stances = Set.copyOf(stances);
        forms = Set.copyOf(forms);
        outlets = Set.copyOf(outlets);
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new IllegalArgumentException("minConfidence must lie between 0 and 1, not " + minConfidence);
        }
    }

    /** The same about something else. */
    public Query about(Words other, Optional<ByteVector> otherMeaning) {
        return new Query(other, otherMeaning, speakers, stances, forms, outlets, since, until, articles, minConfidence);
    }

    /** The same by somebody. */
    public Query by(Set<SpeakerKey> others) {
        return new Query(
                words, meaning, Optional.of(others), stances, forms, outlets, since, until, articles, minConfidence);
    }

    /** The same in some articles, by their numbers. */
    public Query in(Set<Integer> others) {
        return new Query(
                words, meaning, speakers, stances, forms, outlets, since, until, Optional.of(others), minConfidence);
    }
}
