package io.onrecord.encoder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.encoder.EncodingException;
import io.onrecord.encoder.PairScorer;
import io.onrecord.encoder.PairScores;
import io.onrecord.encoder.SentencePair;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class OnnxPairsTest {

    private static final PairScorer SCORER = OnnxPairs.openDefault();

    private static final String SAFE = "The dam above Velia is safe.";
    private static final String SAFE_AGAIN = "Velia's dam is safe, the engineers said.";
    private static final String NOT_SAFE = "The dam above Velia is not safe.";
    private static final String BAND = "The brass band plays three marches on Sunday.";

    @AfterAll
    static void close() {
        SCORER.close();
    }

    private static PairScores score(String a, String b) {
        return SCORER.score(List.of(new SentencePair(a, b))).get(0);
    }

    @Test
    void theSameInOtherWordsIsTheSameAndANotContradicts() {
        PairScores same = score(SAFE, SAFE_AGAIN);
        assertThat(same.relation().same()).isGreaterThan(0.5);
        assertThat(score(SAFE, NOT_SAFE).relation().contradicts()).isGreaterThan(0.5);
        assertThat(score(SAFE, BAND).relation().other()).isGreaterThan(0.5);
        assertThat(score(SAFE, BAND).similarity()).isLessThan(0.2);
        assertThat(same.similarity()).isGreaterThan(0.7);
    }

    @Test
    void whatIsSymmetricIsTheSameInBothOrdersToTheLastBit() {
        for (SentencePair pair : pairs()) {
            PairScores there = SCORER.score(List.of(pair)).get(0);
            PairScores back = SCORER.score(List.of(pair.turned())).get(0);
            assertThat(back.similarity()).isEqualTo(there.similarity());
            assertThat(back.paraphrase()).isEqualTo(there.paraphrase());
            assertThat(back.relation()).isEqualTo(there.relation());
        }
    }

    @Test
    void aPairDoesNotDependOnThePairsBesideItToTheLastBit() {
        List<SentencePair> pairs = pairs();
        List<PairScores> alone =
                pairs.stream().map(pair -> SCORER.score(List.of(pair)).get(0)).toList();
        assertThat(SCORER.score(pairs)).isEqualTo(alone);
        List<SentencePair> shuffled = new ArrayList<>(pairs);
        Collections.shuffle(shuffled, new Random(4));
        List<PairScores> scores = SCORER.score(shuffled);
        for (int i = 0; i < shuffled.size(); i++) {
            assertThat(scores.get(i)).isEqualTo(alone.get(pairs.indexOf(shuffled.get(i))));
        }
    }

    @Test
    void aPairDoesNotDependOnOtherThreads() throws Exception {
        List<SentencePair> pairs = pairs();
        List<PairScores> alone = SCORER.score(pairs);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<PairScores>>> found = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                found.add(threads.submit(() -> SCORER.score(pairs)));
            }
            for (Future<List<PairScores>> scores : found) {
                assertThat(scores.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Many lengths, so that runs are of many sizes. */
    private static List<SentencePair> pairs() {
        String[] words = "the minister of Avenia said on Monday that no ship had left Tarn and that 14 people were safe"
                .split(" ", -1);
        List<SentencePair> pairs = new ArrayList<>();
        Random random = new Random(9);
        for (int i = 0; i < 60; i++) {
            pairs.add(new SentencePair(sentence(words, random), sentence(words, random)));
        }
        return pairs;
    }

    private static String sentence(String[] words, Random random) {
        StringBuilder sentence = new StringBuilder();
        int length = 1 + random.nextInt(1 + random.nextInt(60));
        for (int i = 0; i < length; i++) {
            sentence.append(words[random.nextInt(words.length)]).append(' ');
        }
        return sentence.toString();
    }

    @Test
    void theFileGivesWhatItsTrainerGave() throws IOException {
        int examples = 0;
        try (InputStream in = Objects.requireNonNull(OnnxPairs.class.getResourceAsStream("pairs.json"));
                JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            String a = "";
            String b = "";
            while (json.nextToken() != null) {
                String name = json.currentToken() == JsonToken.PROPERTY_NAME ? json.currentName() : "";
                if (name.equals("a")) {
                    a = Objects.requireNonNull(json.nextStringValue());
                } else if (name.equals("b")) {
                    b = Objects.requireNonNull(json.nextStringValue());
                } else if (name.equals("scores")) {
                    json.nextToken();
                    for (double found : values(score(a, b))) {
                        json.nextToken();
                        assertThat(found).as("%s | %s", a, b).isCloseTo(json.getDoubleValue(), Offset.offset(0.05));
                    }
                    examples++;
                }
            }
        }
        assertThat(examples).isEqualTo(9);
    }

    private static double[] values(PairScores scores) {
        return new double[] {
            scores.similarity(),
            scores.paraphrase(),
            scores.relation().same(),
            scores.relation().contradicts(),
            scores.relation().other(),
            scores.stance().agrees(),
            scores.stance().disagrees(),
            scores.stance().observes(),
            scores.bearing().strengthens(),
            scores.bearing().weakens()
        };
    }

    @Test
    void typographyChangesNothing() {
        assertThat(score("“It’s safe” – so far…", BAND)).isEqualTo(score("\"It's safe\" - so far...", BAND));
    }

    @Test
    void longAndStrangeSentencesAreScoredToo() {
        for (String text :
                List.of("\u0000\uFFFD", "\uD83D", "😀".repeat(50_000), "say so ".repeat(150_000), "[SEP] [CLS]")) {
            assertThat(score(text, SAFE).similarity()).isBetween(0.0, 1.0);
        }
        String end = " and so on".repeat(2_000);
        assertThat(score(SAFE + end, BAND)).isEqualTo(score(SAFE + end + " at last", BAND));
    }

    @Test
    void noPairsHaveNoScores() {
        assertThat(SCORER.score(List.of())).isEmpty();
    }

    @Test
    void theNetworkSaysWhatItIsAndWhatItWasTrainedOn() {
        assertThat(SCORER.model()).matches("minilm-l6-pairs-1 sha256:[0-9a-f]{16}");
        assertThat(SCORER.trainedOn()).hasSize(4).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }

    @Test
    void aFileThatIsNoNetworkForPairsIsRefusedByName(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("none.onnx");
        assertThatThrownBy(() -> OnnxPairs.open(missing))
                .isInstanceOf(EncodingException.class)
                .hasMessageContaining("none.onnx does not exist");
        Path text = Files.writeString(folder.resolve("text.onnx"), "not a network");
        assertThatThrownBy(() -> OnnxPairs.open(text))
                .isInstanceOf(EncodingException.class)
                .hasMessageContaining("text.onnx is not a network");
        Path other = folder.resolve("other.onnx");
        try (InputStream in = Objects.requireNonNull(OnnxNetwork.class.getResourceAsStream("default.onnx"))) {
            Files.copy(in, other);
        }
        assertThatThrownBy(() -> OnnxPairs.open(other))
                .isInstanceOf(EncodingException.class)
                .hasMessageContaining("onrecord.contract 2, a network for pairs has pairs-2");
    }

    @Test
    void aClosedScorerSaysSo() {
        PairScorer closed = OnnxPairs.openDefault();
        closed.close();
        assertThatThrownBy(() -> closed.score(List.of(new SentencePair(SAFE, BAND))))
                .isInstanceOf(EncodingException.class)
                .hasMessageContaining("closed");
    }
}
