package io.onrecord.store;

import io.onrecord.encoder.ByteVector;
import java.util.List;

/**
 * The vectors of all statements of an article.
 *
 * @param pending the article as it was asked for
 * @param vectors in the order of its statements
 */
public record Meant(Pending pending, List<ByteVector> vectors) {
    public Meant {
        vectors = List.copyOf(vectors);
        if (pending.statementIds().size() != vectors.size()) {
            throw new IllegalArgumentException(
                    pending.statementIds().size() + " statements with " + vectors.size() + " vectors");
        }
    }
}
