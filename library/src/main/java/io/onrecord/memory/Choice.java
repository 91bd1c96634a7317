package io.onrecord.memory;

import io.onrecord.search.Order;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants to find among what is on record, chosen by kinds, and in which order.
 *
 * @param question what is looked for; of its filter stances, forms, outlets and days are what can be chosen and is counted
 * @param speakers ids of identities, any of which made the statements; empty for anybody
 * @param copies whether the articles are to be copies of others, or to be none; empty for either
 * @param order in which statements are given
 */
public record Choice(Question question, Set<String> speakers, Optional<Boolean> copies, Order order) {
    public Choice {
        speakers = Set.copyOf(speakers);
    }
}
