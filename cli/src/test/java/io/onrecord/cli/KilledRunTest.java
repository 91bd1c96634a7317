package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in a process of its own that is killed outright, again and again. */
@Tag("long")
class KilledRunTest {

    private static final int ARTICLES = 800;

    /** {@code checks/kills} has more of them. */
    private static final int KILLS = 4 * Integer.getInteger("onrecord.kills", 1);

    private static final long SEED = 20261125;

    @TempDir
    private Path folder;

    @Test
    void aRunKilledAtRandomMomentsEndsWithTheBytesOfAnUnbrokenOne() throws Exception {
        Path input = articles();
        Path whole = folder.resolve("whole.jsonl");
        assertThat(read(input, whole).waitFor()).isEqualTo(ExitCode.SKIPPED);
        long size = Files.size(whole);

        Path broken = folder.resolve("broken.jsonl");
        Path partial = OutputFile.partial(broken);
        Random random = new Random(SEED);
        int killed = 0;
        for (long bytes : random.longs(KILLS, 0, size).sorted().toArray()) {
            Process run = read(input, broken);
            while (run.isAlive() && (!Files.exists(partial) || Files.size(partial) < bytes)) {
                Thread.sleep(1);
            }
            killed += run.isAlive() ? 1 : 0;
            run.destroyForcibly().waitFor();
        }
        read(input, broken).waitFor();

        assertThat(killed)
                .as("runs that were still going on when they were killed")
                .isGreaterThanOrEqualTo(KILLS / 2);
        assertThat(Files.mismatch(whole, broken)).as("first byte that differs").isEqualTo(-1);
    }

    @Test
    void aRunThatIsKilledWhileItBeginsToGoOnAfterAFinishedOneKeepsAllRecords() throws Exception {
        Path input = Files.writeString(
                folder.resolve("input.jsonl"), "{\"id\": \"a\", \"text\": \"“We will appeal,” said Mara Oldin.\"}\n");
        Path out = folder.resolve("out.jsonl");
        read(input, out).waitFor();
        byte[] record = Files.readAllBytes(out);
        // So much that copying it takes longer than looking at it.
        try (OutputStream more = new BufferedOutputStream(Files.newOutputStream(out, StandardOpenOption.APPEND))) {
            for (long size = record.length; size < 256L << 20; size += record.length) {
                more.write(record);
            }
        }
        Path partial = OutputFile.partial(out);
        Process run = read(input, out);
        while (run.isAlive() && !isBeingCopied(out)) {
            Thread.onSpinWait();
        }
        run.destroyForcibly().waitFor();
        assertThat(Files.exists(partial) ? Files.size(partial) : Files.size(out))
                .isEqualTo(Files.size(out));
    }

    /** Whether there is anything of a copy, whatever its name. */
    private boolean isBeingCopied(Path out) {
        return Stream.of(folder.toFile().listFiles())
                .anyMatch(file -> file.getName().startsWith(out.getFileName() + ".partial")
                        && !file.getName().endsWith(".lock"));
    }

    private Process read(Path input, Path output) throws IOException {
        File log = folder.resolve("log").toFile();
        // Which network reads is nothing to it, and each process opens it anew.
        return Run.process("read", "--quiet", "--model", "fast", "--format", "jsonl", "--resume", "-o", output, input)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** Short articles, some of them twice, some lines that are none: what a run may not lose count of. */
    private Path articles() throws IOException {
        Random random = new Random(SEED);
        List<String> names = List.of("Ilan Serrat", "Mara Oldin", "Tove Lind", "Ruben Amsel", "Dana Ito");
        List<String> cues = List.of("said", "denied", "warned", "insisted", "promised");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            if (random.nextInt(100) == 0) {
                lines.add("{\"id\": \"broken-" + i + "\"");
            }
            if (!lines.isEmpty() && random.nextInt(50) == 0) {
                lines.add(lines.get(random.nextInt(lines.size())));
                continue;
            }
            lines.add(String.format(
                    "{\"id\": \"a%d\", \"text\": \"%s %s that pier %d would open in week %d.\"}",
                    i,
                    names.get(random.nextInt(names.size())),
                    cues.get(random.nextInt(cues.size())),
                    random.nextInt(1000),
                    random.nextInt(52)));
        }
        return Files.write(folder.resolve("articles.jsonl"), lines);
    }
}
