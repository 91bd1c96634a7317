package io.onrecord.spark;

import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;

/**
 * Reads the messages of one partition of a topic, each an article as one JSON object, to a unit that is named after the first and the
 * last of them: a replay finds that it is there, and one in other batches writes others, of which tables take each article once. On one thread of an executor; one message is in memory at a time.
 */
final class MessageReader {

    private static final Known LINE = Known.named("message.jsonl");

    private final Engine engine;
    private final Configuration hadoop;
    private final ArticleReader reader;

    /** @param maker what the driver reads with: another network at the same place is refused */
    MessageReader(Engine.Wanted wanted, String maker, Configuration hadoop) {
        this.engine = Engine.of(wanted, maker);
        this.hadoop = hadoop;
        this.reader = new ArticleReader(wanted.reading());
    }

    /**
     * Reads what there is.
     *
     * @param messages topic, partition, offset and value, all of one partition, in order; at least one
     * @param by what reads them, as a digest
     */
    UnitMark read(Iterator<Row> messages, String by, String work, String executor) throws IOException {
        Row first = messages.next();
        return UnitFile.write(new Path(work), hadoop, executor, file -> {
            Row message = first;
            while (true) {
                read(message, file);
                if (!messages.hasNext()) {
                    break;
                }
                message = messages.next();
            }
            return String.join(
                    "-",
                    by,
                    first.getString(0),
                    String.format(Locale.ROOT, "%010d", first.getInt(1)),
                    offset(first),
                    offset(message));
        });
    }

    private static String offset(Row message) {
        return String.format(Locale.ROOT, "%019d", message.getLong(2));
    }

    private void read(Row message, UnitFile file) throws IOException {
        byte[] value = message.isNullAt(3) ? new byte[0] : message.getAs(3);
        // JSON may be written over several lines.
        String line = new String(value, StandardCharsets.ISO_8859_1).replaceAll("[\\r\\n]+", " ");
        String address = message.getString(0) + "/" + message.getInt(1) + "/" + message.getLong(2);
        ByteArrayInputStream in = new ByteArrayInputStream(line.getBytes(StandardCharsets.ISO_8859_1));
        try (Articles articles = reader.open(new Item(address, LINE, in), note -> {})) {
            while (articles.hasNext()) {
                file.write(engine.read(articles.next()), engine);
            }
        }
    }
}
