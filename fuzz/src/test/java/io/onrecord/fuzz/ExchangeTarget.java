package io.onrecord.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.exchange.GazetteerFormatException;
import io.onrecord.exchange.GazetteerReader;
import io.onrecord.exchange.RecordFormatException;
import io.onrecord.exchange.RecordHead;
import io.onrecord.exchange.RecordJson;
import io.onrecord.model.ArticleRecord;
import io.onrecord.speakers.Gazetteer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;

/** What comes back: records, and lists of known names. */
final class ExchangeTarget {

    private static final RecordJson JSON = new RecordJson(new RecordJson.Options(true, RecordJson.Offsets.UTF16));

    private ExchangeTarget() {}

    static void record(byte[] bytes) {
        String json = new String(bytes, UTF_8);
        try {
            RecordHead head = RecordJson.head(json);
            Kept.told(head.articleId() + head.address());
        } catch (RecordFormatException e) {
            Kept.told(e.getMessage());
        }
        ArticleRecord record;
        try {
            record = RecordJson.read(json);
        } catch (RecordFormatException e) {
            Kept.told(e.getMessage());
            bare(json);
            return;
        }
        if (!RecordJson.read(JSON.write(record)).equals(record)) {
            throw new IllegalStateException("a record changed on its way through JSON");
        }
    }

    /** As if it had been written without its text. */
    private static void bare(String json) {
        try {
            RecordJson.read(json, new io.onrecord.model.Text("Mara Oldin said no.", java.util.List.of()));
        } catch (RecordFormatException e) {
            Kept.told(e.getMessage());
        }
    }

    static void gazetteer(byte[] bytes) throws IOException {
        for (boolean csv : new boolean[] {true, false}) {
            try (Reader in = new InputStreamReader(new ByteArrayInputStream(bytes), UTF_8.newDecoder())) {
                Gazetteer names =
                        csv ? GazetteerReader.readCsv("names", in) : GazetteerReader.readJsonLines("names", in);
                if (names.size() < 0 || names.digest().isBlank()) {
                    throw new IllegalStateException("a list without a digest");
                }
            } catch (GazetteerFormatException e) {
                Kept.told(e.getMessage());
            }
        }
    }
}
