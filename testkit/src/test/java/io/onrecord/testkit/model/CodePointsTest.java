package io.onrecord.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.model.CodePoints;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodePointsTest {

    private static final String[] PARTS = {"a", "é", "😀", "\uD83D", "\uDE00", "‍", "̈", "𝔘", "א", "\n", "漢"};

    @Test
    void aTextWithoutPairsHasTheSameOffsetsInBothUnits() {
        CodePoints points = CodePoints.of("Zoë");
        assertThat(points.length()).isEqualTo(3);
        for (int i = 0; i <= 3; i++) {
            assertThat(points.fromUtf16(i)).isEqualTo(i);
            assertThat(points.toUtf16(i)).isEqualTo(i);
        }
    }

    @Test
    void anEmptyTextHasOneOffset() {
        CodePoints points = CodePoints.of("");
        assertThat(points.length()).isZero();
        assertThat(points.fromUtf16(0)).isZero();
        assertThat(points.toUtf16(0)).isZero();
    }

    @Test
    void pairsAtBothEdgesCountOnce() {
        CodePoints points = CodePoints.of("😀a😀");
        assertThat(points.length()).isEqualTo(3);
        assertThat(points.fromUtf16(2)).isEqualTo(1);
        assertThat(points.fromUtf16(3)).isEqualTo(2);
        assertThat(points.fromUtf16(5)).isEqualTo(3);
        assertThat(points.toUtf16(1)).isEqualTo(2);
        assertThat(points.toUtf16(2)).isEqualTo(3);
        assertThat(points.toUtf16(3)).isEqualTo(5);
    }

    @Test
    void anOffsetInTheMiddleOfAPairCountsAsItsStart() {
        CodePoints points = CodePoints.of("a😀b");
        assertThat(points.fromUtf16(1)).isEqualTo(1);
        assertThat(points.fromUtf16(2)).isEqualTo(1);
        assertThat(points.fromUtf16(3)).isEqualTo(2);
    }

    @Test
    void halvesThatStandAloneAreCharactersOfTheirOwn() {
        CodePoints points = CodePoints.of("\uDE00\uD83D");
        assertThat(points.length()).isEqualTo(2);
        assertThat(points.toUtf16(1)).isEqualTo(1);
    }

    @Test
    void offsetsOutsideTheTextAreRefusedWithTheirValue() {
        CodePoints points = CodePoints.of("a😀");
        assertThatThrownBy(() -> points.fromUtf16(4))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContainingAll("4", "3");
        assertThatThrownBy(() -> points.fromUtf16(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> points.toUtf16(3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContainingAll("3", "2 code points");
        assertThatThrownBy(() -> points.toUtf16(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void thereAndBackIsTheSamePlaceInAnyText(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            StringBuilder built = new StringBuilder();
            int parts = random.nextInt(60);
            for (int i = 0; i < parts; i++) {
                built.append(PARTS[random.nextInt(PARTS.length)]);
            }
            String text = built.toString();
            CodePoints points = CodePoints.of(text);
            int length = text.codePointCount(0, text.length());
            assertThat(points.length()).as(text).isEqualTo(length);
            for (int point = 0; point <= length; point++) {
                int unit = text.offsetByCodePoints(0, point);
                assertThat(points.toUtf16(point)).as("%s at %d", text, point).isEqualTo(unit);
                assertThat(points.fromUtf16(unit)).as("%s at %d", text, unit).isEqualTo(point);
            }
        }
    }
}
