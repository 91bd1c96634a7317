package io.onrecord.exchange.export;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.claims.ClaimView;
import io.onrecord.exchange.RecordJson.Offsets;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table of claims: a row for each statement that has part in one, and for each edge that leads to it. For one thread: it keeps
 * the articles it looked up last.
 */
public final class ClaimTable {

    private static final int MOST_KEPT = 256;

    /**
     * What a row is made of.
     *
     * @param part how the statement stands to the claim, or what the edge says
     * @param proposition of a statement that has part; empty for an edge
     * @param recalled likewise
     * @param edge empty for a statement that has part
     */
    private record Line(
            ClaimSummary claim,
            ClaimView.Statement statement,
            String part,
            Optional<String> proposition,
            Optional<Boolean> recalled,
            Optional<ClaimView.Disputed> edge,
            Optional<Opened> opened) {

        /** The statement as its article's record has it, for where its words stand. */
        Optional<Attribution> words() {
            return opened.flatMap(record -> record.find(statement.statementId()))
                    .map(Statement::attribution);
        }

        Cell of(Function<Attribution, List<Span>> part, BiFunction<Places, List<Span>, Cell> value) {
            return words().map(words -> value.apply(opened.orElseThrow().places(words.in()), part.apply(words)))
                    .orElse(Cell.Absent.ABSENT);
        }
    }

    private final Offsets unit;
    private final Function<String, Optional<ArticleRecord>> articles;
    private final Map<String, Optional<Opened>> kept = new HashMap<>();
    private final List<Field<Line>> fields;
    private final Table table;

    /**
     * A table.
     *
     * @param unit what offsets count
     * @param articles records by the ids of their articles, for where words stand; where one is missing, so are the offsets
     */
    public ClaimTable(Offsets unit, Function<String, Optional<ArticleRecord>> articles) {
        this.unit = unit;
        this.articles = articles;
        this.fields = fields();
        this.table = new Table("claims", fields.stream().map(Field::column).toList());
    }

    /** Its columns. */
    public Table table() {
        return table;
    }

    /**
     * The rows of a claim: first the statements that have part in it, as they came on record, then the edges to it.
     *
     * @throws UnfitRecordException if a text is not valid Unicode
     */
    public List<Row> rows(ClaimView claim) {
        List<Row> rows = new ArrayList<>();
        for (ClaimView.Told told : claim.told()) {
            rows.add(Field.row(
                    fields,
                    new Line(
                            claim.summary(),
                            told.statement(),
                            told.standing().name(),
                            Optional.of(told.text()),
                            Optional.of(told.recalled()),
                            Optional.empty(),
                            opened(told.statement()))));
        }
        for (ClaimView.Disputed disputed : claim.disputes()) {
            rows.add(Field.row(
                    fields,
                    new Line(
                            claim.summary(),
                            disputed.statement(),
                            disputed.kind().name(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(disputed),
                            opened(disputed.statement()))));
        }
        return rows;
    }

    private Optional<Opened> opened(ClaimView.Statement statement) {
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(
                statement.articleId(), id -> articles.apply(id).map(record -> new Opened(ExportItem.of(record), unit)));
    }

    private List<Field<Line>> fields() {
        List<Field<Line>> all = new ArrayList<>(List.of(
                Field.text("claim_id", "Id of the claim", line -> Cell.of(line.claim.id())),
                Field.text("claim", "The wording that stands for all", line -> Cell.of(line.claim.wording())),
                Field.whole(
                        "claim_statements",
                        "How many statements have part in it",
                        line -> Cell.of(line.claim.statements())),
                Field.whole("claim_outlets", "How many outlets carry it", line -> Cell.of(line.claim.outlets())),
                Field.whole(
                        "claim_origins",
                        "How many independent articles carry it",
                        line -> Cell.of(line.claim.origins())),
                Field.whole("claim_disputes", "How many statements dispute it", line -> Cell.of(line.claim.disputes())),
                Field.text(
                        "part",
                        "STATES, DENIES, REJECTS or LEAVES_OPEN of a statement of the claim; of an edge to it, what the"
                                + " edge says",
                        line -> Cell.of(line.part)),
                Field.text("proposition", "What the statement puts, as a sentence", line -> Cell.of(line.proposition)),
                Field.flag(
                        "recalled",
                        "Whether it is told only as something said before",
                        line -> line.recalled.map(Cell::of).orElse(Cell.Absent.ABSENT)),
                Field.json(
                        "evidence",
                        "Of an edge, the words that show it, a list",
                        line -> line.edge
                                .map(edge -> Json.strings(edge.evidence()))
                                .orElse(Cell.Absent.ABSENT)),
                Field.real(
                        "confidence",
                        "Of an edge, how sure it is, 0 to 1",
                        line -> Cell.ofReal(line.edge.map(ClaimView.Disputed::confidence))),
                Field.text(
                        "via",
                        "Of an edge, what found it",
                        line -> Cell.of(line.edge.map(edge -> edge.via().name()))),
                Field.text(
                        "to_id",
                        "Of an edge, the statement that is meant",
                        line -> Cell.of(line.edge.map(ClaimView.Disputed::toStatementId)))));
        all.addAll(statement());
        all.addAll(places());
        return all;
    }

    private List<Field<Line>> places() {
        List<Field<Line>> all = new ArrayList<>(List.of(
                Field.text(
                        "location",
                        "text or title: what the offsets of the statement refer to",
                        line -> line.words()
                                .map(words -> Cell.of(words.in().name().toLowerCase(Locale.ROOT)))
                                .orElse(Cell.Absent.ABSENT)),
                Field.text("offsets", "What the offsets count: codepoint or utf16", line -> Cell.of(unit.code()))));
        all.addAll(part("source", "source", Attribution::source));
        all.addAll(part("cue", "cue", Attribution::cue));
        all.addAll(part("content", "content", Attribution::content));
        all.add(Field.json(
                "evidence_spans",
                "Of an edge, where each of the words that show it stands: [[start,end],…]",
                line -> evidence(
                        line,
                        place -> line.opened
                                .map(opened -> opened.places(place.in()).pair(place.span()))
                                .orElse("null"))));
        all.add(Field.json(
                "evidence_locations",
                "Of an edge, text or title for each of them",
                line -> evidence(line, place -> "\"" + place.in().name().toLowerCase(Locale.ROOT) + "\"")));
        return all;
    }

    private static Cell evidence(Line line, Function<ClaimView.Evidence, String> value) {
        return line.edge
                .map(edge -> Cell.of(edge.shownBy().stream().map(value).collect(Collectors.joining(",", "[", "]"))))
                .orElse(Cell.Absent.ABSENT);
    }

    private static List<Field<Line>> part(String name, String of, Function<Attribution, List<Span>> spans) {
        return List.of(
                Field.whole(name + "_start", "Where the " + of + " begins", line -> line.of(spans, Places::start)),
                Field.whole(name + "_end", "Where it ends", line -> line.of(spans, Places::end)),
                Field.json(name + "_spans", "All its pieces: [[start,end],…]", line -> line.of(spans, Places::spans)));
    }

    private static List<Field<Line>> statement() {
        return List.of(
                text("statement_id", "Id of the statement", statement -> Optional.of(statement.statementId())),
                text("speaker", "Name of who says it", ClaimView.Statement::speaker),
                text(
                        "reported_by",
                        "Who else is on record with it that this was said; empty where the article or the speaker says so",
                        ClaimView.Statement::reportedBy),
                text("stance", "What the cue does with the content", ClaimView.Statement::stance),
                Field.flag(
                        "negated",
                        "Whether the cue is negated: did not say",
                        line -> read(line, ClaimView.Statement::negated)),
                Field.flag(
                        "hypothetical",
                        "Whether it is only possible: would say",
                        line -> read(line, ClaimView.Statement::hypothetical)),
                text("source", "The words that name who said it", ClaimView.Statement::source),
                text("cue", "The reporting words", ClaimView.Statement::cue),
                text("content", "The words that are stated", statement -> Optional.of(statement.content())),
                text("form", "DIRECT, INDIRECT or MIXED", statement -> Optional.of(statement.form())),
                text("date", "When it was said", ClaimView.Statement::date),
                text("article_id", "Id of the article", statement -> Optional.of(statement.articleId())),
                text("outlet", "Who published it", ClaimView.Statement::outlet),
                text("published", "When it was published", ClaimView.Statement::published),
                text("title", "Its headline", ClaimView.Statement::title),
                text("address", "Its file, URL, or id", statement -> Optional.of(statement.address())),
                text("origin_id", "Id of the article that this one copies", ClaimView.Statement::origin),
                text("origin_outlet", "Who published that one", ClaimView.Statement::originOutlet));
    }

    private static Field<Line> text(String name, String about, Function<ClaimView.Statement, Optional<String>> value) {
        return Field.text(name, about, line -> Cell.of(value.apply(line.statement)));
    }

    /** Known where the stance is. */
    private static Cell read(Line line, Function<ClaimView.Statement, Boolean> value) {
        return line.statement.stance().isPresent() ? Cell.of(value.apply(line.statement)) : Cell.Absent.ABSENT;
    }
}
