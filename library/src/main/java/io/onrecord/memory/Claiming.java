package io.onrecord.memory;

import io.onrecord.claims.ClaimDisputes;
import io.onrecord.claims.Matcher;
import io.onrecord.claims.Propositions;
import io.onrecord.disputes.Disputes;
import io.onrecord.model.ArticleRecord;
import io.onrecord.store.ClaimReading;
import io.onrecord.store.ClaimWork;
import io.onrecord.store.Store;

/**
 * Brings the claims of a store up to date: which articles are copies of which, which statements put the same claim, and who
 * disputes it. What it makes is a function of the records that are kept and of what users decided, in whatever order they came;
 * where it is stopped the next run goes on. Safe to share between threads.
 */
public final class Claiming {

    /** Of the rules. It changes whenever the same records would give other claims; stores are then made anew. */
    private static final String RULES = "rules 5";

    private Claiming() {}

    /** Compares by words and, where statements have them, vectors. */
    public static Claiming byWords() {
        return new Claiming();
    }

    /** What claims are made of, of one record. A pure function. */
    public static ClaimReading reading(ArticleRecord record) {
        Disputes.Found found = Disputes.find(record.article(), record.speakers(), record.statements());
        return new ClaimReading(Propositions.of(record), ClaimDisputes.references(found.pending()));
    }

    /** Whether there is nothing to do; costs next to nothing. */
    public boolean isDone(Store store) {
        return store.claimsAreDone(RULES);
    }

    /**
     * Does what is to do.
     *
     * @param listener hears how far it is, in articles, pairs and statements
     */
    public ClaimWork run(Store store, ProgressListener listener) {
        if (isDone(store)) {
            return new ClaimWork(0, 0, 0);
        }
        // What is to be done grows while it is done: articles make pairs, and these touch claims.
        long[] most = new long[1];
        return store.makeClaims(RULES, Claiming::reading, Matcher.plain(), left -> {
            most[0] = Math.max(most[0], left);
            listener.progress("finding claims", most[0] - left, most[0]);
        });
    }
}
