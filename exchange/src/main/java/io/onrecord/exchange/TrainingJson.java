package io.onrecord.exchange;

import io.onrecord.corrections.Change;
import io.onrecord.corrections.Change.Aspect;
import io.onrecord.corrections.Corrected;
import io.onrecord.corrections.Corrected.Touched;
import io.onrecord.model.Article;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Location;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Resolution.Unresolved;
import io.onrecord.model.Speaker;
import io.onrecord.model.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What people looked at, as data to train on and to measure with: JSON Lines in the forms that {@code evaluate} reads. Only what a
 * person said counts: whom a statement is by if they named the speaker or accepted it, and so on. What stands in a title is left
 * out, as in all gold. Stateless.
 */
public final class TrainingJson {

    /** What the data is for. */
    public enum Task {
        /** Where statements stand. Takes only articles of which every statement was looked at: one that was missed teaches wrong. */
        ATTRIBUTION,
        /** Who says them: an article a line, with the statements whose speaker a person told or accepted. */
        SPEAKERS,
        /** What cues do: a statement a line, of which a person told or accepted the stance. */
        STANCE
    }

    private final Corrected corrected;
    private final Article article;
    private final CodePoints points;
    private final Map<String, Statement> statements;

    private TrainingJson(Corrected corrected) {
        this.corrected = corrected;
        this.article = corrected.engine().article();
        this.points = CodePoints.of(article.text().value());
        this.statements =
                corrected.record().statements().stream().collect(Collectors.toMap(Statement::id, Function.identity()));
    }

    /** The lines of a record, without line breaks; none where nobody said anything that serves the task. */
    public static List<String> lines(Corrected corrected, Task task) {
        if (corrected.touched().isEmpty()) {
            return List.of();
        }
        TrainingJson training = new TrainingJson(corrected);
        return switch (task) {
            case ATTRIBUTION -> training.attribution().stream().toList();
            case SPEAKERS -> training.speakers().stream().toList();
            case STANCE -> training.stances();
        };
    }

    /**
     * A pair of sentences, without a line break.
     *
     * @param same whether they put the same claim
     */
    public static String pair(String one, String other, boolean same) {
        return JsonLine.of(line -> {
            line.number("same", same ? 1 : 0);
            line.string("a", one);
            line.string("b", other);
        });
    }

    /** Whether people looked at every statement that the engine found. */
    public static boolean isComplete(Corrected corrected) {
        return corrected.engine().statements().stream()
                .allMatch(statement ->
                        corrected.of(statement.id()).filter(Touched::reviewed).isPresent());
    }

    private Optional<String> attribution() {
        if (!isComplete(corrected)) {
            return Optional.empty();
        }
        List<Statement> all = corrected.record().statements().stream()
                .filter(TrainingJson::isInText)
                .toList();
        return Optional.of(JsonLine.of(line -> {
            line.string("id", article.id());
            line.string("publisher", article.metadata().outlet());
            line.string("text", article.text().value());
            line.objects("attributions", all, one -> spans(line, one));
        }));
    }

    private static boolean isInText(Statement statement) {
        return statement.attribution().in() == Location.TEXT;
    }

    private void spans(JsonLine line, Statement one) {
        line.spans("source", one.attribution().source(), points);
        line.spans("cue", one.attribution().cue(), points);
        line.spans("content", one.attribution().content(), points);
    }

    /** Statements of the text of which a person told an aspect, or that were accepted as they are. */
    private List<Statement> told(Aspect aspect) {
        return corrected.touched().stream()
                .filter(one -> one.of(aspect).isPresent()
                        || one.of(Aspect.VERDICT)
                                .filter(verdict -> verdict.change() instanceof Change.Accepted)
                                .isPresent())
                .flatMap(one -> one.id().stream())
                .map(statements::get)
                .filter(TrainingJson::isInText)
                .toList();
    }

    private Optional<String> speakers() {
        List<Statement> told = told(Aspect.SPEAKER);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(JsonLine.of(line -> {
            line.string("id", article.id());
            line.string("title", article.metadata().title());
            line.string("published", article.metadata().published().map(Published::value));
            line.string("text", article.text().value());
            line.objects("statements", told, one -> {
                spans(line, one);
                if (!one.addressee().isEmpty()) {
                    line.spans("addressee", one.addressee(), points);
                }
                speaker(line, one);
            });
        }));
    }

    private void speaker(JsonLine line, Statement one) {
        if (one.speaker() instanceof Resolved resolved) {
            Optional<Speaker> speaker = corrected.record().speakers().stream()
                    .filter(somebody -> somebody.id().equals(resolved.speakerId()))
                    .findFirst();
            line.object("speaker", () -> {
                line.string("name", resolved.name());
                line.string("kind", speaker.map(somebody -> somebody.kind().name()));
            });
        } else {
            line.none("speaker");
            line.string("unresolved", ((Unresolved) one.speaker()).reason());
        }
    }

    private List<String> stances() {
        return told(Aspect.STANCE).stream()
                .filter(one ->
                        one.stance().isPresent() && !one.attribution().cue().isEmpty())
                .map(one -> JsonLine.of(line -> {
                    line.string("id", one.id());
                    line.string("text", article.text().value());
                    spans(line, one);
                    if (!one.addressee().isEmpty()) {
                        line.spans("addressee", one.addressee(), points);
                    }
                    line.stance(one.stance());
                }))
                .toList();
    }
}
