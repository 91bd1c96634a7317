package io.onrecord.encoder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.encoder.ByteVector;
import io.onrecord.encoder.EncodingException;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.encoder.SentenceVector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OnnxSentencesTest {

    private static final SentenceEncoder ENCODER = OnnxSentences.openDefault();

    private static final String DAM = "The dam above Velia is safe, the engineers said.";
    private static final String DAM_AGAIN = "Engineers state that nobody need fear for the barrage over Velia.";
    private static final String BAND = "The brass band plays three marches on Sunday.";

    @AfterAll
    static void close() {
        ENCODER.close();
    }

    private static SentenceVector vector(String text) {
        return ENCODER.encode(List.of(text)).get(0);
    }

    @Test
    void textsThatSayAlikeLieNearOneAnother() {
        double alike = vector(DAM).cosine(vector(DAM_AGAIN));
        double unlike = vector(DAM).cosine(vector(BAND));
        assertThat(alike).isGreaterThan(0.5);
        assertThat(unlike).isLessThan(0.3);
    }

    @Test
    void aVectorHasLengthOneAndTheSizeThatTheEncoderSays() {
        SentenceVector vector = vector(DAM);
        assertThat(vector.dimension()).isEqualTo(ENCODER.dimension()).isEqualTo(384);
        assertThat(vector.cosine(vector)).isCloseTo(1, Offset.offset(1e-5));
        assertThat(ENCODER.model()).matches("all-minilm-l6-v2-q sha256:[0-9a-f]{16}");
    }

    @Test
    void aVectorDoesNotDependOnTheTextsBesideIt() {
        List<SentenceVector> together = ENCODER.encode(List.of(BAND, DAM, DAM.repeat(40), "", DAM_AGAIN));
        assertThat(together.get(0).toArray()).isEqualTo(vector(BAND).toArray());
        assertThat(together.get(1).toArray()).isEqualTo(vector(DAM).toArray());
        assertThat(together.get(4).toArray()).isEqualTo(vector(DAM_AGAIN).toArray());
    }

    @Test
    void aVectorDoesNotDependOnOtherThreads() throws Exception {
        float[] alone = vector(DAM).toArray();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<SentenceVector>> vectors = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String text = i % 2 == 0 ? DAM : BAND.repeat(i);
                vectors.add(threads.submit(() -> vector(text)));
            }
            for (int i = 0; i < vectors.size(); i += 2) {
                assertThat(vectors.get(i).get().toArray()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anEmptyTextOneOfNoLettersAndOneOfAMillionCharactersHaveVectorsToo() {
        for (String text :
                List.of("", " \n", "\u0000\uFFFD", "\uD83D", "😀".repeat(50_000), "say so ".repeat(150_000))) {
            assertThat(vector(text).dimension()).isEqualTo(384);
        }
    }

    @Test
    void ofALongTextEveryPartCountsUpToTheLimit() {
        String end = BAND.repeat(30);
        String text = DAM.repeat(60) + end;
        assertThat(vector(text).cosine(vector(end)))
                .isGreaterThan(vector(DAM.repeat(60)).cosine(vector(end)) + 0.1);
        String far = "The dam. ".repeat(5_000);
        assertThat(vector(far + end).toArray()).isEqualTo(vector(far).toArray());
    }

    @Test
    void inBytesCosinesDifferByThousandths() {
        List<String> texts = List.of(DAM, DAM_AGAIN, BAND, "No.", "The mayor denied that the dam is safe.");
        for (String one : texts) {
            for (String other : texts) {
                SentenceVector first = vector(one);
                SentenceVector second = vector(other);
                assertThat(first.bytes().cosine(second.bytes())).isCloseTo(first.cosine(second), Offset.offset(0.01));
            }
        }
        assertThat(ByteVector.of(vector(DAM).bytes().toArray()))
                .isEqualTo(vector(DAM).bytes());
    }

    @Test
    void vectorsThatHaveNoDirectionAreRefused() {
        assertThatThrownBy(() -> SentenceVector.of(new float[3])).hasMessageContaining("has no direction");
        assertThatThrownBy(() -> SentenceVector.of(new float[] {Float.NaN, 1})).hasMessageContaining("no direction");
        assertThatThrownBy(() -> ByteVector.of(new byte[2])).hasMessageContaining("2 zeros");
        assertThatThrownBy(() -> ByteVector.of(new byte[] {1}).cosine(ByteVector.of(new byte[] {1, 1})))
                .hasMessageContaining("different models");
    }

    @Test
    void aClosedEncoderSaysSo() {
        SentenceEncoder closed = OnnxSentences.openDefault();
        closed.close();
        assertThatThrownBy(() -> closed.encode(List.of(DAM)))
                .isInstanceOf(EncodingException.class)
                .hasMessageContaining("all-minilm-l6-v2-q")
                .hasMessageContaining("closed");
    }

    @Test
    void whoGivesNoTextGetsTheNameAlone() {
        SentenceEncoder closed = OnnxSentences.whenNeeded();
        try (SentenceEncoder open = OnnxSentences.whenNeeded()) {
            assertThat(open.model()).isEqualTo(ENCODER.model());
            assertThat(open.dimension()).isEqualTo(ENCODER.dimension());
            assertThat(open.encode(List.of(DAM)).get(0).toArray())
                    .isEqualTo(vector(DAM).toArray());
        }
        closed.close();
        assertThatThrownBy(() -> closed.encode(List.of(DAM)))
                .isInstanceOf(EncodingException.class)
                .hasMessageContaining("closed");
    }
}
