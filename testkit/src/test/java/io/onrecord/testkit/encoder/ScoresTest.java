package io.onrecord.testkit.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.onrecord.encoder.Pieces;
import io.onrecord.encoder.PointerVectors;
import io.onrecord.encoder.Tag;
import io.onrecord.encoder.TokenScores;
import io.onrecord.encoder.Transitions;
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
        TokenScores scores = scores(window(1, raw, 1, 1));
        assertThat(scores.tag(0, Tag.BEGIN_CUE)).isCloseTo(0, within(1e-6));
        assertThat(scores.tag(0, Tag.OUTSIDE)).isCloseTo(-1000, within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void scoresThatAreNoNumbersAreRefusedWhereTheyComeIn(float broken) {
        float[] raw = new float[2 * TAGS];
        raw[TAGS + 2] = broken;
        assertThatThrownBy(() -> window(2, raw, 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("piece 1", String.valueOf(broken));
    }

    @Test
    void aTagMayBeImpossible() {
        float[] raw = new float[TAGS];
        raw[Tag.BEGIN_CUE.ordinal()] = Float.NEGATIVE_INFINITY;
        TokenScores scores = scores(window(1, raw, 1, 1));
        assertThat(scores.tag(0, Tag.BEGIN_CUE)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void scoresThatDoNotFitTheirPiecesAreRefusedWithTheirNumbers() {
        assertThatThrownBy(() -> window(2, new float[TAGS], 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("7 tag scores", "2 pieces");
        assertThatThrownBy(() -> window(0, new float[0], 0, 0)).hasMessageContaining("0 pieces");
        assertThatThrownBy(() -> window(2, new float[2 * TAGS], 3, 3)).hasMessageContainingAll("3 query", "2 rows");
        assertThatThrownBy(() -> window(2, new float[2 * TAGS], 4, 2)).hasMessageContainingAll("4 query", "2 key");
    }

    @Test
    void everyPieceHasAScopeThatHoldsIt() {
        WindowScores window = window(1, new float[TAGS], 1, 1);
        assertThatThrownBy(() -> new TokenScores(
                        pieces(2), new int[2], new int[2], List.of(new TokenScores.Scope(0, window)), Transitions.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("piece 1 of 2");
        assertThatThrownBy(() -> new TokenScores(
                        pieces(2), new int[1], new int[2], List.of(new TokenScores.Scope(0, window)), Transitions.NONE))
                .hasMessageContaining("2 pieces");
    }

    @Test
    void aCuePointsAtItsSourceOrAtNobody() {
        float[] raw = new float[2 * TAGS];
        raw[Tag.BEGIN_SOURCE.ordinal()] = 9;
        raw[TAGS + Tag.BEGIN_CUE.ordinal()] = 9;
        // Row by row: nobody, the source, the cue.
        PointerVectors owners = new PointerVectors(new float[] {0, 0, 1}, new float[] {1, 3, 2});
        TokenScores scores = scores(new WindowScores(2, raw, PointerVectors.NONE, owners));
        double sum = Math.exp(1) + Math.exp(3) + Math.exp(2);
        assertThat(Math.exp(scores.owner(1, 0))).isCloseTo(Math.exp(3) / sum, within(1e-6));
        assertThat(Math.exp(scores.nobody(1))).isCloseTo(Math.exp(1) / sum, within(1e-6));
    }

    private static WindowScores window(int size, float[] tags, int queries, int keys) {
        return new WindowScores(
                size, tags, new PointerVectors(new float[queries], new float[keys]), PointerVectors.NONE);
    }

    private static TokenScores scores(WindowScores window) {
        return new TokenScores(
                pieces(window.size()),
                new int[window.size()],
                new int[window.size()],
                List.of(new TokenScores.Scope(0, window)),
                Transitions.NONE);
    }

    private static Pieces pieces(int count) {
        Pieces.Builder builder = new Pieces.Builder();
        for (int i = 0; i < count; i++) {
            builder.add(0, i, i + 1, true);
        }
        return builder.build();
    }
}
