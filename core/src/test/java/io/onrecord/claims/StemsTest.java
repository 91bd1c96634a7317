package io.onrecord.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which forms of words are brought together. */
class StemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dam|dams|dam's|dams'",
                "bridge|bridges|bridged|bridging",
                "close|closes|closed|closing",
                "pass|passes|passed|passing",
                "crash|crashes|crashed|crashing",
                "reach|reaches|reached|reaching",
                "tax|taxes|taxed|taxing",
                "deny|denies|denied|denying",
                "stop|stops|stopped|stopping",
                "plan|plans|planned|planning",
                "admit|admits|admitted|admitting",
                "inform|informed|information|informs",
                "restore|restored|restoration|restores",
                "construct|constructed|construction|constructs",
                "extend|extends|extended|extending",
                "invest|invested|investment|investments",
                "agree|agrees|agreement|agreements",
                "sharp|sharply|sharp|sharp",
                "close|closely|closed|closes",
                "city|cities|city's|city",
                "die|died|death|dying",
                "lie|lied|lies|lying",
                "person|people|persons|person's"
            })
    void formsOfOneWordHaveOneStem(String word, String second, String third, String fourth) {
        assertThat(Stems.of(second)).isEqualTo(Stems.of(word));
        assertThat(Stems.of(third)).isEqualTo(Stems.of(word));
        assertThat(Stems.of(fourth)).isEqualTo(Stems.of(word));
    }

    @ParameterizedTest
    @CsvSource({
        // Too short for an ending.
        "ties,tie",
        "bing,bing",
        "sings,sing",
        "only,only",
        "stations,station",
        "missions,mission",
        "nation,nation",
        "cement,cement",
        "moment,moment",
        "lion,lion",
        "fly,fly",
        "apply,apply",
        "gas,gas",
        "bus,bus",
        // Words that end so by themselves.
        "crisis,crisis",
        "census,census",
        "glass,glass",
        "news,news",
        "during,during",
        "speed,speed",
        "species,species",
        "morning,morning",
        "is,is",
        "needs,need",
        // What is left.
        "bridges,bridg",
        "cities,city",
        "running,run",
        "call,call",
        "fee,fee",
        "taxi,taxy"
    })
    void aWordKeepsWhatIsItsOwn(String word, String stem) {
        assertThat(Stems.of(word)).isEqualTo(stem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"children", "said", "died"})
    void someFormsNoRuleMakes(String word) {
        assertThat(Stems.isIrregular(word)).isTrue();
        assertThat(Stems.isIrregular("bridges")).isFalse();
    }
}
