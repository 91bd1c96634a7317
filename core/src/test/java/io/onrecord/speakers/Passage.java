package io.onrecord.speakers;

import io.onrecord.model.Article;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Resolution;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Resolution.Unresolved;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.Statement;
import io.onrecord.text.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text whose statements are marked in it: {@code [source]}, {@code <cue>} and the content in braces, in any order. Three
 * parts make a statement; an empty one ({@code []}) is a part that it lacks.
 */
final class Passage {

    private static final Pattern MARK = Pattern.compile("\\[([^\\]]*)\\]|<([^>]*)>|\\{([^}]*)\\}");

    private final Speakers.Found found;

    private Passage(Speakers.Found found) {
        this.found = found;
    }

    /** With {@code [source]}, {@code <cue>} and <code>{content}</code> for each statement. */
    static Passage of(String marked, String... titles) {
        StringBuilder text = new StringBuilder();
        List<Span[]> statements = new ArrayList<>();
        Span[] open = new Span[3];
        int parts = 0;
        Matcher mark = MARK.matcher(marked);
        int last = 0;
        while (mark.find()) {
            text.append(marked, last, mark.start());
            for (int part = 0; part < 3; part++) {
                String words = mark.group(part + 1);
                if (words != null) {
                    open[part] = words.isEmpty() ? null : new Span(text.length(), text.length() + words.length());
                    text.append(words);
                }
            }
            if (++parts % 3 == 0) {
                statements.add(open);
                open = new Span[3];
            }
            last = mark.end();
        }
        text.append(marked, last, marked.length());
        return find(text.toString(), statements, titles);
    }

    /** With source, cue and content of each statement; one within another stands behind it. */
    static Passage find(String text, List<Span[]> statements, String... titles) {
        Metadata none = Metadata.NONE;
        Metadata metadata = new Metadata(
                none.outlet(),
                titles.length == 0 ? Optional.empty() : Optional.of(titles[0]),
                titles.length > 1 ? List.of(titles[1]) : List.of(),
                none.published(),
                none.language(),
                none.agency(),
                none.capture());
        Article article = Article.of("a.txt", Layout.of(text).text(text), metadata);
        List<Statement> all = new ArrayList<>();
        CodePoints points = CodePoints.of(article.text().value());
        for (Span[] parts : statements) {
            Statement statement = statement(article, points, parts);
            all.add(within(statement, all));
        }
        return new Passage(Speakers.find(article, all));
    }

    /** The last statement before it that contains all its words reports it. */
    private static Statement within(Statement statement, List<Statement> before) {
        Optional<String> outer = before.stream()
                .filter(other -> all(statement.attribution())
                        .allMatch(span ->
                                other.attribution().content().stream().anyMatch(content -> content.contains(span))))
                .map(Statement::id)
                .reduce((first, second) -> second);
        return new Statement(
                statement.id(),
                statement.attribution(),
                statement.speaker(),
                statement.stance(),
                statement.date(),
                statement.about(),
                statement.addressee(),
                statement.attribution().cue().isEmpty() ? Optional.empty() : outer,
                statement.furniture());
    }

    private static Stream<Span> all(Attribution words) {
        return Stream.of(words.source(), words.cue(), words.content()).flatMap(List::stream);
    }

    /** A statement of source, cue and content, whose speaker is not known yet. */
    static Statement statement(Article article, Span[] parts) {
        return statement(article, CodePoints.of(article.text().value()), parts);
    }

    private static Statement statement(Article article, CodePoints points, Span[] parts) {
        return statement(article, points, Location.TEXT, parts);
    }

    /** A statement of the title. */
    static Statement inTitle(Article article, Span... parts) {
        CodePoints points = CodePoints.of(article.metadata().title().orElseThrow());
        return statement(article, points, Location.TITLE, parts);
    }

    private static Statement statement(Article article, CodePoints points, Location in, Span[] parts) {
        Attribution words = new Attribution(
                in,
                Form.INDIRECT,
                list(parts[0]),
                list(parts[1]),
                list(parts[2]),
                new Confidence(1, sure(parts[0]), sure(parts[1]), 1));
        return new Statement(
                Ids.statement(article.id(), in, words.cue(), words.content(), points),
                words,
                new Unresolved(parts[1] == null ? Resolution.CONTINUED : Unresolved.NOT_TRIED),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                false);
    }

    private static List<Span> list(Span span) {
        return span == null ? List.of() : List.of(span);
    }

    private static Optional<Double> sure(Span span) {
        return span == null ? Optional.empty() : Optional.of(1.0);
    }

    /** Name and rule of each statement's speaker, or the reason why there is none. */
    List<String> answers() {
        return found.statements().stream()
                .map(Statement::speaker)
                .map(speaker -> speaker instanceof Resolved resolved
                        ? resolved.name() + " " + resolved.via()
                        : ((Unresolved) speaker).reason())
                .toList();
    }

    Speaker speaker(String name) {
        return found.speakers().stream()
                .filter(speaker -> speaker.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is none of " + found.speakers()));
    }

    List<Statement> statements() {
        return found.statements();
    }

    List<Speaker> speakers() {
        return found.speakers();
    }
}
