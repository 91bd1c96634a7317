package io.onrecord.reading.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    private record Sampled(String tag, String kind, String text) {}

    @Test
    void everyParagraphHasItsLanguage() throws IOException {
        List<Sampled> paragraphs = samples().stream()
                .filter(sample -> sample.kind().equals("paragraph"))
                .toList();

        assertThat(paragraphs)
                .hasSizeGreaterThan(25)
                .allSatisfy(sample -> assertThat(Languages.of(sample.text()))
                        .as(sample.text())
                        .map(Guess::tag)
                        .contains(sample.tag()));
    }

    @Test
    void aSentenceOrAHeadlineHasItsLanguageOrNone() throws IOException {
        int told = 0;
        int all = 0;
        for (Sampled sample : samples()) {
            Optional<Guess> guess = Languages.of(sample.text());
            all++;
            told += guess.isPresent() ? 1 : 0;
            assertThat(guess.map(Guess::tag).orElse(sample.tag()))
                    .as(sample.text())
                    .isEqualTo(sample.tag());
        }
        System.out.printf(Locale.ROOT, "languages: %d of %d samples told, none wrong%n", told, all);
        assertThat(told).isGreaterThan(all * 3 / 4);
    }

    @Test
    void englishThatQuotesAnotherLanguageIsEnglish() throws IOException {
        assertThat(samples())
                .filteredOn(sample -> sample.kind().equals("quoting"))
                .hasSize(4)
                .allSatisfy(sample ->
                        assertThat(Languages.of(sample.text())).map(Guess::tag).contains("en"));
    }

    @Test
    void foreignNamesMakeNoForeignText() throws IOException {
        assertThat(samples())
                .filteredOn(sample -> sample.kind().equals("names"))
                .hasSize(5)
                .allSatisfy(sample -> assertThat(Languages.of(sample.text()).map(Guess::tag))
                        .isIn(Optional.empty(), Optional.of("en")));
    }

    @Test
    void piecesOfSamplesAreSeldomTakenForAnotherLanguage() throws IOException {
        for (int length : new int[] {40, 80, 120}) {
            int told = 0;
            int wrong = 0;
            int all = 0;
            for (Sampled sample : samples()) {
                if (sample.kind().equals("quoting") || sample.kind().equals("names")) {
                    // Their pieces may well be in another language than the whole.
                    continue;
                }
                for (String piece : pieces(sample.text(), length)) {
                    Optional<Guess> guess = Languages.of(piece);
                    all++;
                    told += guess.isPresent() ? 1 : 0;
                    wrong += guess.isPresent() && !guess.get().tag().equals(sample.tag()) ? 1 : 0;
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "languages: of %d pieces of %d characters %.1f %% told, of these %.1f %% wrong%n",
                    all,
                    length,
                    100.0 * told / all,
                    100.0 * wrong / told);
            assertThat(wrong).as("of %s characters", length).isLessThanOrEqualTo(told / 25);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "Dravo",
                "14:30",
                "Ilan Serrat",
                "3.5 %",
                "https://example.org/a/b/c/d/e/f/g",
                "OK",
                "…",
                "橋"
            })
    void whatIsTooShortIsNotTold(String text) {
        assertThat(Languages.of(text)).isEmpty();
    }

    @Test
    void capitalsDoNotMatterWhereThereIsNothingElse() {
        assertThat(Languages.of(
                        "MINISTERS FAIL TO AGREE ON WATER AFTER A NIGHT OF TALKS, AND THE OLD BRIDGE WILL STAY CLOSED"))
                .map(Guess::tag)
                .contains("en");
        assertThat(Languages.of(
                        "DIE BÜRGERMEISTERIN SAGTE, DIE BRÜCKE BLEIBE BIS ZUM FRÜHJAHR GESCHLOSSEN UND NICHT LÄNGER"))
                .map(Guess::tag)
                .contains("de");
    }

    @Test
    void aMenuAtTheHeadDoesNotDecide() {
        String menu =
                "Accueil | Politique | Monde | Économie | Sport | Culture | Nous contacter | Abonnez-vous\n".repeat(2);
        String body = "The council voted late on Monday to close the old bridge for a year. ".repeat(20);

        assertThat(Languages.of(menu + body)).map(Guess::tag).contains("en");
    }

    @Test
    void theSureShareGrowsWithTheText() throws IOException {
        String text = samples().get(0).text();

        assertThat(Languages.of(text).orElseThrow().confidence()).isBetween(0.9, 1.0);
        assertThat(Languages.of(text)).isEqualTo(Languages.of(text));
    }

    @Test
    void hostileTextsAreLookedAtInPart() {
        assertThat(Languages.of("a".repeat(5_000_000))).isEmpty();
        assertThat(Languages.of("1 ".repeat(2_000_000))).isEmpty();
        assertThat(Languages.of("\ud83d".repeat(2_000_000))).isEmpty();
        assertThat(Languages.of("é̀̂ ".repeat(1_000_000))).isNotNull();
    }

    @Test
    void manyThreadsGetTheSameAnswer() throws IOException {
        List<Sampled> samples = samples();
        List<Optional<Guess>> alone =
                samples.stream().map(sample -> Languages.of(sample.text())).toList();
        List<Optional<Guess>> together = IntStream.range(0, 20 * samples.size())
                .parallel()
                .mapToObj(i -> Languages.of(samples.get(i % samples.size()).text()))
                .toList();

        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i % samples.size()));
        }
    }

    private static List<String> pieces(String text, int length) {
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at >= 0 && at + length <= text.length(); at = text.indexOf(' ', at + length)) {
            pieces.add(text.substring(at, at + length));
        }
        return pieces;
    }

    private static List<Sampled> samples() throws IOException {
        try (InputStream in = LanguagesTest.class.getResourceAsStream("samples.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 3))
                    .map(parts -> new Sampled(parts[0], parts[1], parts[2]))
                    .toList();
        }
    }
}
