package io.onrecord.testkit.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.onrecord.encoder.Pieces;
import io.onrecord.encoder.Tag;
import io.onrecord.encoder.TokenScores;
import io.onrecord.encoder.WindowScores;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoresTest {

    private static final int TAGS = Tag.all().size();

    @Test
    void tagsStandInTheOrderThatANetworkNamesThem() {
        assertThat(Tag.labels()).isEqualTo("O,B-Source,I-Source,B-Cue,I-Cue,B-Content,I-Content");
        assertThat(Tag.all()).containsExactly(Tag.values());
    }

    @Test
    void rawScoresBecomeLogProbabilities() {
        float[] raw = new float[TAGS];
        raw[Tag.BEGIN_CUE.ordinal()] = 1000;
        TokenScores scores = scores(new WindowScores(1, raw, new float[1], new float[1]));
        assertThat(scores.tag(0, Tag.BEGIN_CUE)).isCloseTo(0, within(1e-6));
        assertThat(scores.tag(0, Tag.OUTSIDE)).isCloseTo(-1000, within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void scoresThatAreNoNumbersAreRefusedWhereTheyComeIn(float broken) {
        float[] raw = new float[2 * TAGS];
        raw[TAGS + 2] = broken;
        assertThatThrownBy(() -> new WindowScores(2, raw, new float[2], new float[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("piece 1", String.valueOf(broken));
    }

    @Test
    void aTagMayBeImpossible() {
        float[] raw = new float[TAGS];
        raw[Tag.BEGIN_CUE.ordinal()] = Float.NEGATIVE_INFINITY;
        TokenScores scores = scores(new WindowScores(1, raw, new float[1], new float[1]));
        assertThat(scores.tag(0, Tag.BEGIN_CUE)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void scoresThatDoNotFitTheirPiecesAreRefusedWithTheirNumbers() {
        assertThatThrownBy(() -> new WindowScores(2, new float[TAGS], new float[2], new float[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("7 tag scores", "2 pieces");
        assertThatThrownBy(() -> new WindowScores(0, new float[0], new float[0], new float[0]))
                .hasMessageContaining("0 pieces");
        assertThatThrownBy(() -> new WindowScores(2, new float[2 * TAGS], new float[3], new float[3]))
                .hasMessageContainingAll("3 query", "2 pieces");
        assertThatThrownBy(() -> new WindowScores(2, new float[2 * TAGS], new float[4], new float[2]))
                .hasMessageContainingAll("4 query", "2 key");
    }

    @Test
    void everyPieceHasAScopeThatHoldsIt() {
        WindowScores window = new WindowScores(1, new float[TAGS], new float[1], new float[1]);
        assertThatThrownBy(() ->
                        new TokenScores(pieces(2), new int[2], new int[2], List.of(new TokenScores.Scope(0, window))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("piece 1 of 2");
        assertThatThrownBy(() ->
                        new TokenScores(pieces(2), new int[1], new int[2], List.of(new TokenScores.Scope(0, window))))
                .hasMessageContaining("2 pieces");
    }

    private static TokenScores scores(WindowScores window) {
        return new TokenScores(
                pieces(window.size()),
                new int[window.size()],
                new int[window.size()],
                List.of(new TokenScores.Scope(0, window)));
    }

    private static Pieces pieces(int count) {
        Pieces.Builder builder = new Pieces.Builder();
        for (int i = 0; i < count; i++) {
            builder.add(0, i, i + 1, true);
        }
        return builder.build();
    }
}
