package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colours of the style sheet against one another, as WCAG 2.2 counts: what is read at 4.5 at least, what is only seen at 3. */
class ColoursTest {

    private static final Pattern COLOUR =
            Pattern.compile("--([a-z-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)");
    private static final double READ = 4.5;
    private static final double SEEN = 3;

    /** One on another. */
    private record Pair(String front, String ground, double least) {}

    private static final List<Pair> PAIRS = pairs();

    private static List<Pair> pairs() {
        List<Pair> all = new ArrayList<>();
        for (String ground : List.of("paper", "card", "sunken")) {
            for (String front : List.of("ink", "soft", "link", "alarm", "assent")) {
                all.add(new Pair(front, ground, READ));
            }
            for (String front : List.of("edge", "focus", "accent", "content-line")) {
                all.add(new Pair(front, ground, SEEN));
            }
        }
        for (String ground : List.of("note-paper", "alarm-paper", "assent-paper", "content-paper", "source-paper")) {
            all.add(new Pair("ink", ground, READ));
            all.add(new Pair("link", ground, READ));
        }
        all.add(new Pair("ink", "content-inner", READ));
        all.add(new Pair("on-accent", "accent", READ));
        all.add(new Pair("alarm", "alarm-paper", READ));
        all.add(new Pair("assent", "assent-paper", READ));
        all.add(new Pair("content-line", "content-paper", SEEN));
        // Names and cues lie within contents, too, on grounds of their own.
        for (String kind : List.of("source", "cue", "addressee")) {
            all.add(new Pair(kind, kind + "-paper", READ));
        }
        return List.copyOf(all);
    }

    @Test
    void wordsCanBeReadAndEdgesSeenInBothThemes() throws IOException {
        Map<String, int[]> colours = colours();
        assertThat(colours).as("the colours were found").hasSizeGreaterThan(20);
        List<String> poor = new ArrayList<>();
        for (Pair pair : PAIRS) {
            for (int theme = 0; theme < 2; theme++) {
                double contrast = contrast(colours, pair, theme);
                if (contrast < pair.least()) {
                    poor.add(String.format(
                            Locale.ROOT,
                            "%s on %s, %s: %.2f, not %.1f",
                            pair.front(),
                            pair.ground(),
                            theme == 0 ? "light" : "dark",
                            contrast,
                            pair.least()));
                }
            }
        }
        assertThat(poor).isEmpty();
    }

    /** The table of the page about looks is what the style sheet has; {@code -Dgolden.write=true} writes it. */
    @Test
    void thePageAboutLooksHasTheContrasts() throws IOException {
        Path page = Path.of(System.getProperty("onrecord.root", ".."), "docs/design/desk-looks.md");
        String text = Files.readString(page);
        String begin = "<!-- contrasts -->\n";
        String end = "<!-- end -->";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        String table = table(colours());
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(page, text.substring(0, from) + table + text.substring(to));
        } else {
            assertThat(text.substring(from, to)).isEqualTo(table);
        }
    }

    private static String table(Map<String, int[]> colours) {
        StringBuilder out = new StringBuilder("| colour | on | light | dark | at least |\n|---|---|---|---|---|\n");
        for (Pair pair : PAIRS) {
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.1f | %.1f | %.1f |%n",
                    pair.front(),
                    pair.ground(),
                    contrast(colours, pair, 0),
                    contrast(colours, pair, 1),
                    pair.least()));
        }
        return out.toString().replace("\r\n", "\n");
    }

    private static Map<String, int[]> colours() throws IOException {
        try (InputStream in = Server.class.getResourceAsStream("assets/desk.css")) {
            assertThat(in).isNotNull();
            Matcher matcher = COLOUR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, int[]> colours = new LinkedHashMap<>();
            while (matcher.find()) {
                colours.put(
                        matcher.group(1),
                        new int[] {Integer.parseInt(matcher.group(2), 16), Integer.parseInt(matcher.group(3), 16)});
            }
            return colours;
        }
    }

    private static double contrast(Map<String, int[]> colours, Pair pair, int theme) {
        double front = luminance(Objects.requireNonNull(colours.get(pair.front()))[theme]);
        double ground = luminance(Objects.requireNonNull(colours.get(pair.ground()))[theme]);
        return (Math.max(front, ground) + 0.05) / (Math.min(front, ground) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8 & 0xff) + 0.0722 * linear(colour & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
