package io.onrecord.store;

import io.onrecord.corrections.Anchor;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at everything. Each record is read back, which holds its ids against its words and its spans against its text; the
 * numbers in the row of the article tell whether rows are missing, the words beside the spans whether these moved.
 */
final class Check {

    private final Database database;
    private final List<String> problems = new ArrayList<>();
    private long articles;
    private long statements;

    Check(Database database) {
        this.database = database;
    }

    Examination run() {
        try {
            database.examine(Examination.MOST).forEach(this::problem);
        } catch (StoreException e) {
            damage(e);
        }
        try {
            StoredRecords records = new StoredRecords(database);
            while (records.hasNext()) {
                one(records);
            }
        } catch (StoreException e) {
            damage(e);
        }
        return new Examination(articles, statements, problems);
    }

    private void one(StoredRecords records) {
        try {
            ArticleRecord record = records.next();
            articles++;
            statements += record.statements().size();
            whole(record);
        } catch (StoreException e) {
            articles++;
            damage(e);
        }
    }

    /** Damage is what is looked for; whatever else goes wrong ends the check. */
    private void damage(StoreException e) {
        if (e.reason() != StoreException.Reason.DAMAGED) {
            throw e;
        }
        problem(String.valueOf(e.getMessage()));
    }

    /** What the row of an article says of its record. */
    private record Row(int key, int speakers, int statements, int disputes, int length, String digest) {}

    private void whole(ArticleRecord record) {
        String id = record.article().id();
        String text = record.article().text().value();
        database.read(session -> {
            Optional<Row> row = row(session, id);
            if (row.isEmpty()) {
                // Forgotten since it was read.
                return false;
            }
            Row expected = new Row(
                    row.get().key,
                    record.speakers().size(),
                    record.statements().size(),
                    record.disputes().size(),
                    text.codePointCount(0, text.length()),
                    Anchor.digest(text));
            if (!row.get().equals(expected)) {
                problem("article " + id + " is not whole: it should be " + row.get() + " and is " + expected);
            }
            words(session, row.get().key, record);
            return true;
        });
    }

    private static Optional<Row> row(Session session, String id) {
        return session.first(
                "SELECT key, speakers, statements, disputes, length, text_digest FROM article WHERE id = ?",
                row -> new Row(
                        row.integer("key"),
                        row.integer("speakers"),
                        row.integer("statements"),
                        row.integer("disputes"),
                        row.integer("length"),
                        row.string("text_digest")),
                id);
    }

    private void words(Session session, int key, ArticleRecord record) {
        List<String> contents = session.texts("SELECT content FROM statement WHERE article = ? ORDER BY number", key);
        int number = 0;
        for (Statement statement : record.statements()) {
            Units units = new Units(record.textOf(statement.attribution().in()));
            String expected = units.words(statement.attribution().content());
            if (number < contents.size() && !contents.get(number).equals(expected)) {
                problem("statement " + statement.id() + " has the words '" + StoreException.shown(contents.get(number))
                        + "', but its spans cover '" + StoreException.shown(expected) + "'");
            }
            number++;
        }
    }

    private void problem(String what) {
        if (problems.size() < Examination.MOST) {
            problems.add(what);
        }
    }
}
