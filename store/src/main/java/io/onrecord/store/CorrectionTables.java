package io.onrecord.store;

import io.onrecord.corrections.Anchor;
import io.onrecord.corrections.Change;
import io.onrecord.corrections.Corrected;
import io.onrecord.corrections.Corrected.Touched;
import io.onrecord.corrections.Correction;
import io.onrecord.corrections.Correction.Seen;
import io.onrecord.corrections.Corrections;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.store.StoreException.Reason;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What people put right. Corrections belong to texts: every article with the text has them, whoever read it. The table
 * {@code corrected_statement} is what they make of the records that are kept now.
 */
final class CorrectionTables {

    private final Database database;
    private final Clock clock;

    CorrectionTables(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An article that is kept. */
    private record Row(int key, String digest) {}

    private static Optional<Row> row(Session session, String articleId) {
        return session.first(
                "SELECT key, text_digest FROM article WHERE id = ?",
                row -> new Row(row.integer("key"), row.string("text_digest")),
                articleId);
    }

    Optional<Corrected> corrected(String articleId) {
        return database.read(session -> row(session, articleId).map(row -> corrected(session, row.key, row.digest)));
    }

    /** The record of an article with what people put right. */
    static Corrected corrected(Session session, int key) {
        String digest = session.first(
                        "SELECT text_digest FROM article WHERE key = ?", row -> row.string("text_digest"), key)
                .orElseThrow();
        return corrected(session, key, digest);
    }

    private static Corrected corrected(Session session, int key, String digest) {
        ArticleRecord record = RecordSelect.read(session, key);
        return hasSome(session, digest)
                ? Corrections.apply(record, rows(session, digest, record).all())
                : Corrected.untouched(record);
    }

    List<Correction> corrections(String articleId) {
        return database.read(session -> row(session, articleId)
                .map(row -> rows(session, row.digest, RecordSelect.read(session, row.key))
                        .all())
                .orElse(List.of()));
    }

    /** Whether people said anything of a text. */
    static boolean hasSome(Session session, String digest) {
        return session.first(
                        "SELECT key FROM correction WHERE text_digest = ? LIMIT 1", row -> row.integer("key"), digest)
                .isPresent();
    }

    private static CorrectionRows rows(Session session, String digest, ArticleRecord record) {
        return new CorrectionRows(session, digest, record.article().text().value());
    }

    List<Correction> correct(
            String articleId, String statementId, List<Change> changes, String author, Optional<String> note) {
        return database.write(session -> {
            Row row = locked(session, articleId);
            Corrected before = corrected(session, row.key, row.digest);
            Anchor anchor = anchorOf(before, statementId);
            Seen seen = seen(before, statementId);
            List<Correction> made = changes.stream()
                    .map(change -> Correction.of(anchor, change, seen, author, clock.instant(), note))
                    .toList();
            add(session, row, before.engine(), made);
            return made;
        });
    }

    Optional<Correction> undo(String articleId, String statementId, String author, Optional<String> note) {
        return database.write(session -> {
            Row row = locked(session, articleId);
            Corrected before = corrected(session, row.key, row.digest);
            List<Correction> inForce =
                    before.of(statementId).map(Touched::inForce).orElse(List.of());
            if (inForce.isEmpty()) {
                anchorOf(before, statementId);
                return Optional.empty();
            }
            Correction last = inForce.get(inForce.size() - 1);
            Correction undone = Correction.of(
                    last.anchor(),
                    new Change.Undone(last.id()),
                    seen(before, statementId),
                    author,
                    clock.instant(),
                    note);
            add(session, row, before.engine(), List.of(undone));
            return Optional.of(last);
        });
    }

    int add(String articleId, List<Correction> corrections) {
        return database.write(session -> {
            Row row = locked(session, articleId);
            for (Correction correction : corrections) {
                if (!correction.anchor().textDigest().equals(row.digest)) {
                    throw new StoreException(
                            Reason.UNFIT,
                            "the correction " + correction.id() + " is about another text than that of the article "
                                    + StoreException.shown(articleId) + "; nothing was changed");
                }
            }
            return add(session, row, RecordSelect.read(session, row.key), corrections);
        });
    }

    /** The article, which nobody else changes meanwhile. */
    private Row locked(Session session, String articleId) {
        Row row = row(session, articleId).orElseThrow(() -> gone(articleId));
        // Those who correct one text, or put an article of it, queue up, whichever article they name.
        database.alone(session, row.digest);
        database.alone(session);
        return row(session, articleId).orElseThrow(() -> gone(articleId));
    }

    private StoreException gone(String articleId) {
        return new StoreException(
                Reason.UNFIT,
                "the article " + StoreException.shown(articleId) + " is not kept in " + database.name()
                        + " (any more); nothing was changed");
    }

    private static Anchor anchorOf(Corrected corrected, String statementId) {
        try {
            return corrected.anchor(statementId);
        } catch (IllegalArgumentException e) {
            throw new StoreException(Reason.UNFIT, e.getMessage() + "; nothing was changed", e);
        }
    }

    private static Seen seen(Corrected corrected, String statementId) {
        String id = corrected.of(statementId).flatMap(Touched::id).orElse(statementId);
        return corrected.record().statements().stream()
                .filter(statement -> statement.id().equals(id))
                .findFirst()
                .map(statement -> new Seen(
                        statement.speaker() instanceof Resolved resolved
                                ? Optional.of(resolved.name())
                                : Optional.empty(),
                        statement.stance()))
                .orElse(Seen.NOTHING);
    }

    private int add(Session session, Row row, ArticleRecord record, List<Correction> corrections) {
        CorrectionRows rows = rows(session, row.digest, record);
        int added = 0;
        for (Correction correction : corrections) {
            added += rows.add(correction, record.article().metadata().title()) ? 1 : 0;
        }
        if (added > 0) {
            List<Integer> articles = session.list(
                    "SELECT key FROM article WHERE text_digest = ? ORDER BY key",
                    article -> article.integer("key"),
                    row.digest);
            articles.forEach(key -> {
                refresh(session, database.dialect(), key, row.digest);
                IdentityCounts.ofArticle(session, key);
                // Who rejects a denial takes a dispute away.
                ClaimTables.pending(session, key);
            });
            ChangeLog.mark(session, database.dialect(), articles);
        }
        return added;
    }

    /** After a record was put: what people put right, as it is now. */
    static void refresh(Session session, Dialect dialect, int article, String digest) {
        session.update("DELETE FROM corrected_statement WHERE article = ?", article);
        if (hasSome(session, digest)) {
            CorrectedInsert.write(session, article, corrected(session, article, digest));
            Reviews.mark(session, dialect, article);
        }
    }

    /** After articles were deleted: corrections of texts that nobody has any more go. */
    static void forget(Session session, List<String> digests) {
        for (String digest : digests) {
            session.update(
                    "DELETE FROM correction WHERE text_digest = ?"
                            + " AND NOT EXISTS (SELECT 1 FROM article WHERE article.text_digest = correction.text_digest)",
                    digest);
        }
    }

    /** Ids of the articles that have corrections, one for each text, in the order they were kept. */
    List<String> articles() {
        return database.read(session -> session.texts("SELECT id FROM article WHERE key IN"
                + " (SELECT min(article.key) FROM article WHERE text_digest IN (SELECT text_digest FROM correction)"
                + " GROUP BY text_digest) ORDER BY key"));
    }
}
