package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no template may do, whatever it shows: the policy refuses some of it, and words of strangers could be in the rest. */
class TemplatesTest {

    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\$unsafe"
                    // Inline script and style.
                    + "|<style|<script(?![^>]*\\bsrc=)|\\sstyle=|\\son[a-z]+=|\\shx-on|javascript:"
                    // What htmx runs.
                    + "|\\shx-(?:vals|headers|vars)=[\"']js:|hx-eval"
                    // From elsewhere.
                    + "|(?:src|href|action)=\"(?:https?:)?//",
            Pattern.CASE_INSENSITIVE);

    @Test
    void noTemplateSteersAroundEscapingOrThePolicy() throws IOException {
        List<Path> templates;
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("onrecord.root"), "server/src/main/jte"))) {
            templates = files.filter(file -> file.toString().endsWith(".jte")).toList();
        }
        assertThat(templates).hasSizeGreaterThan(5);
        for (Path template : templates) {
            Matcher found = FORBIDDEN.matcher(Files.readString(template));
            assertThat(found.find() ? found.group() : "")
                    .as(template.toString())
                    .isEmpty();
        }
    }
}
