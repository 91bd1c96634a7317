package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs that write to one file at once, the first in a process of its own, which waits for more of its input. */
class TwoRunsTest {

    private static final String LINE = "{\"id\":\"%s\",\"text\":\"“We will appeal,” said Mara Oldin.\"}\n";

    @TempDir
    private Path folder;

    private Path out = Path.of(".");
    private Process first;

    @BeforeEach
    void aRunThatHasWrittenARecord() throws Exception {
        out = folder.resolve("records.jsonl");
        first = Run.process("read", "--quiet", "--no-store", "--threads", 1, "-f", "jsonl", "--resume", "-o", out, "-")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        feed("first");
        Path partial = OutputFile.partial(out);
        while (first.isAlive() && (!Files.exists(partial) || Files.size(partial) == 0)) {
            // So many that the first of them leaves all buffers.
            feed("more");
            Thread.sleep(5);
        }
        assertThat(first.isAlive())
                .as(Files.readString(folder.resolve("said.txt")))
                .isTrue();
    }

    @AfterEach
    void end() throws InterruptedException {
        first.destroyForcibly().waitFor();
    }

    private void feed(String id) throws IOException {
        OutputStream to = first.getOutputStream();
        to.write(LINE.formatted(id).getBytes(StandardCharsets.UTF_8));
        to.flush();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theSecondIsToldToWaitAndTheFirstWritesEveryRecordOnce() throws Exception {
        Path input = Files.writeString(folder.resolve("input.jsonl"), LINE.formatted("other"));
        Path done = folder.resolve("done.jsonl");
        assertThat(Run.of("read", "-f", "jsonl", "--with-text", "-o", done, input)
                        .code())
                .isZero();
        for (Run second : List.of(
                Run.of("read", "-f", "jsonl", "--resume", "-o", out, input),
                Run.of("read", "-f", "jsonl", "-o", out, input),
                Run.of("copies", "-o", out, input),
                Run.of("export", "records", "--from", done, "-o", out),
                Run.of("export", "--from", done, "-f", "brat", "-o", out))) {
            assertThat(second.err()).contains(out + " is being written by another run: wait for it");
            assertThat(second.code()).isEqualTo(ExitCode.FAILED);
        }
        first.getOutputStream().close();
        assertThat(first.waitFor()).isZero();
        assertThat(Files.readAllLines(out)).allMatch(line -> line.startsWith("{\"format\":") && line.endsWith("}"));
        assertThat(names()).containsExactly("done.jsonl", "input.jsonl", "records.jsonl", "said.txt");
    }

    @Test
    void whatAKilledRunLeftIsGoneOnWith() throws Exception {
        first.destroyForcibly().waitFor();
        assertThat(names()).contains("records.jsonl.partial");
        Path input = Files.writeString(folder.resolve("input.jsonl"), LINE.formatted("other"));
        Run second = Run.of("read", "-f", "jsonl", "--resume", "-o", out, input);
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(Files.readString(out)).contains("\"first\"", "\"other\"");
        assertThat(names()).containsExactly("input.jsonl", "records.jsonl", "said.txt");
    }
}
