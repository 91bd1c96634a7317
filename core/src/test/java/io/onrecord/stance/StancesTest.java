package io.onrecord.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StancesTest {

    private static StanceReading read(String marked) {
        Marked sentence = Marked.of(marked);
        return Stances.read(sentence.text(), sentence.words());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SAYS     | <Ms Ito> [said] {the bridge was safe}.
            SAYS     | <Ms Ito> [said in a statement] {that she welcomed the claim}.
            SAYS     | {The bridge is safe}, [according to] <the harbour board>.
            SAYS     | {“The bridge is safe,”} <she> [told] reporters in Lisbon.
            CLAIMS   | <The driver> [insisted] {that the light was green}.
            CLAIMS   | [Allegations of] {fraud} followed.
            DENIES   | <The mayor> [denied] {that he had met the builder}.
            DENIES   | <The minister> [ruled out] {a second vote}.
            DENIES   | <The clerk> [pleaded not guilty to] {all counts}.
            REJECTS  | <The mayor> [dismissed] {the report as “a joke”}.
            REJECTS  | {The figures}, [contested by] <the union>, were withdrawn.
            REJECTS  | <The chairman> [refused] {to resign}.
            REJECTS  | <The chairman> [refused] {the offer}.
            REJECTS  | <The council> [poured cold water on] {talk of a merger}.
            ACCUSES  | <The union> [accused] {the owner of lying}.
            ACCUSES  | <Opponents> [tore into] {the budget}.
            CONFIRMS | <The bank> [admitted] {that the files were lost}.
            CONFIRMS | <The group> [claimed responsibility for] {the blast}.
            SUPPORTS | <Both doctors> [agreed] {that the wound was old}.
            SUPPORTS | <The guild> [gave] {the plan} [its blessing].
            WARNS    | <The port> [sounded the alarm over] {rising water}.
            PROMISES | <The brothers> [agreed] {to sell the farm}.
            PROMISES | <The dairy> [assured] its suppliers {that it would pay them}.
            DEMANDS  | <The judge> [asked] {the witness to speak up}.
            DEMANDS  | <Residents> [called for] {a new road}.
            DEMANDS  | <Police> [suggested] {that residents stay indoors}.
            ASKS     | <The clerk> [asked] {whether the gate was locked}.
            BELIEVES | <The pilot> [thinks] {the channel is too shallow}.
            BELIEVES | <The guild> [expressed concern] {that the bridge would not hold}.
            PREDICTS | {The verdict} [is expected] {on Thursday}.
            LABELS   | <Rivals> [called] {the plan “a swamp”}.
            LABELS   | <The leaflet> [described] {the mayor as a saviour}.
            """)
    void theStanceGoesByTheCueAndWhatStandsAroundIt(Stance stance, String sentence) {
        assertThat(read(sentence)).isEqualTo(new StanceReading(stance, false, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SUPPORTS | <Ms Ito> [said she agreed] {with the ruling}.
            WARNS    | <The port> [issued a warning] {that the water would rise}.
            DENIES   | <The mayor> [denied the claim] {that he had met the builder}.
            SUPPORTS | <The guild> [voiced its support for] {the strike}.
            CLAIMS   | <The owner> [continued to insist] {that the mill was clean}.
            LABELS   | <The owner> [sought] {to portray the strike as a riot}.
            ASKS     | <The owner's> [question] {whether the mill would close} went unheard.
            """)
    void ofSeveralWordsTheMostTellingDecides(Stance stance, String sentence) {
        assertThat(read(sentence).stance()).isEqualTo(stance);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DENIES   | <The mayor> [did not deny] {that they had met}.
            SAYS     | <The mayor> [refused to say] {whether they had met}.
            SAYS     | <The mayor> [declined] {to comment on the meeting}.
            SAYS     | <The mayor>, [through a spokeswoman, declined] {to comment on the meeting}.
            SAYS     | <The mayor> [declined comment] on {the meeting}.
            DENIES   | <The mayor> [refused to rule out] {a new tax}.
            SAYS     | <The vet> [stopped short of saying] {that the farm was the source}.
            SAYS     | <The vet> [has yet to say] {what the source was}.
            CONFIRMS | <The firm> [has never acknowledged] {the fault}.
            BELIEVES | <Nobody> [thinks] {the ice will hold}.
            CLAIMS   | <No minister> [has claimed] {that the ice will hold}.
            BELIEVES | <Few residents> [believe] {the ice will hold}.
            BELIEVES | <The guards> [were unaware] {that the door was open}.
            PROMISES | <Ms Ito> [would not promise] {that the trains would run}.
            PROMISES | <The firm> [has made no commitment] {to stay}.
            """)
    void anActThatIsNotDoneIsNegatedAndKeepsItsStance(Stance stance, String sentence) {
        assertThat(read(sentence)).isEqualTo(new StanceReading(stance, true, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <The surgeon> [not only said] {the scan was clear}; he showed it.
            <The mayor> [lost no time in denying] {the affair}.
            <The mayor> [denied] {that he had not paid}.
            <The guild> [opposed] {the plan}.
            """)
    void aNegationElsewhereNegatesNothing(String sentence) {
        assertThat(read(sentence).negated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CLAIMS   | <The defence> [could argue] {that the search was unlawful}.
            ASKS     | <Shareholders> [may ask] {why it took a year}.
            SAYS     | If <the referee> [says] {the ball was over the line}, it was.
            CONFIRMS | <Lawyers> want <the church> [to acknowledge] {the payment}.
            SUPPORTS | <The firm> [is ready to accept] {the ruling}.
            SAYS     | [Tell] them {that we are coming}.
            """)
    void anActThatIsOnlyPossibleIsHypothetical(Stance stance, String sentence) {
        assertThat(read(sentence)).isEqualTo(new StanceReading(stance, false, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <The smith> [would later admit] {that it was borrowed}.
            <The board> [will announce] {the result on Monday}.
            <I> [would say] {it was a good year}.
            <She> rose [to say] {that she disagreed}.
            """)
    void habitFutureAndPolitenessAreNotHypothetical(String sentence) {
        assertThat(read(sentence).hypothetical()).isFalse();
    }

    @Test
    void bothFlagsMayBeSet() {
        assertThat(read("<No model> [could have predicted] {the third wave}."))
                .isEqualTo(new StanceReading(Stance.PREDICTS, true, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SAYS     | <Mayor>[:] {We will rebuild}
            SAYS     | {“We will rebuild.”} [—] <Ana Mori>
            SAYS     | {“We will rebuild,”} <she> [gurgled].
            BELIEVES | <She> [hungered] {to rebuild the mill}.
            ASKS     | <She> [mooted] {whether to rebuild the mill}.
            CONFIRMS | <The board> [re-confirmed] {the date}.
            """)
    void aCueWithoutAKnownWordGoesByItsContent(Stance stance, String sentence) {
        assertThat(read(sentence).stance()).isEqualTo(stance);
    }

    @Test
    void aQuotationThatGoesOnWithoutACueSays() {
        assertThat(read("{“And we will rebuild.”}")).isEqualTo(new StanceReading(Stance.SAYS, false, false));
    }

    @Test
    void itSaysWhetherItKnowsAWordOfTheCue() {
        Marked known = Marked.of("<She> [argued] {that it rained}.");
        Marked unknown = Marked.of("{It rained}, <she> [gurgled].");
        assertThat(Stances.isKnown(known.text(), known.words())).isTrue();
        assertThat(Stances.isKnown(unknown.text(), unknown.words())).isFalse();
    }

    @Test
    void aWordAloneKnowsNoGrammar() {
        Marked refusal = Marked.of("<The brothers> [agreed] {to sell the farm}.");
        assertThat(Stances.ofWordAlone(refusal.text(), refusal.words())).isEqualTo(Stance.SUPPORTS);
        Marked colon = Marked.of("<Mayor>[:] {We will rebuild}");
        assertThat(Stances.ofWordAlone(colon.text(), colon.words())).isEqualTo(Stance.SAYS);
    }

    @Test
    void aLineWithoutEndCostsNoMoreThanAnother() {
        String rest = " and on and on".repeat(200_000);
        Marked long1 = Marked.of("<The mayor> [denied] {that they had met" + rest + "}");
        assertThat(Stances.read(long1.text(), long1.words()).stance()).isEqualTo(Stance.DENIES);
    }

    @Test
    void aFrameHasWordsOrAShape() {
        assertThat(Frame.parse("on DEMANDS").words()).containsExactly("on");
        assertThat(Frame.parse("by OWN WORDS CLAIMS").shape()).contains(Frame.Shape.OWN_WORDS);
        assertThatThrownBy(() -> Frame.parse("DEMANDS")).hasMessage("a frame of DEMANDS has neither words nor a shape");
        assertThatThrownBy(() -> Frame.parse("on GOSSIPS")).isInstanceOf(IllegalArgumentException.class);
    }
}
