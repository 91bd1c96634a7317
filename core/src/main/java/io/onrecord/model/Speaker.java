package io.onrecord.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Somebody who speaks in one article; identity over articles is a function of its own.
 *
 * @param id local to the article's record
 * @param name the fullest name in the article, or the description of an unnamed speaker
 * @param kind what kind of party
 * @param roles what the article says the speaker is
 * @param descriptions the phrases that describe the speaker
 * @param aliases other names in the article
 * @param external ids of knowledge bases, by the base's name, in the order of the names
 */
public record Speaker(
        String id,
        String name,
        SpeakerKind kind,
        List<Role> roles,
        List<String> descriptions,
        List<String> aliases,
        Map<String, String> external) {

    public Speaker {
        Check.notBlank(id, "speaker id");
        Check.notBlank(name, "speaker name");
        roles = List.copyOf(roles);
        descriptions = List.copyOf(descriptions);
        aliases = List.copyOf(aliases);
        external = Collections.unmodifiableMap(new TreeMap<>(external));
    }
}
