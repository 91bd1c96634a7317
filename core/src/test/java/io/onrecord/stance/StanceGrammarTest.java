package io.onrecord.stance;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grammar around a cue, sentence by sentence. */
class StanceGrammarTest {

    private static StanceReading read(String marked) {
        Marked sentence = Marked.of(marked);
        return Stances.read(sentence.text(), sentence.words());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ASKS             | <The firm> [has questions about] {the audit}.
            ACCUSES          | <The union> [has] [complaints] about {the canteen}.
            REJECTS          | <The firm> [shot back] {that the audit was wrong}.
            DENIES           | <The mayor> [is] [in denial] about {the flood}.
            DEMANDS          | <Their> [demands] {for higher pay} were heard.
            DENIES           | <The board> [issued its denial of] {the report}.
            PROMISES         | [His promise] {to rebuild the mill} was kept.
            CLAIMS           | [The claim] {that the dam held} is old.
            ASKS     | <She> [raised a question] over {the ball}.
            ASKS     | <She> [raised another old question] over {the ball}.
            ASKS     | <Her> [question] {on the ball} went unheard.
            ACCUSES  | <They> [question] {the witness}.
            ACCUSES  | <They> [began to question] {the witness}.
            ACCUSES  | <They> [will question] {the witness}.
            ASKS     | <They> [have questions] {for the witness}.
            ASKS     | <They> [raised questions] {for the witness}.
            ASKS     | <They> [came with questions] {for the witness}.
            ACCUSES  | <They> [help question] {the witness}.
            ASKS     | [Questions about] {the ball} remain.
            ACCUSES  | <He> [questions] {the ball}.
            ACCUSES  | <He> [questioned] {the ball}.
            ASKS     | <They> [were questioned] over {the ball}.
            WARNS    | <She> [sounded an alarm] {over the ball}.
            BELIEVES | <They> [alarmed] {the guards}.
            SUPPORTS | <He> [gave a nod] {to the plan}.
            SAYS     | <He> [nodded] {that it was so}.
            SAYS     | <He> [made a pitch] {for the plan}.
            SUPPORTS | <He> [pitched] {the plan}.
            PROMISES | <He> [made his offer] {of a truce}.
            CLAIMS           | <Critics> [claim] {that the dam is old}.
            """)
    void aWordIsVerbOrNounByWhatStandsBeforeIt(Stance stance, String sentence) {
        assertThat(read(sentence)).isEqualTo(new StanceReading(stance, false, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            DENIES           | <The firm> [went on to deny] {the affair}.
            ACCUSES          | <The firm> [started complaining] {that the road was closed}.
            REJECTS          | <The firm> [refused to demand] {a vote}.
            REJECTS          | <The firm> [declined] {to pay}.
            BELIEVES         | <The guild> [hopes to announce] {a date}.
            ACCUSES  | <He> [started loudly complaining] {that it rained}.
            ACCUSES  | <He> [kept on complaining] {that it rained}.
            DENIES   | <He> [began yesterday to deny] {the affair}.
            CLAIMS           | <He> [counterargued] {that the dam held}.
            """)
    void aVerbThatGivesWayToAnotherHasItsStance(Stance stance, String sentence) {
        assertThat(read(sentence)).isEqualTo(new StanceReading(stance, false, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            SAYS             | <The study> [found] {that the dam was old}.
            SAYS             | <The judge> [found] {that the dam was old}.
            BELIEVES         | <She> [found] {that the dam was old}.
            SAYS             | <She> [found] {“the dam was old”}.
            """)
    void whoStatesItMayDecide(Stance stance, String sentence) {
        assertThat(read(sentence)).isEqualTo(new StanceReading(stance, false, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            DEMANDS          | <He> [suggested] {that they should leave}.
            SAYS             | <He> [suggested] {that they left early}.
            SAYS             | <He> [suggested] {that the dam had been old}.
            SAYS             | <He> [suggested] {that it wasn't so}.
            SAYS             | <He> [suggested] {that they knew}.
            SAYS             | <He> [suggested] {that rain fell}.
            DEMANDS          | <He> [suggested] {leaving at once}.
            SAYS             | <He> [suggested] {a new vote}.
            ASKS             | <He> [asked] {the mayor why the dam broke}.
            ASKS             | <He> [asked] {the old mayor of the town whether the dam would hold}.
            DEMANDS          | <He> [asked] {that the mayor resign}.
            PREDICTS | <He> [estimated] {prices will rise}.
            SAYS     | <He> [estimated] {prices are high}.
            ASKS     | <He> [asked] {the man in the old grey coat whether it rained}.
            SAYS     | <He> [suggested] {that “they leave”}.
            DEMANDS          | <He> [asked for] {help}.
            ASKS             | <He> [asked about] {the dam}.
            PROMISES         | <He> [vowed] {he would return}.
            PREDICTS         | <He> [expects] {prices will rise}.
            CLAIMS           | <He> [defended] {his remarks on the dam}.
            SUPPORTS         | <He> [defended] {the dam}.
            CLAIMS           | <He> [stood by] {her statement}.
            SUPPORTS         | <He> [stood by] {the mayor}.
            REJECTS          | <He> [questioned] {the truth of the report}.
            ASKS             | <He> [questioned] {whether the dam would hold}.
            ACCUSES          | <He> [blamed] {the flood on the mayor}.
            SAYS             | <She> [hungered] {for peace}.
            """)
    void whatIsStatedMayDecide(Stance stance, String sentence) {
        assertThat(read(sentence)).isEqualTo(new StanceReading(stance, false, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ACCUSES          | <He> [got accused of] {lying}.
            ACCUSES          | <He> [was quickly accused of] {lying}.
            ACCUSES          | {The mayor} [was accused] by <the union> {of lying}.
            SAYS             | <He> [pointed out] {that the dam was old}.
            DENIES           | <He> [ruled that out] {on Monday}.
            DENIES           | <He> [ruled] {it out}.
            SAYS             | <He> [ruled] {that the dam was old}.
            REJECTS          | <He> [turned] {it down}.
            REJECTS          | <He> [turned down] {the offer}.
            DEMANDS          | <He> [told] {them to leave}.
            DEMANDS          | <He> [told] {the crowd of 12 people to leave}.
            SAYS             | <He> [told] {the crowd that he wanted to leave}.
            DEMANDS          | <He> [called on] {the mayor to resign}.
            LABELS           | <He> [called] {the mayor a liar}.
            DEMANDS          | <He> [called for] {calm}.
            SUPPORTS         | <He> [agreed with] {the mayor}.
            PROMISES         | <He> [agreed to] {a vote}.
            CONFIRMS         | <He> [admitted to] {lying}.
            REJECTS          | <He> [argued against] {the plan}.
            CLAIMS           | <He> [argued for] {the plan}.
            WARNS            | <He> [threatened] {to resign}.
            """)
    void particlesAndPrepositionsMayDecide(Stance stance, String sentence) {
        assertThat(read(sentence)).isEqualTo(new StanceReading(stance, false, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            WARNS HYP        | <The guild> [wants to warn] {that the ice is thin}.
            DEMANDS HYP      | <The guild> [plans to demand] {a vote}.
            CONFIRMS NEG HYP | <The guild> [is unwilling to confirm] {the date}.
            CONFIRMS HYP     | <The firm> [needs to admit] {the fault}.
            DENIES NEG       | <The firm> [stopped short of denying] {the affair}.
            DENIES NEG       | <The firm> [refused to deny] {the affair}.
            CONFIRMS NEG     | <The mayor> [neither confirmed nor denied] {the affair}.
            DENIES NEG       | <The mayor> [hardly denied] {the affair}.
            SAYS NEG         | <The mayor> [said nothing] {about the affair}.
            SAYS NEG         | <The mayor> [said little] {about the affair}.
            CONFIRMS NEG     | <The mayor> [had yet to confirm] {the affair}.
            CONFIRMS NEG     | <The mayor> [has not yet confirmed] {the affair}.
            BELIEVES NEG HYP | <The mayor> [could not have known] {that the dam would break}.
            SAYS NEG         | <The mayor> [would not say] {what he knew}.
            DENIES NEG       | <The mayor> [cannot deny] {the affair}.
            DENIES HYP       | <The mayor> [would have denied] {the affair}.
            SAYS             | <The mayor> [would often say] {that he was tired}.
            CONFIRMS HYP     | <The mayor> [should confirm] {the date}.
            SAYS             | <We> [should say] {that it was late}.
            SAYS HYP         | <We> [could say] {that it was late}.
            BELIEVES NEG     | <Not everyone> [believes] {the ice will hold}.
            SAYS             | <Not only the mayor> [said] {the ice would hold}.
            BELIEVES NEG     | <None of the guards> [saw] {that the door was open}.
            CONFIRMS NEG     | <Neither minister> [confirmed] {the date}.
            CONFIRMS HYP     | Unless <the mayor> [confirms] {the date}, nothing happens.
            CONFIRMS HYP     | Whether <the mayor> [confirms] {the date} is open.
            DENIES HYP       | Perhaps <the mayor> [denied] {it}.
            DENIES           | When <the mayor> [denied] {it}, he laughed.
            CONFIRMS HYP     | <Residents> urged <the mayor> [to confirm] {the date}.
            CONFIRMS HYP     | <Residents> forced <the mayor> [to admit] {the fault}.
            BELIEVES         | <Residents> watched <the mayor> [to see] {whether he would come}.
            CONFIRMS         | It took <the mayor> a week [to admit] {the fault}.
            BELIEVES HYP     | The pills help <patients> [understand] {that they are ill}.
            SAYS HYP         | Let <the mayor> [say] {what he wants}.
            CONFIRMS HYP     | “[Admit] {the fault},” the crowd shouted.
            WARNS            | [Warn] of {floods}.
            CONFIRMS NEG     | <The mayor> did not [confirm] {the date}.
            CONFIRMS NEG     | <The mayor> has never [confirmed] {the date}.
            CONFIRMS         | <The mayor> has really [confirmed] {the date}.
            ACCUSES NEG      | <They> [did not question] {the witness}.
            DENIES HYP       | <He> [may have denied] {it}.
            DENIES NEG HYP   | <He> [may not have denied] {it}.
            DENIES           | <She> has long [denied] {it}.
            DENIES NEG       | <She> will never [deny] {it}.
            DENIES HYP       | <She> could [deny] {it}.
            DENIES NEG       | <She> does not often [deny] {it}.
            BELIEVES         | The plan helped <her> [understand] {that it rained}.
            DENIES HYP       | Whoever told <her> [to deny] {it} was wrong.
            CONFIRMS HYP     | <The mayor> may soon [confirm] {the date}.
            CONFIRMS HYP     | <The mayor> may well [confirm] {the date}.
            """)
    void whetherItTookPlaceIsToldByTheWordsAround(String expected, String sentence) {
        StanceReading reading = read(sentence);
        assertThat(reading.stance() + (reading.negated() ? " NEG" : "") + (reading.hypothetical() ? " HYP" : ""))
                .isEqualTo(expected);
    }
}
