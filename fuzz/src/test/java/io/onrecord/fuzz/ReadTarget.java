package io.onrecord.fuzz;

import io.onrecord.Onrecord;
import io.onrecord.Options;
import io.onrecord.Records;
import io.onrecord.exchange.RecordJson;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import java.io.ByteArrayInputStream;

/**
 * What {@code onrecord read} does to some bytes, with the real network: they become records or skipped inputs with a
 * reason, and every record is written and read back without loss.
 */
final class ReadTarget {

    private static final Onrecord ONRECORD = Onrecord.open(Options.DEFAULT.withThreads(1));

    private static final RecordJson JSON = new RecordJson(new RecordJson.Options(true, RecordJson.Offsets.CODE_POINT));

    private ReadTarget() {}

    static void read(byte[] bytes) {
        int outcomes = 0;
        try (Articles articles = new ArticleReader().open(new ByteArrayInputStream(bytes), "fuzz", notice -> {});
                Records records = ONRECORD.readAll(articles)) {
            while (records.hasNext()) {
                outcomes++;
                check(records.next());
            }
        }
        if (outcomes == 0) {
            throw new IllegalStateException("neither a record nor a reason");
        }
    }

    private static void check(Outcome<ArticleRecord> outcome) {
        if (outcome instanceof Outcome.Kept<ArticleRecord> kept) {
            ArticleRecord back = RecordJson.read(JSON.write(kept.value()));
            if (!back.equals(kept.value())) {
                throw new IllegalStateException("a record changed on its way through JSON");
            }
        } else {
            Kept.told(((Outcome.Skipped<ArticleRecord>) outcome).why());
        }
    }
}
