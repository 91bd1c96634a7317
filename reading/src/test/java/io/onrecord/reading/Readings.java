package io.onrecord.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.model.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run over some inputs gave.
 *
 * @param outcomes in order
 * @param notices in order, without those on layout
 * @param layouts the notices on layout
 */
record Readings(List<Outcome<Article>> outcomes, List<Notice> notices, List<Notice> layouts) {

    /** Every language is read: most tests are about bytes. */
    private static final ReadingOptions ANY = ReadingOptions.DEFAULT.withLanguage(Optional.empty());

    static Readings of(Path... inputs) {
        return of(ANY, inputs);
    }

    static Readings declared(String encoding, Path... inputs) {
        return of(ANY.withEncoding(Charset.forName(encoding)), inputs);
    }

    static Readings of(ReadingOptions options, Path... inputs) {
        List<Notice> notices = new ArrayList<>();
        try (Articles articles = new ArticleReader(options).open(Input.files(List.of(inputs)), notices::add)) {
            return drained(articles, notices);
        }
    }

    static Readings ofStream(String name, String content) {
        List<Notice> notices = new ArrayList<>();
        ByteArrayInputStream in = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        try (Articles articles = new ArticleReader(ANY).open(in, name, notices::add)) {
            return drained(articles, notices);
        }
    }

    private static Readings drained(Articles articles, List<Notice> notices) {
        List<Outcome<Article>> outcomes = new ArrayList<>();
        articles.forEachRemaining(outcomes::add);
        return new Readings(
                outcomes,
                notices.stream()
                        .filter(notice -> notice.kind() != Notice.Kind.LAYOUT)
                        .toList(),
                notices.stream()
                        .filter(notice -> notice.kind() == Notice.Kind.LAYOUT)
                        .toList());
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

    List<Outcome.Skipped<Article>> skips() {
        List<Outcome.Skipped<Article>> skips = new ArrayList<>();
        for (Outcome<Article> outcome : outcomes) {
            if (outcome instanceof Outcome.Skipped<Article> skipped) {
                skips.add(skipped);
            }
        }
        return skips;
    }

    /** Texts and, for skips, the address in angle brackets: the run at a glance. */
    List<String> glance() {
        return outcomes.stream()
                .map(outcome -> outcome instanceof Outcome.Kept<Article> kept
                        ? kept.value().text().value()
                        : "<" + ((Outcome.Skipped<Article>) outcome).address() + ">")
                .toList();
    }

    /** The only outcome, kept, without a notice. */
    Article article() {
        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Kept.class);
        return articles().get(0);
    }

    String text() {
        return article().text().value();
    }

    List<String> paragraphs() {
        List<Span> spans = article().text().paragraphs();
        return spans.stream().map(span -> span.of(text())).toList();
    }

    /** Why the only outcome was skipped. */
    String why() {
        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Skipped.class);
        assertThat(skips().get(0).stage()).isEqualTo(Outcome.Stage.READING);
        return skips().get(0).why();
    }

    /** The only notice, layout aside. */
    String notice() {
        assertThat(notices).hasSize(1);
        return notices.get(0).message();
    }

    static Path write(Path file, String content) {
        return write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
