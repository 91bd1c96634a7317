package io.onrecord.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders for temporary files that are full or not there; in a process of its own, which alone is bounded. */
class TemporaryFilesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void aShellBoundsTheSizeOfFiles() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh to bound the size of files");
    }

    @Test
    void nothingIsLeftBehindWhereThereIsNoRoom() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));

        String said = reasons(temporary, workbook());

        assertThat(said).startsWith("cannot be read: ");
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aFolderThatIsNotThereIsNotTakenForTheInput() throws Exception {
        assertThat(reasons(folder.resolve("none"), workbook()))
                .startsWith("cannot be read: no file can be made in the folder for temporary files");
    }

    @Test
    void norIsTheArchiveCalledDamagedThen() throws Exception {
        Path inner = folder.resolve("a.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(inner))) {
            entry(zip, "a.txt", "One.");
        }
        Path outer = folder.resolve("outer.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(outer))) {
            zip.putNextEntry(new ZipEntry("a.zip"));
            zip.write(Files.readAllBytes(inner));
        }

        assertThat(reasons(folder.resolve("none"), outer))
                .startsWith("no file can be made in the folder for temporary");
    }

    /** A small file whose strings are too many to be held. */
    private Path workbook() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "xl/workbook.xml", """
                    <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
                    <sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>
                    """);
            String type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml' Type='" + type + "worksheet'/>"
                            + "<Relationship Id='r2' Target='sharedStrings.xml' Type='" + type
                            + "sharedStrings'/></Relationships>");
            entry(zip, "xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>");
            entry(zip, "xl/sharedStrings.xml", "<sst>" + "<si><t>The quay opens.</t></si>".repeat(100_000) + "</sst>");
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Why an input is skipped where no file may have more than 200 blocks, some 100 KB. */
    private static String reasons(Path temporary, Path input) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 200; exec \"$@\"", "sh"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                TemporaryFilesTest.class.getName(),
                input.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Prints why the named file is skipped. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Articles articles = new ArticleReader().open(Input.files(List.of(Path.of(arguments[0]))), notice -> {})) {
            Outcome<Article> outcome = articles.next();
            out.println(outcome instanceof Outcome.Skipped<Article> skipped ? skipped.why() : "read");
        }
    }
}
