package io.onrecord.speakers;

import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Speakers by the names that people type. Pure functions, safe to call from any thread. */
public final class NamedSpeakers {

    private NamedSpeakers() {}

    /**
     * Those of some speakers that a name means: those who are called so, or else those of whom it is another name, or else those
     * whose names end with it, as {@code Serrat} does for Ilan Serrat. Case and accents do not matter.
     *
     * @return in the order they were given; several where the name does not tell them apart
     */
    public static List<Speaker> of(List<Speaker> speakers, String name) {
        String folded = Folding.fold(name);
        List<Speaker> called =
                filter(speakers, speaker -> Folding.fold(speaker.name()).equals(folded));
        if (called.isEmpty()) {
            called = filter(
                    speakers,
                    speaker -> speaker.aliases().stream()
                            .anyMatch(alias -> Folding.fold(alias).equals(folded)));
        }
        return called.isEmpty() && !folded.isEmpty()
                ? filter(speakers, speaker -> Folding.fold(speaker.name()).endsWith(" " + folded))
                : called;
    }

    /**
     * Those of them that are of a kind, where it is told.
     *
     * @param kind empty where any will do
     */
    public static List<Speaker> of(List<Speaker> speakers, String name, Optional<SpeakerKind> kind) {
        return filter(of(speakers, name), speaker -> kind.isEmpty() || speaker.kind() == kind.get());
    }

    private static List<Speaker> filter(List<Speaker> speakers, Predicate<Speaker> wanted) {
        return speakers.stream().filter(wanted).toList();
    }

    /** What somebody most likely is of whom only a name is known: a state where it is a state's, else a person. */
    public static SpeakerKind kindOf(String name) {
        return Countries.named(name).isPresent() ? SpeakerKind.STATE : SpeakerKind.PERSON;
    }
}
