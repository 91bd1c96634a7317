package io.onrecord.store;

import io.onrecord.encoder.ByteVector;
import io.onrecord.model.ArticleRecord;
import java.util.Map;
import java.util.Optional;

/**
 * An article that changed.
 *
 * @param article its number in this store, which stays when it is read again
 * @param record as it is now, as people put it right; empty where it is gone, or damaged
 * @param newest whether no later version of it is kept
 * @param vectors of its statements, by their ids; those that have none yet are not in it
 */
public record Changed(int article, Optional<ArticleRecord> record, boolean newest, Map<String, ByteVector> vectors) {
    public Changed {
        vectors = Map.copyOf(vectors);
    }
}
