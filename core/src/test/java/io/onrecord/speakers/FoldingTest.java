package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ana orell | ana orell",
                "' ana' | ana",
                "'ana ' | ana",
                "' ' | ''",
                "zaza | zaza",
                "Ana | ana",
                "anA | ana",
                "ana7 | ana7",
                "an{a | an{a",
                "an`a | ana",
                "José Ŝtel | jose stel",
                "Øre Łaß | ore lass",
                "Œuvre Æther þorn ðan | oeuvre aether thorn dan",
                "Веренько | verenko",
                "Щукин | shchukin",
                "Їжак | izhak",
                "O'Kell’s | okells",
                "J. R. Kell | j r kell",
                "“ana” | ana"
            })
    void wordsAreFolded(String words, String folded) {
        assertThat(Folding.fold(words)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kell-Moss, Ana - Bero | kell-moss ana bero",
                "Channel 9 (Kelm) | channel 9 kelm",
                "O'Kell & Sons | okell sons",
                "' ' | ''"
            })
    void aHyphenStaysInsideItsWord(String text, String words) {
        assertThat(String.join(" ", Folding.words(text))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, zero",
        "-1, -1",
        "9, nine",
        "12, twelve",
        "13, 13",
        "100, 100",
        "007, 007",
        "x, x",
        "9a, 9a",
        "kelm, kelm"
    })
    void smallNumbersAreWords(String written, String word) {
        assertThat(Folding.number(written)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "verenko, werenko",
        "olha, olga",
        "shcherba, tcherba",
        "schmidt, shmidt",
        "czerny, cherny",
        "kell, kel",
        "anna, ana",
        "philip, filip",
        "phil-ip, filip",
        "chuck, chuk",
        "yanko, janko",
        "tsarn, tzarn",
        "khalin, halin",
        "xarn, ksarn",
        "thorn, torn"
    })
    void spellingsOfOneSoundAreOne(String word, String other) {
        assertThat(Folding.sound(word)).isEqualTo(Folding.sound(other));
    }

    @ParameterizedTest
    @CsvSource({"verenko, berenko", "kell, kall", "schmidt, smidt", "chorn, korn", "tsarn, sarn", "anana, ana"})
    void othersAreNot(String word, String other) {
        assertThat(Folding.sound(word)).isNotEqualTo(Folding.sound(other));
    }

    @ParameterizedTest
    @CsvSource({
        "verenko, vrnk",
        "werenka, vrnk",
        "orell, arl",
        "arell, arl",
        "eolan, aln",
        "aia, a",
        "mama, m",
        "kakok, k",
        "uorn, arn",
        "kell, kl"
    })
    void theConsonantsOfAWordAndItsOpeningVowel(String word, String consonants) {
        assertThat(Folding.consonants(word)).isEqualTo(consonants);
    }

    @ParameterizedTest
    @CsvSource({
        "avenia, aven",
        "avenian, aven",
        "avenians, aven",
        "torvese, torv",
        "danish, dan",
        "velan, vel",
        "velans, vel",
        "vela, vel",
        "kell, kell",
        "lana, lan",
        "ana, ana",
        "asia, asi",
        "spania, span"
    })
    void aPlaceAndItsPeopleHaveAStemInCommon(String word, String stem) {
        assertThat(Folding.stem(word)).isEqualTo(stem);
    }
}
