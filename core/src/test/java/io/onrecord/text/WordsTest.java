package io.onrecord.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.model.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static Words words(String text) {
        return Words.of(text, new Span(0, text.length()));
    }

    private static List<String> list(Words words) {
        return IntStream.range(0, words.size()).mapToObj(words::at).toList();
    }

    @Test
    void wordsAreInSmallLettersAndOtherVisibleCharactersStandAlone() {
        assertThat(list(words("Ms. Ito said: “3.5% – JA”!")))
                .containsExactly("ms", ".", "ito", "said", ":", "“", "3", ".", "5", "%", "–", "ja", "”", "!");
        assertThat(list(words(" \t\n\u00A0\u3000 "))).isEmpty();
    }

    @Test
    void aMarkJoinsTwoLettersAndNothingElse() {
        assertThat(list(words("Ito’s re-election don't"))).containsExactly("ito's", "re-election", "don't");
        assertThat(list(words("workers' -a b- c--d 'e")))
                .containsExactly("workers", "'", "-", "a", "b", "-", "c", "-", "-", "d", "'", "e");
    }

    @Test
    void anAccentWithACharacterOfItsOwnBelongsToItsLetter() {
        assertThat(list(words("e\u0301lan nin\u0303o"))).containsExactly("e\u0301lan", "nin\u0303o");
        assertThat(list(words("की बात"))).containsExactly("की", "बात");
        assertThat(list(words("\u0301a"))).containsExactly("\u0301", "a");
        assertThat(list(words("a\u20AC"))).containsExactly("a", "€");
    }

    @Test
    void aCharacterOfTwoUnitsIsOne() {
        Words words = words("a 😀 𝔘𝔙");

        assertThat(list(words)).containsExactly("a", "😀", "𝔘𝔙");
        assertThat(words.span(1)).isEqualTo(new Span(2, 4));
        assertThat(words.span(2)).isEqualTo(new Span(5, 9));
    }

    @Test
    void eachHasItsPlaceAndSoHaveSeveral() {
        Words words = words("She said no.");

        assertThat(words.span(1)).isEqualTo(new Span(4, 8));
        assertThat(words.span(1, 3)).isEqualTo(new Span(4, 12));
        assertThat(words.span(0, 0)).isEqualTo(new Span(0, 3));
        assertThatThrownBy(() -> words.span(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> words.span(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void outsideThereIsAnEmptyWord() {
        Words words = words("She said");

        assertThat(words.at(-1)).isEmpty();
        assertThat(words.at(2)).isEmpty();
        assertThat(words.at(1)).isEqualTo("said");
        assertThat(words.isWord(-1)).isFalse();
        assertThat(words.isWord(2)).isFalse();
        assertThat(words.isCapital(2)).isFalse();
        assertThat(words.isOneOf(2, Set.of("said"))).isFalse();
    }

    @Test
    void aWordIsToldFromOtherCharactersAndBySmallLetters() {
        Words words = words("Ito said “x”, 5 Éa 7b");

        assertThat(IntStream.range(0, words.size()).filter(words::isWord).mapToObj(words::at))
                .containsExactly("ito", "said", "x", "5", "éa", "7b");
        assertThat(IntStream.range(0, words.size()).filter(words::isCapital).mapToObj(words::at))
                .containsExactly("ito", "éa");
        assertThat(words.isOneOf(1, Set.of("said", "told"))).isTrue();
        assertThat(words.isOneOf(0, Set.of("said", "told"))).isFalse();
    }

    @Test
    void theFirstWordThatEndsAfterAnOffsetIsFound() {
        Words words = words("She said no");

        assertThat(IntStream.rangeClosed(0, 11).map(words::firstAfter))
                .containsExactly(0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 3);
    }

    @Test
    void onlyTheRangeIsRead() {
        Words words = Words.of("She re-said no", new Span(4, 7));
        assertThat(list(words)).containsExactly("re", "-");
        assertThat(words.span(1)).isEqualTo(new Span(6, 7));
        assertThat(list(Words.of("She re-said no", new Span(4, 8)))).containsExactly("re-s");
    }
}
