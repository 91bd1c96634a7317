package io.onrecord.server.desk;

import io.onrecord.corrections.Change;
import io.onrecord.model.Speaker;
import io.onrecord.speakers.NamedSpeakers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** Speakers as people type them. */
final class Naming {

    /** UTF-16 units of a name. */
    private static final int LONGEST = 300;

    private Naming() {}

    /**
     * A name as it is kept: in one line, without white space around it; empty where nothing was typed.
     *
     * @throws IllegalArgumentException if it is too long, in words for who typed it
     */
    static Optional<String> typed(Optional<String> name) {
        Optional<String> line =
                name.map(words -> words.strip().replaceAll("\\s+", " ")).filter(words -> !words.isEmpty());
        if (line.filter(words -> words.length() > LONGEST).isPresent()) {
            throw new IllegalArgumentException("the name of the speaker has more than " + LONGEST + " characters");
        }
        return line;
    }

    /**
     * The full name that an article has for whom somebody named; as it was typed for somebody new to it.
     *
     * @throws IllegalArgumentException if several are called so, in words for who typed it
     */
    static Change.SpeakerIs full(List<Speaker> speakers, Change.SpeakerIs typed) {
        List<Speaker> meant = NamedSpeakers.of(speakers, typed.name(), typed.kind());
        if (meant.size() > 1) {
            StringJoiner names = new StringJoiner(", ");
            meant.forEach(one ->
                    names.add(Words.shown(one.name()) + " (" + one.kind().name().toLowerCase(Locale.ROOT) + ")"));
            throw new IllegalArgumentException("the article has several speakers of that name: " + names
                    + "; give the full name of one, or what kind of speaker it is");
        }
        return meant.isEmpty() ? typed : new Change.SpeakerIs(meant.get(0).name(), typed.kind());
    }
}
