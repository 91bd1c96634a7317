package io.onrecord.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.exchange.RecordJson;
import io.onrecord.model.ArticleRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Records whose annotations are fuzzed: the inputs were exported from them. */
final class Annotated {

    static final List<ArticleRecord> RECORDS = read();

    private Annotated() {}

    private static List<ArticleRecord> read() {
        try (InputStream in = Annotated.class.getResourceAsStream("annotated.jsonl")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .map(RecordJson::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
