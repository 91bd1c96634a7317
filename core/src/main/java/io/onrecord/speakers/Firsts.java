package io.onrecord.speakers;

import io.onrecord.model.SpeakerKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who stands out in the sentences before a pronoun.
 *
 * @param lastSubject the last subject before it in its sentence
 * @param inSentence whether a subject stands before it in its sentence
 * @param subjectBefore the first subject of the sentence before
 * @param lastSentence number of the last sentence that names a person; -1 for none
 * @param inLast how many persons that one names
 */
record Firsts(
        @Nullable Party lastSubject,
        boolean inSentence,
        @Nullable Party subjectBefore,
        int lastSentence,
        int inLast) {

    static Firsts of(Reading reading, List<Mention> before, Phrase pronoun) {
        Party lastSubject = null;
        Party subjectBefore = null;
        int lastSentence = -1;
        Set<Party> inLast = new HashSet<>();
        for (Mention mention : before) {
            if (mention.party().kind() != SpeakerKind.PERSON) {
                continue;
            }
            Phrase phrase = reading.of(mention);
            if (phrase.sentence() != lastSentence) {
                lastSentence = phrase.sentence();
                inLast.clear();
            }
            inLast.add(mention.party());
            if (!phrase.is(Function.SUBJECT)) {
                continue;
            }
            if (phrase.sentence() == pronoun.sentence()) {
                lastSubject = mention.party();
            } else if (phrase.sentence() == pronoun.sentence() - 1 && subjectBefore == null) {
                subjectBefore = mention.party();
            }
        }
        return new Firsts(lastSubject, lastSubject != null, subjectBefore, lastSentence, inLast.size());
    }

    boolean isLastSubject(Party party) {
        return party.equals(lastSubject);
    }

    boolean isSubjectBefore(Party party) {
        return party.equals(subjectBefore);
    }
}
