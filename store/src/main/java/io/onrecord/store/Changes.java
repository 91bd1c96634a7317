package io.onrecord.store;

import io.onrecord.encoder.ByteVector;
import io.onrecord.model.ArticleRecord;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;

/**
 * The articles that changed, in the order of their numbers, one in memory at a time. Each is as it is when its turn comes. For one
 * thread; needs no closing, since between two it holds nothing.
 */
public final class Changes {

    private static final int PAGE = 500;

    private final Database database;
    private final long since;
    private final long horizon;
    private final long count;
    private final Queue<ChangeLog.Entry> page = new ArrayDeque<>();
    private int last;
    private boolean ended;

    Changes(Database database, long since, int after) {
        this.database = database;
        this.since = since;
        this.last = after;
        long[] found = database.read(session ->
                new long[] {ChangeLog.horizon(session, database.dialect()), ChangeLog.count(session, since, after)});
        this.horizon = found[0];
        this.count = found[1];
    }

    /** Where to go on after these: what changes from now on has at least this number. */
    public long horizon() {
        return horizon;
    }

    /** How many articles these are, when they were asked for. */
    public long count() {
        return count;
    }

    public boolean hasNext() {
        if (page.isEmpty() && !ended) {
            List<ChangeLog.Entry> more = database.read(session -> ChangeLog.since(session, since, last, PAGE));
            page.addAll(more);
            ended = more.size() < PAGE;
        }
        return !page.isEmpty();
    }

    /** The next one. */
    public Changed next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more changes in " + database.name());
        }
        int article = page.remove().article();
        last = article;
        return database.read(session -> read(session, article));
    }

    private static Changed read(Session session, int article) {
        boolean newest = session.count("SELECT count(*) FROM article WHERE newer_than = ?", article) == 0;
        boolean there = session.count("SELECT count(*) FROM article WHERE key = ?", article) > 0;
        if (!there) {
            return new Changed(article, Optional.empty(), newest, Map.of());
        }
        Optional<ArticleRecord> record;
        try {
            record = Optional.of(CorrectionTables.corrected(session, article).record());
        } catch (StoreException e) {
            if (e.reason() != StoreException.Reason.DAMAGED) {
                throw e;
            }
            // Store.check tells of it; here the others must go on.
            return new Changed(article, Optional.empty(), newest, Map.of());
        }
        return new Changed(article, record, newest, vectors(session, article));
    }

    private static Map<String, ByteVector> vectors(Session session, int article) {
        Map<String, ByteVector> vectors = new HashMap<>();
        VectorTables.of(session, article).forEach(vector -> vectors.put(vector.statementId(), vector.vector()));
        return vectors;
    }
}
