package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.attribution.Mode;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.model.Producer;
import io.onrecord.model.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccuracyPageTest {

    private static final String SENTENCE = "Ito said “it rained”.";
    private static final AccuracyPage.Occasion OCCASION =
            new AccuracyPage.Occasion("bench/accuracy small big", "2026-11-24", "an abacus, 2 cores, Java 17");

    @TempDir
    Path folder;

    private final List<String> opened = new ArrayList<>();
    private int closed;

    @BeforeEach
    void writeGold() throws IOException {
        Files.createDirectories(folder.resolve("polnear"));
        StringBuilder articles = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            articles.append("{\"id\":\"" + i + "\",\"publisher\":\"" + (i % 2 == 0 ? "The Oar" : "The Helm")
                    + "\",\"text\":\"" + SENTENCE + " ".repeat(i)
                    + "\",\"attributions\":[{\"source\":[[0,3]],\"cue\":[[4,8]],\"content\":[[9,20]]}]}\n");
        }
        Files.writeString(folder.resolve("polnear/dev.jsonl"), articles);
        Files.writeString(folder.resolve("attribution-open.jsonl"), articles);
        Files.writeString(folder.resolve("attribution-reserved.jsonl"), articles);
        Files.writeString(
                folder.resolve("polnear/paragraphs-dev.jsonl"),
                "{\"id\":\"p\",\"text\":\"" + SENTENCE
                        + "\",\"spans\":{\"source\":[[0,3]],\"cue\":[[4,8]],\"content\":[[9,20]]}}\n"
                        + "{\"id\":\"q\",\"text\":\"" + SENTENCE
                        + "\",\"spans\":{\"source\":[],\"cue\":[],\"content\":[]}}\n");
    }

    @Test
    void thePageHasARowForEachNetworkInEachSection() throws IOException {
        String page = AccuracyPage.write(folder, folder, List.of("small", "big"), this::open, OCCASION);
        assertThat(page)
                .startsWith("# Accuracy\n\nWritten whole by `bench/accuracy small big` on 2026-11-24;")
                .contains("an abacus, 2 cores, Java 17.")
                .contains("| small | `small` |")
                .contains("| span, source | small | 100.00 | 100.00 | 100.00 | 6 | 6 |")
                .contains("| whole attribution, loose | big | 100.00 | 100.00 | 100.00 | 6 | 6 |")
                .contains("| Onrecord, big | 66.67 |")
                .contains("| direct | small | 6 | 100.00 | 100.00 |")
                .contains("| The Helm | big | 3 | 3 |")
                .contains("| shortest third, 21 to 22 | small | 2 | 2 |")
                .contains("| precision | small | 6 |")
                .contains("| single | big | 6 |")
                .contains("| the statement | small | 6 | 100.00 |")
                .contains("| small | 1 | 1.00 | 100.00 |")
                .contains("| attribution-reserved | big | 6 | 6 |")
                .contains("| " + ErrorKind.MISSED.meaning() + " | 0 | 0 |")
                .endsWith("|\n");
        assertThat(page.lines().filter(line -> line.startsWith("## "))).hasSizeGreaterThan(9);
        assertThat(opened).hasSize(10).contains("small RECALL false", "small BALANCED true", "big PRECISION false");
        assertThat(closed).isEqualTo(10);
    }

    @Test
    void theSameRunGivesTheSamePage() throws IOException {
        assertThat(AccuracyPage.write(folder, folder, List.of("small"), this::open, OCCASION))
                .isEqualTo(AccuracyPage.write(folder, folder, List.of("small"), this::open, OCCASION));
    }

    @Test
    void withoutCorporaOrNetworksThereIsNoPage() {
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> AccuracyPage.write(nowhere, folder, List.of("small"), this::open, OCCASION))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> AccuracyPage.write(folder, folder, List.of(), this::open, OCCASION))
                .hasMessage("a page of figures needs a network");
        assertThat(closed).isEqualTo(opened.size());
    }

    private EngineSource.OpenEngine open(String model, Mode mode, boolean raw) {
        opened.add(model + " " + mode + " " + raw);
        ScriptedEngine engine = new ScriptedEngine(AccuracyPageTest::outcome);
        return new EngineSource.OpenEngine() {
            @Override
            public Iterator<Outcome<ArticleRecord>> read(Iterator<Outcome<Article>> articles) {
                return engine.read(articles);
            }

            @Override
            public Producer producer() {
                return new Producer("0.1.0", model, "none");
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }

    private static Outcome<ArticleRecord> outcome(Article article) {
        Parts parts = new Parts(List.of(new Span(0, 3)), List.of(new Span(4, 8)), List.of(new Span(9, 20)));
        return new Outcome.Kept<>(Statements.record(article, List.of(Statements.of(article, parts))));
    }
}
