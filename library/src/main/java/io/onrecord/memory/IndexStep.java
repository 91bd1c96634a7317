package io.onrecord.memory;

import io.onrecord.search.IndexException;
import io.onrecord.search.Stamp;
import io.onrecord.search.StatementIndex;
import io.onrecord.search.Update;
import io.onrecord.store.Changed;
import io.onrecord.store.Changes;
import io.onrecord.store.Store;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets the search index follow the store: what changed since it last did is taken in, what was forgotten leaves its files. An index
 * that is missing, damaged, of another version or of another store is made anew. What is done is kept from time to time, so that
 * whoever stops this goes on there.
 */
public final class IndexStep {

    private static final String WHAT = "search index, articles";
    private static final String FORGETTING = "search index, writing it without what was forgotten";

    /** So often what is done is kept. */
    private static final Duration KEEPING = Duration.ofSeconds(30);

    private final StatementIndex index;

    /** @param index stays open */
    public IndexStep(StatementIndex index) {
        this.index = index;
    }

    /** How many articles changed since the index last followed; all of them where there is none. */
    public long behind(Store store) {
        Stamp stamp = start(store, false);
        return store.changes(stamp.since(), stamp.after()).count();
    }

    /** Whether there is an index of this store, be it behind. */
    public boolean isUsable(Store store) {
        return !isNothing(start(store, false));
    }

    /**
     * Takes in what changed.
     *
     * @param anew whether what is there is thrown away first
     * @return how many articles were taken in or out
     * @throws IndexException if another process does the same just now, or the index cannot be written
     * @throws io.onrecord.store.StoreException if the store cannot be read
     */
    public long run(Store store, boolean anew, ProgressListener listener) {
        long done = 0;
        Stamp stamp = start(store, anew);
        Changes changes = store.changes(stamp.since(), stamp.after());
        // Also where there is nothing to take in: what is there may be of another store, and would be shown.
        if (changes.count() > 0 || isNothing(stamp) || stamp.underWay()) {
            done = follow(stamp, changes, isNothing(stamp), listener);
            index.refresh();
        }
        return done;
    }

    /** Where to go on; from the beginning where what is there is of no use. */
    private Stamp start(Store store, boolean anew) {
        Stamp none = Stamp.none(store.id());
        Optional<Stamp> found = anew ? Optional.empty() : index.stamp();
        if (found.isEmpty() || !found.get().store().equals(none.store())) {
            return none;
        }
        // A store that was put back to an earlier state numbers its changes as before, but not the same ones.
        long horizon = store.changes(Long.MAX_VALUE).horizon();
        return found.get().goal() > horizon ? none : found.get();
    }

    private static boolean isNothing(Stamp stamp) {
        return stamp.since() == 0 && !stamp.underWay();
    }

    private long follow(Stamp from, Changes changes, boolean anew, ProgressListener listener) {
        long goal = from.underWay() ? from.goal() : changes.horizon();
        long done = 0;
        boolean forgetting = false;
        long kept = System.nanoTime();
        try (Update update = index.update(anew)) {
            listener.progress(WHAT, 0, changes.count());
            while (changes.hasNext()) {
                Changed changed = changes.next();
                forgetting |= apply(changed, update);
                listener.progress(WHAT, ++done, Math.max(done, changes.count()));
                if (System.nanoTime() - kept > KEEPING.toNanos()) {
                    update.commit(new Stamp(from.store(), from.since(), goal, changed.article()));
                    kept = System.nanoTime();
                }
            }
            if (forgetting && !anew) {
                listener.progress(FORGETTING, 0, 0);
            }
            update.commit(new Stamp(from.store(), goal, goal, 0));
        }
        return done;
    }

    /** Whether the article is to be forgotten. */
    private boolean apply(Changed changed, Update update) {
        if (changed.record().isEmpty()) {
            update.forget(changed.article());
            return true;
        }
        if (changed.newest()) {
            update.put(changed.article(), changed.record().get(), changed.vectors());
        } else {
            update.leaveOut(changed.article());
        }
        return false;
    }
}
