package io.onrecord.demo;

import io.onrecord.Onrecord;
import io.onrecord.Records;
import io.onrecord.memory.ProgressListener;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.ReadingOptions;
import io.onrecord.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Made-up articles that ship, to try things with: 25 invented outlets about seven invented events. */
public final class Demo {

    /** Of the first, five outlets tell of each of three events; of the other, each event has outlets of its own. */
    private static final List<String> FILES = List.of("one/articles.jsonl", "other/articles.jsonl");

    private static final String WHAT = "reading made-up articles";

    private Demo() {}

    /** The articles. */
    public static List<Article> articles() {
        List<Article> all = new ArrayList<>();
        for (String file : FILES) {
            try (Articles read = new ArticleReader(ReadingOptions.DEFAULT)
                    .open(new ByteArrayInputStream(resource(file)), file, notice -> {})) {
                while (read.hasNext()) {
                    if (read.next() instanceof Outcome.Kept<Article> kept) {
                        all.add(kept.value());
                    }
                }
            }
        }
        return all;
    }

    private static byte[] resource(String file) {
        try (InputStream in = Demo.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar of Onrecord lacks the demo's " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read from the jar of Onrecord", e);
        }
    }

    /** Those that a store has not as this engine reads them. */
    public static List<Article> missing(Store store, List<Article> articles, Onrecord onrecord) {
        return articles.stream()
                .filter(article -> !store.holds(article.id(), onrecord.producer()))
                .toList();
    }

    /**
     * Reads articles into a store.
     *
     * @throws io.onrecord.store.StoreException if it cannot be written
     */
    public static void put(Store store, List<Article> articles, Onrecord onrecord, ProgressListener listener) {
        List<Outcome<Article>> all = new ArrayList<>();
        articles.forEach(article -> all.add(new Outcome.Kept<>(article)));
        long done = 0;
        listener.progress(WHAT, done, articles.size());
        try (Records records = onrecord.readAll(all.iterator())) {
            while (records.hasNext()) {
                if (records.next() instanceof Outcome.Kept<ArticleRecord> kept) {
                    store.put(kept.value());
                }
                listener.progress(WHAT, ++done, articles.size());
            }
        }
    }
}
