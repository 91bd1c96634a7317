package io.onrecord.reading.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Published;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.item.Known;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What reading a document gave.
 *
 * @param outcomes in order
 * @param notes each as "address: message"
 */
record Read(List<Outcome<Article>> outcomes, List<String> notes) {

    static final String ADDRESS = "archive/document";

    static Read of(DocumentKind kind, byte[] bytes) {
        return of(kind, new ByteArrayInputStream(bytes), DocumentLimits.DEFAULT, Known.NOTHING);
    }

    static Read of(DocumentKind kind, String text) {
        return of(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    static Read of(DocumentKind kind, byte[] bytes, DocumentLimits limits) {
        return of(kind, new ByteArrayInputStream(bytes), limits, Known.NOTHING);
    }

    static Read of(DocumentKind kind, InputStream in, DocumentLimits limits, Known known) {
        List<String> notes = new ArrayList<>();
        DocumentReader reader = new DocumentReader(limits, (address, message) -> notes.add(address + ": " + message));
        try (ItemArticles articles = reader.open(kind, new Item(ADDRESS, known, in))) {
            return new Read(drained(articles), notes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The articles of an exported text. */
    static Read export(String text) {
        try (ItemArticles articles =
                NewsExport.of(text).orElseThrow().articles(ADDRESS, Metadata.NONE, DocumentLimits.DEFAULT)) {
            return new Read(drained(articles), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Outcome<Article>> drained(ItemArticles articles) throws IOException {
        List<Outcome<Article>> outcomes = new ArrayList<>();
        for (Outcome<Article> outcome = articles.next(); outcome != null; outcome = articles.next()) {
            outcomes.add(outcome);
        }
        assertThat(articles.next()).isNull();
        return outcomes;
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

    Article article() {
        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Kept.class);
        return articles().get(0);
    }

    Article article(int number) {
        return articles().get(number);
    }

    /** The reason why the only outcome was skipped. */
    String why() {
        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Skipped.class);
        return skips().get(0).why();
    }

    List<Outcome.Skipped<Article>> skips() {
        List<Outcome.Skipped<Article>> skips = new ArrayList<>();
        for (Outcome<Article> outcome : outcomes) {
            if (outcome instanceof Outcome.Skipped<Article> skipped) {
                assertThat(skipped.stage()).isEqualTo(Outcome.Stage.READING);
                skips.add(skipped);
            }
        }
        return skips;
    }

    List<String> paragraphs() {
        return paragraphs(article());
    }

    static List<String> paragraphs(Article article) {
        return article.text().paragraphs().stream()
                .map(span -> span.of(article.text().value()))
                .toList();
    }

    Metadata metadata() {
        return article().metadata();
    }

    static String published(Article article) {
        return article.metadata().published().map(Published::value).orElse("none");
    }

    /** Titles, and for skips the address in angle brackets: the whole at a glance. */
    List<String> titles() {
        return outcomes.stream()
                .map(outcome -> outcome instanceof Outcome.Kept<Article> kept
                        ? kept.value().metadata().title().orElse("none")
                        : "<" + ((Outcome.Skipped<Article>) outcome).address() + ">")
                .toList();
    }

    /** An archive whose parts stand in the given order. */
    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                byte[] content = part.getValue().getBytes(StandardCharsets.UTF_8);
                ZipEntry entry = new ZipEntry(part.getKey());
                if (part.getKey().equals("mimetype")) {
                    java.util.zip.CRC32 sum = new java.util.zip.CRC32();
                    sum.update(content);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(sum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
