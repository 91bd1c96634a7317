package io.onrecord.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Somebody who speaks in one article; identity over articles is a function of its own.
 *
 * @param id local to the article's record
 * @param name the fullest name in the article, or the description of an unnamed speaker
 * @param kind what kind of party
 * @param roles what the article says the speaker is
 * @param descriptions the phrases that describe the speaker
 * @param aliases other names in the article, and those that a gazetteer knows
 * @param external ids of knowledge bases, by the base's name, in the order of the names
 * @param count how many they are, at least 1, where the article gives an exact number: {@code two officials}
 */
public record Speaker(
        String id,
        String name,
        SpeakerKind kind,
        List<Role> roles,
        List<String> descriptions,
        List<String> aliases,
        Map<String, String> external,
        OptionalInt count) {

    public Speaker {
        Check.notBlank(id, "speaker id");
        Check.notBlank(name, "speaker name");
        roles = List.copyOf(roles);
        descriptions = List.copyOf(descriptions);
        aliases = List.copyOf(aliases);
        external = Collections.unmodifiableMap(new TreeMap<>(external));
        if (count.isPresent() && count.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "speaker " + id + " stands for " + count.getAsInt() + "; a count is at least 1");
        }
    }

    /** One whom the article does not count. */
    public Speaker(
            String id,
            String name,
            SpeakerKind kind,
            List<Role> roles,
            List<String> descriptions,
            List<String> aliases,
            Map<String, String> external) {
        this(id, name, kind, roles, descriptions, aliases, external, OptionalInt.empty());
    }

    /** The same under another name and with other ids and names, as what is known elsewhere gives them. */
    public Speaker with(String otherName, SpeakerKind otherKind, List<String> others, Map<String, String> ids) {
        return new Speaker(id, otherName, otherKind, roles, descriptions, others, ids, count);
    }
}
