package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual says what the help says, in the form of man. */
class ManualTest {

    private static final Path GROFF = Path.of("/usr/bin/groff");

    @TempDir
    private Path folder;

    @Test
    void thePageOfACommandHasItsSectionsAndOptions() {
        Run page = Run.of("manual", "read");
        assertThat(page.code()).isZero();
        assertThat(page.out())
                .startsWith(".TH \"ONRECORD\\-READ\" \"1\"")
                .contains(
                        ".SH NAME\nonrecord\\-read \\- Read articles",
                        ".SH SYNOPSIS",
                        ".SH OPTIONS",
                        "\\-\\-with\\-text")
                .doesNotContain("${", "%n");
    }

    @Test
    void everyCommandHasAPageInTheFolder() throws IOException {
        assertThat(Run.of("manual", "--folder", folder.resolve("man1")).code()).isZero();
        List<String> names = names();
        assertThat(names).contains("onrecord.1", "onrecord-read.1", "onrecord-users-add.1");
        String overview = Files.readString(folder.resolve("man1/onrecord.1"));
        assertThat(overview).contains(".SH COMMANDS", ".SH EXIT STATUS", ".TP\nread\nRead articles");
        assertThat(Run.of("--help").lines().stream()
                        .filter(line -> line.matches("  [a-z]+  .*"))
                        .map(line -> "onrecord-" + line.strip().replaceFirst(" .*", "") + ".1"))
                .hasSizeGreaterThan(20)
                .allSatisfy(page -> assertThat(names).contains(page));
    }

    @Test
    void theFormatterHasNothingToSayOfAnyPage() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(GROFF), "groff is not here (apt-get install groff-base)");
        assertThat(Run.of("manual", "--folder", folder.resolve("man1")).code()).isZero();
        for (String name : names()) {
            Process groff = new ProcessBuilder(
                            GROFF.toString(),
                            "-man",
                            "-Tutf8",
                            "-ww",
                            folder.resolve("man1/" + name).toString())
                    .redirectError(folder.resolve("warnings").toFile())
                    .redirectOutput(folder.resolve("shown").toFile())
                    .start();
            assertThat(groff.waitFor()).isZero();
            assertThat(Files.readString(folder.resolve("warnings"))).as(name).isEmpty();
            assertThat(Files.readString(folder.resolve("shown"), StandardCharsets.UTF_8))
                    .as(name)
                    .contains("ONRECORD");
        }
    }

    @Test
    void aCommandThatIsNotThereIsNamed() {
        Run page = Run.of("manual", "raed");
        assertThat(page.code()).isEqualTo(2);
        assertThat(page.err()).contains("there is no command 'raed'");
        assertThat(Run.of("manual", "read", "--folder", folder).code()).isEqualTo(2);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> pages = Files.list(folder.resolve("man1"))) {
            return pages.map(page -> page.getFileName().toString()).sorted().toList();
        }
    }
}
