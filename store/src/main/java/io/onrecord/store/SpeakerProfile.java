package io.onrecord.store;

import io.onrecord.model.SpeakerKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An identity with what is on record of it.
 *
 * @param id of the identity
 * @param name the fullest
 * @param kind what kind of party
 * @param aliases other names, in the order of characters
 * @param external ids of knowledge bases, by the base's name
 * @param statements how many are its own, as people put them right
 * @param articles how many it speaks in
 * @param first day of the earliest of these of which a day is known, such as 2024-05-16
 * @param last day of the latest
 */
public record SpeakerProfile(
        String id,
        String name,
        SpeakerKind kind,
        List<String> aliases,
        Map<String, String> external,
        int statements,
        int articles,
        Optional<String> first,
        Optional<String> last) {
    public SpeakerProfile {
        aliases = List.copyOf(aliases);
        external = Map.copyOf(external);
    }
}
