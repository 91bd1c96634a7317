package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleTextTaskTest {

    @TempDir
    private Path folder;

    @Test
    void pagesAreAveragedAndF1IsThatOfTheAverages() throws IOException {
        // Two runs of four words of which one is right, and of two that are right one is found.
        page("a", "one two three four five", "one two three four six");
        page("b", "The port said so", "The port said so");
        Evaluation evaluation = run();
        assertThat(evaluation.figures())
                .contains(
                        entry("article_text.precision", 75.0),
                        entry("article_text.recall", 75.0),
                        entry("article_text.f1", 75.0));
        assertThat(evaluation.counts()).contains(entry("pages", 2L), entry("pages.without.text", 0L));
    }

    @Test
    void aPageWhereNothingIsFoundHasNoPrecisionButARecallOfNought() throws IOException {
        page("a", "one two three four", "one two three four");
        page("b", "five six seven eight", "");
        assertThat(run().figures())
                .contains(
                        entry("article_text.precision", 100.0),
                        entry("article_text.recall", 50.0),
                        entry("article_text.f1", 66.67));
        assertThat(run().counts()).contains(entry("pages.without.text", 1L));
    }

    @Test
    void aRunCountsAsOftenAsItOccursAndCaseCountsAndPunctuationDoesNot() throws IOException {
        page("a", "we go we go we go", "We go, we go we-go we go");
        // Gold: "we go we go" twice, "go we go we"; found: "We go we go", "go we go we" twice, "we go we go" twice.
        assertThat(run().figures())
                .contains(entry("article_text.precision", 60.0), entry("article_text.recall", 100.0));
    }

    @Test
    void textOfFewerWordsIsOneRun() throws IOException {
        page("a", "No.", "“No”");
        assertThat(run().figures()).contains(entry("article_text.f1", 100.0), entry("everything.f1", 0.0));
    }

    @Test
    void aFolderWithoutPagesIsRefused() throws IOException {
        Files.writeString(folder.resolve("gold.jsonl"), "");
        assertThatThrownBy(this::run).isInstanceOf(GoldFormatException.class).hasMessageContaining("no pages");
        Files.writeString(folder.resolve("gold.jsonl"), "[1]\n");
        assertThatThrownBy(this::run).hasMessageContaining("gold.jsonl:1: no 'id'");
        Files.writeString(folder.resolve("gold.jsonl"), "\n{\n");
        assertThatThrownBy(this::run).hasMessageContaining("gold.jsonl:2: not JSON");
    }

    private Evaluation run() throws IOException {
        return Tasks.named("article-text", TaskOptions.DEFAULT.withPages(new AsItIs()))
                .orElseThrow()
                .run(folder, IdentityTaskTest.engine());
    }

    private void page(String id, String gold, String found) throws IOException {
        Files.createDirectories(folder.resolve("html"));
        Files.writeString(
                folder.resolve("gold.jsonl"),
                "{\"id\":\"" + id + "\",\"url\":\"https://x.example/\",\"text\":\"" + gold + "\"}\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        try (OutputStream out = new GZIPOutputStream(
                Files.newOutputStream(folder.resolve("html").resolve(id + ".html.gz")))) {
            out.write(found.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Takes a page's bytes for the article in it. */
    private record AsItIs() implements PageTexts {
        @Override
        public String article(byte[] page, String address) {
            return new String(page, StandardCharsets.UTF_8);
        }

        @Override
        public String everything(byte[] page, String address) {
            return "something else altogether";
        }
    }
}
