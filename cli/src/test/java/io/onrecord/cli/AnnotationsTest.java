package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Resolution;
import io.onrecord.store.Store;
import io.onrecord.testkit.NewsRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Annotations go out, are worked on, and come back as corrections. */
class AnnotationsTest {

    private static final int ARTICLES = 3;
    private static final int STATEMENTS = 5;

    @TempDir
    private Path folder;

    private Path store = Path.of(".");

    @BeforeEach
    void aStore() {
        store = folder.resolve("onrecord.db");
        try (Store open = Store.open(store.toString())) {
            for (int seed = 0; seed < ARTICLES; seed++) {
                open.put(NewsRecords.of(seed, STATEMENTS));
            }
        }
    }

    private Path exported(String format) {
        Path out = folder.resolve(format);
        Run run = Run.of("export", "--format", format, "-o", out, "--store", store);
        assertThat(run.code()).as(run.err()).isZero();
        return out;
    }

    private Run imported(Path from, String format, Object... more) {
        List<Object> words = new java.util.ArrayList<>(
                List.of("import", from, "--format", format, "--store", store, "--author", "Pia Lund"));
        words.addAll(List.of(more));
        Run run = Run.of(words.toArray());
        assertThat(run.err()).doesNotContain("\tat ", "fault of Onrecord");
        return run;
    }

    private static Path first(Path out, String ending) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void replace(Path file, String regex, String by) throws IOException {
        String before = Files.readString(file);
        String after = before.replaceFirst(regex, by);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
    }

    private long named(String name) {
        try (Store open = Store.open(store.toString())) {
            return Stream.of(0, 1, 2)
                    .map(seed -> NewsRecords.of(seed, STATEMENTS).article().id())
                    .map(id -> open.corrected(id).orElseThrow().record())
                    .flatMap(record -> record.statements().stream())
                    .filter(one -> one.speaker() instanceof Resolution.Resolved resolved
                            && resolved.name().equals(name))
                    .count();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"brat", "xmi"})
    void whatNobodyTouchedChangesNothing(String format) {
        Run run = imported(exported(format), format);
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("imported " + ARTICLES + " files without changes");
    }

    @Test
    void aSpeakerCorrectedInBratIsCorrectedInTheStore() throws IOException {
        Path out = exported("brat");
        replace(first(out, ".ann"), "\tspeaker: [^\n]*", "\tspeaker: Tomas Rell");
        comesBack(out, "brat");
    }

    @Test
    void aSpeakerCorrectedInXmiIsCorrectedInTheStore() throws IOException {
        Path out = exported("xmi");
        replace(first(out, ".xmi"), "speaker=\"[^\"]*\"", "speaker=\"Tomas Rell\"");
        comesBack(out, "xmi");
    }

    private void comesBack(Path out, String format) {
        Run dry = imported(out, format, "--dry-run");
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out()).containsPattern("speaker .* → Tomas Rell");
        assertThat(dry.err()).contains("1 corrections that would be taken (--dry-run)");
        assertThat(named("Tomas Rell")).isZero();

        Run run = imported(out, format);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo(dry.out());
        assertThat(named("Tomas Rell")).isEqualTo(1);

        // The same again is nothing new.
        Run again = imported(out, format);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).isEmpty();
    }

    @Test
    void ofABrokenFileNothingIsTakenAndTheOthersAre() throws IOException {
        Path out = exported("brat");
        Path file = first(out, ".ann");
        replace(file, "\tspeaker: [^\n]*", "\tspeaker: Tomas Rell");
        replace(file, "T3\t(\\S+) \\d+", "T3\t$1 99999");
        Run run = imported(out, "brat");
        assertThat(run.code()).isEqualTo(ExitCode.SKIPPED);
        assertThat(run.err()).contains(file.getFileName() + ":").contains("lies outside the text");
        assertThat(named("Tomas Rell")).isZero();
        assertThat(run.err()).contains((ARTICLES - 1) + " files without changes");
    }

    @Test
    void anArticleThatTheStoreHasNotIsNamed() {
        Path out = exported("brat");
        Path other = folder.resolve("other.db");
        Store.open(other.toString()).close();
        Run run = Run.of("import", out, "--format", "brat", "--store", other);
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("import into the store that it was exported from");
    }

    @Test
    void aStoreThatIsNotThereIsNotMade() {
        Path out = exported("brat");
        Path other = folder.resolve("none.db");
        Run run = Run.of("import", out, "--format", "brat", "--store", other);
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(other).doesNotExist();
    }

    @Test
    void recordsHaveNoAuthorOfCorrections() {
        Run run = Run.of("import", "records.jsonl", "--dry-run", "--store", store);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--author and --dry-run are for corrections, which come in as brat or xmi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"webannotation", "ftm"})
    void everyStatementIsInTheLinkedData(String format) {
        Run run = Run.of("export", "--format", format, "--store", store);
        assertThat(run.code()).as(run.err()).isZero();
        for (int seed = 0; seed < ARTICLES; seed++) {
            ArticleRecord record = NewsRecords.of(seed, STATEMENTS);
            record.statements().forEach(one -> assertThat(run.out()).contains(one.id()));
        }
    }

    @Test
    void draftsOfClaimReviewsAreLinesWithoutAVerdict() {
        Run run = Run.of("export", "--format", "claimreview", "--store", store);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.lines()).hasSizeGreaterThan(ARTICLES).allMatch(line -> line.contains("\"Draft\""));
        assertThat(run.out()).doesNotContain("reviewRating");
    }

    @Test
    void aZipFileOfXmiComesBackAsItWentOut() throws IOException {
        Path out = folder.resolve("out.zip");
        assertThat(Run.of("export", "--format", "xmi", "-o", out, "--store", store)
                        .code())
                .isZero();
        Run run = imported(out, "xmi");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("imported " + ARTICLES + " files without changes");
    }
}
