package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Location;
import io.onrecord.text.Layout;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a text is a name; what addresses a person stands in brackets before it. */
class NameFinderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "They met Orell & Sons. | Orell & Sons",
                "They met Orell & others. | Orell",
                "They ate with Orell al fresco. | Orell",
                "They met Hendrik van den Brouwel. | Hendrik van den Brouwel",
                "They met Ana Orell Jr. in Tesk. | Ana Orell Jr.; Tesk",
                "They met Ana Orell's Nordal Bank. | Ana Orell; Nordal Bank",
                "They met Ali al-Orell. | Ali al-Orell",
                "They met al-Orell. | al-Orell",
                "The anti-Tesk party left. | ",
                "They met 王明 in Tesk. | 王明; Tesk",
                "Then I left, and I'm late. | ",
                // A small word goes on with an organisation's name, and ends a person's.
                "They left the Department of the Interior. | Department of the Interior",
                "They left the Bank of Nordal. | Bank of Nordal",
                "They left Nordal Bank of Tesk. | Nordal Bank of Tesk",
                "They left Ministry for Fish. | Ministry for Fish",
                "They met Velian Friends of Tesk. | Velian Friends of Tesk",
                "They met Council Orell of Tesk. | Council Orell of Tesk",
                "They met Council Orell in Tesk. | Council Orell; Tesk",
                "They met Ana Orell Foundation of Tesk. | Ana Orell Foundation of Tesk",
                "They met Orell of Tesk. | Orell; Tesk",
                "They met Ana Orells of Tesk. | Ana Orells; Tesk",
                "They met Ana K. Orells of Tesk. | Ana K. Orells; Tesk",
                "They met Senator Orells of Tesk. | [senator] Orells; Tesk",
                "They met Senator Ana Orell of the Nordal Bank. | [senator] Ana Orell; Nordal Bank",
                "They sent a letter to the Nordal Bank of the North. | Nordal Bank of the North",
            })
    void aNameIsARowOfCapitalsAndTheSmallWordsInside(String text, String names) {
        assertThat(names(text)).isEqualTo(names == null ? "" : names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "They met Mr Orell. | [mr] Orell",
                "They met Mr. Orell. | [mr] Orell",
                "They met Prime Minister Ana Orell. | [prime minister] Ana Orell",
                "They met Former President Orell. | [former president] Orell",
                "They met Deputy Finance Minister Ana Orell. | [deputy finance minister] Ana Orell",
                "They met Former Deputy Prime Minister Orell. | [former deputy prime minister] Orell",
                "They met Senior Orell. | Senior Orell",
                // What stands before the last title is not the name's.
                "They met Tesk Attorney General Jon Orell. | [attorney general] Jon Orell",
                "They met Tesk Former Minister Ana Orell. | [former minister] Ana Orell",
                "They met Tesk Sen. Orell. | [sen] Orell",
                "They met Tesk Mr Orell. | [mr] Orell",
                "They met Tesk Mr. Orell. | [mr] Orell",
                "They left Tesk Mayor Ana Trust. | Tesk Mayor Ana Trust",
                // Nor are the people and the party of a person.
                "They met Swedish Minister Orell. | [minister] Orell",
                "They met Swedish Minister Ana Orell. | [minister] Ana Orell",
                "They met Swedish Mayor Senator Orell. | [mayor senator] Orell",
                "They met Republican Senator Orell. | [senator] Orell",
                "They met Democratic Senator Orell. | [senator] Orell",
                "They met Swedish Ana Orell. | Ana Orell",
                "They left Swedish Ana Bank. | Swedish Ana Bank",
                "They left Swedish Nordal Bank. | Swedish Nordal Bank",
            })
    void whatAddressesAPersonIsKeptApart(String text, String names) {
        assertThat(names(text)).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Orell left. | Orell",
                "Painting is hard. | ",
                "Tired, he left. | ",
                "Ardently he sang. | ",
                "Farmers left. | ",
                "Neighbour left. | ",
                "Airline stock fell. | ",
                "Statement of fact. | ",
                "Ted left. | Ted",
                "A. Orell left. | A. Orell",
                // Unless the text has it inside a sentence with a capital.
                "Painting sang. They met Painting. | Painting; Painting",
                "Airline sang. They met Airline. | Airline; Airline",
                // What the text has in small letters, too.
                "Harrow Orell left. A harrow broke. | Orell",
                "“Harrow Orell left.” A harrow broke. | Orell",
                "They wrote: Harrow Orell left. A harrow broke. | Orell",
                "Then, Harrow Orell left. A harrow broke. | Harrow Orell",
                "The Harrow Orell left. A harrow broke. | Harrow Orell",
                "Then they met Harrow Orell. A harrow broke. | Harrow Orell",
                "Rose left. A rose bloomed. | ",
                "Rose Orell left. A rose bloomed. | Rose Orell",
                "Van Orell left. The van broke. | Van Orell",
                "Van left. The van broke. | ",
            })
    void aWordThatOnlyTheStartOfItsSentenceGivesACapitalIsNoName(String text, String names) {
        assertThat(names(text)).isEqualTo(names == null ? "" : names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "We met the First Family, and the family left. | ",
                "We met Harrow. A harrow broke. | ",
                "We met Harrow's son. A harrow broke. | ",
                "We met Harrow. A boat broke. | Harrow",
                "We met Mr Harrow. A harrow broke. | [mr] Harrow",
                "We met Harrow Orell. A harrow broke. | Harrow Orell",
                "We met Rose. A rose bloomed. | Rose",
                "We met Congress. The congress left. | Congress",
            })
    void aWordAloneThatTheTextHasInSmallLettersIsNoName(String text, String names) {
        assertThat(names(text)).isEqualTo(names == null ? "" : names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "It rained in May. May was wet. | ",
                "They came May 3. | ",
                "They met Peter May. In May it rained. Then May left. | Peter May; May",
                "They met Peter May. On May 3 it rained. Last May it rained. | Peter May",
                "They met Mrs May. Then May left. | [mrs] May; May",
                "They met Mrs. May. Then May left. | [mrs] May; May",
                "They met May Orell. Then May left. | May Orell; May",
                "They met Peter May's son. Then May left. | Peter May; May",
                "The boat sank in May. Then May came. | ",
            })
    void mayIsAMonthUnlessSomebodyIsCalledSo(String text, String names) {
        assertThat(names(text)).isEqualTo(names == null ? "" : names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Anna Orell Left Tesk | Anna Orell",
                "Harbour Closed After Anna K. Orell Quits Council | Anna K. Orell",
                "Anna Will Open Harbour Bridge | ",
                "Anna Looks Tired Today / She looks tired. | ",
                "Harbour Bridge Anna Looks After Council Vote / She looks tired. | ",
                "Will Harbour Bridge Open With Anna Orell? | Anna Orell",
                // Seven of ten long words with a capital are enough.
                "Anna Orell Tesk Closes Harbour Bridge Tonight after cracks appear | Anna Orell",
                "Anna Orell Moss talks about harbour bridges | Anna Orell Moss",
                // A sentence with a full stop is none.
                "Anna Orell Moss met Hendrik Brouwel. | Anna Orell Moss; Hendrik Brouwel",
                "“Anna Orell Moss met Hendrik Brouwel.” | Anna Orell Moss; Hendrik Brouwel",
                // Nor is one of three long words.
                "Anna Orell Moss | Anna Orell Moss",
            })
    void ofAHeadlineFirstAndFamilyNamesAreTaken(String text, String names) {
        assertThat(names(text.replace(" / ", "\n\n"))).isEqualTo(names == null ? "" : names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "MR ORELL LEFT EARLY ON MONDAY. | [mr] ORELL",
                "MR. ORELL LEFT EARLY ON MONDAY. | [mr] ORELL",
                "MR REED LEFT EARLY ON MONDAY. | [mr] REED",
                "MAYOR ANNA ORELL LEFT THE TALKS. | [mayor] ANNA ORELL",
                "MAYOR SAID NOTHING OF THE TALKS. | ",
                "ANNA K. ORELL LEFT THE TALKS. | ANNA K. ORELL",
                "ANNA WALKED OUT OF THE TALKS. | ",
                "ANNA LEAVING THE TALKS EARLY. | ",
                "ANNA 45 LEFT THE LAST TALKS. | ",
                "SWEDEN LEFT THE TALKS ON MONDAY. | SWEDEN",
                "TESK LEFT THE TALKS ON MONDAY. | ",
            })
    void whereAllIsInCapitalsTitlesAndFirstNamesTell(String text, String names) {
        assertThat(names(text)).isEqualTo(names == null ? "" : names);
    }

    private static String names(String text) {
        return NameFinder.names(Layout.of(text).text(text), Location.TEXT).stream()
                .map(name -> (name.address().isEmpty() ? "" : "[" + String.join(" ", name.address()) + "] ")
                        + name.span().of(text))
                .collect(Collectors.joining("; "));
    }
}
