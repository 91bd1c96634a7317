package io.onrecord.memory;

import io.onrecord.store.Store;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps who is who in memory. It is read again when the index follows the store; where that is quick, whoever asks does it, too, but nobody
 * waits for another who is at it, and no more than a tenth of the time goes into that: answers may count speakers as they were some moments
 * ago. Safe to share between threads.
 */
final class CastKeeper {

    /** What takes longer is left to the one who lets the index follow: a page of the desk must not wait for it. */
    private static final long QUICK = TimeUnit.MILLISECONDS.toNanos(20);

    private static final int SHARE = 10;

    private final Store store;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Cast cast;
    private volatile long readAt;
    private volatile long took;

    CastKeeper(Store store) {
        this.store = store;
    }

    /** As it is, or was some moments ago. */
    Cast now() {
        Cast known = cast;
        if (known == null) {
            return fresh();
        }
        if (took > QUICK || System.nanoTime() - readAt < SHARE * took || !reading.tryLock()) {
            return known;
        }
        try {
            return fresh();
        } finally {
            reading.unlock();
        }
    }

    /** As it is. */
    Cast fresh() {
        reading.lock();
        try {
            Cast known = cast;
            if (known == null || !known.stamp().equals(store.parties().stamp())) {
                long start = System.nanoTime();
                known = Cast.of(store.parties());
                readAt = System.nanoTime();
                took = readAt - start;
                cast = known;
            }
            return known;
        } finally {
            reading.unlock();
        }
    }

    /** What was asked for before is read again where it changed. */
    void follow() {
        if (cast != null) {
            fresh();
        }
    }
}
