package io.onrecord.store;

import java.util.List;
import java.util.Optional;

/**
 * A part of the list of identities.
 *
 * @param list in their order
 * @param next where the list goes on; empty at its end
 */
public record SpeakerPage(List<SpeakerProfile> list, Optional<SpeakerQuery.After> next) {
    public SpeakerPage {
        list = List.copyOf(list);
    }
}
