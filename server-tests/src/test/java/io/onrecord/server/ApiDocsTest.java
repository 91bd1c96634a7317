package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples of docs/api.md as they stand, against a desk with the demo's articles; those whose interpreter is not here are skipped. */
class ApiDocsTest {

    private static final Pattern FENCED = Pattern.compile("(?ms)^```(sh|python|r)\\n(.*?)^```$");
    private static final Path PAGE =
            Path.of(System.getProperty("onrecord.root", "..")).resolve("docs/api.md");
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private static Path folder;

    private static TestDesk desk;

    @BeforeAll
    static void start() throws IOException {
        desk = TestDesk.open(Files.createDirectory(folder.resolve("desk")));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private record Example(int number, String language, String code) {}

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        Matcher fenced = FENCED.matcher(Files.readString(PAGE));
        while (fenced.find()) {
            examples.add(new Example(examples.size() + 1, fenced.group(1), fenced.group(2)));
        }
        return examples;
    }

    @Test
    void thereAreExamplesInEachOfTheThreeLanguages() throws IOException {
        assertThat(examples()).extracting(Example::language).contains("sh", "python", "r");
    }

    @TestFactory
    Stream<DynamicTest> everyExampleRunsAsItStands() throws IOException {
        return examples().stream()
                .map(example ->
                        DynamicTest.dynamicTest(example.language() + " " + example.number(), () -> run(example)));
    }

    private static void run(Example example) throws IOException, InterruptedException {
        List<String> command = switch (example.language()) {
            case "sh" -> {
                needed("curl", "--version");
                yield List.of("sh", "-e", "-u");
            }
            case "python" -> {
                needed("python3", "--version");
                yield List.of("python3", "-");
            }
            default -> {
                needed("Rscript", "--version");
                if (example.code().contains("jsonlite")) {
                    needed("Rscript", "-e", "library(jsonlite)");
                }
                yield List.of("Rscript", "-");
            }
        };
        Path input = Files.writeString(folder.resolve("example-" + example.number()), example.code());
        Path output = folder.resolve("output-" + example.number());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        String address = desk.address();
        // Whatever proxy this machine has is not for the loopback.
        builder.environment().put("no_proxy", "127.0.0.1");
        builder.environment().put("DESK", address.substring(0, address.length() - 1));
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    private static void needed(String... command) throws InterruptedException {
        boolean there;
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            there = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            there = false;
        }
        Assumptions.assumeTrue(there, String.join(" ", command) + " cannot be run here");
    }
}
