package io.onrecord.store;

import java.util.List;

/**
 * An article whose statements have no vectors yet.
 *
 * @param article its number in this store
 * @param statementIds of all its statements, in their order
 * @param contents what each states, in the same order; what stands between the pieces is left out
 */
public record Pending(int article, List<String> statementIds, List<String> contents) {
    public Pending {
        statementIds = List.copyOf(statementIds);
        contents = List.copyOf(contents);
        if (statementIds.size() != contents.size()) {
            throw new IllegalArgumentException(
                    statementIds.size() + " statements with " + contents.size() + " contents");
        }
    }
}
