package io.onrecord.spark;

import io.onrecord.Onrecord;
import io.onrecord.Options;
import io.onrecord.Records;
import io.onrecord.exchange.RecordJson;
import io.onrecord.memory.Claiming;
import io.onrecord.memory.Meanings;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.Input;
import io.onrecord.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one process makes of some inputs, as {@code onrecord read} and {@code onrecord index} do. */
final class OneProcess {

    private OneProcess() {}

    /**
     * Reads into a store.
     *
     * @return what was skipped, as lines of the table {@code skipped}
     */
    static List<String> read(List<Path> inputs, Path database) {
        List<String> skipped = new ArrayList<>();
        try (Store store = Store.open(database.toString());
                Onrecord onrecord = Onrecord.open(Options.DEFAULT);
                Articles articles = new ArticleReader().open(Input.files(inputs), notice -> {});
                Records records = onrecord.readAll(articles)) {
            while (records.hasNext()) {
                Outcome<ArticleRecord> outcome = records.next();
                if (outcome instanceof Outcome.Kept<ArticleRecord> kept) {
                    store.put(kept.value());
                } else if (outcome instanceof Outcome.Skipped<ArticleRecord> one) {
                    skipped.add("address=" + one.address() + "\tstage=" + one.stage() + "\twhy=" + one.why());
                }
            }
            Meanings.make(store, 2, (what, done, most) -> {});
            Claiming.byWords().run(store, (what, done, most) -> {});
        }
        return skipped.stream().sorted().toList();
    }

    /**
     * Reads without a store.
     *
     * @return the records as {@code read --format jsonl} writes them, by the article's id; of one that is there twice the last
     */
    static Map<String, String> lines(Path input) {
        RecordJson json = new RecordJson(RecordJson.Options.DEFAULT);
        Map<String, String> lines = new TreeMap<>();
        try (Onrecord onrecord = Onrecord.open(Options.DEFAULT);
                Articles articles = new ArticleReader().open(Input.files(List.of(input)), notice -> {});
                Records records = onrecord.readAll(articles)) {
            while (records.hasNext()) {
                if (records.next() instanceof Outcome.Kept<ArticleRecord> kept) {
                    lines.put(kept.value().article().id(), json.write(kept.value()));
                }
            }
        }
        return lines;
    }
}
