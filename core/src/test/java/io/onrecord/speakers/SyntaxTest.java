package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.text.Layout;
import io.onrecord.text.Words;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words around a name in square brackets, or a pronoun in braces, say of it. */
class SyntaxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // A verb behind it.
                "[Ana Orell] left. | SUBJECT",
                "[Ana Orell] resigned. | SUBJECT",
                "[Ana Orell] paints. | SUBJECT",
                "[Ana Orell] also quickly resigned. | SUBJECT",
                "[Ana Orell], a farmer from the north, resigned. | SUBJECT",
                "[Ana Orell], a farmer, later resigned. | SUBJECT",
                "[Ana Orell], of Tesk, a farmer, resigned. | SUBJECT",
                "[Ana Orell] (born in Tesk) resigned. | SUBJECT",
                "[Ana Orell] (born in Tesk), a farmer, resigned. | SUBJECT",
                "[Ana Orell] (born in Tesk) soon resigned. | SUBJECT",
                "[Ana Orell] (45) resigned (in May). | SUBJECT",
                "It rained after [Ana Orell] left. | SUBJECT",
                "It rained as the mayor [Ana Orell] left. | SUBJECT",
                // No verb is a preposition, a group, a mark, or a word with a capital.
                "He met [Ana Orell] across the river. | OBJECT",
                "He sent [Ana Orell] doctors. | OBJECT",
                "He gave [Ana Orell] glass. | OBJECT",
                "He met [Ana Orell], a farmer, in May. | OBJECT",
                "He met [Ana Orell] (a farmer) in May. | OBJECT",
                "He met [Ana Orell] (a farmer. | OBJECT",
                "No: [Ana Orell]. | OTHER",
                // A verb before it.
                "He met [Ana Orell]. | OBJECT",
                "He praised the former mayor [Ana Orell]. | OBJECT",
                "He hoped to thank [Ana Orell]. | OBJECT",
                "He went on praising [Ana Orell]. | OBJECT",
                // A preposition before it.
                "He spoke to [Ana Orell]. | OBLIQUE",
                "He spoke to the former mayor [Ana Orell]. | OBLIQUE",
                "The house of [Ana Orell] burned. | OBLIQUE",
                "It rained after [Ana Orell]. | OBLIQUE",
                "They called it ‘the mill of [Ana Orell]’ and left. | OBLIQUE",
                // What it owns behind it.
                "[Ana Orell]'s mill burned. | OWNER",
                "[Ana Orell]’s mill burned. | OWNER",
                "[Ana Orell] 's mill burned. | OWNER",
                "[Bero Willems]' mill burned. | OWNER",
                "He sang with [Bero Willems]’ son. | OWNER",
                "They spoke of ‘[Bero Willems]’, then left. | OTHER",
                // Names that are joined do the same.
                "Peter Ito and [Ana Orell] left. | SUBJECT",
                "[Peter Ito] and Ana Orell left. | SUBJECT",
                "[Peter Ito] & Ana Orell left. | SUBJECT",
                "[Peter Ito] and Hendrik van den Brouwel left. | SUBJECT",
                "[Peter Ito] or Ana Orell, a farmer, left. | SUBJECT",
                "[Peter Ito], Max Uhl and Ana Orell left. | SUBJECT",
                "Peter Ito, [Max Uhl] and Ana Orell left. | SUBJECT",
                "[Peter Ito], Max Uhl, Ida Ruun, and Ana Orell left. | SUBJECT",
                "He met Peter Ito and [Ana Orell]. | OBJECT",
                "He met Peter J. Ito and [Ana Orell]. | OBJECT",
                "He met Peter Ito, Max Uhl and [Ana Orell]. | OBJECT",
                "He met the mayor Peter Ito and [Ana Orell]. | OBJECT",
                "He met Peter Ito, and [Ana Orell] left. | SUBJECT",
                "He sang with Peter Ito and [Ana Orell]. | OBLIQUE",
                "He sang with Peter Ito, Max Uhl and [Ana Orell]. | OBLIQUE",
                "He sang with the mayor Peter Ito and [Ana Orell]. | OBLIQUE",
                "When he sang with Peter Ito and [Ana Orell], a farmer, left. | OBLIQUE",
                "He met Peter Ito and [Ana Orell], who came late, often sang. | OBJECT",
            })
    void whatANameDoesInItsSentence(String marked, Function function) {
        assertThat(name(marked).function()).isEqualTo(function);
    }

    /** An aside is read as far as a reader would still remember the subject. */
    @ParameterizedTest
    @CsvSource({"',',23,','", "(,24,)"})
    void anAsideBetweenASubjectAndItsVerbHasAnEnd(String opens, int words, String closes) {
        String fits = "[Ana Orell]" + opens + " farmer".repeat(words) + closes + " resigned.";
        String tooLong = "[Ana Orell]" + opens + " farmer".repeat(words + 1) + closes + " resigned.";

        assertThat(name(fits).function()).isEqualTo(Function.SUBJECT);
        assertThat(name(tooLong).function()).isEqualTo(Function.OTHER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[Ana Orell] and Peter Ito left. | true",
                "[Ana Orell] or Peter Ito left. | true",
                "Peter Ito and [Ana Orell] left. | true",
                "Peter Ito, and [Ana Orell], left. | true",
                "Peter Ito, and [Ana Orell] left. | true",
                "Peter Ito and the mayor [Ana Orell] left. | true",
                "[Ana Orell], Peter Ito and Max Uhl left. | true",
                "Peter Ito, [Ana Orell] and Max Uhl left. | true",
                "They met Peter Ito, [Ana Orell], Max Uhl and others. | true",
                "[Ana Orell] left. | false",
                "[Ana Orell] and others left. | false",
                "[Ana Orell] sang and Peter Ito left. | false",
                "the boy and [Ana Orell] left. | false",
                "The boy, and [Ana Orell], left. | false",
                "[Ana Orell], Peter Ito, left. | false",
                "[Ana Orell], a friend, and Peter Ito left. | false",
                "In Tesk, [Ana Orell] left. | false",
                "In spring, [Ana Orell], a farmer, left. | false",
                "In spring, [Ana Orell] left. | false",
                "In spring, [Orell], Max Uhl said, left. | false",
                "In Tesk near [Ana Orell], a farmer, it rained. | false",
            })
    void namesAreJoinedByAndOrInAList(String marked, boolean joined) {
        assertThat(name(marked).joined()).isEqualTo(joined);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "The mayor ([Ana Orell]) left. | true",
                "The mayor (a friend of [Ana Orell]) left. | true",
                "([Ana Orell] left.) | true",
                "The mayor (45) met [Ana Orell]. | false",
                "The mayor met [Ana Orell] (45). | false",
                "[Orell] (45) left. | false",
            })
    void aNameBetweenBracketsIsBracketed(String marked, boolean bracketed) {
        assertThat(name(marked).bracketed()).isEqualTo(bracketed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "He spoke to [Ana Orell]. | to",
                "He spoke to the mayor [Ana Orell]. | to",
                "He spoke to his former mayor [Ana Orell]. | to",
                "He spoke to singer [Ana Orell]. | to",
                "He spoke to Velian singer [Ana Orell]. | to",
                "He sang with tall Velian singer [Ana Orell]. | with",
                "He sang with tall opera singer [Ana Orell]. | with",
                "He spoke to President [Ana Orell]. | to",
                "He thanked singer [Ana Orell]. | thanked",
                "The boy and singer [Ana Orell] left. | and",
                "He called the winner, singer [Ana Orell]. | ,",
                "He said that [Ana Orell] left. | that",
                "He left a house near [Ana Orell]. | near",
                // Five words describe a name, no more.
                "He sang with thin shy Velian opera singer [Ana Orell]. | with",
                "He sang with tall thin shy Velian opera singer [Ana Orell]. | tall",
            })
    void whatDescribesANameIsPassedOver(String marked, String before) {
        assertThat(name(marked).before()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[Ana Orell] left. | 0",
                "It rained when [Ana Orell] left. | 1",
                "It rained when she left because [Ana Orell] called. | 2",
                "It rained; [Ana Orell] left. | 1",
                "He wrote: “[Ana Orell] left.” | 2",
                // A link begins one where a subject and its verb follow.
                "It rained and [Ana Orell] left. | 1",
                "It rained, [Ana Orell] left. | 1",
                "It rained and she met [Ana Orell]. | 1",
                "It rained and the mayor met [Ana Orell]. | 1",
                "It rained and the old town mayor met [Ana Orell]. | 1",
                "It rained and Peter Ito met [Ana Orell]. | 1",
                "It rained and Peter Ito often met [Ana Orell]. | 1",
                "He met Peter Ito and [Ana Orell]. | 0",
                "He sang and left [Ana Orell]. | 0",
                "He sold a boat and the mill of [Ana Orell]. | 0",
                "He sold a boat and the painted mill of [Ana Orell]. | 0",
                "He sold a boat and the old red mill of [Ana Orell]. | 0",
                "He sold a boat and the old gas lamp of [Ana Orell]. | 0",
                "He sold a boat and the old glass of [Ana Orell]. | 0",
                "He sold a boat and the mill's roof to [Ana Orell]. | 0",
                "He praised the mill and the farmers near [Ana Orell]. | 0",
                "He praised the mill and the mayor, loved by [Ana Orell]. | 0",
                // So does a preposition that may begin one.
                "It rained after [Ana Orell] left. | 1",
                "It rained before she met [Ana Orell]. | 1",
                "It rained after the speech of [Ana Orell]. | 0",
                "It rained after [Ana Orell]. | 0",
            })
    void clausesAreCountedByTheWordsThatBeginThem(String marked, int clause) {
        assertThat(name(marked).clause()).isEqualTo(clause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Then {he} left. | SUBJECT",
                "Then {she} left. | SUBJECT",
                "Then {his} mill burned. | OWNER",
                "The mill was {hers}. | OWNER",
                "Then {her} mill burned. | OWNER",
                "He met {him}. | OBJECT",
                "He met {her}. | OBJECT",
                "He met {her} in Tesk. | OBJECT",
                "He met {her} when it rained. | OBJECT",
                "The man who met {her} left. | OBJECT",
                "He sang with {him}. | OBLIQUE",
                "He sang with {her}. | OBLIQUE",
                "He sang with {her} because it rained. | OBLIQUE",
            })
    void whatAPronounDoesInItsSentence(String marked, Function function) {
        assertThat(pronoun(marked).function()).isEqualTo(function);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "They met Ana Orell and {him}. | 0 joined behind and",
                "It rained when {he} left. | 1 alone behind when",
                "It rained, and the mayor met {her}. | 1 alone behind met",
            })
    void whereAPronounStands(String marked, String where) {
        Phrase phrase = pronoun(marked);

        assertThat(phrase.clause() + (phrase.joined() ? " joined" : " alone") + " behind " + phrase.before())
                .isEqualTo(where);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // Before the name.
                "The widow [Orell] left. | FEMALE",
                "His old brother [Orell] left. | MALE",
                "Brother [Orell] left. | MALE",
                "Only brother [Orell] left. | MALE",
                "He met her father President [Orell]. | MALE",
                "His brother, [Orell], left. | MALE",
                "The widow met [Orell]. | UNKNOWN",
                "The widow of Tesk, [Orell] said, left. | UNKNOWN",
                // Behind it.
                "[Orell], a widow, left. | FEMALE",
                "[Orell], the old monk, left. | MALE",
                "[Orell], a kind and very tired widow, left. | FEMALE",
                "[Orell] (a monk) left. | MALE",
                "[Orell] was the mother of a mayor. | FEMALE",
                "[Orell] is his brother. | MALE",
                "[Orell] met a widow. | UNKNOWN",
                "[Orell], a friend of the king, left. | UNKNOWN",
                "[Orell], a farmer, his wife and others left. | UNKNOWN",
                "[Orell] left. | UNKNOWN",
            })
    void aNounBesideANameTellsItsGender(String marked, Gender gender) {
        Marked text = new Marked(marked);

        assertThat(text.syntax.nounGender(text.name())).isEqualTo(gender);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Then {her} sister [Ana Orell] left. | true",
                "Then {her} sister, [Ana Orell], left. | true",
                "Then {her} niece [Ana Orell] left. | true",
                "Then {her} old friend [Ana Orell] left. | true",
                "Then {her} king [Otto Ruun] left. | true",
                "Then {her} kind and old sister [Ana Orell] left. | true",
                "Then {she} met sister [Ana Orell]. | false",
                "On {her} land [Ana Orell] planted trees. | false",
                "Then {his} friend of [Tesk] left. | false",
                "Then {his} brother praised friend [Ana Orell]. | false",
                "After {her} death, sister [Ana Orell] left. | false",
                "Then [Ana Orell] and {her} sister left. | false",
                "There is {her} sister. Here is [Ana Orell]. | false",
            })
    void aPronounBelongsToTheNameThatItDescribes(String marked, boolean described) {
        Marked text = new Marked(marked);

        assertThat(text.syntax.isInPhrase(text.pronoun(), text.name())).isEqualTo(described);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[Ana Orell] and {her} son left. | true",
                "[Ana Orell] with {her} son left. | true",
                "[Ana Orell], {her} son and others left. | true",
                "[Ana Orell], and {her} son, left. | true",
                "[Ana Orell], with {her} son, left. | true",
                "[Ana Orell] left {her} son. | false",
                "[Ana Orell] sang with {her} son. | false",
                "[Ana Orell], said {her} son, left. | false",
                "[Ana Orell] sang for days with {her} son. | false",
            })
    void anOwnerStandsRightBesideANameThatItIs(String marked, boolean next) {
        Marked text = new Marked(marked);

        assertThat(text.syntax.isNextTo(text.name(), text.pronoun())).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // What opens a sentence.
                "In {his} first week, Hugo Tamm closed the mill. | hugo",
                "“In {his} first week, Hugo Tamm closed the mill.” | hugo",
                "Later, in {his} first week, Hugo Tamm closed the mill. | hugo",
                "“Later, in {his} first week, Hugo Tamm closed the mill.” | hugo",
                "Soon after {his} return, Hugo Tamm closed the mill. | hugo",
                "Shortly before {his} return, Hugo Tamm closed the mill. | hugo",
                "When {he} came, Hugo Tamm closed the mill. | hugo",
                "Leaving {his} house, Hugo Tamm sang. | hugo",
                "Tired of {his} house, Hugo Tamm sang. | hugo",
                "Born in {his} house, Hugo Tamm sang. | hugo",
                "The mill of {his} youth, Hugo Tamm said, was gone. | nobody",
                "{He}, after all, Hugo Tamm said, was ill. | nobody",
                "In {his} house the men sang. | nobody",
                // What stands behind its comma.
                "In {his} first week, the young mayor Hugo Tamm closed the mill. | hugo",
                "In {his} first week, Hugo van den Brouwel closed the mill. | hugo",
                "In {his} first week, J. Tamm closed the mill. | j",
                "In {his} first week, Hugo Tamm's brother left. | hugo",
                "In {his} first week, Hugo Tamm, a farmer, closed the mill. | hugo",
                "After {his} return, Hugo Tamm of Tesk left. | hugo",
                "After {his} return, Hugo Tamm of Tesk, Max Uhl of Selm and others left. | hugo",
                "After {his} return, Hugo Tamm closed the mill, Max Uhl said. | hugo",
                "After {his} return, Hugo van den Brouwel closed the mill, Max Uhl said. | hugo",
                "After {his} return, J. Tamm closed the mill, Max Uhl said. | j",
                "After {his} return, Hugo Tamm's brother left, Max Uhl said. | hugo",
                "In {his} youth, in Tesk, Hugo Tamm sang. | hugo",
                "In {his} house, painted by Hugo Tamm, the men sang. | nobody",
                "In {his} house, which Hugo Tamm built, the men sang. | nobody",
                "After {his} return, she left, Hugo Tamm said. | nobody",
                "In {his} book; later, Hugo Tamm left. | nobody",
                // A name that the phrase itself is about is not the one.
                "With {his} brother, Max Tamm, Hugo Tamm left. | hugo",
                "With {his} brother, Max Tamm, Hugo Tamm of Tesk left. | hugo",
                "With {his} boat, Max Tamm, a farmer, left. | max",
                // A phrase of more than three commas looks forward to nobody.
                "In {his} youth, in May, in Tesk, in rain, Hugo Tamm sang. | hugo",
                "In {his} youth, in May, in Tesk, in rain, in wind, Hugo Tamm sang. | nobody",
            })
    void theNameBehindAnOpeningPhraseIsFound(String marked, String word) {
        Marked text = new Marked(marked);
        Phrase pronoun = text.pronoun();
        int found = text.syntax.behindOpening(pronoun);

        assertThat(found < 0 ? "nobody" : text.syntax.words(pronoun.sentence()).at(found))
                .isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "The [Tesk] coach sang. | true",
                "The [Tesk] left. | false",
                "He met the [Tesk]. | false",
                "The [Tesk] City sang. | false",
                "The [Tesk] although small sang. | false",
                "He sang in [Tesk] alongside others. | false",
                "He gave [Tesk] himself. | false",
                "He sang in [Tesk] lately. | false",
                "He sang in [Tesk] wearing red. | false",
                "He sang in [Tesk] 1998 times. | false",
            })
    void aNounBehindANameIsWhatTheNameTellsMoreOf(String marked, boolean modifier) {
        assertThat(Syntax.isModifier(words(marked), name(marked).to())).isEqualTo(modifier);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[Orell] married. | true",
                "[Orell] herself came. | true",
                "It was [Orell] who came. | true",
                "[Orell] had married. | true",
                "[Orell] later moved. | true",
                "[Orell] had grown. | false",
                "[Orell] never married. | false",
                "[Orell] grew. | false",
                "It was [Orell]. | false",
            })
    void whatPersonsDoIsToldFromWhatThingsDo(String marked, boolean person) {
        assertThat(Syntax.doesAsPersons(words(marked), name(marked).to())).isEqualTo(person);
    }

    private static Phrase name(String marked) {
        return new Marked(marked).name();
    }

    private static Phrase pronoun(String marked) {
        return new Marked(marked).pronoun();
    }

    private static Words words(String marked) {
        Marked text = new Marked(marked);
        return text.syntax.words(text.name().sentence());
    }

    /** A text with a name in square brackets and a pronoun in braces, or one of them. */
    private static final class Marked {

        private final String marked;
        private final String text;
        private final Place place;
        private final Syntax syntax;

        Marked(String marked) {
            this.marked = marked;
            this.text = marked.replaceAll("[\\[\\]{}]", "");
            this.place = new Place(Layout.of(text).text(text), Location.TEXT);
            this.syntax = new Syntax(place);
        }

        Phrase name() {
            Span span = between('[', ']');
            return syntax.of(new Name(
                    Location.TEXT,
                    span,
                    span,
                    List.of(span.of(text).split(" ", -1)),
                    List.of(),
                    false,
                    place.sentenceAt(span.start())));
        }

        Phrase pronoun() {
            Span span = between('{', '}');
            return syntax.ofPronoun(span, place.sentenceAt(span.start()));
        }

        private Span between(char open, char close) {
            return new Span(unmarked(marked.indexOf(open)), unmarked(marked.indexOf(close)));
        }

        private int unmarked(int index) {
            return marked.substring(0, index).replaceAll("[\\[\\]{}]", "").length();
        }
    }
}
