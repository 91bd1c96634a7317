package io.onrecord.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.ReadingOptions;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** Kinds, encodings, plain text, JSON Lines: what is read without any parser of others. */
final class TextTarget {

    private static final ArticleReader READER = new ArticleReader(
            ReadingOptions.DEFAULT.withLanguage(Optional.empty()).withMaxArticleBytes(1 << 16));

    /** Names by which bytes are taken for something. */
    private static final List<String> NAMES = List.of("", "a.txt", "a.jsonl", "a.json");

    private TextTarget() {}

    static void read(byte[] bytes) {
        for (String name : NAMES) {
            Known known = name.isEmpty() ? Known.NOTHING : Known.named(name);
            articles(new Item("fuzz", known, new ByteArrayInputStream(bytes)));
        }
        articles(new Item(
                "fuzz",
                new Known(
                        Optional.of("a.txt"),
                        Optional.of("text/plain"),
                        Optional.of(Charset.forName("windows-1252")),
                        Metadata.NONE),
                new ByteArrayInputStream(bytes)));
        asText(bytes);
    }

    private static void articles(Item item) {
        try (Articles articles = READER.open(item, notice -> {})) {
            while (articles.hasNext()) {
                Kept.one(articles.next());
            }
        }
    }

    /** A text that is handed over is kept to the character. */
    private static void asText(byte[] bytes) {
        String text;
        try {
            text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return;
        }
        Outcome<Article> outcome = READER.text("fuzz", text, Metadata.NONE);
        Kept.one(outcome);
        if (outcome instanceof Outcome.Kept<Article> kept
                && !kept.value().text().value().equals(text)) {
            throw new IllegalStateException("a text was changed");
        }
    }
}
