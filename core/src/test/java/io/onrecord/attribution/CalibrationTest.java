package io.onrecord.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.attribution.Calibration.Target;
import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {

    private static final Calibration SHIPPED = Calibration.shipped("minilm-l6-polnear-1 sha256:00");

    private static Attribution attribution(double source, double cue, double content, double links) {
        return new Attribution(
                Location.TEXT,
                Form.DIRECT,
                List.of(new Span(18, 24)),
                List.of(new Span(13, 17)),
                List.of(new Span(0, 11)),
                new Confidence(source * cue * content * links, Optional.of(source), Optional.of(cue), content));
    }

    private static Attribution unsourced() {
        return new Attribution(
                Location.TEXT,
                Form.INDIRECT,
                List.of(),
                List.of(new Span(13, 17)),
                List.of(new Span(0, 11)),
                new Confidence(0.81, Optional.empty(), Optional.of(0.9), 0.9));
    }

    @Test
    void withoutCalibrationNothingChanges() {
        Attribution raw = attribution(0.123456, 0.9, 0.8, 0.7);
        assertThat(Calibration.NONE.apply(raw)).isSameAs(raw);
        assertThat(Calibration.NONE.text()).isEmpty();
    }

    @Test
    void onlyTheConfidenceChangesAndIsHeldToFourDecimals() {
        Attribution raw = attribution(0.9, 0.8, 0.7, 0.99);
        Attribution calibrated = SHIPPED.apply(raw);
        Confidence sure = calibrated.confidence();
        assertThat(calibrated)
                .isEqualTo(new Attribution(raw.in(), raw.form(), raw.source(), raw.cue(), raw.content(), sure));
        assertThat(sure).isNotEqualTo(raw.confidence());
        for (Target target : Target.values()) {
            double value = target.of(sure).orElseThrow();
            assertThat(value).isBetween(0.0, 1.0).isEqualTo(Math.rint(value * 10_000) / 10_000);
        }
    }

    @Test
    void aPartThatIsNotThereHasNoConfidence() {
        assertThat(SHIPPED.apply(unsourced()).confidence().source()).isEmpty();
        assertThat(SHIPPED.apply(unsourced()).confidence().cue()).isPresent();
    }

    @Test
    void surerPartsNeverMakeALessSureStatement() {
        double before = 0;
        for (int i = 0; i <= 20; i++) {
            double p = i / 20.0;
            double sure = SHIPPED.apply(attribution(p, p, p, p)).confidence().statement();
            assertThat(sure).isGreaterThanOrEqualTo(before);
            before = sure;
        }
        assertThat(before).isGreaterThan(0.9);
        for (double p : new double[] {0, 1e-300, 1}) {
            assertThat(SHIPPED.apply(attribution(p, 1, 1, 1)).confidence().source())
                    .isPresent();
        }
    }

    @Test
    void weightsAreReadAsTheyWereWritten() {
        assertThat(Calibration.parse("# a note\n" + SHIPPED.text()).text()).isEqualTo(SHIPPED.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unheard-of sha256:00", "../secret", "", "two words", "default.properties"})
    void anotherNetworkGetsTheCalibrationOfTheOneThatShips(String model) {
        assertThat(Calibration.shipped(model).text()).isEqualTo(SHIPPED.text());
    }

    @Test
    void weightsThatAreNoneAreSaidToBeSo() {
        String text = SHIPPED.text();
        assertThatThrownBy(() -> Calibration.parse(text.replaceFirst("statement\\.cue = .*", "")))
                .hasMessage("the weight statement.cue is null, not a number");
        assertThatThrownBy(() -> Calibration.parse(text.replaceFirst("cue\\.bias = .*", "cue.bias = high")))
                .hasMessage("the weight cue.bias is high, not a number");
        assertThatThrownBy(() -> Calibration.parse(text + "statement.mood = 1\n"))
                .hasMessage("no calibration has a weight [statement.mood]");
        assertThatThrownBy(() -> Calibration.parse(text.replaceFirst("source\\.source = .*", "source.source = -1")))
                .hasMessage("the weight of source must not be negative, as -1.0 is");
        assertThatThrownBy(() -> Calibration.parse(text.replaceFirst("cue\\.bias = .*", "cue.bias = NaN")))
                .hasMessage("the bias is NaN, not a number");
        assertThatThrownBy(() -> Calibration.parse(text + "least.balanced = 1.5\n"))
                .hasMessage("least.balanced lies between 0 and 1, and is not 1.5");
        assertThatThrownBy(() -> Calibration.of(Map.of())).hasMessage("a calibration without a map for the statement");
    }

    @Test
    void leastConfidenceIsTheModesUnlessTheNetworkHasItsOwn() {
        for (Mode mode : Mode.values()) {
            assertThat(SHIPPED.leastConfidence(mode)).isEqualTo(mode.leastConfidence());
            assertThat(Calibration.NONE.leastConfidence(mode)).isEqualTo(mode.leastConfidence());
        }
        assertThat(Mode.PRECISION.leastConfidence()).isGreaterThan(Mode.BALANCED.leastConfidence());
        assertThat(Mode.BALANCED.leastConfidence()).isGreaterThan(Mode.RECALL.leastConfidence());

        Calibration own = Calibration.parse("least.balanced = 0.45\n" + SHIPPED.text());
        assertThat(own.leastConfidence(Mode.BALANCED)).isEqualTo(0.45);
        assertThat(own.leastConfidence(Mode.PRECISION)).isEqualTo(Mode.PRECISION.leastConfidence());
        assertThat(own.text()).isEqualTo("least.balanced = 0.45\n" + SHIPPED.text());
        assertThat(SHIPPED.withLeastOf(own).text()).isEqualTo(own.text());
        assertThat(own.withLeastOf(SHIPPED).text()).isEqualTo(SHIPPED.text());
    }

    @Test
    void aNetworkThatFindsMoreLeavesOutMoreByItself() {
        assertThat(Calibration.shipped("e5-l12-minilm-l6-polnear-1 sha256:00").leastConfidence(Mode.BALANCED))
                .isGreaterThan(Mode.BALANCED.leastConfidence());
    }

    @Test
    void aMapIsLogisticInItsFeatures() {
        Map<Target, Logistic> maps = new EnumMap<>(Target.class);
        for (Target target : Target.values()) {
            maps.put(target, new Logistic(0, Map.of()));
        }
        maps.put(Target.STATEMENT, new Logistic(-1, Map.of(Feature.CUE, 1.0, Feature.DIRECT, 1.0)));
        Confidence sure =
                Calibration.of(maps).apply(attribution(0.9, 0.8, 0.7, 1)).confidence();
        assertThat(sure).isEqualTo(new Confidence(0.8, Optional.of(0.5), Optional.of(0.5), 0.5));
    }
}
