package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups by the command line; what can happen to them on the way stands with the store's tests. */
class BackupTest {

    @TempDir
    private Path folder;

    private Path store() {
        return folder.resolve("onrecord.db");
    }

    private void read(String example) {
        assertThat(Run.of("read", "--quiet", "--store", store(), Run.root().resolve("examples/" + example))
                        .code())
                .isZero();
    }

    private String about(String words) {
        return Run.of("who", "--store", store(), "--about", words, "--format", "jsonl")
                .out();
    }

    @Test
    void whatIsFoundInTheRestoredStoreIsWhatWasInTheBackup() throws IOException {
        read("river-dam.txt");
        assertThat(about("spillway")).isNotEmpty();
        Path copy = folder.resolve("copy.db");
        Run backup = Run.of("backup", copy, "--store", store());
        assertThat(backup.code()).isZero();
        assertThat(backup.out()).matches("[0-9a-f]{64}  \\Q" + copy + "\\E\n");
        assertThat(backup.err())
                .contains("copied 1 article with 45 statements of " + store(), "looked through the copy");

        read("kite-festival.txt");
        assertThat(about("kite")).isNotEmpty();
        Run refused = Run.of("restore", copy, "--store", store());
        assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains("is there already", "--overwrite");
        assertThat(about("kite")).isNotEmpty();

        Run restored = Run.of("restore", copy, "--store", store(), "--overwrite");
        assertThat(restored.code()).isZero();
        assertThat(restored.err()).contains(store() + " has 1 article with 45 statements again");
        assertThat(about("kite")).as("what the index of the other store had").isEmpty();
        assertThat(about("spillway")).isNotEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly("copy.db", "onrecord.db", "onrecord.db.index");
        }
    }

    @Test
    void aStoreInPostgresqlIsLeftToItsOwnTools() {
        Run backup =
                Run.of("backup", "news.dump", "--store", "jdbc:postgresql://db.example/news?user=m&password=secret");
        assertThat(backup.code()).isEqualTo(ExitCode.FAILED);
        assertThat(backup.err())
                .contains("pg_dump --format=custom --no-owner --schema=onrecord --host=db.example", "--file=news.dump")
                .doesNotContain("secret");
        Run restore =
                Run.of("restore", "news.dump", "--store", "jdbc:postgresql://db.example/news?user=m&password=secret");
        assertThat(restore.err()).contains("pg_restore", "news.dump").doesNotContain("secret");
    }

    @Test
    void aStoreThatIsNotThereIsSaid() {
        Run backup = Run.of("backup", folder.resolve("copy.db"), "--store", store());
        assertThat(backup.code()).isEqualTo(ExitCode.FAILED);
        assertThat(backup.err()).contains("there is no store " + store());
        assertThat(store()).doesNotExist();
    }
}
