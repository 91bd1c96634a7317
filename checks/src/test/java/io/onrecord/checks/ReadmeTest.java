package io.onrecord.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the docs show is so. */
class ReadmeTest {

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+?)(#[^)]*)?\\)");

    @TempDir
    private Path folder;

    @Test
    void theLibraryExampleCompilesAndPrintsWhatTheReadmeSays() throws Exception {
        String readme = Files.readString(Project.root().resolve("README.md"));
        Matcher block = JAVA_BLOCK.matcher(readme);
        assertThat(block.find()).as("README.md has a Java example").isTrue();
        Path source = folder.resolve("Example.java");
        Files.writeString(source, block.group(1));

        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int failed = compiler.run(
                null,
                null,
                errors,
                "-proc:none",
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString());
        assertThat(failed).as(errors.toString(StandardCharsets.UTF_8)).isZero();

        Matcher output =
                Pattern.compile("prints\\n+```\\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertThat(output.find()).as("README.md shows what the example prints").isTrue();
        assertThat(run()).isEqualTo(output.group(1));
    }

    private String run() throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("Example").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyLinkOfTheDocsLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                String target = link.group(1);
                if (!target.startsWith("http") && !Files.exists(page.resolveSibling(target))) {
                    broken.add(Project.root().relativize(page) + " -> " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyHardDecisionSaysWhenToRevisitIt() throws IOException {
        try (Stream<Path> pages = Files.list(Project.root().resolve("docs/design"))) {
            List<Path> decisions =
                    pages.filter(page -> !page.endsWith("README.md")).toList();
            assertThat(decisions).hasSizeGreaterThan(4);
            for (Path page : decisions) {
                assertThat(Files.readString(page)).as(page.toString()).contains("Revisit when");
            }
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String name :
                List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md", "training/README.md")) {
            pages.add(Project.root().resolve(name));
        }
        try (Stream<Path> docs = Files.walk(Project.root().resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }
}
