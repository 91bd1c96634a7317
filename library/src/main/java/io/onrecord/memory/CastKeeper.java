package io.onrecord.memory;

import io.onrecord.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Keeps who is who in memory and reads it again when it changed; while articles come in fast, no more than a tenth of the time goes into
 * that, and answers may count speakers as they were some moments ago. Safe to share between threads.
 */
final class CastKeeper {

    private static final int SHARE = 10;

    private final Store store;
    private @Nullable Cast cast;
    private long readAt;
    private long took;

    CastKeeper(Store store) {
        this.store = store;
    }

    /** As it is, or was some moments ago. */
    synchronized Cast now() {
        Cast known = cast;
        return known == null || System.nanoTime() - readAt >= SHARE * took ? fresh() : known;
    }

    /** As it is. */
    synchronized Cast fresh() {
        Cast known = cast;
        if (known == null || !known.stamp().equals(store.parties().stamp())) {
            long start = System.nanoTime();
            known = Cast.of(store.parties());
            readAt = System.nanoTime();
            took = readAt - start;
            cast = known;
        }
        return known;
    }
}
