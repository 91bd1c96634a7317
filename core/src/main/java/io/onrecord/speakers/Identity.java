package io.onrecord.speakers;

import io.onrecord.model.SpeakerKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Somebody who speaks in one or more articles.
 *
 * @param id derived from the earliest article that has them and their name there, so that what is read later leaves it as it
 *     is; 32 hexadecimal digits
 * @param name the fullest of their names, without a form of address where one of them is
 * @param kind what kind of party; a post together with its holder is a person
 * @param aliases their other names, in the order of characters
 * @param external ids of knowledge bases, by the base's name
 * @param members whom of which article this is, the earliest article first; at least one
 */
public record Identity(
        String id,
        String name,
        SpeakerKind kind,
        List<String> aliases,
        Map<String, String> external,
        List<Member> members) {

    /**
     * A speaker of an article.
     *
     * @param articleId id of the article
     * @param speakerId id of the speaker in the article's record
     */
    public record Member(String articleId, String speakerId) {}

    public Identity {
        aliases = List.copyOf(aliases);
        external = Collections.unmodifiableMap(new TreeMap<>(external));
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("identity " + name + " has no member");
        }
    }
}
