package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading keeps what it reads, in the folder where it runs: in processes of their own, since that folder is theirs. */
class KeepingTest {

    private static final String ARTICLE = "Mara Oldin said the harbour would open in spring.\n";

    @TempDir
    private Path folder;

    /** A process in the folder. */
    private record Ended(int code, String out, String err) {}

    private Ended run(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("onrecord", ".out");
        Path err = Files.createTempFile("onrecord", ".err");
        try {
            ProcessBuilder builder = Run.process(List.of(arguments))
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().remove("ONRECORD_STORE");
            Process process = builder.start();
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            return new Ended(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    @Test
    void whatIsReadIsKeptInTheFolderUnlessToldOtherwise() throws Exception {
        Files.writeString(folder.resolve("a.txt"), ARTICLE);
        Path file = folder.resolve("onrecord.db");

        assertThat(run("read", "--no-store", "a.txt").code()).isZero();
        assertThat(file).doesNotExist();

        Ended first = run("read", "a.txt");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.err()).contains("kept in onrecord.db: 1 new");
        assertThat(run("read", "a.txt").err()).contains("kept in onrecord.db: 1 unchanged");
        // Newer JDKs say something of their own about native libraries.
        assertThat(run("read", "--quiet", "a.txt").err().lines().filter(line -> !line.startsWith("WARNING: ")))
                .allMatch(String::isBlank);
        Files.writeString(folder.resolve("a.txt"), ARTICLE + "\nShe warned of delays.\n");
        // The folder is read with what is in it; the store is no input and no news.
        Ended all = run("read", ".");
        assertThat(all.code()).as(all.err()).isZero();
        assertThat(all.err()).doesNotContain("not read:");
        Ended resumed = run("read", "--resume", "a.txt");
        assertThat(resumed.code()).isZero();
        try (Store store = Store.open(file.toString())) {
            assertThat(store.counts().statements()).isPositive();
        }
        assertThat(run("history").err()).contains("nobody corrected anything in");
    }

    @Test
    void aFolderThatCannotKeepIsReadAllTheSame() throws Exception {
        Files.writeString(folder.resolve("a.txt"), ARTICLE);
        Files.writeString(folder.resolve("onrecord.db"), "my notes, not a store\n");

        Ended run = run("read", "a.txt");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Mara Oldin");
        assertThat(run.err())
                .contains("nothing is kept: ")
                .contains("is not a store")
                .contains("--no-store none");
        assertThat(folder.resolve("onrecord.db")).hasContent("my notes, not a store\n");
        Ended named = run("read", "--store", "onrecord.db", "a.txt");
        assertThat(named.code()).isEqualTo(1);
        assertThat(named.out()).isEmpty();
        Ended both = run("read", "--store", "x.db", "--no-store", "a.txt");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err()).contains("contradict each other");
    }
}
