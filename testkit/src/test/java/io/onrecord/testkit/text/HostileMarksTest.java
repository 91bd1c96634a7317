package io.onrecord.testkit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.testkit.Paragraphs;
import io.onrecord.text.Quotations;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever stands in a text, its marks are paired in time that grows with its length. The limit is no measure of speed:
 * a quadratic search takes minutes on these.
 */
class HostileMarksTest {

    private static final int LENGTH = 200_000;
    private static final Duration GUARD = Duration.ofSeconds(20);
    private static final String[] MARKS = {
        "\"", "“", "”", "„", "‟", "«", "»", "‹", "›", "'", "‘", "’", "‚", "‛", "`", "''", "``", "″", "′", "「", "」", "〝",
        "〞", "＂", " ", " ", "a", "s", "in", "7", "90s", "tis", ".", ",", "(", "-", "\u00A0", "\u200B", "\u200F", "😀",
        "\u0301", "א"
    };

    static Stream<String> patterns() {
        return Stream.of(
                "\"",
                "“",
                "”",
                "„",
                "«",
                "»",
                "'",
                "‘",
                "’",
                "`",
                "''",
                "‚",
                "「",
                " '",
                "' ",
                " 's",
                "'s ",
                "`as' ",
                "`a ",
                "'tis ",
                "workers' ",
                "goin' ",
                "“‘",
                "‘“",
                "“a” ",
                "‘a’ ",
                "'a\" ",
                "\"'",
                "1\"",
                "6'2\" ",
                "1'1'1'",
                "'90s ",
                "'as' 'in' ",
                "(' ",
                "('s) ",
                "“a\n",
                "‘a\n",
                "'a\n",
                "«a\n“b\n",
                ".' ",
                ".’",
                "`tis' `a ",
                "as' ‚a ",
                "😀\"",
                "\u0301\"");
    }

    @ParameterizedTest(name = "«{0}» over and over")
    @MethodSource("patterns")
    void aPatternOverAndOverIsNoTrap(String pattern) {
        check(pattern.repeat(LENGTH / pattern.length()));
    }

    static Stream<String> tails() {
        return Stream.of(" '", "'", "\"", ".'", "’", "' ");
    }

    @ParameterizedTest(name = "«{0}» far away")
    @MethodSource("tails")
    void aPartnerFarAwayIsNoTrap(String tail) {
        check(" 'a".repeat(LENGTH / 3) + tail);
        check(" \"a".repeat(LENGTH / 3) + tail);
        check("'" + "a".repeat(LENGTH) + tail);
        check("\"" + "1".repeat(LENGTH) + tail);
        check(" `a as' b".repeat(LENGTH / 9) + tail);
    }

    static IntStream seeds() {
        return IntStream.range(0, 24);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyMarksInAnyOrderArePairedOrLeftAlone(int seed) {
        Random random = new Random(seed);
        // From a handful of different parts to all of them, in short texts and in long ones.
        int kinds = 2 + random.nextInt(MARKS.length - 1);
        int offset = random.nextInt(MARKS.length);
        int length = seed % 3 == 0 ? LENGTH : 1 + random.nextInt(3000);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(MARKS[(offset + random.nextInt(kinds)) % MARKS.length]);
            if (seed % 2 == 0 && random.nextInt(50) == 0) {
                text.append('\n');
            }
        }
        check(text.toString());
    }

    private static void check(String value) {
        assertTimeoutPreemptively(GUARD, () -> {
            Text text = Paragraphs.ofLines(value);
            Quotations quotations = Quotations.of(text);
            int before = 0;
            for (Span pair : quotations.pairs()) {
                assertThat(pair.start()).isGreaterThanOrEqualTo(before);
                before = pair.end();
            }
            assertThat(before).isLessThanOrEqualTo(value.length());
            statements(text, quotations);
        });
    }

    /** Asks for the form and the marks of contents all over the text. */
    private static void statements(Text text, Quotations quotations) {
        for (Span paragraph : text.paragraphs()) {
            for (int start = paragraph.start(); start < paragraph.end(); start += 20) {
                Span content = new Span(start, Math.min(paragraph.end(), start + 15));
                Span marked = quotations.withMarks(content);
                assertThat(marked.end()).isLessThanOrEqualTo(text.length());
                assertThat(quotations.form(List.of(marked))).isNotNull();
            }
        }
    }
}
