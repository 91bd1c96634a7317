package io.onrecord.server.view;

import io.onrecord.corrections.Change.Aspect;
import io.onrecord.corrections.Corrected;
import io.onrecord.corrections.Corrected.Touched;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.Surroundings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An article with all that is on record of it, as it was at a moment. Immutable. */
final class ArticleFile {

    private final Corrected corrected;
    private final Surroundings around;
    private final Cards cards;
    private final CodePoints points;
    private final List<Statement> inText = new ArrayList<>();
    private final List<Statement> rejected;
    private final Parts parts;
    private final Map<String, Integer> numbers = new HashMap<>();

    private ArticleFile(Shelf shelf, Corrected corrected, Surroundings around) {
        this.corrected = corrected;
        this.around = around;
        ArticleRecord record = corrected.record();
        this.points = CodePoints.of(record.article().text().value());
        for (Statement statement : record.statements()) {
            numbers.put(statement.id(), numbers.size() + 1);
            if (statement.attribution().in() == Location.TEXT) {
                inText.add(statement);
            }
        }
        this.rejected = rejected(corrected);
        this.parts = new Parts(
                record.article().text(),
                inText.stream()
                        .mapToInt(statement -> statement.attribution().start())
                        .sorted()
                        .toArray());
        this.cards = new Cards(shelf, corrected, around, numbers, points);
    }

    /**
     * Reads it.
     *
     * @throws Problem with status 404 if there is none
     */
    static ArticleFile open(Shelf shelf, String articleId) {
        Optional<Corrected> corrected = shelf.store().corrected(articleId);
        Optional<Surroundings> around = shelf.store().surroundings(articleId);
        if (corrected.isEmpty() || around.isEmpty()) {
            throw Problem.notFound("there is no article " + Problem.quoted(articleId)
                    + " on record: it may have been forgotten, or stand in another store");
        }
        return new ArticleFile(shelf, corrected.get(), around.get());
    }

    /** What the engine has for statements, and people do not. */
    private static List<Statement> rejected(Corrected corrected) {
        Set<String> gone = new HashSet<>();
        for (Touched touched : corrected.touched()) {
            boolean isRejected =
                    touched.id().isEmpty() && touched.of(Aspect.VERDICT).isPresent();
            touched.engineId().filter(id -> isRejected).ifPresent(gone::add);
        }
        return corrected.engine().statements().stream()
                .filter(statement -> gone.contains(statement.id()))
                .toList();
    }

    Corrected corrected() {
        return corrected;
    }

    ArticleRecord record() {
        return corrected.record();
    }

    Surroundings around() {
        return around;
    }

    Parts parts() {
        return parts;
    }

    CodePoints points() {
        return points;
    }

    /** The title as a paragraph with its statements; empty where there is none. */
    Optional<Paragraph> title() {
        return record().article().metadata().title().map(title -> {
            CodePoints titlePoints = CodePoints.of(title);
            Lit lit = new Lit(title, titlePoints, record().statements(), Location.TITLE);
            List<Card> statements = record().statements().stream()
                    .filter(statement -> statement.attribution().in() == Location.TITLE)
                    .map(cards::of)
                    .toList();
            List<Card> gone = rejected.stream()
                    .filter(statement -> statement.attribution().in() == Location.TITLE)
                    .map(cards::of)
                    .toList();
            List<Piece> pieces = title.isEmpty() ? List.of() : lit.pieces(new Span(0, title.length()));
            return new Paragraph(0, titlePoints.length(), pieces, statements, gone);
        });
    }

    /** The paragraphs of a part. */
    List<Paragraph> paragraphs(int part) {
        Text text = record().article().text();
        Lit lit = new Lit(text.value(), points, record().statements(), Location.TEXT);
        List<Paragraph> paragraphs = new ArrayList<>();
        for (Span stretch : parts.get(part)) {
            paragraphs.add(new Paragraph(
                    points.fromUtf16(stretch.start()),
                    points.fromUtf16(stretch.end()),
                    lit.pieces(stretch),
                    cards(inText, stretch),
                    cards(
                            rejected.stream()
                                    .filter(one -> one.attribution().in() == Location.TEXT)
                                    .toList(),
                            stretch)));
        }
        return paragraphs;
    }

    private List<Card> cards(List<Statement> statements, Span stretch) {
        return statements.stream()
                .filter(statement -> statement.attribution().start() >= stretch.start()
                        && statement.attribution().start() < stretch.end())
                .sorted(Comparator.comparingInt(
                        statement -> statement.attribution().start()))
                .map(cards::of)
                .toList();
    }

    /** The statements from a number on. */
    List<Card> statements(int from, int most) {
        List<Statement> all = record().statements();
        int end = (int) Math.min(all.size(), (long) from + most);
        return all.subList(Math.min(from, end), end).stream().map(cards::of).toList();
    }

    /** A statement, by its id in the corrected record or in the engine's. */
    Optional<Statement> statement(String id) {
        String now = corrected.of(id).flatMap(Touched::id).orElse(id);
        return record().statements().stream()
                .filter(statement -> statement.id().equals(now))
                .findFirst()
                .or(() -> rejected.stream()
                        .filter(statement -> statement.id().equals(id))
                        .findFirst());
    }

    Card card(Statement statement) {
        return cards.of(statement);
    }

    /** The path of the page that shows a statement, at its card. */
    String path(Statement statement) {
        int part = statement.attribution().in() == Location.TITLE
                ? 0
                : parts.at(statement.attribution().start());
        return "/articles/" + record().article().id() + (part == 0 ? "" : "?at=" + at(part)) + "#s-" + statement.id();
    }

    /** Where a part begins, in code points. */
    int at(int part) {
        List<Span> stretches = parts.get(part);
        return stretches.isEmpty() ? 0 : points.fromUtf16(stretches.get(0).start());
    }
}
