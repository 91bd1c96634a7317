package io.onrecord.reading;

import static io.onrecord.reading.Readings.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderTest {

    @TempDir
    Path folder;

    @Test
    void filesAreReadInTheOrderOfTheirNamesCodePoints() {
        for (String name : List.of("b.txt", "a/z.txt", "a.txt", "B.txt", "é.txt", "\uFF41.txt", "\uD83D\uDE00.txt")) {
            write(folder.resolve(name), name);
        }

        assertThat(Readings.of(folder).glance())
                .containsExactly("B.txt", "a/z.txt", "a.txt", "b.txt", "é.txt", "\uFF41.txt", "\uD83D\uDE00.txt");
    }

    @Test
    void anAddressIsTheFolderAsGivenAndThePathBelow() {
        write(folder.resolve("a/b/c.txt"), "One.");

        assertThat(Readings.of(folder).article().address())
                .isEqualTo(folder.toString().replace('\\', '/') + "/a/b/c.txt");
    }

    @Test
    void textAndJsonLinesAreReadOtherKindsAreCounted() {
        write(folder.resolve("a.txt"), "One.");
        write(folder.resolve("b.TEXT"), "Two.");
        write(folder.resolve("c.jsonl"), "{\"id\": \"3\", \"text\": \"Three.\"}\n");
        write(folder.resolve("d.ndjson"), "{\"id\": \"4\", \"text\": \"Four.\"}\n");
        write(folder.resolve("e"), "Five.");
        write(folder.resolve("f No. 6"), "Six.");
        write(folder.resolve("harbour.2024"), "Seven.");
        write(folder.resolve("map.png"), "<html>");
        write(folder.resolve("x/map.png"), "<html>");
        write(folder.resolve("README.md"), "# No article");
        write(folder.resolve("_DONE"), "");
        write(folder.resolve("program"), new byte[] {0x7F, 'E', 'L', 'F', 0, 0});

        Readings readings = Readings.of(folder);

        assertThat(readings.glance()).containsExactly("One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven.");
        assertThat(readings.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.FOLDER);
            assertThat(notice.address()).isEqualTo(Messages.address(folder));
            assertThat(notice.message())
                    .startsWith(
                            "not read: .md (1), .png (2), files without extension that are not text (2); read are text");
        });
    }

    @Test
    void hiddenFilesAndFoldersAreLeftOut() {
        write(folder.resolve(".git/a.txt"), "No.");
        write(folder.resolve(".a.txt"), "No.");
        write(folder.resolve("a.txt"), "One.");

        assertThat(Readings.of(folder).glance()).containsExactly("One.");
        assertThat(Readings.of(folder).notices()).isEmpty();
        assertThat(Readings.of(folder.resolve(".git")).glance()).containsExactly("No.");
    }

    @Test
    void aFolderWithoutArticlesIsSkipped() {
        write(folder.resolve("a/map.png"), "<html>");

        assertThat(Readings.of(folder).why())
                .startsWith("no articles in this folder: read are text without an extension and .atom, ")
                .endsWith("; found were .png (1)");
        assertThat(Readings.of(write(folder.resolve("b.txt"), "One."), folder.resolve("a"))
                        .glance())
                .hasSize(2);
    }

    @Test
    void anEmptyFolderIsSkipped() throws IOException {
        assertThat(Readings.of(Files.createDirectory(folder.resolve("empty"))).why())
                .startsWith("no articles in this folder: ");
    }

    @Test
    void aBadFileInAFolderLosesNoNeighbour() {
        write(folder.resolve("a.txt"), "One.");
        write(folder.resolve("b.txt"), new byte[] {0, 1, 2});
        write(folder.resolve("c.txt"), "");
        write(folder.resolve("d.txt"), "Four.");

        assertThat(Readings.of(folder).glance())
                .containsExactly(
                        "One.",
                        "<" + Messages.address(folder.resolve("b.txt")) + ">",
                        "<" + Messages.address(folder.resolve("c.txt")) + ">",
                        "Four.");
    }

    @Test
    void linksThatLeadBackAreNotFollowed() throws IOException {
        write(folder.resolve("in/a/one.txt"), "One.");
        write(folder.resolve("outside.txt"), "No.");
        Files.createSymbolicLink(folder.resolve("in/a/loop"), folder.resolve("in/a"));
        Files.createSymbolicLink(folder.resolve("in/a/up"), folder.resolve("in"));
        Files.createSymbolicLink(folder.resolve("in/a/out"), folder);

        Readings readings = Readings.of(folder.resolve("in"));

        assertThat(readings.glance()).containsExactly("One.");
        assertThat(readings.notice()).startsWith("not read: links to folders that are read anyway (3)");
    }

    @Test
    void linksToOtherPlacesAreFollowedOnce() throws IOException {
        write(folder.resolve("elsewhere/one.txt"), "One.");
        write(folder.resolve("two.txt"), "Two.");
        Files.createDirectory(folder.resolve("in"));
        Files.createSymbolicLink(folder.resolve("in/a"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("in/b"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("in/c.txt"), folder.resolve("two.txt"));

        assertThat(Readings.of(folder.resolve("in")).articles().stream().map(Article::address))
                .containsExactly(
                        Messages.address(folder.resolve("in/a/one.txt")), Messages.address(folder.resolve("in/c.txt")));
    }

    @Test
    void aLinkToNothingIsSkipped() throws IOException {
        write(folder.resolve("b.txt"), "Two.");
        Files.createSymbolicLink(folder.resolve("a.txt"), folder.resolve("nowhere.txt"));

        assertThat(Readings.of(folder).glance())
                .containsExactly("<" + Messages.address(folder.resolve("a.txt")) + ">", "Two.");
    }

    @Test
    void aFolderThatCannotBeListedIsSkipped() {
        write(folder.resolve("a/one.txt"), "One.");
        write(folder.resolve("b.txt"), "Two.");
        Path closed = folder.resolve("a");
        Assumptions.assumeTrue(closed.toFile().setReadable(false), "permissions can be taken away here");
        try {
            Assumptions.assumeFalse(Files.isReadable(closed), "this user may read everything");
            assertThat(Readings.of(folder).glance()).containsExactly("<" + Messages.address(closed) + ">", "Two.");
        } finally {
            assertThat(closed.toFile().setReadable(true)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "."})
    void theFolderOneIsInMayBeNamed(String here) {
        try (Articles articles = new ArticleReader().open(Input.files(List.of(Path.of(here))), notice -> {})) {
            assertThat(articles.hasNext()).isTrue();
        }
    }

    @Test
    void progressEndsAtTheTotal() {
        write(folder.resolve("a.txt"), "One.");
        write(folder.resolve("b.jsonl"), "{\"id\": \"2\", \"text\": \"Two.\"}\n{}\n");
        write(folder.resolve("c.txt"), "%PDF-" + "x".repeat(100_000));
        write(folder.resolve("d"), new byte[10_000]);
        write(folder.resolve("e.png"), "<html>");
        Path missing = folder.resolve("missing.txt");

        try (Articles articles = new ArticleReader().open(Input.files(List.of(folder, missing)), notice -> {})) {
            assertThat(articles.bytesTotal()).hasValue(4 + 31 + 100_005 + 10_000);
            assertThat(articles.bytesRead()).isZero();
            articles.next();
            assertThat(articles.bytesRead()).isEqualTo(4);
            articles.forEachRemaining(outcome -> {});
            assertThat(articles.bytesRead()).isEqualTo(4 + 31 + 100_005 + 10_000);
        }
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsReadAsFarAsItWent() throws IOException {
        Path file = write(folder.resolve("a.jsonl"), "{\"id\": \"1\", \"text\": \"One.\"}\n");

        try (Articles articles = new ArticleReader().open(Input.files(List.of(file)), notice -> {})) {
            articles.next();
            Files.writeString(file, "{\"id\": \"2\", \"text\": \"Two.\"}\n", StandardOpenOption.APPEND);
            assertThat(articles.hasNext()).isFalse();
        }
    }

    @Test
    void theSizeOfAStreamIsNotKnownAndWhoOpenedItClosesIt() {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream in = new ByteArrayInputStream("One.".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        try (Articles articles = new ArticleReader().open(in, "-", notice -> {})) {
            assertThat(articles.bytesTotal()).isEmpty();
            articles.forEachRemaining(outcome -> {});
            assertThat(articles.bytesRead()).isEqualTo(4);
        }
        assertThat(closed).isFalse();
    }

    @Test
    void aStreamThatBreaksOffIsSkippedFromThereOn() {
        byte[] lines =
                "{\"id\": \"1\", \"text\": \"One.\"}\n{\"id\"".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        InputStream failing = new FilterInputStream(new ByteArrayInputStream(lines)) {
            private int left = 100_000;

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (left <= 0) {
                    throw new IOException("the line went dead");
                }
                int read = super.read(bytes, offset, Math.min(left, length));
                left -= read;
                return read;
            }
        };
        List<String> whys = new ArrayList<>();

        try (Articles articles = new ArticleReader().open(failing, "-", notice -> {})) {
            articles.forEachRemaining(outcome -> {
                if (outcome instanceof Outcome.Skipped<Article> skipped) {
                    whys.add(skipped.why());
                }
            });
        }

        assertThat(whys).last().isEqualTo("cannot be read: the line went dead");
    }

    @Test
    void nothingComesAfterTheEndOrAfterClosing() {
        Path file = write(folder.resolve("a.txt"), "One.");
        Articles articles = new ArticleReader().open(Input.files(List.of(file, file)), notice -> {});

        articles.next();
        articles.close();

        assertThat(articles.hasNext()).isFalse();
        Assertions.assertThatThrownBy(articles::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void twoRunsOfOneReaderDoNotMeet() {
        write(folder.resolve("a.txt"), "One.");
        write(folder.resolve("b.txt"), "Two.");
        ArticleReader reader = new ArticleReader();

        try (Articles first = reader.open(Input.files(List.of(folder)), notice -> {});
                Articles second = reader.open(Input.files(List.of(folder)), notice -> {})) {
            first.next();
            assertThat(second.next()).isNotEqualTo(first.next());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MAX_VALUE})
    void aLimitThatNoArrayHasIsRefused(long bytes) {
        Assertions.assertThatThrownBy(() -> ReadingOptions.DEFAULT.withMaxArticleBytes(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not " + bytes);
    }
}
