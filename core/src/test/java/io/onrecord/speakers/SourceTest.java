package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Span;
import io.onrecord.text.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of a source, taken apart; what it lacks is a dash. */
class SourceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell | Ana Orell | orell | ana orell",
                "The finance minister, Ilan Serrat, | The finance minister | minister | finance minister",
                "The finance minister of Avenia | The finance minister of Avenia | minister | finance minister",
                "Avenia's finance minister Ilan Serrat | Avenia's finance minister Ilan Serrat | serrat | avenia's finance minister ilan serrat",
                "A worker | A worker | worker | worker",
                "Workers close to Ana Orell | Workers close to Ana Orell | workers | workers",
                "The woman who left | The woman who left | woman | woman",
                "The woman in charge of the mill | The woman in charge of the mill | woman | woman",
                "The minister herself | The minister herself | minister | minister",
                "A spokesman for Ms Orell | A spokesman for Ms Orell | spokesman | spokesman",
                "The lawsuit of Avenia and Velia | The lawsuit of Avenia and Velia | lawsuit | lawsuit",
                "Serrat's lawyer | Serrat's lawyer | lawyer | serrat's lawyer",
                "the mayor's wife | the mayor's wife | wife | mayor's wife",
                "The mayor's | The mayor's | mayor | mayor's",
                "the head of the Bank of Nordal | the head of the Bank of Nordal | head | head",
                "the Bank of Nordal | the Bank of Nordal | nordal | bank of nordal",
                "A group of 12 workers | A group of 12 workers | workers | group of 12 workers",
                "Close to 12 workers | Close to 12 workers | workers | close to 12 workers",
                "More than 12 workers | More than 12 workers | workers | more than 12 workers",
                "Dozens of workers | Dozens of workers | workers | dozens of workers",
                "5 percent of workers | 5 percent of workers | workers | 5 percent of workers",
                "Most of the workers | Most of the workers | workers | most of workers",
                "A number of the workers | A number of the workers | workers | number of workers",
                "He himself | He himself | he | he",
                "1,200 workers | 1,200 workers | workers | 1 200 workers",
                "The vicar (Simon Ashell) | The vicar | vicar | vicar",
                "The vicar – a friend – | The vicar | vicar | vicar"
            })
    void aPhraseHasAHeadBeforeItsPrepositionsAndAsides(String source, String description, String head, String words) {
        Source parsed = source(source);

        assertThat(parsed.description()).isEqualTo(description);
        assertThat(parsed.headNoun()).isEqualTo(head);
        assertThat(shown(String.join(" ", parsed.descriptionWords()))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "A worker | indefinite",
                "Another worker | indefinite",
                "The worker | definite",
                "The other worker | indefinite definite",
                "The second worker | indefinite definite",
                "A second worker | indefinite",
                "workers | indefinite plural",
                "The workers | definite plural",
                "officials | indefinite plural",
                "The officials | definite plural",
                "the officials | definite plural",
                "many | indefinite plural",
                "Two workers | indefinite plural 2",
                "The two workers | definite plural 2",
                "his two sons | indefinite plural 2",
                "1,200 workers | indefinite plural 1200",
                "The 1,200 workers | definite plural 1200",
                "1,200,000 voters | indefinite plural 1200000",
                "12 people | indefinite plural 12",
                "1 man | -",
                "2 men | indefinite plural 2",
                "five men | indefinite plural 5",
                "1.5 people | indefinite plural",
                "the twelve | definite 12",
                "The 12 | definite 12",
                "Two dozen workers | indefinite plural",
                "Two or three workers | indefinite plural",
                "12 million people | indefinite plural",
                "twelve per cent | indefinite plural",
                "at least two workers | indefinite plural",
                "more than two workers | indefinite plural",
                "as many as two workers | indefinite plural",
                "A group of 12 workers | indefinite plural",
                "dozens of workers | indefinite plural",
                "he | pronoun",
                "he himself | pronoun",
                "he, a worker, | pronoun",
                "she who left | pronoun",
                "Tesk workers | indefinite definite plural",
                "Ana Orell | definite",
                "critics | indefinite plural",
                "worker | -"
            })
    void howManyAndWhetherOneKnowsWho(String source, String traits) {
        Source parsed = source(source);

        List<String> found = new ArrayList<>();
        if (parsed.isIndefinite()) {
            found.add("indefinite");
        }
        if (parsed.isDefinite()) {
            found.add("definite");
        }
        if (parsed.isPlural()) {
            found.add("plural");
        }
        if (parsed.isPronoun()) {
            found.add("pronoun");
        }
        parsed.count().ifPresent(count -> found.add(Integer.toString(count)));
        assertThat(shown(String.join(" ", found))).isEqualTo(traits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell | Ana Orell | - | -",
                "The finance minister, Ilan Serrat, | - | Ilan Serrat | -",
                "The vicar, the Revd Simon Ashell, | - | Simon Ashell | -",
                "The vicar, Simon Ashell | - | Simon Ashell | -",
                "The vicar (Simon Ashell) | - | Simon Ashell | -",
                "The vicar, Simon Ashell of Tesk, | - | - | -",
                "The vicar, Nordal Bank, | - | - | -",
                "The vicar, whose friend Simon Ashell left, | - | - | -",
                "The vicar, | - | - | -",
                "The vicar | - | - | -",
                "Avenia's finance minister Ilan Serrat | Ilan Serrat | - | -",
                "Serrat's | Serrat | - | -",
                "Serrat's lawyer | - | - | -",
                "Ana Orell and Peter Ito | Peter Ito | - | Ana Orell, Peter Ito",
                "Ana Orell, Peter Ito and Max Uhl | Ana Orell | - | Ana Orell, Peter Ito, Max Uhl",
                "Ana Orell, mayor of Tesk and Selm, | Ana Orell | - | -",
                "Ana Orell and her lawyer | - | - | -",
                "Ana Orell, Peter Ito | Ana Orell | Peter Ito | -",
                "Her lawyer and Ana Orell | Ana Orell | - | -",
                "The lawsuit of Avenia and Velia | - | - | -",
                "A friend of Ana Orell and Peter Ito | - | - | -",
                "the Bank of Nordal | Bank of Nordal | - | -",
                "a spokesman for the Bank of Nordal | - | - | -"
            })
    void whomASourceNames(String source, String head, String aside, String joined) {
        Source parsed = source(source);

        assertThat(shown(parsed.headName())).isEqualTo(head);
        assertThat(shown(parsed.asideName())).isEqualTo(aside);
        assertThat(shown(parsed.joinedNames().stream()
                        .map(mention -> mention.name().text())
                        .collect(Collectors.joining(", "))))
                .isEqualTo(joined);
    }

    private static Source source(String words) {
        String text = words + " said no.";
        Article article = Article.of("a", Layout.of(text).text(text), Metadata.NONE);
        Span[] parts = {new Span(0, words.length()), null, new Span(text.length() - 3, text.length() - 1)};
        return Source.of(text, Passage.statement(article, parts).attribution(), Cast.of(article));
    }

    private static String shown(Optional<Mention> mention) {
        return mention.map(found -> found.name().text()).orElse("-");
    }

    private static String shown(String words) {
        return words.isEmpty() ? "-" : words;
    }
}
