package io.onrecord.server.desk;

import io.onrecord.corrections.Change;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.StanceReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody says of a statement, all at once.
 *
 * @param speaker who says it: a name of one of the article's speakers, or of somebody else
 * @param kind what a speaker is, where the name does not tell
 * @param nobody whether nobody can be named
 * @param stance what the cue does
 * @param verdict whether it is one at all, and right
 * @param words where its words stand
 */
public record Said(
        Optional<String> speaker,
        Optional<SpeakerKind> kind,
        boolean nobody,
        Optional<StanceReading> stance,
        Optional<Verdict> verdict,
        Optional<Change.SpansAre> words) {

    /** Whether it is a statement. */
    public enum Verdict {
        /** It was looked at and is right. */
        ACCEPT,
        /** It is none, or wrong beyond repair. */
        REJECT
    }

    /**
     * Holds what is said together.
     *
     * @throws IllegalArgumentException if it contradicts itself, in words for who said it
     */
    public Said {
        speaker = Naming.typed(speaker);
        if (kind.isPresent() && speaker.isEmpty()) {
            throw new IllegalArgumentException("a kind says what a speaker is: give the speaker, too");
        }
        if (speaker.isPresent() && nobody) {
            throw new IllegalArgumentException("either somebody says it, or nobody can be named: give one of them");
        }
        boolean changes = speaker.isPresent() || nobody || stance.isPresent() || words.isPresent();
        if (verdict.isPresent() && changes) {
            throw new IllegalArgumentException(
                    "a verdict (accept, reject) is about the statement as it is: give it alone");
        }
    }

    /** A verdict alone. */
    public static Said of(Verdict verdict) {
        return new Said(
                Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.of(verdict), Optional.empty());
    }

    /** Whether nothing is said. */
    public boolean isNothing() {
        return changes().isEmpty();
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        words.ifPresent(changes::add);
        speaker.ifPresent(name -> changes.add(new Change.SpeakerIs(name, kind)));
        if (nobody) {
            changes.add(new Change.NobodyNamed());
        }
        stance.ifPresent(reading -> changes.add(new Change.StanceIs(reading)));
        verdict.ifPresent(one -> changes.add(one == Verdict.REJECT ? new Change.Rejected() : new Change.Accepted()));
        return changes;
    }
}
