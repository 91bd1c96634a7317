package io.onrecord.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read in a content, and the sentence that it makes; all of it published on a Wednesday, 4 March. */
class ContentTest {

    private static final String SAID = "[Mara Oldin] <said> ";

    private static List<Proposition> propositions(String marked) {
        return Propositions.of(Told.on("2026-03-04", marked));
    }

    private static Proposition first(String marked) {
        return propositions(marked).get(0);
    }

    /** Terms of some kinds, as {@code NUMBER 4/boat}. */
    private static String terms(Proposition proposition, Term.Kind... kinds) {
        return proposition.terms().stream()
                .filter(term -> List.of(kinds).contains(term.kind()))
                .map(term -> term.value() + (term.of().isEmpty() ? "" : "/" + term.of()))
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "the repair cost 400,000 crowns|400000/crown",
                "the repair cost 1,200,300 crowns|1200300/crown",
                "the repair cost $31mn|31000000/$",
                "the repair cost €3|3/€",
                "the repair cost £5|5/£",
                "the repair cost 2.5 million crowns|2500000/crown",
                "the repair cost 3bn crowns|3000000000/crown",
                "the wall moved 12mm|12/mm",
                "two hundred thousand people left|200000/person",
                "twenty-five boats were lost|25/boat",
                "the fifteen-year-old boats were lost|''",
                "twenty-two, fifteen-two and twenty-twelve boats|22",
                "40% of the boats were lost|40/%",
                "40 per cent of the boats were lost|40/%",
                "40 percent of the boats were lost|40/%",
                "the train left at 7:15|7.25/o'clock",
                "the train left at 7:15 a.m. and was late|7.25/o'clock",
                "the train left at 9 p.m. and was late|9/o'clock",
                "one of the boats was lost|''",
                "one boat was lost, and no one saw it|''",
                "the 25th boat was lost on the 1st day|''",
                "the 3-year plan was kept|''",
                "1234567890123456 boats were lost|''",
                "the ship called thrice|3/tim",
                "the number of boats was four|4/boat",
                "three of her patients were ill|3/patient",
                "99 to 101 boats sank|99/boat, 101/boat",
                "a 12,5 boat|12, 5/boat",
                "six boats left. Eleven.|6/boat, 11/boat"
            })
    void numbersAreReadWithWhatTheyCount(String content, String numbers) {
        assertThat(terms(first(SAID + "{" + content + "}."), Term.Kind.NUMBER)).isEqualTo(numbers);
    }

    @Test
    void aBareNumberCountsWhatWasCountedLastInTheArticle() {
        assertThat(terms(first("Four boats were lost in the night. " + SAID + "{it was eleven}."), Term.Kind.NUMBER))
                .isEqualTo("11/boat");
        assertThat(terms(first(SAID + "{it was eleven}. Four boats were lost in the night."), Term.Kind.NUMBER))
                .isEqualTo("11");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "the dam broke on 3 March|3-3",
                "the dam broke on March 3|3-3",
                "the dam broke on Jan. 3|1-3",
                "the dam broke in March|3",
                "the dam broke in 2019|2019",
                "the dam broke yesterday|3-3",
                "the dam broke today|3-4",
                "the dam broke tonight|3-4",
                "the dam broke on Wednesday|3-4",
                "the dam broke on Thursday|2-26",
                "the dam broke on Tuesday|3-3",
                "the dam may break|''",
                "the march of 30 boats was in 1850|''"
            })
    void datesAreReadAgainstTheDayOfTheArticle(String content, String dates) {
        assertThat(terms(first(SAID + "{" + content + "}."), Term.Kind.DATE)).isEqualTo(dates);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "the dam did not break|not/break",
                "the dam isn't safe|isn't/saf",
                "nothing broke|nothing/break",
                "they found nothing|nothing/find",
                "not a single boat was lost|not/boat",
                "no boat and no crew was lost|no/boat, no/crew",
                "the dam, which did not leak, broke|''",
                "the dam broke although nobody saw it|''",
                "the dam broke, although it was old; nobody saw it|nobody/see",
                "the dam broke and nobody saw it|nobody/see",
                "the dam broke. Nobody saw it|nobody/see"
            })
    void whatIsNegatedIsTheNextWordOfTheMainClause(String content, String negations) {
        assertThat(terms(first(SAID + "{" + content + "}."), Term.Kind.NEGATION))
                .isEqualTo(negations);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{the dam broke}|IS",
                "{the dam may break}|MAY",
                "{the dam will break}|WILL",
                "{the dam should be closed}|SHOULD",
                "{the dam may break and should be closed}|SHOULD",
                "{the dam should be closed and may break}|SHOULD",
                "{the dam may break and will be closed}|MAY"
            })
    void whetherItIsSoOrMayBeOrShouldBeIsKept(String content, Mood mood) {
        assertThat(first(SAID + content + ".").mood()).isEqualTo(mood);
    }

    @Test
    void whatIsPromisedOrPredictedIsToCome() {
        assertThat(first("[Mara Oldin] <promised> {to close the dam}.").mood()).isEqualTo(Mood.WILL);
        assertThat(first("[Mara Oldin] <predicted> {that the dam breaks}.").mood())
                .isEqualTo(Mood.WILL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // Marks stand as they stood; brackets and quotation marks are left out.
                "{the dam – the old one; a ruin – cost £5 and broke: so it is}"
                        + "|the dam – the old one; a ruin – cost £5 and broke: so it is",
                "{the dam cost $31mn and 40% more}|the dam cost $31mn and 40% more",
                "{it lost (all) of the \"big\" boats}|it lost all of the big boats",
                "{that the dam broke on Jan. 3}|the dam broke on Jan. 3",
                // He and she are the speaker until another is named.
                "{he met Ilan Serrat, and he left}|Mara Oldin met Ilan Serrat, and he left",
                "{her dam broke}|Mara Oldin's dam broke",
                "{its dam broke}|its dam broke",
                "{“Our dam broke. It hurts me.”}|Mara Oldin's dam broke. It hurts Mara Oldin.",
                "{“They are mine.”}|They are Mara Oldin's.",
                "{“He broke the dam.”}|He broke the dam."
            })
    void theSentenceCanBeReadByItself(String content, String sentence) {
        assertThat(first(SAID + content + ".").text()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[The Harbour Engineers] <said>: {“We are closing the dam. We've lost our boats.”}"
                        + "|Harbour Engineers are closing the dam. Harbour Engineers have lost Harbour Engineers' boats.",
                "[The Velian Chamber of Notaries] <said> {it had closed its dam}."
                        + "|Velian Chamber of Notaries had closed Velian Chamber of Notaries' dam",
                "[The Velian Chamber of Notaries] <said> {he had closed it}.|he had closed Velian Chamber of Notaries",
                "[MARA OLDIN] <said>: {“I am late for the dam.”}|Mara Oldin is late for the dam.",
                "[A guard] <said>: {“I am late for the dam.”}|A guard is late for the dam."
            })
    void whoeverSpeaksStandsForTheirPronouns(String marked, String sentence) {
        assertThat(first(marked).text()).isEqualTo(sentence);
    }

    @Test
    void somebodyWithoutANameIsNoTerm() {
        assertThat(terms(first("[A guard] <said>: {“I met Ilan Serrat at the dam.”} Serrat left."), Term.Kind.NAME))
                .isEqualTo("ilan, serrat");
    }

    @Test
    void aTitleStandsForWhoHoldsIt() {
        String holder = "The minister, Ilan Serrat, left. ";

        assertThat(terms(first(holder + SAID + "{the minister was late, and Ilan Serrat left}."), Term.Kind.NAME))
                .isEqualTo("serrat, ilan, serrat");
        assertThat(terms(first(holder + SAID + "{a minister was late, and Ilan Serrat left}."), Term.Kind.NAME))
                .isEqualTo("ilan, serrat");
        assertThat(terms(
                        first(holder + "The minister, Peter Ito, came. " + SAID
                                + "{the minister was late, and Ilan Serrat met Peter Ito}."),
                        Term.Kind.NAME))
                .isEqualTo("ilan, serrat, peter, ito");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Mara Oldin] <had said> {the dam broke}.",
                "Last week [Mara Oldin] <said> {the dam broke}.",
                "It rained. Last month [Mara Oldin] <said> {the dam broke}.",
                "Earlier [Mara Oldin] <said> {the dam broke}.",
                "[Mara Oldin] previously <said> {the dam broke}."
            })
    void whatWasSaidBeforeIsRecalled(String marked) {
        assertThat(first(marked).recalled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Mara Oldin] <said> {the dam broke}.",
                "Last of all [Mara Oldin] <said> {the dam broke}.",
                "Last week it rained. [Mara Oldin] <said> {the dam broke}.",
                "Next week [Mara Oldin] <said> {the dam broke}."
            })
    void whatIsSaidNowIsNot(String marked) {
        assertThat(first(marked).recalled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Mara Oldin] <asked> {why the dam broke}.",
                "[Mara Oldin] <asked> {how the dam broke}.",
                "[Mara Oldin] <did not say> {whether the dam broke}.",
                "[Mara Oldin] <said> {how many boats were lost}.",
                "[Mara Oldin] <said>: {“Why did the dam break?”}"
            })
    void aQuestionPutsNothing(String marked) {
        assertThat(propositions(marked)).isEmpty();
    }

    @Test
    void aQuestionOrAJudgementAmongOtherSentencesIsLeftOut() {
        assertThat(propositions(SAID + "{“The dam broke. Why? It is a lie.”}"))
                .extracting(Proposition::text)
                .containsExactly("The dam broke.");
    }

    @Test
    void whatIsTooShortToStandAloneGoesWithTheSentenceBefore() {
        assertThat(propositions(SAID + "{“The dam broke at night. Badly.”}"))
                .extracting(Proposition::text)
                .containsExactly("The dam broke at night. Badly.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{the claim that the dam broke}|the dam broke",
                "{Serrat's claims that the dam broke}|the dam broke",
                "{any suggestion that the dam broke}|the dam broke",
                "{the dam, a claim that broke}|the dam, a claim that broke"
            })
    void whatNamesAPropositionIsCutOff(String content, String text) {
        assertThat(first("[Mara Oldin] <rejected> " + content + ".").text()).isEqualTo(text);
    }

    @Test
    void aStoryIsToldByItsNamesTheCommonestFirstWithoutTheOutletAndFirstNames() {
        assertThat(first("Ilan Serrat met Mara Oldin in Lisden, and Serrat, of Northwire, left for Velia. In Velia "
                                + "Serrat slept. " + SAID + "{the dam broke in Velia}.")
                        .story())
                .contains("serrat", "velia", "oldin", "lisden")
                .doesNotContain("northwire", "mara", "ilan")
                .startsWith("serrat");
    }
}
