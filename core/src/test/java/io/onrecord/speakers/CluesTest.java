package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Span;
import io.onrecord.speakers.Speakers.Antecedent;
import io.onrecord.text.Layout;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a text says for and against each person whom the pronoun in square brackets may stand for. Of one kind of clues a row has
 * all that hold of the person; a number is what the logarithm is of.
 */
class CluesTest {

    /** Logarithms of one more than the number. */
    private static final Set<Clue> NUMBERS = EnumSet.of(
            Clue.DISTANCE,
            Clue.WORDS_BETWEEN,
            Clue.OTHERS_BETWEEN,
            Clue.CLAUSE_DISTANCE,
            Clue.SALIENCE,
            Clue.CHAIN_OTHER_GENDER);

    private static final Set<Clue> TITLE =
            EnumSet.of(Clue.IN_TITLE, Clue.DISTANCE, Clue.GENDER, Clue.OTHER_GENDER, Clue.SPOKE_BEFORE);

    private static final Set<Clue> DISTANCE = EnumSet.of(
            Clue.SAME_SENTENCE,
            Clue.SENTENCE_BEFORE,
            Clue.TWO_BEFORE,
            Clue.DISTANCE,
            Clue.WORDS_BETWEEN,
            Clue.OTHERS_BETWEEN,
            Clue.NEAREST_SAME_SENTENCE,
            Clue.LAST_NAMED_SENTENCE,
            Clue.ONLY_IN_SENTENCE,
            Clue.OTHER_SIDE_OF_QUOTATION);
    private static final Set<Clue> FUNCTION = EnumSet.of(
            Clue.SUBJECT,
            Clue.OBJECT,
            Clue.OBLIQUE,
            Clue.OWNER,
            Clue.BEHIND_BY,
            Clue.BEHIND_OF,
            Clue.BEHIND_TO,
            Clue.BEHIND_AS,
            Clue.BEHIND_PLACE,
            Clue.JOINED,
            Clue.JOINED_SUBJECT,
            Clue.BRACKETED);
    private static final Set<Clue> HERE = EnumSet.of(
            Clue.HERE_OBLIQUE_OWNER,
            Clue.HERE_OBLIQUE_OBJECT,
            Clue.HERE_OTHER_SUBJECT,
            Clue.HERE_OTHER_OWNER,
            Clue.CLAUSE_SUBJECT_OWNER,
            Clue.CLAUSE_SUBJECT_OBJECT,
            Clue.CLAUSE_OTHER_OWNER,
            Clue.CLAUSE_OTHER_OBJECT,
            Clue.CLAUSE_NEXT,
            Clue.CLAUSE_DISTANCE,
            Clue.NEXT_TO_OWNER);
    private static final Set<Clue> PAST = EnumSet.of(
            Clue.PAST_SUBJECT_SUBJECT,
            Clue.PAST_SUBJECT_OWNER,
            Clue.PAST_OWNER_SUBJECT,
            Clue.PAST_OWNER_OTHER,
            Clue.PAST_OBLIQUE_SUBJECT,
            Clue.LAST_SUBJECT_SUBJECT,
            Clue.LAST_SUBJECT_OBJECT,
            Clue.SUBJECT_OF_BEFORE_SUBJECT,
            Clue.SUBJECT_OF_BEFORE_OPENING);
    private static final Set<Clue> LATER = EnumSet.of(
            Clue.AFTER,
            Clue.AFTER_SUBJECT,
            Clue.AFTER_OWNER,
            Clue.BEHIND_OPENING_PHRASE,
            Clue.BEHIND_OPENING_PHRASE_SUBJECT,
            Clue.OPENING_OWNER,
            Clue.SAME_PHRASE,
            Clue.LATER_SUBJECT,
            Clue.LATER_SUBJECT_CLAUSE,
            Clue.LATER_OTHER,
            Clue.LATER_OTHER_CLAUSE);
    private static final Set<Clue> KIND = EnumSet.of(
            Clue.GENDER,
            Clue.OTHER_GENDER,
            Clue.OTHER_GENDER_IF_FIRST_NAME,
            Clue.SURELY_PERSON,
            Clue.FIRST_NAME_KNOWN,
            Clue.SINGLE_WORD,
            Clue.TITLE_WORD,
            Clue.PLACE_WORD,
            Clue.WORK_WORD,
            Clue.SMALL_WORDS,
            Clue.PEOPLE_WORD);
    private static final Set<Clue> WORDS =
            EnumSet.of(Clue.BEHIND_AS, Clue.DATED, Clue.IN_MARKS, Clue.MODIFIER, Clue.ODD_WORD);
    private static final Set<Clue> NAMES = EnumSet.of(
            Clue.OFTEN,
            Clue.MOST_OFTEN,
            Clue.FIRST_PERSON_NAMED,
            Clue.EVER_SUBJECT,
            Clue.POSSESSOR,
            Clue.HUMAN_VERB,
            Clue.NOUN_OTHER_GENDER,
            Clue.ONLY_AT_START,
            Clue.MOSTLY_PLACE);
    private static final Set<Clue> CHAIN = EnumSet.of(Clue.SALIENCE, Clue.CHAIN_OTHER_GENDER);
    private static final Set<Clue> SINCE = EnumSet.of(Clue.CHAIN_NAMED_SINCE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell sold the old mill before [she] sang. | Ana Orell | same-sentence, words-between 5, nearest-same-sentence, last-named-sentence, only-in-sentence",
                "Ana Orell lost [her] ring. | Ana Orell | same-sentence, words-between 1, nearest-same-sentence, last-named-sentence, only-in-sentence",
                "Ana Orell left. [She] sang. | Ana Orell | sentence-before, distance 1, last-named-sentence, only-in-sentence",
                "Ana Orell left. The mill burned. [She] sang. | Ana Orell | two-before, distance 2, last-named-sentence, only-in-sentence",
                "Ana Orell left. It was cold. The mill burned. [She] sang. | Ana Orell | distance 3, last-named-sentence, only-in-sentence",
                "Ana Orell left. Mira Varga stayed. [She] sang. | Ana Orell | two-before, distance 2, others-between 1",
                "Ana Orell left. Mira Varga stayed. [She] sang. | Mira Varga | sentence-before, distance 1, last-named-sentence, only-in-sentence",
                "Ana Orell and Mira Varga left. [She] sang. | Ana Orell | sentence-before, distance 1, others-between 1, last-named-sentence",
                "Ana Orell told Mira Varga that [she] sang. | Ana Orell | same-sentence, words-between 4, others-between 1, last-named-sentence",
                "Ana Orell told Mira Varga that [she] sang. | Mira Varga | same-sentence, words-between 1, nearest-same-sentence, last-named-sentence",
                "Ana Orell met Mira Varga and Carol Denby. [She] sang. | Ana Orell | sentence-before, distance 1, others-between 2, last-named-sentence",
                "Before [she] sang, Ana Orell left the mill. | Ana Orell | same-sentence",
                "Ana Orell left. “[She] sang,” he said. | Ana Orell | sentence-before, distance 1, last-named-sentence, only-in-sentence, other-side-of-quotation",
                "“Ana Orell left,” he said. [She] sang. | Ana Orell | sentence-before, distance 1, last-named-sentence, only-in-sentence, other-side-of-quotation",
                "“Ana Orell left and [she] sang,” he said. | Ana Orell | same-sentence, words-between 2, nearest-same-sentence, last-named-sentence, only-in-sentence"
            })
    void howFarAwaySomebodyWasNamed(String marked, String name, String clues) {
        assertThat(clues(marked, name, DISTANCE)).isEqualTo(clues);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell left the mill. [She] sang. | Ana Orell | subject",
                "The board met Ana Orell. [She] sang. | Ana Orell | object",
                "The board sat with Ana Orell. [She] sang. | Ana Orell | oblique",
                "Ana Orell's mill burned. [She] sang. | Ana Orell | owner",
                "The mill was built by Ana Orell. [She] sang. | Ana Orell | oblique, behind-by",
                "A son of Ana Orell came. [She] sang. | Ana Orell | oblique, behind-of",
                "The board wrote to Ana Orell. [She] sang. | Ana Orell | oblique, behind-to",
                "The board chose her as Ana Orell. [She] sang. | Ana Orell | oblique, behind-as",
                "The mill burned as Ana Orell left. [She] sang. | Ana Orell | subject, behind-as",
                "The train stopped in Orell. [She] sang. | Orell | oblique, behind-place",
                "Ana Orell and Tom Kell left. [She] sang. | Ana Orell | subject, joined, joined-subject",
                "The board met Ana Orell and Tom Kell. [She] sang. | Ana Orell | object, joined",
                "The board sat with Ana Orell and Tom Kell. [She] sang. | Ana Orell | oblique, joined",
                "The board (with Ana Orell) met. [She] sang. | Ana Orell | oblique, bracketed",
                "The board (with Ana Orell and [her] son) met. | Ana Orell | oblique",
                "The board (with Ana Orell) met [her] son. | Ana Orell | oblique, bracketed",
                "Before [she] sang, Ana Orell left the mill. | Ana Orell | none"
            })
    void whatSomebodyDoesWhereNamedLast(String marked, String name, String clues) {
        assertThat(clues(marked, name, FUNCTION)).isEqualTo(clues);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell lost [her] ring. | Ana Orell | clause-subject-owner",
                "Ana Orell warned the board about [her]. | Ana Orell | clause-subject-object",
                "The board told Ana Orell about [her] ring. | Ana Orell | clause-other-owner",
                "The board told Ana Orell about [her]. | Ana Orell | clause-other-object",
                "The board sat with Ana Orell in [her] mill. | Ana Orell | here-oblique-owner, clause-other-owner",
                "After the talks with Ana Orell the board thanked [her]. | Ana Orell | here-oblique-object, clause-other-object",
                "The board and Ana Orell met [her] son. | Ana Orell | clause-subject-owner",
                "The board (Ana Orell and [her] son) met. | Ana Orell | here-other-owner, clause-other-owner, next-to-owner",
                "The guests, such as Ana Orell, heard that [she] sang. | Ana Orell | clause-next, clause-distance 1",
                "Nobody but Ana Orell: [she] sang. | Ana Orell | here-other-subject, clause-next, clause-distance 1",
                "A word about Ana Orell: [she] sang. | Ana Orell | clause-next, clause-distance 1",
                "Ana Orell left when [she] sang. | Ana Orell | clause-next, clause-distance 1",
                "Ana Orell left when the mill burned because [she] sang. | Ana Orell | clause-distance 2",
                "Ana Orell left when the mill burned because it had lost [her] ring. | Ana Orell | clause-distance 2",
                "Ana Orell sang when the board praised [her]. | Ana Orell | clause-next, clause-distance 1",
                "The board told Ana Orell that the mill praised [her]. | Ana Orell | clause-next, clause-distance 1",
                "The board told Ana Orell that the mill lost [her] ring. | Ana Orell | clause-next, clause-distance 1",
                "The prize went to Ana Orell and [her] son. | Ana Orell | here-oblique-owner, clause-other-owner, next-to-owner",
                "The prize went to Ana Orell with [her] son. | Ana Orell | here-oblique-owner, clause-other-owner, next-to-owner",
                "The prize went to Ana Orell, and [her] son. | Ana Orell | here-oblique-owner, clause-other-owner, next-to-owner",
                "The prize went to Ana Orell before [her] son came. | Ana Orell | here-oblique-owner, clause-next, clause-distance 1",
                "The board praised Ana Orell and [she] sang. | Ana Orell | clause-next, clause-distance 1",
                "Ana Orell left. [She] sang. | Ana Orell | none",
                "Ana Orell left. The board lost [her] ring. | Ana Orell | none"
            })
    void whatSomebodyDoesEarlierInTheSentence(String marked, String name, String clues) {
        assertThat(clues(marked, name, HERE)).isEqualTo(clues);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell left. [She] sang. | Ana Orell | past-subject-subject, subject-of-before-subject, subject-of-before-opening",
                "Ana Orell left. In May [she] sang. | Ana Orell | past-subject-subject, subject-of-before-subject",
                "Ana Orell left. The board lost [her] ring. | Ana Orell | past-subject-owner",
                "Ana Orell left. [Her] ring was lost. | Ana Orell | past-subject-owner, subject-of-before-opening",
                "Ana Orell left. The board praised [her]. | Ana Orell | none",
                "Ana Orell left. The mill burned. [She] sang. | Ana Orell | past-subject-subject",
                "Ana Orell's mill burned. [She] sang. | Ana Orell | past-owner-subject",
                "Ana Orell's mill burned. The board lost [her] ring. | Ana Orell | past-owner-other",
                "Ana Orell's mill burned. The board praised [her]. | Ana Orell | past-owner-other",
                "The board sat with Ana Orell. [She] sang. | Ana Orell | past-oblique-subject",
                "The board sat with Ana Orell. The board lost [her] ring. | Ana Orell | none",
                "The board met Ana Orell. [She] sang. | Ana Orell | none",
                "Ana Orell left while Mira Varga stayed. [She] sang. | Ana Orell | past-subject-subject, subject-of-before-subject, subject-of-before-opening",
                "Ana Orell left while Mira Varga stayed. [She] sang. | Mira Varga | past-subject-subject",
                "Ana Orell left while Mira Varga stayed as [she] sang. | Ana Orell | none",
                "Ana Orell left while Mira Varga stayed as [she] sang. | Mira Varga | last-subject-subject",
                "Ana Orell left while Mira Varga stayed as the board praised [her]. | Ana Orell | none",
                "Ana Orell left while Mira Varga stayed as the board praised [her]. | Mira Varga | last-subject-object",
                "Mira Varga stayed as the board spoke to [her]. | Mira Varga | last-subject-object",
                "Mira Varga stayed as the board lost [her] ring. | Mira Varga | none"
            })
    void whatSomebodyDidInAnEarlierSentence(String marked, String name, String clues) {
        assertThat(clues(marked, name, PAST)).isEqualTo(clues);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Before [she] sang, Ana Orell left the mill. | Ana Orell | after, after-subject, behind-opening-phrase, behind-opening-phrase-subject",
                "In [her] first week, Ana Orell left the mill. | Ana Orell | after, after-subject, after-owner, behind-opening-phrase, behind-opening-phrase-subject, opening-owner",
                "In [her] first week, Ana Orell's mill burned. | Ana Orell | after, after-owner, behind-opening-phrase, opening-owner",
                "In [her] first week, the board met Ana Orell. | Ana Orell | after, after-owner, later-other",
                "Then [she] met Ana Orell. | Ana Orell | after, later-subject, later-subject-clause",
                "Then [she] sang because Ana Orell left. | Ana Orell | after, after-subject, later-subject",
                "Then the board met [her] and Ana Orell. | Ana Orell | after, later-other, later-other-clause",
                "Then the board met [her] because Ana Orell left. | Ana Orell | after, after-subject, later-other",
                "Then [her] sister Ana Orell left. | Ana Orell | after, after-subject, after-owner, same-phrase",
                "Then [her] sister, Ana Orell, left. | Ana Orell | after, after-owner, same-phrase",
                "Ana Orell met Tom Kell before [she] called Ana Orell again. | Ana Orell | later-subject, later-subject-clause",
                "Ana Orell left. [She] sang. | Ana Orell | none",
                "Mira Varga left. Before [she] sang, Ana Orell left the mill. | Mira Varga | none",
                "Mira Varga left. Before [she] sang, Ana Orell left the mill. | Ana Orell | after, after-subject, behind-opening-phrase, behind-opening-phrase-subject"
            })
    void whoIsNamedBehindThePronoun(String marked, String name, String clues) {
        assertThat(clues(marked, name, LATER)).isEqualTo(clues);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell left. [She] sang. | Ana Orell | gender, surely-person, first-name-known",
                "Ana Orell left. [He] sang. | Ana Orell | other-gender, surely-person, first-name-known",
                "Mr Tamm left. [He] sang. | Tamm | gender, surely-person, single-word",
                "Tamm left. [He] sang. | Tamm | single-word",
                "Wexel Tamm left. [He] sang. | Wexel Tamm | none",
                "Orell met Ana. [She] sang. | Ana | gender, surely-person, first-name-known, single-word",
                "Orell met Ana. [He] sang. | Ana | other-gender-if-first-name, surely-person, first-name-known, single-word",
                "Mr Singer left. [He] sang. | Singer | gender, surely-person, single-word, title-word",
                "Mr Dean left. [He] sang. | Dean | gender, surely-person, first-name-known, single-word, title-word",
                "Tom Singer left. [He] sang. | Tom Singer | gender, surely-person, first-name-known",
                "Wexel Carolina left. [She] sang. | Wexel Carolina | place-word",
                "Mr Wexel Carolina left. [He] sang. | Wexel Carolina | gender, surely-person",
                "Wexel Cup ended. [He] sang. | Wexel Cup | work-word",
                "The board saw Wexel Two. [He] sang. | Wexel Two | small-words",
                "Swedish Wexel left. [He] sang. | Swedish Wexel | people-word"
            })
    void whatTheWordsOfANameSay(String marked, String name, String clues) {
        assertThat(clues(marked, name, KIND)).isEqualTo(clues);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "The board met Ana Orell. [She] sang. | Ana Orell | none",
                "The board met Ana Orell (born 1950). [She] sang. | Ana Orell | dated",
                "The board met Ana Orell (b. 1950). [She] sang. | Ana Orell | dated",
                "The board met Ana Orell (1950). [She] sang. | Ana Orell | dated",
                "The board met Ana Orell (the singer). [She] sang. | Ana Orell | none",
                "The board met Ana Orell, born 1950. [She] sang. | Ana Orell | none",
                "The board saw “Wexel Tamm” twice. [He] sang. | Wexel Tamm | in-marks",
                "The board saw \"Wexel Tamm\" twice. [He] sang. | Wexel Tamm | in-marks",
                "The board saw “Wexel Tamm there”. [He] sang. | Wexel Tamm | none",
                "The board saw “the new Wexel Tamm”. [He] sang. | Wexel Tamm | none",
                "The board met Wexel Marsh-by-Sea. [He] sang. | Wexel Marsh-by-Sea | odd-word",
                "The board met MCK Wexel. [He] sang. | MCK Wexel | odd-word",
                "The board met Ana Orell7. [She] sang. | Ana Orell7 | odd-word",
                "The board met Ana Orell-Moss. [She] sang. | Ana Orell-Moss | none",
                "The board praised Wexel harbour. [He] sang. | Wexel | modifier",
                "The board praised Wexel there. [He] sang. | Wexel | none",
                "The board chose her as Ana Orell. [She] sang. | Ana Orell | behind-as"
            })
    void whatTheWordsAroundANameSay(String marked, String name, String clues) {
        assertThat(clues(marked, name, WORDS)).isEqualTo(clues);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell left. [She] sang. | Ana Orell | most-often, first-person-named, ever-subject",
                "The board met Ana Orell. [She] sang. | Ana Orell | most-often, first-person-named",
                "The board met Ana Orell. Then Ana Orell left. The board saw Ana Orell. [She] sang. | Ana Orell | often 3, most-often, first-person-named, ever-subject",
                "Ana Orell's mill burned. The board met Ana Orell. [She] sang. | Ana Orell | often 2, most-often, first-person-named, possessor",
                "Ana Orell sang. The board met Ana Orell. [She] slept. | Ana Orell | often 2, most-often, first-person-named, ever-subject, human-verb",
                "Ana Orell left. Mira Varga left. Ana Orell stayed. [She] sang. | Mira Varga | ever-subject",
                "Tom Kell's sister Orell left. [He] sang. | Orell | most-often, ever-subject, noun-other-gender",
                "Tom Kell's sister Orell left. [She] sang. | Orell | most-often, ever-subject",
                "Wexel, a nun, left. The board met Wexel. [He] sang. | Wexel | often 2, most-often, first-person-named, ever-subject, noun-other-gender",
                "Wexel, a nun, left. The board met Wexel. [She] sang. | Wexel | often 2, most-often, first-person-named, ever-subject",
                "Wexel the ring was sold. [He] sang. | Wexel | most-often, first-person-named, only-at-start",
                "Ana the ring was sold. [She] sang. | Ana | most-often, first-person-named",
                "Wexel the ring was sold. The board met Wexel. [He] sang. | Wexel | often 2, most-often, first-person-named",
                "Wexel left. [He] sang. | Wexel | most-often, first-person-named, ever-subject",
                "Wexel's mill burned. [He] sang. | Wexel | most-often, first-person-named, possessor",
                "Wexel Tamm the ring was sold. [He] sang. | Wexel Tamm | most-often, first-person-named",
                "The train stopped in Wexel. It left from Wexel. [He] sang. | Wexel | often 2, most-often, first-person-named, mostly-place",
                "The train stopped in Wexel. The board met Wexel. [He] sang. | Wexel | often 2, most-often, first-person-named, mostly-place",
                "The train stopped in Wexel. The board met Wexel. The board saw Wexel. [He] sang. | Wexel | often 3, most-often, first-person-named"
            })
    void whatAllNamesOfSomebodySayTogether(String marked, String name, String clues) {
        assertThat(clues(marked, name, NAMES)).isEqualTo(clues);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell left and [she] sang. | Ana Orell | salience 2",
                "Ana Orell left. [She] sang. | Ana Orell | salience 1",
                "The board met Ana Orell and [she] sang. | Ana Orell | salience 1",
                "The board sat with Ana Orell and [she] sang. | Ana Orell | salience 0.5",
                "Before [she] sang, Ana Orell left. | Ana Orell | none",
                "Ana Orell left and she sang when [she] slept. | Ana Orell | salience 4",
                "Ana Orell left and her ring was lost when [she] slept. | Ana Orell | salience 3",
                "Ana Orell left. She sang. [She] slept. | Ana Orell | salience 1.5",
                "Ana Orell left. The board met her. [She] slept. | Ana Orell | salience 1",
                "Ana Orell left. The board sat with her. [She] slept. | Ana Orell | salience 0.75",
                "Ana Orell left. She sang. It was cold. The mill burned. The board met. [She] slept. | Ana Orell | salience 0.19",
                "Ana Orell left. She sang. It was cold. The mill burned. The board met. The board left. [She] slept. | Ana Orell | salience 0.03",
                "Tom Kell left. She sang. [He] slept. | Tom Kell | salience 0.5, chain-other-gender 1",
                "Tom Kell left. She sang. She stayed. [He] slept. | Tom Kell | salience 0.25, chain-other-gender 2",
                "Ana Orell left. He sang. [She] slept. | Ana Orell | salience 0.5, chain-other-gender 1"
            })
    void whatEarlierPronounsSay(String marked, String name, String clues) {
        assertThat(clues(marked, name, CHAIN)).isEqualTo(clues);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "When Ana Orell left, she met Mira Varga before [she] slept. | Mira Varga | chain-named-since",
                "When Ana Orell left, she met Mira Varga before [she] slept. | Ana Orell | none",
                "When Ana Orell left, he met Mira Varga before [she] slept. | Mira Varga | none",
                "When Ana Orell left, she met her and Mira Varga before [she] slept. | Mira Varga | chain-named-since",
                "When she left, Ana Orell met Mira Varga because she sang before [she] slept. | Mira Varga | none",
                "When she left, the board sang before [she] met Ana Orell. | Ana Orell | none",
                "She left. Then Ana Orell stayed because [she] slept. | Ana Orell | none"
            })
    void whoIsNamedSinceTheLastPronoun(String marked, String name, String clues) {
        assertThat(clues(marked, name, SINCE)).isEqualTo(clues);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // Whom a form of address says to be a man is no woman.
                "Mr Kell left. [She] sang.",
                "Mr Kell left and [she] sang.",
                "Before [she] sang, Mr Kell left.",
                "Ms Orell left. [He] sang.",
                // What is surely no person.
                "The Nordal Bank failed. [She] sang.",
                "When [she] sang, the Nordal Bank failed.",
                "Sweden won. [She] sang."
            })
    void whomThePronounCannotMean(String marked) {
        assertThat(antecedents(marked)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "The mill burned. [She] sang. | Ana Orell leaves | distance 2, gender, in-title",
                "[She] sang. | Ana Orell leaves | distance 1, gender, in-title",
                "[He] sang. | Ana Orell leaves | distance 1, other-gender, in-title",
                "[He] sang. | Mr Tamm leaves | distance 1, gender, in-title",
                "[She] sang. | Mr Tamm leaves | nobody",
                "[She] sang. | Nordal Bank fails | nobody",
                // Whoever is in the text, too, is known by the text.
                "Ana Orell left. [She] sang. | Ana Orell leaves | distance 1, gender",
                "Ana Orell left. [She] sang. | Mira Varga stays | distance 1, gender; distance 2, gender, in-title"
            })
    void whomTheTitleNames(String marked, String title, String people) {
        String found = antecedents(marked, title).stream()
                .map(person -> shown(person, TITLE))
                .collect(Collectors.joining("; "));

        assertThat(found.isEmpty() ? "nobody" : found).isEqualTo(people);
    }

    @ParameterizedTest
    @CsvSource({"39, 2", "40, 1"})
    void fortyNamesBeforeThePronounAreLookedAt(int others, int people) {
        String text = "Ana Orell left. " + "Tom Kell left. ".repeat(others) + "[She] sang.";

        assertThat(antecedents(text)).hasSize(people);
    }

    private static String clues(String marked, String name, Set<Clue> some) {
        String text = unmarked(marked);
        return antecedents(marked).stream()
                .filter(person ->
                        person.names().stream().anyMatch(span -> span.of(text).equals(name)))
                .map(person -> shown(person, some))
                .findFirst()
                .orElse("nobody");
    }

    private static String shown(Antecedent person, Set<Clue> some) {
        String all = some.stream()
                .filter(clue -> person.clues().getOrDefault(clue, 0.0) != 0)
                .map(clue -> shown(clue, person.clues().getOrDefault(clue, 0.0)))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all;
    }

    private static String shown(Clue clue, double value) {
        DecimalFormat format = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
        if (clue == Clue.OFTEN) {
            return clue.code() + " " + format.format(Math.exp(value));
        }
        return NUMBERS.contains(clue)
                ? clue.code() + " " + format.format(Math.expm1(value))
                : value == 1 ? clue.code() : clue.code() + " is " + value;
    }

    private static List<Antecedent> antecedents(String marked, String... title) {
        String text = unmarked(marked);
        Metadata none = Metadata.NONE;
        Metadata metadata = new Metadata(
                none.outlet(),
                Stream.of(title).findFirst(),
                none.authors(),
                none.published(),
                none.language(),
                none.agency(),
                none.capture());
        Article article = Article.of("a", Layout.of(text).text(text), metadata);
        return Speakers.antecedents(article, new Span(marked.indexOf('['), marked.indexOf(']') - 1));
    }

    private static String unmarked(String marked) {
        return marked.replace("[", "").replace("]", "");
    }
}
