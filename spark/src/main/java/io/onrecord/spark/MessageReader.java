package io.onrecord.spark;

import io.onrecord.Records;
import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;

/**
 * Reads the messages of one partition of a topic, each an article as one JSON object, to a unit that is named after the first of them: a
 * replay writes the same file again. On one thread of an executor; one message is in memory at a time, and the articles under way.
 */
final class MessageReader {

    private static final Known LINE = Known.named("message.jsonl");

    private final Engine engine;
    private final Configuration hadoop;
    private final ArticleReader reader;

    MessageReader(Engine.Wanted wanted, Configuration hadoop) {
        this.engine = Engine.of(wanted);
        this.hadoop = hadoop;
        this.reader = new ArticleReader(wanted.reading());
    }

    /**
     * Reads what there is.
     *
     * @param messages topic, partition, offset and value, all of one partition, in order; at least one
     * @param by what reads them, as a digest
     */
    UnitMark read(Iterator<Row> messages, String by, String work, long attempt, String executor) throws IOException {
        Row first = messages.next();
        String unit = String.join(
                "-",
                by,
                first.getString(0),
                String.valueOf(first.getInt(1)),
                String.format(java.util.Locale.ROOT, "%019d", first.getLong(2)));
        return UnitFile.write(unit, new Path(work), hadoop, attempt, executor, file -> {
            Opened opened = new Opened(first, messages);
            try (Records records = engine.read(opened)) {
                while (records.hasNext()) {
                    Outcome<io.onrecord.model.ArticleRecord> outcome = records.next();
                    file.write(outcome, first.getInt(1), opened.offsets.remove(), engine);
                }
            }
        });
    }

    /** Message by message as articles; {@code offsets} has that of each article that was given and not yet written. */
    private final class Opened implements Iterator<Outcome<Article>> {

        private final Deque<Long> offsets = new ArrayDeque<>();
        private final Deque<Outcome<Article>> next = new ArrayDeque<>();
        private final Iterator<Row> messages;
        private Row message;
        private boolean fresh = true;

        Opened(Row first, Iterator<Row> messages) {
            this.message = first;
            this.messages = messages;
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty() && (fresh || messages.hasNext())) {
                message = fresh ? message : messages.next();
                fresh = false;
                open();
            }
            return !next.isEmpty();
        }

        private void open() {
            byte[] value = message.isNullAt(3) ? new byte[0] : message.getAs(3);
            // JSON may be written over several lines.
            String line = new String(value, StandardCharsets.ISO_8859_1).replaceAll("[\\r\\n]+", " ");
            String address = message.getString(0) + "/" + message.getInt(1) + "/" + message.getLong(2);
            ByteArrayInputStream in = new ByteArrayInputStream(line.getBytes(StandardCharsets.ISO_8859_1));
            try (Articles articles = reader.open(new Item(address, LINE, in), note -> {})) {
                articles.forEachRemaining(next::add);
            }
        }

        @Override
        public Outcome<Article> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("all messages have been read");
            }
            offsets.add(message.getLong(2));
            return next.remove();
        }
    }
}
