package io.onrecord.reading.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads pages as the tests write them. */
final class Pages {

    static final String ADDRESS = "https://lisdenpost.example/news/ferry.html";

    /** Three paragraphs, enough for any page to have an article. */
    static final String BODY = """
            <p>The ferry to Tesk sank on Sunday with nobody on board, the port authority of Lisden said on Monday.</p>
            <p>“We saw it go,” said Mara Oldin, who keeps the light at Hask Rock and has done so for thirty years.</p>
            <p>The owners, a firm from Avenia, did not answer questions about the state of the ship or its crew.</p>
            """;

    private static final PageReader READER = new PageReader();

    private Pages() {}

    /** A page with a title, navigation and a footer around what is given. */
    static String page(String article) {
        return """
                <!DOCTYPE html><html lang="en"><head><title>Ferry sinks off Tesk | Lisden Post</title></head><body>
                <header><a href="/">Lisden Post</a></header><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
                <main><article><h1>Ferry sinks off Tesk</h1>%s</article></main>
                <footer><p>All about the Lisden Post and the people who write it, print it and carry it out.</p></footer></body></html>
                """.formatted(article);
    }

    static Page read(String html) {
        Outcome<Page> outcome = READER.page(html, ADDRESS);
        assertThat(outcome).as(outcome.toString()).isInstanceOf(Outcome.Kept.class);
        return ((Outcome.Kept<Page>) outcome).value();
    }

    /** The paragraphs of the article in a page. */
    static List<String> paragraphs(String html) {
        Page page = read(html);
        return page.text().paragraphs().stream()
                .map(span -> span.of(page.text().value()))
                .toList();
    }

    static String whySkipped(String html) {
        Outcome<Page> outcome = READER.page(html, ADDRESS);
        assertThat(outcome).isInstanceOf(Outcome.Skipped.class);
        Outcome.Skipped<Page> skipped = (Outcome.Skipped<Page>) outcome;
        assertThat(skipped.address()).isEqualTo(ADDRESS);
        assertThat(skipped.stage()).isEqualTo(Outcome.Stage.READING);
        return skipped.why();
    }

    static Outcome<Article> item(byte[] bytes, Known known) {
        return item(bytes, known, READER);
    }

    static Outcome<Article> item(byte[] bytes, Known known, PageReader reader) {
        try {
            return reader.read(new Item(ADDRESS, known, new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Article article(String html) {
        return article(html.getBytes(StandardCharsets.UTF_8), Known.NOTHING);
    }

    static Article article(byte[] bytes, Known known) {
        Outcome<Article> outcome = item(bytes, known);
        assertThat(outcome).as(outcome.toString()).isInstanceOf(Outcome.Kept.class);
        return ((Outcome.Kept<Article>) outcome).value();
    }
}
