package io.onrecord.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.model.Article;
import io.onrecord.model.Attribution;
import io.onrecord.model.Capture;
import io.onrecord.model.Confidence;
import io.onrecord.model.Dispute;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Producer;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Role;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import io.onrecord.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The constructor is the gate: what it refuses, it names, with the values. */
class ConstructorsTest {

    private static final Confidence SURE = new Confidence(0.9, Optional.of(0.9), Optional.of(0.9), 0.9);
    private static final Span A = new Span(0, 4);
    private static final Span B = new Span(5, 9);
    private static final Attribution CUED =
            new Attribution(Location.TEXT, Form.DIRECT, List.of(A), List.of(B), List.of(A), SURE);
    private static final Attribution UNCUED = new Attribution(
            Location.TEXT,
            Form.DIRECT,
            List.of(),
            List.of(),
            List.of(A),
            new Confidence(0.9, Optional.empty(), Optional.empty(), 0.9));

    @ParameterizedTest(name = "{0} is refused")
    @MethodSource("refused")
    void whatCannotBeIsRefusedWithItsValues(String what, ThrowingCallable made, List<String> values) {
        assertThatThrownBy(made)
                .as(what)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(values.toArray(CharSequence[]::new));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("a span before the text", () -> new Span(-3, 2), "[-3, 2)"),
                refused("an empty span", () -> new Span(7, 7), "[7, 7)"),
                refused("a span that ends before it starts", () -> new Span(5, 3), "[5, 3)"),
                refused(
                        "a paragraph outside its text",
                        () -> new Text("Rain.", List.of(new Span(0, 6))),
                        "[0, 6)",
                        "length 5"),
                refused(
                        "paragraphs that overlap",
                        () -> new Text("Rain. Sun.", List.of(new Span(0, 6), new Span(5, 10))),
                        "paragraph",
                        "[0, 6)",
                        "[5, 10)"),
                refused(
                        "paragraphs out of order",
                        () -> new Text("Rain. Sun.", List.of(new Span(6, 10), new Span(0, 5))),
                        "paragraph",
                        "[6, 10)",
                        "[0, 5)"),
                refused(
                        "an article without an address",
                        () -> Article.of(" ", Text.line("Rain."), Metadata.NONE),
                        "address of an article",
                        "blank"),
                refused(
                        "an article with a foreign id",
                        () -> new Article("abc", "rain.txt", Text.line("Rain."), Metadata.NONE),
                        "rain.txt",
                        "abc"),
                refused(
                        "a statement without content",
                        () -> new Attribution(Location.TEXT, Form.DIRECT, List.of(A), List.of(B), List.of(), SURE),
                        "has content"),
                refused(
                        "content out of order",
                        () -> new Attribution(Location.TEXT, Form.DIRECT, List.of(A), List.of(B), List.of(B, A), SURE),
                        "content",
                        "[5, 9)",
                        "[0, 4)"),
                refused(
                        "sources that overlap",
                        () -> new Attribution(
                                Location.TEXT, Form.DIRECT, List.of(A, new Span(3, 6)), List.of(B), List.of(B), SURE),
                        "source",
                        "[0, 4)",
                        "[3, 6)"),
                refused(
                        "cues that overlap",
                        () -> new Attribution(Location.TEXT, Form.DIRECT, List.of(A), List.of(B, B), List.of(B), SURE),
                        "cue",
                        "[5, 9)"),
                refused(
                        "confidence in a source that is not there",
                        () -> new Attribution(Location.TEXT, Form.DIRECT, List.of(), List.of(A), List.of(B), SURE),
                        "source []",
                        "0.9"),
                refused(
                        "a cue without confidence",
                        () -> new Attribution(
                                Location.TEXT,
                                Form.DIRECT,
                                List.of(A),
                                List.of(A),
                                List.of(B),
                                new Confidence(1, Optional.of(1.0), Optional.empty(), 1)),
                        "cue [[0, 4)]"),
                refused(
                        "a confidence above 1",
                        () -> new Confidence(1.01, Optional.empty(), Optional.empty(), 1),
                        "statement",
                        "1.01"),
                refused(
                        "a confidence in the source below 0",
                        () -> new Confidence(1, Optional.of(-0.5), Optional.empty(), 1),
                        "source",
                        "-0.5"),
                refused(
                        "a confidence in the cue above 1",
                        () -> new Confidence(1, Optional.empty(), Optional.of(7.0), 1),
                        "cue",
                        "7.0"),
                refused(
                        "a confidence in the content that is no number",
                        () -> new Confidence(1, Optional.empty(), Optional.empty(), Double.NaN),
                        "content",
                        "NaN"),
                refused("a statement without an id", () -> statement("", List.of(), Optional.empty()), "statement id"),
                refused(
                        "a statement without a cue that does not go on",
                        () -> statement("s1", UNCUED, new Resolution.Unresolved("NOT_TRIED"), Optional.empty()),
                        "s1 has no cue",
                        "NOT_TRIED"),
                refused(
                        "a statement with a cue that goes on",
                        () -> statement("s1", CUED, new Resolution.Unresolved("CONTINUED"), Optional.empty()),
                        "s1 has a cue",
                        "CONTINUED"),
                refused(
                        "a statement that goes on within another",
                        () -> statement("s1", UNCUED, new Resolution.Unresolved("CONTINUED"), Optional.of("s2")),
                        "s1 goes on",
                        "stands within none"),
                refused(
                        "a statement that reports itself",
                        () -> statement("s1", List.of(), Optional.of("s1")),
                        "s1",
                        "itself"),
                refused(
                        "addressees out of order",
                        () -> statement("s1", List.of(B, A), Optional.empty()),
                        "addressee",
                        "[5, 9)",
                        "[0, 4)"),
                refused(
                        "a day that does not exist",
                        () -> new StatementDate(
                                "2024-02-30",
                                StatementDate.Precision.DAY,
                                StatementDate.Basis.ON_TEXT,
                                Optional.empty()),
                        "2024-02-30",
                        "DAY"),
                refused(
                        "a month that does not exist",
                        () -> new StatementDate(
                                "2024-13",
                                StatementDate.Precision.MONTH,
                                StatementDate.Basis.PUBLISHED,
                                Optional.empty()),
                        "2024-13",
                        "MONTH"),
                refused(
                        "a year with the precision of a day",
                        () -> new StatementDate(
                                "2024", StatementDate.Precision.DAY, StatementDate.Basis.PUBLISHED, Optional.empty()),
                        "2024",
                        "DAY"),
                refused(
                        "a dispute of a statement with itself",
                        () -> new Dispute("s1", "s1", Dispute.Kind.DENIES, List.of(A), 1),
                        "s1",
                        "itself"),
                refused(
                        "a dispute that shows no words",
                        () -> new Dispute("s1", "s2", Dispute.Kind.DENIES, List.of(), 1),
                        "s1",
                        "s2",
                        "no words"),
                refused(
                        "evidence out of order",
                        () -> new Dispute("s1", "s2", Dispute.Kind.DENIES, List.of(B, A), 1),
                        "evidence",
                        "[5, 9)",
                        "[0, 4)"),
                refused(
                        "a dispute of impossible confidence",
                        () -> new Dispute("s1", "s2", Dispute.Kind.DENIES, List.of(A), 2),
                        "dispute",
                        "2.0"),
                refused(
                        "a publication date that is none",
                        () -> new Published("last Tuesday", "json-lines"),
                        "last Tuesday",
                        "ISO 8601"),
                refused("a publication date from nowhere", () -> new Published("2024", " "), "origin"),
                refused(
                        "an origin of a value that has none",
                        () -> sourced(Map.of("published", "json-ld")),
                        "published",
                        "title"),
                refused("a value from nowhere", () -> sourced(Map.of("title", " ")), "origin of the title"),
                refused(
                        "a capture of nothing",
                        () -> new Capture(
                                Optional.empty(),
                                Optional.of("a"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        "time",
                        "WARC",
                        "digest"),
                refused("a producer without a version", () -> new Producer("", "m", "o"), "version"),
                refused("a producer without a model", () -> new Producer("1", " ", "o"), "model"),
                refused("a producer without options", () -> new Producer("1", "m", ""), "options"),
                refused("a speaker without an id", () -> speaker(" ", "Ito"), "speaker id"),
                refused("a speaker without a name", () -> speaker("p1", ""), "speaker name"),
                refused("a role without a title", () -> new Role("", Optional.empty()), "title of a role"),
                refused("a reason in lower case", () -> new Resolution.Unresolved("no source"), "reason", "no source"),
                refused(
                        "a rule in lower case",
                        () -> new Resolution.Resolved("p1", "Ito", "by name", 1, "named in full"),
                        "via",
                        "by name"),
                refused(
                        "somebody without an id",
                        () -> new Resolution.Resolved("", "Ito", "NAME", 1, "named in full"),
                        "speaker id"),
                refused(
                        "somebody without a name",
                        () -> new Resolution.Resolved("p1", " ", "NAME", 1, "named in full"),
                        "speaker name"),
                refused(
                        "somebody without a reason",
                        () -> new Resolution.Resolved("p1", "Ito", "NAME", 1, ""),
                        "reason for the speaker"),
                refused(
                        "somebody with impossible confidence",
                        () -> new Resolution.Resolved("p1", "Ito", "NAME", -1, "named in full"),
                        "speaker",
                        "-1.0"),
                refused(
                        "an input skipped for no reason",
                        () -> new Outcome.Skipped<>("rain.txt", Outcome.Stage.READING, ""),
                        "reason for skipping"),
                refused(
                        "an input skipped without an address",
                        () -> new Outcome.Skipped<>("", Outcome.Stage.READING, "empty"),
                        "address of a skipped input"));
    }

    private static Arguments refused(String what, ThrowingCallable made, String... values) {
        return Arguments.of(what, made, List.of(values));
    }

    private static Statement statement(String id, List<Span> addressee, Optional<String> within) {
        return statement(id, CUED, new Resolution.Unresolved(Resolution.Unresolved.NOT_TRIED), addressee, within);
    }

    private static Statement statement(String id, Attribution words, Resolution speaker, Optional<String> within) {
        return statement(id, words, speaker, List.of(), within);
    }

    private static Statement statement(
            String id, Attribution words, Resolution speaker, List<Span> addressee, Optional<String> within) {
        return new Statement(
                id, words, speaker, Optional.empty(), Optional.empty(), List.of(), addressee, within, false);
    }

    private static Speaker speaker(String id, String name) {
        return new Speaker(id, name, SpeakerKind.PERSON, List.of(), List.of(), List.of(), Map.of());
    }

    @Test
    void foreignTextInAMessageIsCutAtEightyCharactersAndNotWithinOne() {
        assertThatThrownBy(() -> new Published("🎉".repeat(500), "json-lines"))
                .hasMessageContaining("'" + "🎉".repeat(80) + "…'");
    }

    @Test
    void theBoundsThemselvesAreAllowed() {
        assertThat(new Confidence(0, Optional.of(0.0), Optional.of(1.0), 1).statement())
                .isZero();
        assertThat(new Span(0, 1).length()).isEqualTo(1);
        assertThat(new Text("ab", List.of(new Span(0, 1), new Span(1, 2))).paragraphs())
                .hasSize(2);
    }

    @Test
    void aStatementMayLackASourceAndACue() {
        Attribution carriedOn = new Attribution(
                Location.TEXT,
                Form.DIRECT,
                List.of(),
                List.of(),
                List.of(A),
                new Confidence(0.9, Optional.empty(), Optional.empty(), 0.9));
        assertThat(carriedOn.start()).isZero();
        assertThat(carriedOn.end()).isEqualTo(4);
    }

    @Test
    void aStatementReachesFromItsFirstPartToItsLast() {
        Attribution words = new Attribution(
                Location.TEXT,
                Form.MIXED,
                List.of(new Span(40, 46)),
                List.of(new Span(35, 39)),
                List.of(new Span(10, 33), new Span(48, 60)),
                SURE);
        assertThat(words.start()).isEqualTo(10);
        assertThat(words.end()).isEqualTo(60);
    }

    @Test
    void listsAndMapsAreCopiedAndCannotBeChanged() {
        List<String> about = new ArrayList<>(List.of("p1"));
        Map<String, String> external = new TreeMap<>(Map.of("wikidata", "Q1"));
        Speaker speaker = new Speaker("p1", "Ito", SpeakerKind.PERSON, List.of(), about, List.of(), external);
        about.add("p2");
        external.put("viaf", "7");
        assertThat(speaker.descriptions()).containsExactly("p1");
        assertThat(speaker.external()).containsOnlyKeys("wikidata");
        assertThatThrownBy(() -> speaker.external().put("viaf", "7")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void idsOfKnowledgeBasesStandInTheOrderOfTheirNames() {
        Speaker speaker = new Speaker(
                "p1",
                "Ito",
                SpeakerKind.PERSON,
                List.of(),
                List.of(),
                List.of(),
                Map.of("wikidata", "Q1", "viaf", "7", "gnd", "3"));
        assertThat(speaker.external().keySet()).containsExactly("gnd", "viaf", "wikidata");
    }

    @Test
    void datesOfStatementsHaveTheirPrecision() {
        for (var good : Map.of(
                        "2024", StatementDate.Precision.YEAR,
                        "2024-05", StatementDate.Precision.MONTH,
                        "2024-02-29", StatementDate.Precision.DAY)
                .entrySet()) {
            assertThat(new StatementDate(good.getKey(), good.getValue(), StatementDate.Basis.ON_TEXT, Optional.empty())
                            .value())
                    .isEqualTo(good.getKey());
        }
    }

    @Test
    void whatWasSkippedIsSkippedForEveryType() {
        Outcome.Skipped<Integer> skipped = new Outcome.Skipped<>("a.txt", Outcome.Stage.ENCODING, "too long");
        Outcome.Skipped<String> other = skipped.as();
        assertThat(other.address()).isEqualTo("a.txt");
        assertThat(other.stage()).isEqualTo(Outcome.Stage.ENCODING);
        assertThat(other.why()).isEqualTo("too long");
    }

    private static Metadata sourced(Map<String, String> from) {
        return new Metadata(
                Optional.empty(),
                Optional.of("Quay strike ends"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                from);
    }

    @Test
    void metadataFillsItsGapsFromAnotherWithTheOrigins() {
        Metadata page = sourced(Map.of("title", "json-ld"));
        Metadata known = new Metadata(
                Optional.of("The Avenia Press"),
                Optional.of("Another title"),
                List.of("Tove Lind"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("title", "feed", "authors", "feed"));

        Metadata both = page.orElse(known);

        assertThat(both.title()).contains("Quay strike ends");
        assertThat(both.outlet()).contains("The Avenia Press");
        assertThat(both.authors()).containsExactly("Tove Lind");
        assertThat(both.from()).isEqualTo(Map.of("title", "json-ld", "authors", "feed"));
    }
}
