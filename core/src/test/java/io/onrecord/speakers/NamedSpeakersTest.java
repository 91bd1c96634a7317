package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedSpeakersTest {

    private static final List<Speaker> SPEAKERS = Stream.of(
                    "Ilan Serrat; alias the Fox",
                    "Ana Serrat; alias Nora",
                    "Nora; alias Serrat the Elder",
                    "José Kell; alias Pepe; alias Joe",
                    "Joe Tarn",
                    "Mo Joserrat")
            .map(line -> Somebody.of("a", line).speaker())
            .toList();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Called so.
                "Ilan Serrat | Ilan Serrat",
                "ilan SERRAT | Ilan Serrat",
                "Jose Kell | José Kell",
                "Nora | Nora",
                // Otherwise another name.
                "the fox | Ilan Serrat",
                "Pépé | José Kell",
                "Joe | José Kell",
                // Otherwise the end of the name.
                "Serrat | Ilan Serrat, Ana Serrat",
                "Kell | José Kell",
                "TARN | Joe Tarn",
                // Neither a part of a word, nor a first name, nor nothing.
                "errat | nobody",
                "Ilan | nobody",
                "Mira Varga | nobody",
                "'' | nobody"
            })
    void whoIsMeantByAName(String name, String speakers) {
        String found =
                NamedSpeakers.of(SPEAKERS, name).stream().map(Speaker::name).collect(Collectors.joining(", "));

        assertThat(found.isEmpty() ? "nobody" : found).isEqualTo(speakers);
    }

    @ParameterizedTest
    @CsvSource({"Sweden, STATE", "Ilan Serrat, PERSON", "Avenia, PERSON"})
    void whatSomebodyIsOfWhomOnlyTheNameIsKnown(String name, SpeakerKind kind) {
        assertThat(NamedSpeakers.kindOf(name)).isEqualTo(kind);
    }
}
