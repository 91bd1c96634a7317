package io.onrecord.reading.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.item.Known;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a table gave.
 *
 * @param outcomes in order
 * @param notices in order
 */
record TableReadings(List<Outcome<Article>> outcomes, List<String> notices) {

    static final int LONGEST = 1 << 20;

    static TableReadings ofCsv(String content) {
        return ofCsv(content, TableOptions.GUESSED);
    }

    static TableReadings ofCsv(String content, TableOptions options) {
        return of("news.csv", TableKind.CSV, content.getBytes(StandardCharsets.UTF_8), Optional.empty(), options);
    }

    static TableReadings ofBytes(byte[] bytes, Optional<Charset> charset) {
        return of("news.csv", TableKind.CSV, bytes, charset, TableOptions.GUESSED);
    }

    static TableReadings ofTsv(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return of("news.tsv", TableKind.TSV, bytes, Optional.empty(), TableOptions.GUESSED);
    }

    static TableReadings ofXlsx(byte[] bytes) {
        return ofXlsx(bytes, TableOptions.GUESSED);
    }

    static TableReadings ofXlsx(byte[] bytes, TableOptions options) {
        return of("news.xlsx", TableKind.XLSX, bytes, Optional.empty(), options);
    }

    static TableReadings of(
            String name, TableKind kind, byte[] bytes, Optional<Charset> charset, TableOptions options) {
        return of(name, kind, new ByteArrayInputStream(bytes), charset, options);
    }

    static TableReadings of(
            String name, TableKind kind, InputStream in, Optional<Charset> charset, TableOptions options) {
        List<Outcome<Article>> outcomes = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        Known known = new Known(Optional.of(name), Optional.empty(), charset, Metadata.NONE);
        try (ItemArticles articles = Tables.open(new Item(name, known, in), kind, options, LONGEST, notices::add)) {
            for (Outcome<Article> one = articles.next(); one != null; one = articles.next()) {
                outcomes.add(one);
            }
            assertThat(articles.next()).isNull();
        } catch (IOException e) {
            outcomes.add(new Outcome.Skipped<>(name, Outcome.Stage.READING, "cannot be read: " + e.getMessage()));
        }
        return new TableReadings(outcomes, notices);
    }

    List<Article> articles() {
        List<Article> articles = new ArrayList<>();
        for (Outcome<Article> outcome : outcomes) {
            if (outcome instanceof Outcome.Kept<Article> kept) {
                articles.add(kept.value());
            }
        }
        return articles;
    }

    List<String> texts() {
        return articles().stream().map(article -> article.text().value()).toList();
    }

    List<String> addresses() {
        return articles().stream().map(Article::address).toList();
    }

    List<String> dates() {
        return articles().stream()
                .map(article ->
                        article.metadata().published().map(date -> date.value()).orElse(""))
                .toList();
    }

    /** Texts and, for skips, the address in angle brackets: the run at a glance. */
    List<String> glance() {
        return outcomes.stream()
                .map(outcome -> outcome instanceof Outcome.Kept<Article> kept
                        ? kept.value().text().value()
                        : "<" + ((Outcome.Skipped<Article>) outcome).address() + ">")
                .toList();
    }

    /** Why each was skipped. */
    List<String> whys() {
        List<String> whys = new ArrayList<>();
        for (Outcome<Article> outcome : outcomes) {
            if (outcome instanceof Outcome.Skipped<Article> skipped) {
                whys.add(skipped.why());
            }
        }
        return whys;
    }

    String why() {
        assertThat(whys()).hasSize(1);
        return whys().get(0);
    }

    Article article() {
        assertThat(whys()).isEmpty();
        assertThat(articles()).hasSize(1);
        return articles().get(0);
    }
}
