package io.onrecord.exchange.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.exchange.annotation.AnnotationFiles.Format;
import io.onrecord.model.ArticleRecord;
import io.onrecord.testkit.RandomRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What nobody changed comes back unchanged. */
class RoundTripTest {

    private static final int SEEDS = 400;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Format.class)
    void theExampleComesBackWithoutCorrections(Format format) throws IOException {
        Exported exported = Exported.to(folder, format, Example.record());
        assertThat(exported.edits(Example.record())).isEqualTo(new Edits(List.of(), List.of()));
        assertThat(exported.read().articles()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void anyRecordComesBackWithoutCorrections(Format format) throws IOException {
        long statements = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            ArticleRecord record = RandomRecords.any(seed);
            Path own = Files.createDirectory(folder.resolve("s" + seed));
            Exported exported = Exported.to(own, format, record);
            assertThat(exported.edits(record)).as("seed %d", seed).isEqualTo(new Edits(List.of(), List.of()));
            statements += exported.read().articles().stream()
                    .mapToInt(AnnotatedArticle::size)
                    .sum();
        }
        assertThat(statements).as("statements that were compared").isGreaterThan(SEEDS);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aRecordWithoutStatementsComesBack(Format format) throws IOException {
        ArticleRecord full = Example.record();
        ArticleRecord bare = new ArticleRecord(full.article(), List.of(), List.of(), List.of(), full.producer());
        assertThat(Exported.to(folder, format, bare).edits(bare)).isEqualTo(new Edits(List.of(), List.of()));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theSameRecordTwiceIsOne(Format format) throws IOException {
        Exported exported = Exported.to(folder, format, Example.record(), Example.record());
        assertThat(exported.read().articles()).hasSize(2);
    }
}
