package io.onrecord.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Dispute;
import io.onrecord.model.Form;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A record holds together: every id it names is there, every span lies in its text. */
class ArticleRecordTest {

    private static final String WORDS = "😀 Ito said it rains. Mori denied it.";
    private static final Metadata TITLED = new Metadata(
            Optional.empty(),
            Optional.of("Ito: rain"),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private static final Article ARTICLE = Article.of("rain.txt", Text.line(WORDS), TITLED);
    private static final Producer PRODUCER = new Producer("1", "scripted", "none");
    private static final Confidence SURE = new Confidence(1, Optional.of(1.0), Optional.of(1.0), 1);
    private static final Resolution NOT_TRIED = new Resolution.Unresolved(Resolution.Unresolved.NOT_TRIED);

    private static final Statement SAID = statement(Location.TEXT, span("Ito"), span("said"), span("it rains"));
    private static final Statement DENIED = statement(Location.TEXT, span("Mori"), span("denied"), new Span(34, 36));

    @Test
    void aRecordOfATextAndItsTitleHoldsTogether() {
        Statement titled = statement(Location.TITLE, new Span(0, 3), new Span(3, 4), new Span(5, 9));
        ArticleRecord record = record(List.of(titled, SAID, DENIED), List.of(dispute(DENIED.id(), SAID.id())));
        assertThat(record.textOf(Location.TITLE)).isEqualTo("Ito: rain");
        assertThat(record.textOf(Location.TEXT)).isEqualTo(WORDS);
        assertThat(record.statements()).hasSize(3);
    }

    @Test
    void theSameStatementTwiceIsRefused() {
        assertThatThrownBy(() -> record(List.of(SAID, SAID), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("rain.txt", SAID.id(), "twice");
    }

    @Test
    void theSameSpeakerTwiceIsRefused() {
        assertThatThrownBy(() -> new ArticleRecord(
                        ARTICLE, List.of(speaker("p1"), speaker("p1")), List.of(), List.of(), PRODUCER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("rain.txt", "p1", "twice");
    }

    @Test
    void aStatementWithAnIdThatIsNotDerivedIsRefused() {
        Statement foreign = with("abc", SAID, NOT_TRIED, List.of(), List.of(), Optional.empty());
        assertThatThrownBy(() -> record(List.of(foreign), List.of()))
                .hasMessageContainingAll("rain.txt", "abc", SAID.id());
    }

    @Test
    void aSpanOutsideTheTextIsRefusedByItsPart() {
        Span outside = new Span(30, 99);
        Span inside = span("said");
        assertThatThrownBy(() -> record(List.of(statement(Location.TEXT, outside, inside, inside)), List.of()))
                .hasMessageContainingAll("source", "[30, 99)", String.valueOf(WORDS.length()));
        assertThatThrownBy(() -> record(List.of(statement(Location.TEXT, inside, outside, inside)), List.of()))
                .hasMessageContainingAll("cue", "[30, 99)");
        assertThatThrownBy(() -> record(List.of(statement(Location.TEXT, inside, inside, outside)), List.of()))
                .hasMessageContainingAll("content", "[30, 99)");
        Statement addressed = with(SAID.id(), SAID, NOT_TRIED, List.of(), List.of(outside), Optional.empty());
        assertThatThrownBy(() -> record(List.of(addressed), List.of()))
                .hasMessageContainingAll("addressee", "[30, 99)");
    }

    @Test
    void aStatementInATitleIsHeldAgainstTheTitle() {
        Statement beyond = statement(Location.TITLE, new Span(0, 3), new Span(3, 4), new Span(5, 12));
        assertThatThrownBy(() -> record(List.of(beyond), List.of())).hasMessageContainingAll("[5, 12)", "9 characters");
        Article untitled = Article.of("rain.txt", Text.line(WORDS), Metadata.NONE);
        assertThatThrownBy(() -> new ArticleRecord(untitled, List.of(), List.of(beyond), List.of(), PRODUCER))
                .hasMessageContaining("no title");
    }

    @Test
    void whoIsNamedIsThere() {
        Resolution somebody = new Resolution.Resolved("p1", "Ito", "NAME", 1, "named in full");
        Statement resolved = with(SAID.id(), SAID, somebody, List.of(), List.of(), Optional.empty());
        assertThatThrownBy(() -> record(List.of(resolved), List.of())).hasMessageContainingAll("p1", SAID.id());
        Statement about = with(SAID.id(), SAID, NOT_TRIED, List.of("p2"), List.of(), Optional.empty());
        assertThatThrownBy(() -> record(List.of(about), List.of())).hasMessageContainingAll("p2", SAID.id());
        ArticleRecord good = new ArticleRecord(
                ARTICLE,
                List.of(speaker("p1"), speaker("p2")),
                List.of(with(SAID.id(), SAID, somebody, List.of("p2"), List.of(), Optional.empty())),
                List.of(),
                PRODUCER);
        assertThat(good.speakers()).hasSize(2);
    }

    @Test
    void whatReportsAStatementIsThere() {
        Statement within = with(SAID.id(), SAID, NOT_TRIED, List.of(), List.of(), Optional.of(DENIED.id()));
        assertThatThrownBy(() -> record(List.of(within), List.of())).hasMessageContainingAll(DENIED.id(), SAID.id());
        assertThat(record(List.of(within, DENIED), List.of()).statements()).hasSize(2);
    }

    @Test
    void aDisputeIsBetweenStatementsOfTheRecordAndItsWordsAreThere() {
        assertThatThrownBy(() -> record(List.of(SAID), List.of(dispute(DENIED.id(), SAID.id()))))
                .hasMessageContainingAll(DENIED.id(), SAID.id());
        Dispute beyond = new Dispute(DENIED.id(), SAID.id(), Dispute.Kind.DENIES, List.of(new Span(30, 99)), 1);
        assertThatThrownBy(() -> record(List.of(SAID, DENIED), List.of(beyond)))
                .hasMessageContainingAll("evidence", "[30, 99)");
    }

    private static ArticleRecord record(List<Statement> statements, List<Dispute> disputes) {
        return new ArticleRecord(ARTICLE, List.of(), statements, disputes, PRODUCER);
    }

    private static Dispute dispute(String from, String to) {
        return new Dispute(from, to, Dispute.Kind.DENIES, List.of(span("denied")), 1);
    }

    private static Span span(String words) {
        int start = WORDS.indexOf(words);
        return new Span(start, start + words.length());
    }

    private static Statement statement(Location in, Span source, Span cue, Span content) {
        String text = in == Location.TEXT ? WORDS : "Ito: rain";
        // Spans that lie outside have no code points; their statement never gets as far as its id.
        boolean outside = cue.end() > text.length() || content.end() > text.length();
        String id = outside
                ? "outside"
                : Ids.statement(ARTICLE.id(), in, List.of(cue), List.of(content), CodePoints.of(text));
        Attribution words = new Attribution(in, Form.INDIRECT, List.of(source), List.of(cue), List.of(content), SURE);
        return new Statement(
                id,
                words,
                NOT_TRIED,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                false);
    }

    private static Statement with(
            String id,
            Statement statement,
            Resolution speaker,
            List<String> about,
            List<Span> addressee,
            Optional<String> within) {
        return new Statement(
                id,
                statement.attribution(),
                speaker,
                Optional.empty(),
                Optional.empty(),
                about,
                addressee,
                within,
                false);
    }

    private static Speaker speaker(String id) {
        return new Speaker(id, "Ito", SpeakerKind.PERSON, List.of(), List.of(), List.of(), Map.of());
    }
}
