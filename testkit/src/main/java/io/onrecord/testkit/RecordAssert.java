package io.onrecord.testkit;

import io.onrecord.attribution.Attributions;
import io.onrecord.attribution.Calibration;
import io.onrecord.attribution.Finding;
import io.onrecord.attribution.Mode;
import io.onrecord.encoder.Encoder;
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
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * States what a record holds, in sentences:
 *
 * <pre>{@code
 * record("[c1: “We will appeal,”] [q1: said] [s1: Ms Ito].")
 *         .says("Ms Ito", "“We will appeal,”").by("said").directly()
 *         .nothingElse();
 * }</pre>
 *
 * {@link #says} and {@link #nobodySays} choose a statement, which the words after them then speak of. Several spans of
 * one part are named one by one (content) or joined by {@code " … "} (source, cue).
 */
public final class RecordAssert extends AbstractAssert<RecordAssert, ArticleRecord> {

    private final Set<String> named = new HashSet<>();
    private @Nullable Statement chosen;

    private RecordAssert(ArticleRecord record) {
        super(record, RecordAssert.class);
    }

    /** The record of a marked-up text ({@link Script}). */
    public static RecordAssert record(String marked) {
        Script script = Script.of(marked);
        return record(script.text(), ScriptedEncoder.of(script));
    }

    /** The record of a text under an encoder. */
    public static RecordAssert record(Text text, Encoder encoder) {
        Article article = Article.of("script", text, Metadata.NONE);
        CodePoints points = CodePoints.of(text.value());
        List<Statement> statements = new ArrayList<>();
        for (Finding finding : Attributions.find(text, Location.TEXT, encoder, Mode.BALANCED, Calibration.NONE)) {
            Optional<String> within = finding.within().isPresent()
                    ? Optional.of(statements.get(finding.within().getAsInt()).id())
                    : Optional.empty();
            statements.add(statement(article, finding.words(), within, points));
        }
        Producer producer = new Producer("test", encoder.model(), "none");
        return record(new ArticleRecord(article, List.of(), statements, List.of(), producer));
    }

    public static RecordAssert record(ArticleRecord record) {
        return new RecordAssert(record);
    }

    private static Statement statement(Article article, Attribution words, Optional<String> within, CodePoints points) {
        return new Statement(
                Ids.statement(article.id(), words.in(), words.cue(), words.content(), points),
                words,
                new Resolution.Unresolved(reason(words)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                within,
                false);
    }

    private static String reason(Attribution words) {
        if (words.cue().isEmpty()) {
            return Resolution.CONTINUED;
        }
        return words.source().isEmpty() ? Resolution.Unresolved.NO_SOURCE : Resolution.Unresolved.NOT_TRIED;
    }

    /** There is a statement with this source and exactly these content spans. */
    public RecordAssert says(String source, String... content) {
        List<Statement> found = actual.statements().stream()
                .filter(statement -> source.equals(
                                joined(statement, statement.attribution().source()))
                        && List.of(content)
                                .equals(words(statement, statement.attribution().content())))
                .filter(statement -> !named.contains(statement.id()))
                .toList();
        if (found.isEmpty()) {
            throw failure("Nobody called '%s' says %s in:%n%s", source, List.of(content), listing());
        }
        chosen = found.get(0);
        named.add(chosen.id());
        return this;
    }

    /** There is a statement without a source and with exactly these content spans. */
    public RecordAssert nobodySays(String... content) {
        return says("", content);
    }

    /** The chosen statement has this cue. */
    public RecordAssert by(String cue) {
        Statement statement = chosen();
        Assertions.assertThat(joined(statement, statement.attribution().cue()))
                .as("cue of %s", shown(statement))
                .isEqualTo(cue);
        return this;
    }

    /** The chosen statement is reported by the one whose content begins so. */
    public RecordAssert within(String content) {
        List<String> outer = actual.statements().stream()
                .filter(statement -> chosen().within().equals(Optional.of(statement.id())))
                .map(statement ->
                        words(statement, statement.attribution().content()).get(0))
                .toList();
        Assertions.assertThat(outer).as("around %s", shown(chosen())).containsExactly(content);
        return this;
    }

    /** The chosen statement is reported by no other. */
    public RecordAssert byItself() {
        Assertions.assertThat(chosen().within())
                .as("around %s", shown(chosen()))
                .isEmpty();
        return this;
    }

    /** The chosen statement goes on from one before, without words that say so. */
    public RecordAssert goingOn() {
        Assertions.assertThat(chosen().attribution().cue())
                .as("cue of %s", shown(chosen()))
                .isEmpty();
        Assertions.assertThat(chosen().speaker()).isEqualTo(new Resolution.Unresolved(Resolution.CONTINUED));
        return byItself();
    }

    /** The chosen statement stands inside quotation marks. */
    public RecordAssert directly() {
        return in(Form.DIRECT);
    }

    /** The chosen statement has no quotation marks. */
    public RecordAssert indirectly() {
        return in(Form.INDIRECT);
    }

    /** Part of the chosen statement stands inside quotation marks. */
    public RecordAssert partlyQuoted() {
        return in(Form.MIXED);
    }

    public RecordAssert in(Form form) {
        Assertions.assertThat(chosen().attribution().form())
                .as("form of %s", shown(chosen()))
                .isEqualTo(form);
        return this;
    }

    /** The chosen statement has this uncalibrated confidence, to four decimals. */
    public RecordAssert sure(Confidence confidence) {
        Confidence found = chosen().attribution().confidence();
        Assertions.assertThat(new Confidence(
                        rounded(found.statement()),
                        found.source().map(RecordAssert::rounded),
                        found.cue().map(RecordAssert::rounded),
                        rounded(found.content())))
                .as("confidence of %s", shown(chosen()))
                .isEqualTo(confidence);
        return this;
    }

    private static double rounded(double value) {
        return Math.rint(value * 10_000) / 10_000;
    }

    /** Every statement was named before. */
    public RecordAssert nothingElse() {
        if (actual.statements().size() != named.size()) {
            throw failure(
                    "%d statements were named, but the record holds %d:%n%s",
                    named.size(), actual.statements().size(), listing());
        }
        return this;
    }

    /** The record has no statement. */
    public RecordAssert nobodySaysAnything() {
        if (!actual.statements().isEmpty()) {
            throw failure("Somebody says something:%n%s", listing());
        }
        return this;
    }

    /** The statements, in order, begin with these words of content. */
    public RecordAssert inOrder(String... content) {
        Assertions.assertThat(actual.statements().stream()
                        .map(statement -> words(
                                        statement, statement.attribution().content())
                                .get(0))
                        .toList())
                .containsExactly(content);
        return this;
    }

    /** The record itself, for what has no words here. */
    public ArticleRecord get() {
        return actual;
    }

    private Statement chosen() {
        if (chosen == null) {
            throw new IllegalStateException("says or nobodySays comes first: it chooses the statement");
        }
        return chosen;
    }

    private List<String> words(Statement statement, List<Span> spans) {
        String text = actual.textOf(statement.attribution().in());
        List<String> words = new ArrayList<>();
        spans.forEach(span -> words.add(span.of(text)));
        return words;
    }

    private String joined(Statement statement, List<Span> spans) {
        return String.join(" … ", words(statement, spans));
    }

    private String shown(Statement statement) {
        Attribution parts = statement.attribution();
        return "  '" + joined(statement, parts.source()) + "' | '" + joined(statement, parts.cue()) + "' | "
                + words(statement, parts.content()) + " " + parts.form();
    }

    private String listing() {
        return actual.statements().isEmpty()
                ? "  (no statements)"
                : actual.statements().stream().map(this::shown).collect(Collectors.joining("\n"));
    }
}
