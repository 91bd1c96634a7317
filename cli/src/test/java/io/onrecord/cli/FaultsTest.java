package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a run when the machine fails it: a disk that is full or may not be written, memory that does not suffice. */
@Tag("long")
class FaultsTest {

    private static final String THEN = FaultsMain.THEN;

    @TempDir
    private Path folder;

    @Test
    void aRunThatFillsTheDiskGoesOnWhenThereIsRoom() throws Exception {
        Path input = articles(40);
        Path whole = folder.resolve("whole.jsonl");
        assertThat(Run.of("read", "--quiet", "--format", "jsonl", "-o", whole, input)
                        .code())
                .isZero();
        Path small = small();
        Path out = small.resolve("out.jsonl");

        List<String> said = onFullDisk(
                "300k",
                16,
                "",
                small,
                "read",
                "--quiet",
                "--format",
                "jsonl",
                "-o",
                out,
                input,
                THEN,
                "list",
                small,
                THEN,
                "delete",
                small.resolve("ballast"),
                THEN,
                "read",
                "--quiet",
                "--format",
                "jsonl",
                "--resume",
                "-o",
                out,
                input,
                THEN,
                "list",
                small,
                THEN,
                "same",
                out,
                whole);

        assertThat(said)
                .containsExactly(
                        "code 1",
                        "onrecord: " + small.resolve("out.jsonl.partial")
                                + " cannot be written: No space left on device; what is there can be resumed with --resume",
                        "[ballast, out.jsonl.partial]",
                        "code 0",
                        "[out.jsonl]",
                        "same");
    }

    @Test
    void whatAFullDiskBreaksOffIsNotLeftHalfWritten() throws Exception {
        Path store = folder.resolve("onrecord.db");
        assertThat(Run.of("read", "--quiet", "--store", store, articles(40)).code())
                .isZero();
        Path small = small();
        Path copy = small.resolve("onrecord.db");

        List<String> said = onFullDisk(
                "3m",
                60,
                "cp '" + store + "' '" + copy + "'",
                small,
                "export",
                "--store",
                copy,
                "-o",
                small.resolve("all.csv"),
                THEN,
                "backup",
                "--store",
                copy,
                small.resolve("backup.db"),
                THEN,
                "list",
                small,
                THEN,
                "index",
                "--quiet",
                "--store",
                copy,
                THEN,
                "read",
                "--quiet",
                "--store",
                copy,
                articles(60),
                THEN,
                "delete",
                small.resolve("ballast"),
                THEN,
                "read",
                "--quiet",
                "--store",
                copy,
                articles(60),
                THEN,
                "index",
                "--quiet",
                "--store",
                copy,
                THEN,
                "export",
                "--store",
                copy,
                "-o",
                small.resolve("all.csv"),
                THEN,
                "list",
                small);

        String full = "onrecord: no room for " + copy
                + ": its disk is full; what was put before is kept, free some room and go on";
        assertThat(said)
                .containsExactly(
                        "code 1",
                        "onrecord: " + small.resolve("all.csv")
                                + " cannot be written: No space left on device; nothing is left of it:"
                                + " make room or name another file, and export again",
                        "code 1",
                        "onrecord: no room for a copy of " + copy + " in " + small
                                + ": free some, or name another place",
                        "[ballast, onrecord.db]",
                        "code 1",
                        full,
                        "code 1",
                        full,
                        "code 0",
                        "code 0",
                        "code 0",
                        "exported 120 statements of 60 articles to " + small.resolve("all.csv"),
                        "[all.csv, onrecord.db, onrecord.db.index]");
    }

    @Test
    void aStoreThatCannotEvenBeOpenedForWantOfRoomSaysSo() throws Exception {
        Path store = folder.resolve("onrecord.db");
        assertThat(Run.of("read", "--quiet", "--store", store, articles(3)).code())
                .isZero();
        Path small = small();
        Path copy = small.resolve("onrecord.db");
        List<String> said = onFullDisk(
                "3m",
                4,
                "cp '" + store + "' '" + copy + "'",
                small,
                "export",
                "--store",
                copy,
                "-o",
                folder.resolve("all.csv"));
        assertThat(said)
                .containsExactly(
                        "code 1",
                        "onrecord: no room for " + copy
                                + ": its disk is full; what was put before is kept, free some room and go on");
    }

    @Test
    void aDiskThatMayNotBeWrittenIsNamed() throws Exception {
        Path input = articles(3);
        Path store = folder.resolve("onrecord.db");
        assertThat(Run.of("read", "--quiet", "--store", store, input).code()).isZero();
        Path small = small();
        Path copy = small.resolve("onrecord.db");

        List<String> said = child(
                "mount -t tmpfs none '" + small + "'\ncp '" + store + "' '" + copy + "'\nmount -o remount,ro '" + small
                        + "'",
                "-Xmx256m",
                "read",
                "--quiet",
                "-o",
                small.resolve("out.jsonl"),
                "--format",
                "jsonl",
                input,
                THEN,
                "read",
                "--quiet",
                "--store",
                copy,
                articles(4),
                THEN,
                "index",
                "--store",
                copy,
                THEN,
                "export",
                "--store",
                copy,
                "-o",
                small.resolve("all.csv"),
                THEN,
                "backup",
                "--store",
                copy,
                small.resolve("backup.db"));

        String readOnly = "onrecord: cannot write to " + copy
                + ": the file or its disk is read-only; name another file, or see to the rights";
        assertThat(said)
                .containsExactly(
                        "code 1",
                        "onrecord: " + small.resolve("out.jsonl")
                                + " cannot be written: Read-only file system; name a file in a folder that exists and is yours",
                        "code 1",
                        readOnly,
                        "code 1",
                        readOnly,
                        "code 1",
                        "onrecord: " + small.resolve("all.csv")
                                + " cannot be written: Read-only file system; name a file in a folder that exists and is yours",
                        "code 1",
                        "onrecord: " + small.resolve("backup.db")
                                + " could not be written (Read-only file system): look at its disk and its rights");
    }

    @Test
    void anArticleTooLongForTheMemoryLeavesTheOthersAlone() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(articles(30)));
        String sentences = IntStream.range(0, 13_000)
                .mapToObj(i -> "Mara Oldin said that pier " + i % 999 + " would open, which Ilan Serrat denied.")
                .collect(Collectors.joining(" "));
        lines.add(10, "{\"id\": \"long\", \"text\": \"" + sentences + "\"}");
        Path input = Files.write(folder.resolve("with-a-long-one.jsonl"), lines);
        Path out = folder.resolve("out.jsonl");

        List<String> said =
                child("", "-Xmx100m", "read", "--quiet", "--threads", "2", "--format", "jsonl", "-o", out, input);

        assertThat(said)
                .containsExactly(
                        "code 3",
                        "skipped long: an article of " + sentences.length()
                                + " characters, too long for the memory that Java may use; give it more (-Xmx) or cut the article");
        assertThat(Files.readAllLines(out)).hasSize(30);
    }

    private Path articles(int count) throws IOException {
        return Files.write(
                folder.resolve("articles-" + count + ".jsonl"),
                IntStream.range(0, count)
                        .mapToObj(i -> "{\"id\": \"a" + i + "\", \"text\": \"Mara Oldin said that pier " + i
                                + " would open in week " + i + ". Ilan Serrat denied it.\"}")
                        .toList());
    }

    private Path small() throws IOException {
        return Files.createDirectory(folder.resolve("small"));
    }

    /** Commands run where {@code small} is a disk of a size that a file called {@code ballast} fills to the last few KiB. */
    private static List<String> onFullDisk(String size, int left, String before, Path small, Object... commands)
            throws IOException, InterruptedException {
        return child(
                "mount -t tmpfs -o size=" + size + " none '" + small + "'\n" + before
                        + "\nfree=$(df --output=avail -k '" + small + "' | tail -n 1)\nhead -c $(((free - " + left
                        + ") * 1024)) /dev/zero > '" + small + "/ballast'",
                "-Xmx256m",
                commands);
    }

    /** What commands say in a process of their own; what stands in {@code before} is run first, in a shell that may mount. */
    private static List<String> child(String before, String memory, Object... commands)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (!before.isEmpty()) {
            Assumptions.assumeTrue(canMount(), "no file systems can be mounted here (unshare)");
            command.addAll(List.of("unshare", "-rm", "sh", "-ec", before + "\nexec \"$@\"", "sh"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                memory,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        if (Runtime.version().feature() >= 24) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FaultsMain.class.getName()));
        for (Object word : commands) {
            command.add(String.valueOf(word));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return out.lines().toList();
        } finally {
            process.waitFor();
        }
    }

    private static boolean canMount() throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("onrecord-mount");
            try {
                return new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "none", folder.toString())
                                .start()
                                .waitFor()
                        == 0;
            } finally {
                Files.delete(folder);
            }
        } catch (IOException e) {
            return false;
        }
    }
}
