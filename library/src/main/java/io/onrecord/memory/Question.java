package io.onrecord.memory;

import io.onrecord.exchange.export.ExportFilter;
import io.onrecord.search.Words;
import io.onrecord.store.Somebody;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to find.
 *
 * @param who made the statements, any of these; empty for anybody, and where it is present and empty nothing is found
 * @param about what they are about
 * @param byMeaning whether what is near in meaning counts, too, beside the words
 * @param filter what else must hold of them; speakers named in it are left to {@code who}
 */
public record Question(Optional<List<Somebody>> who, Words about, boolean byMeaning, ExportFilter filter) {
    public Question {
        who = who.map(List::copyOf);
    }
}
