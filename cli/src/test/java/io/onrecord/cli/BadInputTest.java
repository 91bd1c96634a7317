package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.exchange.RecordJson;
import io.onrecord.model.ArticleRecord;
import io.onrecord.text.Layout;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each bad input gets a clear message and the right exit code, never a stack trace, never a lost neighbour. */
class BadInputTest {

    private static final String GOOD = "{\"id\":\"good\",\"text\":\"“We will appeal,” said Ms Ito.\"}\n";

    @TempDir
    private Path folder;

    private String lastError = "";

    @AfterEach
    void noStackTraceWasShown() {
        assertThat(lastError).doesNotContain("Exception", "\tat ", "fault of Onrecord");
    }

    private Run read(Object... inputs) {
        Object[] command = new Object[inputs.length + 3];
        command[0] = "read";
        command[1] = "-f";
        command[2] = "jsonl";
        System.arraycopy(inputs, 0, command, 3, inputs.length);
        Run run = Run.of(command);
        lastError = run.err();
        return run;
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aSlipInACommandIsPutRight() {
        Run run = Run.of("reed", "dam.txt");
        lastError = run.err();
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("onrecord read").doesNotContain("Usage:");
    }

    @Test
    void aMissingFileFails() {
        Run run = read(folder.resolve("gone.txt"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("gone.txt");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aGazetteerThatIsMissingOrBrokenFailsBeforeAnythingIsRead() throws IOException {
        Path good = file("good.jsonl", GOOD);
        Run gone = read("--gazetteer", folder.resolve("gone.csv"), good);
        assertThat(gone.code()).isEqualTo(1);
        assertThat(gone.err()).contains("gazetteer", "gone.csv", "no such file");
        Run broken = read("--gazetteer", file("known.csv", "name,wikidata\nMara Ito,Q7\n ,Q8\n"), good);
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err()).contains("known.csv:3: ");
        assertThat(broken.out()).isEmpty();
    }

    @Test
    void aMissingFileDoesNotCostItsNeighbour() throws IOException {
        Run run = read(folder.resolve("gone.txt"), file("good.jsonl", GOOD));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.lines()).hasSize(1);
        assertThat(run.err()).contains("gone.txt").contains("1 skipped");
    }

    @Test
    void anEmptyFileIsSkipped() throws IOException {
        Run run = read(file("empty.txt", ""), file("white.txt", " \n\t\n"), file("good.jsonl", GOOD));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("empty.txt").contains("white.txt");
        assertThat(run.lines()).hasSize(1);
    }

    @Test
    void aFolderWithoutArticlesFails() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Files.writeString(empty.resolve("photo.jpg"), "x");
        Run run = read(empty);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("no articles in this folder").contains(".jpg");
    }

    @Test
    void binaryDataIsSkipped() throws IOException {
        Path binary = Files.write(folder.resolve("data.txt"), new byte[] {1, 0, 2, 0, 3, 0, (byte) 0xff, 7});
        Run run = read(binary, file("good.jsonl", GOOD));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("data.txt");
    }

    @Test
    void brokenUtf8IsSkippedWithItsPlace() throws IOException {
        byte[] text = "“Größe” sagte sie, “naïve”, “café”, “Zürich”. Ünd noch mehr Wörter für Öl."
                .getBytes(StandardCharsets.UTF_8);
        text[text.length - 5] = (byte) 0xfe;
        Run run = read(Files.write(folder.resolve("broken.txt"), text), file("good.jsonl", GOOD));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("broken.txt").contains("UTF-8");
    }

    @Test
    void aLineThatIsNoJsonOrLacksItsTextDoesNotCostItsNeighbours() throws IOException {
        Run run = read(file("mixed.jsonl", GOOD + "{\"id\":\"x\"}\n{not json}\n" + GOOD.replace("good", "other")));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.lines()).hasSize(2);
        assertThat(run.err()).contains("mixed.jsonl:2").contains("text").contains("mixed.jsonl:3");
    }

    @Test
    void aLineOfFiftyMegabytesIsSkippedWithoutBeingHeld() throws IOException {
        Path file = folder.resolve("huge.jsonl");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(GOOD.getBytes(StandardCharsets.UTF_8));
            out.write("{\"id\":\"huge\",\"text\":\"".getBytes(StandardCharsets.UTF_8));
            byte[] block = "said no and ".repeat(1000).getBytes(StandardCharsets.UTF_8);
            for (int written = 0; written < 50_000_000; written += block.length) {
                out.write(block);
            }
            out.write("\"}\n".getBytes(StandardCharsets.UTF_8));
            out.write(GOOD.replace("good", "other").getBytes(StandardCharsets.UTF_8));
        }
        Run run = read(file);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.lines()).hasSize(2);
        assertThat(run.err()).contains("huge.jsonl:2");
    }

    @Test
    void oneParagraphOfAHundredThousandCharactersIsRead() throws IOException {
        String sentence = "“We will appeal,” said Ms Ito on the steps, and the mayor insisted that the dam was safe. ";
        Run run = read("--model", "fast", file("long.txt", sentence.repeat(100_000 / sentence.length() + 1)));
        assertThat(run.code()).isZero();
        assertThat(run.out().split("\"form\"")).hasSizeGreaterThan(1000);
    }

    @Test
    void onlyQuotationMarksAreAnArticleWithoutStatements() throws IOException {
        Run run = read(file("marks.txt", "“”\"\"'' «» „“ ‘’ \"\n“\n"));
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"statements\":[]");
    }

    @Test
    void emojiCombiningMarksAndRightToLeftTextAreRead() throws IOException {
        Run run = read(file(
                "odd.txt",
                "“🙂 We won 👩‍👩‍👧!” said Zoe\u0308 Ito\u0302.\n\n“שלום,” said the \u202bמורה\u202c today.\n"));
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(1);
        String text = Files.readString(folder.resolve("odd.txt"));
        ArticleRecord record =
                RecordJson.read(run.lines().get(0), Layout.of(text).text(text));
        assertThat(record.statements())
                .extracting(
                        statement -> statement.attribution().content().get(0).of(text))
                .anyMatch(content -> content.startsWith("“🙂 We won 👩‍👩‍👧!”"));
        assertThat(record.statements())
                .flatExtracting(statement -> statement.attribution().source())
                .extracting(source -> source.of(text))
                .anyMatch(source -> source.contains("Zoe\u0308 Ito\u0302"));
    }

    @Test
    void anEncodingThatJavaDoesNotKnowIsAUsageError() throws IOException {
        Run run = read("--encoding", "klingon-1", file("good.jsonl", GOOD));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("klingon-1").contains("windows-1252");
    }

    @Test
    void aDeclaredEncodingIsUsed() throws IOException {
        Path file = Files.write(
                folder.resolve("latin.txt"),
                "“No,” said Señor Núñez.".getBytes(java.nio.charset.Charset.forName("windows-1252")));
        Run run = read("--encoding", "windows-1252", "--with-text", file);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Señor Núñez");
    }

    @Test
    void anOutputThatCannotBeWrittenFailsBeforeAnythingIsRead() throws IOException {
        Run run = read("-o", folder.resolve("no/such/folder/out.jsonl"), file("good.jsonl", GOOD));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("cannot be written: no such file or folder");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aThousandBadLinesAreCountedAndTheFirstAreNamed() throws IOException {
        Run run = read(file("bad.jsonl", "{}\n".repeat(1000) + GOOD));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.lines()).hasSize(1);
        assertThat(run.err().lines().count()).isLessThan(110);
        assertThat(run.err()).contains("1000 skipped").contains("--verbose");
    }

    @Tag("long")
    @Test
    void largeArticlesAreReadWhateverTheNumberOfThreads() throws IOException {
        // Of such articles two are read at once with this heap, and the third has to wait.
        StringBuilder lines = new StringBuilder();
        for (int article = 0; article < 3; article++) {
            lines.append("{\"id\":\"").append(article).append("\",\"text\":\"");
            lines.append("“No,” said Ms Ito on Monday. ".repeat(6000)).append("\"}\n");
        }
        Run run = read("-q", "--model", "fast", "--threads", 3, file("large.jsonl", lines.toString()));
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(3);
    }

    @Test
    void aRunThatReadNothingLeavesNoFile() throws IOException {
        Path out = folder.resolve("out.jsonl");
        Run run = read("-o", out, folder.resolve("gone.txt"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(out).doesNotExist();
        assertThat(folder.resolve("out.jsonl.partial")).doesNotExist();
    }
}
