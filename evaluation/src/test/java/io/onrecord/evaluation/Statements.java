package io.onrecord.evaluation;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Statements and records for tests, of spans alone. */
final class Statements {

    private Statements() {}

    static ArticleRecord record(Article article, Collection<Statement> statements) {
        return new ArticleRecord(article, List.of(), List.copyOf(statements), List.of(), ScriptedEngine.PRODUCER);
    }

    static Statement of(Article article, Parts parts) {
        return of(article, Location.TEXT, parts, Optional.empty(), false);
    }

    static Statement of(Article article, Parts parts, double confidence) {
        return of(article, Location.TEXT, parts, Optional.empty(), false, confidence);
    }

    static Statement of(Article article, Location in, Parts parts, Optional<String> within, boolean furniture) {
        return of(article, in, parts, within, furniture, 0.5);
    }

    private static Statement of(
            Article article, Location in, Parts parts, Optional<String> within, boolean furniture, double sure) {
        String text = in == Location.TEXT
                ? article.text().value()
                : article.metadata().title().orElseThrow();
        Attribution words = new Attribution(
                in,
                Form.INDIRECT,
                parts.source(),
                parts.cue(),
                parts.content(),
                new Confidence(sure, confidence(parts.source(), sure), confidence(parts.cue(), sure), sure));
        return new Statement(
                Ids.statement(article.id(), in, parts.cue(), parts.content(), CodePoints.of(text)),
                words,
                new Resolution.Unresolved(
                        parts.cue().isEmpty() ? Resolution.CONTINUED : Resolution.Unresolved.NOT_TRIED),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                within,
                furniture);
    }

    private static Optional<Double> confidence(List<Span> spans, double sure) {
        return spans.isEmpty() ? Optional.empty() : Optional.of(sure);
    }
}
