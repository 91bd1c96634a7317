package io.onrecord.corrections;

import io.onrecord.model.Ids;
import io.onrecord.model.StanceReading;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One entry in the history of what people put right. Entries are only ever added.
 *
 * @param id derived from all that follows but the note, so that the same correction brought in twice is one
 * @param anchor where its statement stands
 * @param change what is said of it
 * @param seen what the record said when the correction was made
 * @param author who says so
 * @param time when, to the millisecond
 * @param note why, in the author's words
 */
public record Correction(
        String id, Anchor anchor, Change change, Seen seen, String author, Instant time, Optional<String> note) {

    /** Notes are sentences, not papers. */
    public static final int LONGEST_NOTE = 4_000;

    /**
     * What a record said of a statement.
     *
     * @param speaker the name; empty where nobody was named, or where there was no statement
     * @param stance empty where none was read
     */
    public record Seen(Optional<String> speaker, Optional<StanceReading> stance) {
        /** Of a statement that was not there. */
        public static final Seen NOTHING = new Seen(Optional.empty(), Optional.empty());
    }

    public Correction {
        if (author.isBlank()) {
            throw new IllegalArgumentException("a correction has an author");
        }
        if (!time.equals(time.truncatedTo(ChronoUnit.MILLIS))) {
            throw new IllegalArgumentException("the time of a correction is told to the millisecond, unlike " + time);
        }
        note = note.map(String::strip).filter(words -> !words.isEmpty());
        if (note.filter(words -> words.length() > LONGEST_NOTE).isPresent()) {
            throw new IllegalArgumentException("a note has at most " + LONGEST_NOTE + " characters, not "
                    + note.get().length());
        }
        String derived = idOf(anchor, change, author, time);
        if (!id.equals(derived)) {
            throw new IllegalArgumentException("a correction has the id " + id + " that should be " + derived);
        }
    }

    /**
     * A correction with its derived id.
     *
     * @param time anything below the millisecond is dropped
     */
    public static Correction of(
            Anchor anchor, Change change, Seen seen, String author, Instant time, Optional<String> note) {
        Instant at = time.truncatedTo(ChronoUnit.MILLIS);
        return new Correction(idOf(anchor, change, author, at), anchor, change, seen, author, at, note);
    }

    private static String idOf(Anchor anchor, Change change, String author, Instant time) {
        return Ids.entry(String.join(
                "\u0000",
                anchor.textDigest(),
                anchor.in().name(),
                anchor.source().toString(),
                anchor.cue().toString(),
                anchor.content().toString(),
                change.code(),
                details(change),
                author,
                time.toString()));
    }

    /** Written out, so that ids stay whatever the types are called. */
    private static String details(Change change) {
        if (change instanceof Change.SpeakerIs speaker) {
            return speaker.name() + "\u0001" + speaker.kind().map(Enum::name).orElse("");
        }
        if (change instanceof Change.StanceIs stance) {
            StanceReading reading = stance.reading();
            return reading.stance() + " " + reading.negated() + " " + reading.hypothetical();
        }
        if (change instanceof Change.SpansAre spans) {
            return spans.source() + " " + spans.cue() + " " + spans.content();
        }
        return change instanceof Change.Undone undone ? undone.correction() : "";
    }
}
