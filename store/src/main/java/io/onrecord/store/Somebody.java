package io.onrecord.store;

import io.onrecord.model.SpeakerKind;
import java.util.List;

/**
 * An identity as it is looked up by name.
 *
 * @param id of the identity
 * @param name the fullest
 * @param kind what kind of party
 * @param aliases other names
 * @param members how many articles' speakers it is
 */
public record Somebody(String id, String name, SpeakerKind kind, List<String> aliases, int members) {
    public Somebody {
        aliases = List.copyOf(aliases);
    }
}
