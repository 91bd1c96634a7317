package io.onrecord.corrections;

import io.onrecord.corrections.Change.SpeakerIs;
import io.onrecord.model.Attribution;
import io.onrecord.model.Resolution;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Resolution.Unresolved;
import io.onrecord.model.Speaker;
import io.onrecord.speakers.NamedSpeakers;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The speakers of a record, and those whom people name beside them. */
final class NamedBy {

    /** The rule, or the reason, of a speaker whom a person told. */
    static final String CORRECTED = "CORRECTED";

    private final List<Speaker> speakers;
    private int added;

    NamedBy(List<Speaker> speakers) {
        this.speakers = new ArrayList<>(speakers);
    }

    List<Speaker> speakers() {
        return List.copyOf(speakers);
    }

    /** Whom a person named. */
    Resolution named(SpeakerIs change, Correction correction) {
        return resolved(change, "corrected", correction);
    }

    /** Who said a statement when a person looked at it that the engine has no more. */
    Resolution seen(String name, Correction correction) {
        return resolved(new SpeakerIs(name, Optional.empty()), "seen so", correction);
    }

    private Resolution resolved(SpeakerIs change, String how, Correction correction) {
        Speaker speaker = find(change);
        String day = correction.time().atZone(ZoneOffset.UTC).toLocalDate().toString();
        String why = how + " by " + correction.author() + " on " + day
                + correction.note().map(note -> ": " + note).orElse("");
        return new Resolved(speaker.id(), speaker.name(), CORRECTED, 1, why);
    }

    private Speaker find(SpeakerIs change) {
        List<Speaker> named = NamedSpeakers.of(speakers, change.name(), change.kind());
        if (!named.isEmpty()) {
            return named.get(0);
        }
        Speaker made = new Speaker(
                newId(),
                change.name(),
                change.kind().orElseGet(() -> NamedSpeakers.kindOf(change.name())),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
        speakers.add(made);
        return made;
    }

    private String newId() {
        while (true) {
            String id = "c" + ++added;
            if (speakers.stream().noneMatch(speaker -> speaker.id().equals(id))) {
                return id;
            }
        }
    }

    /** As a statement with these words may have it: what goes on from one before says so, whoever told the speaker. */
    static Resolution fitting(Resolution speaker, Attribution words) {
        boolean goesOn = words.cue().isEmpty();
        if (speaker instanceof Resolved resolved) {
            boolean said = resolved.via().equals(Resolution.CONTINUED);
            return said == goesOn
                    ? resolved
                    : new Resolved(
                            resolved.speakerId(),
                            resolved.name(),
                            goesOn ? Resolution.CONTINUED : CORRECTED,
                            resolved.confidence(),
                            resolved.why());
        }
        boolean said =
                speaker instanceof Unresolved unresolved && unresolved.reason().equals(Resolution.CONTINUED);
        return said == goesOn ? speaker : new Unresolved(goesOn ? Resolution.CONTINUED : CORRECTED);
    }
}
