package io.onrecord.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Meanings as numbers: vectors of sentences, what they take in bytes, and what a pair of sentences scores. */
class VectorsTest {

    private static SentenceVector vector(float... values) {
        return SentenceVector.of(values);
    }

    private static ByteVector bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return ByteVector.of(bytes);
    }

    @Test
    void aDirectionIsBroughtToLengthOne() {
        SentenceVector vector = vector(3, -4);

        assertThat(vector.dimension()).isEqualTo(2);
        assertThat(vector.at(0)).isEqualTo(0.6f);
        assertThat(vector.at(1)).isEqualTo(-0.8f);
        assertThat(vector.toArray()).containsExactly(0.6f, -0.8f);
        vector.toArray()[0] = 7;
        assertThat(vector.at(0))
                .as("an array that was given away changes nothing")
                .isEqualTo(0.6f);
    }

    @Test
    void howNearTwoMeaningsAreIsTheCosine() {
        assertThat(vector(3, -4).cosine(vector(6, -8))).isCloseTo(1, within(1e-6));
        assertThat(vector(1, 0).cosine(vector(0, 5))).isZero();
        assertThat(vector(1, 0).cosine(vector(-2, 0))).isEqualTo(-1);
        assertThat(vector(3, 4).cosine(vector(4, 3))).isCloseTo(0.96, within(1e-6));
        assertThatThrownBy(() -> vector(1, 0).cosine(vector(1, 0, 0)))
                .hasMessage("a vector of 2 values cannot be compared with one of 3: they are of different models");
    }

    @Test
    void whatHasNoDirectionIsNoVector() {
        assertThatThrownBy(() -> vector(0, 0))
                .hasMessage("a vector of 2 values whose squares add up to 0.0 has no direction");
        assertThatThrownBy(() -> vector()).hasMessageContaining("a vector of 0 values");
        assertThatThrownBy(() -> vector(1, Float.NaN)).hasMessageContaining("NaN has no direction");
        assertThatThrownBy(() -> vector(1, Float.POSITIVE_INFINITY)).hasMessageContaining("Infinity has no direction");
        assertThatThrownBy(() -> bytes(0, 0, 0)).hasMessage("a vector of 3 zeros has no direction");
        assertThatThrownBy(() -> bytes()).hasMessage("a vector of 0 zeros has no direction");
    }

    @Test
    void bytesKeepTheDirectionByTheLargestOfItsNumbers() {
        ByteVector bytes = vector(3, -4, 0).bytes();

        assertThat(bytes).isEqualTo(bytes(95, -127, 0));
        assertThat(bytes.dimension()).isEqualTo(3);
        assertThat(bytes.at(0)).isEqualTo((byte) 95);
        assertThat(bytes.at(1)).isEqualTo((byte) -127);
        assertThat(bytes.toArray()).containsExactly(95, -127, 0);
        bytes.toArray()[0] = 7;
        assertThat(bytes.at(0)).isEqualTo((byte) 95);
        byte[] given = {1, 2};
        ByteVector kept = ByteVector.of(given);
        given[0] = 9;
        assertThat(kept.at(0)).isEqualTo((byte) 1);
    }

    @Test
    void bytesAreComparedAsTheirVectorsAre() {
        assertThat(bytes(3, 4).cosine(bytes(4, 3))).isCloseTo(0.96, within(1e-12));
        assertThat(bytes(3, 4).cosine(bytes(-3, -4))).isCloseTo(-1, within(1e-12));
        assertThat(bytes(2, 0).cosine(bytes(0, 9))).isZero();
        assertThatThrownBy(() -> bytes(1, 0).cosine(bytes(1, 0, 0)))
                .hasMessage("a vector of 2 bytes cannot be compared with one of 3: they are of different models");
    }

    @Test
    void bytesAreEqualByTheirValues() {
        assertThat(bytes(1, 2))
                .isEqualTo(bytes(1, 2))
                .hasSameHashCodeAs(bytes(1, 2))
                .hasToString("vector of 2 bytes");
        assertThat(bytes(1, 2)).isNotEqualTo(bytes(2, 1)).isNotEqualTo((Object) "vector of 2 bytes");
        assertThat(bytes(1, 2).hashCode()).isNotEqualTo(bytes(2, 1).hashCode());
    }

    private static final PairScores.Relation RELATION = new PairScores.Relation(0.2, 0.3, 0.5);
    private static final PairScores.Stance STANCE = new PairScores.Stance(1, 0, 0);
    private static final PairScores.Bearing BEARING = new PairScores.Bearing(1, 1);

    @Test
    void threePartsOfTenOfAPairsSimilarityAreTheCosine() {
        PairScores scores = new PairScores(0.5, 1, RELATION, STANCE, BEARING);

        assertThat(scores.similarity(1)).isCloseTo(0.65, within(1e-12));
        assertThat(scores.similarity(0.5)).isCloseTo(0.5, within(1e-12));
        assertThat(scores.similarity(-1)).isEqualTo(scores.similarity(0)).isCloseTo(0.35, within(1e-12));
        assertThat(scores.similarity(1.5)).isEqualTo(scores.similarity(1));
    }

    @Test
    void scoresLieBetweenNoughtAndOneAndThoseOfOneQuestionAreOneTogether() {
        assertThat(new PairScores(0, 1, RELATION, STANCE, BEARING).paraphrase()).isEqualTo(1);
        assertThatThrownBy(() -> new PairScores(-0.1, 1, RELATION, STANCE, BEARING))
                .hasMessage("similarity must lie between 0 and 1, not -0.1");
        assertThatThrownBy(() -> new PairScores(0, 1.1, RELATION, STANCE, BEARING))
                .hasMessage("paraphrase must lie between 0 and 1, not 1.1");
        assertThatThrownBy(() -> new PairScores(Double.NaN, 1, RELATION, STANCE, BEARING))
                .hasMessageContaining("not NaN");
        assertThatThrownBy(() -> new PairScores.Relation(0.5, 0.5, 0.5))
                .hasMessage("same, contradicts and other must together be 1, not 1.5");
        assertThatThrownBy(() -> new PairScores.Relation(-0.5, 1, 0.5)).hasMessageContaining("not -0.5");
        assertThatThrownBy(() -> new PairScores.Relation(1, -0.5, 0.5)).hasMessageContaining("not -0.5");
        assertThatThrownBy(() -> new PairScores.Relation(1, 0.5, -0.5)).hasMessageContaining("not -0.5");
        assertThatThrownBy(() -> new PairScores.Stance(0.2, 0.2, 0.2)).hasMessageContaining("together be 1");
        assertThat(new PairScores.Stance(0.3334, 0.3333, 0.3338).agrees()).isEqualTo(0.3334);
        assertThatThrownBy(() -> new PairScores.Bearing(2, 0))
                .hasMessage("strengthens must lie between 0 and 1, not 2.0");
        assertThatThrownBy(() -> new PairScores.Bearing(0, -1))
                .hasMessage("weakens must lie between 0 and 1, not -1.0");
    }

    @Test
    void aPairHasTwoSentencesAndMayBeTurned() {
        SentencePair pair = new SentencePair("The dam held.", "It broke.");
        assertThat(pair.turned()).isEqualTo(new SentencePair("It broke.", "The dam held."));
        assertThatThrownBy(() -> new SentencePair(" ", "a")).hasMessage("a sentence to be compared must not be blank");
        assertThatThrownBy(() -> new SentencePair("a", "")).hasMessage("a sentence to be compared must not be blank");
    }
}
