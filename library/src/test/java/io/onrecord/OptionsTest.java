package io.onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.attribution.Calibration;
import io.onrecord.attribution.Mode;
import io.onrecord.encoder.EncodingException;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Statement;
import io.onrecord.speakers.Gazetteer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final Gazetteer KNOWN = Gazetteer.of(List.of(new Gazetteer.Entry(
            "Mara Ito", List.of("Ito"), Optional.empty(), Optional.empty(), Map.of("wikidata", "Q7"))));

    private static final String TEXT =
            "“We will appeal,” said Ms Ito. The mayor insisted that the dam was safe. The plan was"
                    + " called sound, critics of the two engineers who left had it. It is feared that rain may come.";

    @Test
    void aNetworkIsNamedAsThoseThatShipOrByItsFile() {
        assertThat(Model.of("default")).isEqualTo(Options.DEFAULT.model());
        assertThat(Model.of("fast")).isEqualTo(Model.Shipped.FAST).hasToString("fast");
        assertThat(Model.of("large")).isEqualTo(Model.Shipped.LARGE);
        assertThat(Model.of("fast.onnx")).isEqualTo(new Model.InFile(Path.of("fast.onnx")));
    }

    @Test
    void theLargeNetworkIsApartAndSaysWhereItIs() {
        assertThatThrownBy(Model.Shipped.LARGE::open)
                .isInstanceOf(EncodingException.class)
                .hasMessageContaining("onrecord-VERSION-large.zip")
                .hasMessageContaining("io.onrecord:encoder-onnx-large");
    }

    @Test
    void theFastNetworkReadsToo() {
        try (Onrecord fast = Onrecord.open(Options.DEFAULT.withModel(Model.of("fast")))) {
            assertThat(fast.producer().model()).startsWith("minilm-l3-polnear-2 sha256:");
            assertThat(fast.read("dam.txt", "“We will appeal,” said Mara Ito.").statements())
                    .hasSize(1);
        }
    }

    @Test
    void aRecordNamesTheOptionsThatMadeItAndAreNotTheDefault() {
        Options options = Options.DEFAULT;
        assertThat(Made.with(options)).isEqualTo("none");
        assertThat(Made.with(options.withThreads(3).withModel(Model.of("other.onnx"))))
                .isEqualTo("none");
        assertThat(Made.with(options.withMode(Mode.PRECISION))).isEqualTo("mode=precision");
        assertThat(Made.with(options.withMode(Mode.RECALL).withMinConfidence(0.25)))
                .isEqualTo("mode=recall min-confidence=0.25");
        assertThat(Made.with(options.withoutCalibration())).isEqualTo("calibration=none");
        assertThat(Made.with(options.withGazetteer(KNOWN))).isEqualTo("gazetteer=" + KNOWN.digest());
    }

    @Test
    void speakersHaveTheIdsOfTheGazetteer() {
        ArticleRecord record = read(Options.DEFAULT.withGazetteer(KNOWN));
        assertThat(record.speakers())
                .filteredOn(speaker -> speaker.name().equals("Ito"))
                .singleElement()
                .satisfies(ito -> assertThat(ito.external()).containsEntry("wikidata", "Q7"));
        assertThat(read(Options.DEFAULT).speakers())
                .allSatisfy(speaker -> assertThat(speaker.external()).isEmpty());
    }

    @Test
    void leastConfidenceIsTheNetworksInTheModeUnlessOneIsGiven() {
        Calibration shipped = Calibration.shipped("minilm-l6-polnear-2 sha256:00");
        Calibration own = Calibration.parse("least.balanced = 0.45\n" + shipped.text());

        assertThat(Onrecord.leastConfidence(Options.DEFAULT, shipped)).isEqualTo(Mode.BALANCED.leastConfidence());
        assertThat(Onrecord.leastConfidence(Options.DEFAULT, own)).isEqualTo(0.45);
        assertThat(Onrecord.leastConfidence(Options.DEFAULT.withMinConfidence(0), own))
                .isZero();
        assertThat(Onrecord.leastConfidence(Options.DEFAULT.withMode(Mode.PRECISION), own))
                .isEqualTo(Mode.PRECISION.leastConfidence());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aConfidenceLiesBetweenNoughtAndOne(double least) {
        assertThatThrownBy(() -> Options.DEFAULT.withMinConfidence(least))
                .hasMessageContaining("between 0 and 1, not " + least);
    }

    @Test
    void modesAndLeastConfidenceLeaveOutMoreOrLess() {
        List<Statement> all = read(Options.DEFAULT.withMode(Mode.RECALL)).statements();
        List<Statement> balanced = read(Options.DEFAULT).statements();
        List<Statement> precise = read(Options.DEFAULT.withMode(Mode.PRECISION)).statements();
        assertThat(all).hasSizeGreaterThanOrEqualTo(balanced.size());
        assertThat(balanced).hasSizeGreaterThan(precise.size());
        assertThat(balanced).allMatch(statement -> confidence(statement) >= Mode.BALANCED.leastConfidence());
        assertThat(precise).isNotEmpty().allMatch(statement -> confidence(statement) >= 0.7);

        double median = all.stream()
                .mapToDouble(OptionsTest::confidence)
                .sorted()
                .skip(all.size() / 2)
                .findFirst()
                .orElseThrow();
        assertThat(read(Options.DEFAULT.withMode(Mode.RECALL).withMinConfidence(median))
                        .statements())
                .containsExactlyElementsOf(all.stream()
                        .filter(statement -> confidence(statement) >= median)
                        .toList());
        assertThat(read(Options.DEFAULT.withMinConfidence(1)).statements()).isEmpty();
    }

    @Test
    void anUncalibratedRecordSaysSo() {
        ArticleRecord raw = read(Options.DEFAULT.withoutCalibration());
        assertThat(raw.producer().options()).isEqualTo("calibration=none");
        assertThat(confidence(raw.statements().get(0)))
                .isNotEqualTo(confidence(read(Options.DEFAULT).statements().get(0)));
    }

    private static double confidence(Statement statement) {
        return statement.attribution().confidence().statement();
    }

    private static ArticleRecord read(Options options) {
        try (Onrecord onrecord = Onrecord.open(options)) {
            ArticleRecord record = onrecord.read("test", TEXT);
            assertThat(record.producer()).isEqualTo(onrecord.producer());
            return record;
        }
    }
}
