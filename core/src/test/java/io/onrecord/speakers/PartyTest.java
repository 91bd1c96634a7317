package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.SpeakerKind;
import io.onrecord.text.Layout;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody whom a text names: under which names, of what kind and gender. */
class PartyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell left. | Ana Orell | FEMALE",
                "Tarn Orell left. | Tarn Orell | UNKNOWN",
                "Ana left. | Ana | FEMALE",
                "Tarn left. | Tarn | UNKNOWN",
                // A form of address before one of the names.
                "Mr Orell left. | Orell | MALE",
                "Dr Orell left. | Orell | UNKNOWN",
                "Tarn Orell left. Mrs Orell stayed. | Tarn Orell | FEMALE",
                "Dr Tarn Orell left. Ms Orell stayed. | Tarn Orell | FEMALE",
                // A description.
                "Tarn Orell, a woman, left. | Tarn Orell | FEMALE",
                "Tarn Orell, the actress, left. | Tarn Orell | FEMALE",
                "Tarn Orell, a farmer's wife, left. | Tarn Orell | FEMALE",
                "Tarn Orell, a mother, left. | Tarn Orell | FEMALE",
                "Tarn Orell, a surgeon, left. | Tarn Orell | UNKNOWN",
                "Tom Orell, a woman, left. | Tom Orell | FEMALE",
                "Mr Orell, a woman, left. | Orell | MALE"
            })
    void whatTellsTheGender(String text, String name, Gender gender) {
        assertThat(party(text, name).gender()).isEqualTo(gender);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell left. | Ana Orell | PERSON",
                "Wexel Tarn left. | Wexel Tarn | PERSON",
                "Wexel left. | Wexel | PERSON",
                "Sweden left. | Sweden | STATE",
                "Stockholm left. | Stockholm | STATE",
                "Swedes left. | Swedes | GROUP",
                "NTBK left. | NTBK | ORGANISATION",
                "Nordal Bank left. | Nordal Bank | ORGANISATION",
                "Wexel & Tarn left. | Wexel & Tarn | ORGANISATION",
                // With an article wherever it stands.
                "The Wexel left. | Wexel | ORGANISATION",
                "The Wexel left. Wexel stayed. | Wexel | PERSON",
                // Whoever is addressed or holds a post is a person.
                "Mr Sweden left. | Sweden | PERSON",
                "Mayor Sweden left. | Sweden | PERSON",
                "Wexel, the mayor of Tesk, left. | Wexel | PERSON"
            })
    void whatSomebodyIs(String text, String name, SpeakerKind kind) {
        assertThat(party(text, name).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell left. | Ana Orell | true | false",
                "Ana left. | Ana | true | false",
                "Wexel Tarn left. | Wexel Tarn | false | false",
                "Wexel left. | Wexel | false | true",
                "Mr Wexel left. | Wexel | true | false",
                "Wexel, the mayor, left. | Wexel | true | false",
                "Sweden left. | Sweden | false | false",
                "The Nordal Bank left. | Nordal Bank | false | false"
            })
    void whetherMoreThanACapitalSaysThatItIsAPerson(String text, String name, boolean surely, boolean capital) {
        assertThat(party(text, name).isSurelyPerson()).isEqualTo(surely);
        assertThat(party(text, name).isOnlyACapital()).isEqualTo(capital);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell left. Orell stayed. | Ana Orell | Orell",
                "Orell left. Ana Orell stayed. | Ana Orell | Orell",
                "Tarn Orell left. T. Orell stayed. | Tarn Orell | T. Orell",
                "T. Orell left. Tarn Orell stayed. | Tarn Orell | T. Orell",
                "Tarn Orell left. Tarn M. Orell stayed. | Tarn M. Orell | Tarn Orell",
                "Tarn M. Orell left. Tarn Maria Orell stayed. | Tarn Maria Orell | Tarn M. Orell",
                "Ольга Веренько (Olha Verenko) left. | Olha Verenko | Ольга Веренько",
                "Olha Verenko (Ольга Веренько) left. | Olha Verenko | Ольга Веренько",
                "Ana Orell left. Orell met Ana. Ana Orell stayed. | Ana Orell | Orell, Ana"
            })
    void theFullestNameInLatinLettersIsTheName(String text, String name, String aliases) {
        Party party = party(text, name);

        assertThat(String.join(", ", party.aliases())).isEqualTo(aliases);
        assertThat(party).asString().startsWith(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Wexel, the mayor of Tesk, left. Mayor Wexel sang. | Wexel | mayor of Tesk",
                "Wexel, the mayor, left. Wexel, the mayor of Tesk, stayed. | Wexel | mayor, mayor of Tesk",
                "Wexel, the mayor of Tesk, left. Wexel, the mayor of Selm, stayed. | Wexel | mayor of Tesk, mayor of Selm",
                "Wexel, the mayor of Tesk, left. Wexel, a surgeon, stayed. | Wexel | mayor of Tesk, surgeon"
            })
    void aPostIsHeldOnce(String text, String name, String roles) {
        assertThat(party(text, name).roles().stream()
                        .map(role ->
                                role.title() + role.of().map(of -> " of " + of).orElse(""))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(roles);
    }

    @Test
    void namesStandInTheOrderOfTitleAndText() {
        Metadata none = Metadata.NONE;
        Metadata titled = new Metadata(
                none.outlet(),
                Optional.of("Why Orell left"),
                none.authors(),
                none.published(),
                none.language(),
                none.agency(),
                none.capture());
        String text = "Orell left. Ana Orell stayed. Orell sang.";
        Article article = Article.of("a", Layout.of(text).text(text), titled);
        Party party = Cast.of(article).mentions(Location.TEXT).get(0).party();

        assertThat(party.names())
                .extracting(name -> name.in() + " " + name.span().start())
                .containsExactly("TITLE 4", "TEXT 0", "TEXT 12", "TEXT 30");
    }

    private static Party party(String text, String name) {
        Article article = Article.of("a", Layout.of(text).text(text), Metadata.NONE);
        List<Mention> mentions = Cast.of(article).mentions(Location.TEXT);
        return mentions.stream()
                .map(Mention::party)
                .filter(party -> party.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
