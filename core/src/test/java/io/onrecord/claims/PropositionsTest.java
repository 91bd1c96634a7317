package io.onrecord.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropositionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it",
                "the claim",
                "those allegations",
                "the report as \"nonsense\"",
                "his account of the meeting",
                "Serrat's story “a cynical lie”"
            })
    void aContentThatOnlyNamesWhatWasSaidPutsNone(String content) {
        assertThat(of("rejected", content, Stance.REJECTS, Form.MIXED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the claim that the dam leaked",
                "reports of six dead",
                "any suggestion that the pumps were to blame",
                "calls for his resignation"
            })
    void aContentThatSpellsItOutPutsOne(String content) {
        assertThat(of("rejected", content, Stance.REJECTS, Form.INDIRECT)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"That's a filthy lie.\"", "“Nonsense!”", "\"Who told you that?\""})
    void aQuotationThatOnlyJudgesOrAsksPutsNone(String content) {
        assertThat(of("said", content, Stance.SAYS, Form.DIRECT)).isEmpty();
    }

    @Test
    void firstPersonsAreWhoSpeaks() {
        Proposition direct =
                of("said", "\"I took no money.\"", Stance.SAYS, Form.DIRECT).get(0);

        assertThat(direct.text()).startsWith("Mara Oldin took no money");
        assertThat(direct.terms())
                .anyMatch(term -> term.kind() == Term.Kind.NAME && term.value().equals("oldin"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I have taken no money.|Mara Oldin has taken no money.",
                "I’ve taken no money.|Mara Oldin has taken no money.",
                "We're closing the dam.|Mara Oldin is closing the dam.",
                "I don't trust the pumps.|Mara Oldin doesn't trust the pumps.",
                "I still want the dam closed.|Mara Oldin still wants the dam closed.",
                "We deny the whole story.|Mara Oldin denies the whole story.",
                "I will never close the dam.|Mara Oldin will never close the dam.",
                "We opened the dam, and they were told.|Mara Oldin opened the dam, and they were told.",
                "I went to the dam, and I am sorry.|Mara Oldin went to the dam, and Mara Oldin is sorry.",
                "My dam is safe.|Mara Oldin's dam is safe."
            })
    void theVerbGoesWithTheNameThatStandsForAFirstPerson(String content, String sentence) {
        assertThat(of("said", "\"" + content + "\"", Stance.SAYS, Form.DIRECT)
                        .get(0)
                        .text())
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nor do I trust the pumps.",
                "We, the engineers, closed the dam.",
                "We engineers closed the dam.",
                "I'd close the dam."
            })
    void whereTheVerbCannotBeToldTheSpeakersOwnWordsStay(String content) {
        Proposition proposition =
                of("said", "\"" + content + "\"", Stance.SAYS, Form.DIRECT).get(0);

        assertThat(proposition.text()).isEqualTo(content);
        assertThat(proposition.terms())
                .anyMatch(term -> term.kind() == Term.Kind.NAME && term.value().equals("oldin"));
    }

    @ParameterizedTest
    @CsvSource({
        "four people were hurt, 4",
        "400 people were hurt, 400",
        "four hundred people were hurt, 400",
        "one and a half miles were closed, 1.5",
        "31mn crowns were spent, 31000000",
        "the ship called twice, 2"
    })
    void numbersAreTheSameInAnyShape(String content, String value) {
        assertThat(of("said", content, Stance.SAYS, Form.INDIRECT).get(0).terms())
                .filteredOn(term -> term.kind() == Term.Kind.NUMBER)
                .extracting(Term::value)
                .containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the ferry sails on 12.3.2024",
                "version 1.2.3 has failed on every ferry",
                "the ferry ticket costs 2.5,000",
                "line 1.2.3.4 is cut behind the harbour",
                "release v1.2.3 has failed on every ferry"
            })
    void numbersWithTwoPointsAreNoAmounts(String content) {
        assertThat(of("said", content, Stance.SAYS, Form.INDIRECT))
                .singleElement()
                .satisfies(proposition -> assertThat(proposition.terms())
                        .isNotEmpty()
                        .noneMatch(term -> term.kind() == Term.Kind.NUMBER));
    }

    @ParameterizedTest
    @CsvSource({
        "a text went out at 7:58 a.m., o'clock",
        "parents knew nothing at nine o'clock, o'clock",
        "six ballot boxes were missing, box",
        "three of her patients fell ill, patient",
        "the number of users is 28, user",
        "one person was killed, person"
    })
    void whatIsCountedGoesWithItsNumber(String content, String counted) {
        Proposition proposition =
                of("said", content, Stance.SAYS, Form.INDIRECT).get(0);

        assertThat(proposition.terms())
                .filteredOn(term -> term.kind() == Term.Kind.NUMBER)
                .extracting(Term::of)
                .containsExactly(counted);
    }

    @Test
    void whatOnlyNamesThePropositionIsNoPartOfIt() {
        assertThat(of("rejected", "Mr. Ito's assertion that no boat had sunk", Stance.REJECTS, Form.INDIRECT)
                        .get(0)
                        .text())
                .isEqualTo("no boat had sunk");
    }

    @Test
    void severalSentencesPutSeveralPropositions() {
        assertThat(of(
                        "said",
                        "\"The dam was inspected in spring by the board. The pumps had rusted through long ago.\"",
                        Stance.SAYS,
                        Form.DIRECT))
                .extracting(Proposition::part)
                .containsExactly(0, 1);
    }

    @Test
    void howASourceStandsIsKept() {
        assertThat(of("denied", "that the dam leaked", Stance.DENIES, Form.INDIRECT)
                        .get(0)
                        .standing())
                .isEqualTo(Standing.DENIES);
        assertThat(of("demanded", "that the dam be closed", Stance.DEMANDS, Form.INDIRECT)
                        .get(0)
                        .mood())
                .isEqualTo(Mood.SHOULD);
    }

    @Test
    void aContentOfTenThousandWordsIsCutAndHasNoMoreKeysThanAnyOther() {
        Proposition proposition = of(
                        "said",
                        "that the dam leaked " + "at night and by day ".repeat(2_500),
                        Stance.SAYS,
                        Form.INDIRECT)
                .get(0);

        assertThat(proposition.terms()).hasSizeLessThan(500);
        assertThat(Keys.of(proposition))
                .hasSizeLessThanOrEqualTo(Keys.MOST)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void aMatchIsTheSameFromBothSides() {
        Proposition one = of("said", "that four people were hurt", Stance.SAYS, Form.INDIRECT)
                .get(0);
        Proposition other = of("claimed", "that six people were hurt", Stance.CLAIMS, Form.INDIRECT)
                .get(0);

        assertThat(Pair.of(one, other)).isEqualTo(Pair.of(other, one));
        Comparison comparison = Comparison.of(Pair.of(one, other), Optional.empty());
        assertThat(comparison.get(Comparison.Feature.NUMBERS_DIFFER)).isEqualTo(1);
        assertThat(comparison.firstWords()).hasSize(1);
        assertThat(comparison.secondWords()).hasSize(1);
    }

    private static List<Proposition> of(String cue, String content, Stance stance, Form form) {
        String text = "Mara Oldin " + cue + " " + content + " on Monday, as Mara Oldin and Ilan Serrat met in Lisden.";
        Article article = Article.of(
                "test:" + cue,
                Text.line(text),
                new Metadata(
                        Optional.of("Northwire"),
                        Optional.empty(),
                        List.of(),
                        Optional.of(new Published("2026-03-02T10:00:00Z", "test")),
                        Optional.of("en"),
                        Optional.empty(),
                        Optional.empty()));
        int cueAt = "Mara Oldin ".length();
        int contentAt = cueAt + cue.length() + 1;
        Attribution words = new Attribution(
                Location.TEXT,
                form,
                List.of(new Span(0, cueAt - 1)),
                List.of(new Span(cueAt, contentAt - 1)),
                List.of(new Span(contentAt, contentAt + content.stripTrailing().length())),
                new Confidence(0.9, Optional.of(0.9), Optional.of(0.9), 0.9));
        Speaker speaker = new Speaker("1", "Mara Oldin", SpeakerKind.PERSON, List.of(), List.of(), List.of(), Map.of());
        Statement statement = new Statement(
                Ids.statement(article.id(), Location.TEXT, words.cue(), words.content(), CodePoints.of(text)),
                words,
                new Resolution.Resolved("1", "Mara Oldin", "NAME", 0.9, "by name"),
                Optional.of(new StanceReading(stance, false, false)),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                false);
        return Propositions.of(new ArticleRecord(
                article, List.of(speaker), List.of(statement), List.of(), new Producer("1", "test", "none")));
    }
}
