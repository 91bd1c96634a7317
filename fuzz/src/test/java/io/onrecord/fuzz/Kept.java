package io.onrecord.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.model.Span;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.item.Known;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What holds of whatever any parser gives. */
final class Kept {

    /** Most articles that are taken of one input: a fuzzer learns nothing from more. */
    private static final int MOST = 200;

    private Kept() {}

    static Item item(String address, byte[] bytes) {
        return new Item(address, Known.NOTHING, new ByteArrayInputStream(bytes));
    }

    /** Takes articles to their end, or to the message that ends them. */
    static void all(ItemArticles articles) throws IOException {
        try (articles) {
            int taken = 0;
            for (Outcome<Article> next = articles.next(); next != null && taken < MOST; next = articles.next()) {
                one(next);
                taken++;
            }
        } catch (IOException e) {
            told(e.getMessage());
        }
    }

    /** An article is as the model has it; a reason is in words that fit a line. */
    static void one(Outcome<Article> outcome) {
        if (outcome instanceof Outcome.Kept<Article> kept) {
            Article article = kept.value();
            String text = article.text().value();
            int before = 0;
            for (Span paragraph : article.text().paragraphs()) {
                if (paragraph.start() < before || paragraph.end() > text.length()) {
                    throw new IllegalStateException("a paragraph outside of the text, or before the one before it");
                }
                if (text.substring(paragraph.start(), paragraph.end()).isBlank()) {
                    throw new IllegalStateException("a blank paragraph");
                }
                before = paragraph.end();
            }
            if (article.address().isBlank()) {
                throw new IllegalStateException("an article without an address");
            }
        } else {
            told(((Outcome.Skipped<Article>) outcome).why());
        }
    }

    /** A message is there, is for people, and holds no long piece of what a stranger sent. */
    static void told(@Nullable String message) {
        if (message == null || message.isBlank()) {
            throw new IllegalStateException("a failure without a word");
        }
        if (message.contains("a fault of Onrecord")) {
            throw new IllegalStateException(message);
        }
        if (message.getBytes(UTF_8).length > 2000) {
            throw new IllegalStateException("a message of " + message.length() + " characters: " + message);
        }
    }
}
