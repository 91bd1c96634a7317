package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.text.Layout;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everybody whom a text names, each with the other names in brackets. */
class CastTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // First names, short or as a letter.
                "Tim Orell met Timothy Orell. | Tim Orell (Timothy Orell)",
                "Timothy Orell met Tim Orell. | Timothy Orell (Tim Orell)",
                "Jo Orell met Joan Orell. | Jo Orell; Joan Orell",
                "Joan Orell met Jo Orell. | Joan Orell; Jo Orell",
                "Alan Orell met Albert Orell. | Alan Orell; Albert Orell",
                "J. Orell met John Orell. | John Orell (J. Orell)",
                "John Orell met J. Orell. | John Orell (J. Orell)",
                "K. Orell met John Orell. | K. Orell; John Orell",
                "John Orell met K. Orell. | John Orell; K. Orell",
                "Ana Orell met Bero Orell. | Ana Orell; Bero Orell",
                "Mr Kim Orell met Mrs Kim Orell. | Kim Orell; Kim Orell",
                "They left the Nordal Bank, then the Velian Bank. | Nordal Bank; Velian Bank",
                "They left Nordal Bank, then Nordal Bank. | Nordal Bank",
                // Accents.
                "Zoë Orell met Zoe Orell. | Zoë Orell (Zoe Orell)",
                "Max Strauß met Max Strauss. | Max Strauß (Max Strauss)",
                "Max Møl met Max Mol. | Max Møl (Max Mol)",
                // A word alone.
                "Ana Orell came. Ana left. | Ana Orell (Ana)",
                "Nordal Bank came. Then Nordal left. | Nordal Bank; Nordal",
                "Orell Bank came. Then Mr Bank left. | Orell Bank; Bank",
                "The Ministry of Fish came. Then the MF left. | Ministry of Fish (MF)",
                "Orell came. Zoe Orell met Ida Ruun. Z. Orell left. | Zoe Orell (Orell, Z. Orell); Ida Ruun",
                // Of namesakes the last one before it, unless its title or Mr says otherwise.
                "Ana Orell met Bero Orell. Orell left. | Ana Orell; Bero Orell (Orell)",
                "Ana Orell came. Orell sang. Bero Orell left. | Ana Orell (Orell); Bero Orell",
                "Orell sang. Ana Orell met Bero Orell. | Ana Orell (Orell); Bero Orell",
                "Peter Orell met Ana Orell. Mr Orell left. | Peter Orell (Orell); Ana Orell",
                "Peter Orell met Ana Orell. Mrs Orell left. | Peter Orell; Ana Orell (Orell)",
                "Judge Ana Orell met Ida Orell. Judge Orell left. | Ana Orell (Orell); Ida Orell",
                // The elder one of the name.
                "Peter Orell Jr. came. Then Orell left. | Peter Orell Jr. (Orell)",
                "Orell came. Then Peter Orell Jr. left. | Peter Orell Jr.; Orell",
                "Orell came. Then Peter Orell Jr. left. Then Orell sang. | Peter Orell Jr.; Orell",
                // Two names of one.
                "Ida Ruun, better known as Lotta Tesk, sang. Tesk left. | Ida Ruun (Lotta Tesk, Tesk)",
                "Ida Ruun, better known as Lotta Tesk, sang. Lotta left. | Ida Ruun (Lotta Tesk, Lotta)",
                "Ida, also known as Lotta Tesk, sang. | Lotta Tesk (Ida)",
                "Ida Ruun (née Tesk) sang. | Ida Ruun (Tesk)",
                "Ida Ruun (Ида Руун) sang. | Ida Ruun (Ида Руун)",
                "Ida Ruun (Lotta Tesk) sang. | Ida Ruun; Lotta Tesk",
                "Ida Ruun met Lotta Tesk. | Ida Ruun; Lotta Tesk",
            })
    void everybodyIsFoundOnceUnderAllNames(String text, String parties) {
        assertThat(parties(text, Metadata.NONE)).isEqualTo(parties);
    }

    @Test
    void theYoungerOneWhomTheTitleNamesIsCalledByTheFamilyName() {
        assertThat(parties("Orell came. Then Peter Orell Jr. left.", titled("They sang with Peter Orell Jr.")))
                .isEqualTo("Peter Orell Jr. (Orell)");
    }

    @Test
    void aNameInTheTitleIsNoOtherWritingOfTheFirstInTheText() {
        assertThat(parties("Ида Руун sang.", titled("They sang with Ida Ruun.")))
                .isEqualTo("Ida Ruun; Ида Руун");
    }

    private static Metadata titled(String title) {
        Metadata none = Metadata.NONE;
        return new Metadata(
                none.outlet(),
                Optional.of(title),
                none.authors(),
                none.published(),
                none.language(),
                none.agency(),
                none.capture());
    }

    private static String parties(String text, Metadata metadata) {
        return Cast.of(Article.of("a", Layout.of(text).text(text), metadata)).parties().stream()
                .map(party -> party.name()
                        + (party.aliases().isEmpty() ? "" : " (" + String.join(", ", party.aliases()) + ")"))
                .collect(Collectors.joining("; "));
    }
}
