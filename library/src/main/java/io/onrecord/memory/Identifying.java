package io.onrecord.memory;

import io.onrecord.store.Store;

/**
 * Brings up to date who is the same over articles. The result is that of {@link io.onrecord.speakers.Identities} over all speakers
 * and decisions at once, in whatever order they came; only those who have to do with what changed are looked at. Where it is stopped
 * the next run goes on. Safe to share between threads.
 */
public final class Identifying {

    private static final String WHAT = "who is the same";

    /** Whether there is nothing to do; costs next to nothing. */
    public boolean isDone(Store store) {
        return store.identitiesLeft() == 0;
    }

    /**
     * Does what is to do.
     *
     * @return how many speakers were looked at
     * @throws io.onrecord.store.StoreException if the store cannot be written
     */
    public long run(Store store, ProgressListener listener) {
        long left = store.identitiesLeft();
        long most = left;
        if (left == 0) {
            return 0;
        }
        listener.progress(WHAT, 0, left);
        while (store.stepIdentities() > 0) {
            left = store.identitiesLeft();
            // A group may have more in it than waited.
            most = Math.max(most, left);
            listener.progress(WHAT, most - left, most);
        }
        return most;
    }
}
