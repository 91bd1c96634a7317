package io.onrecord.exchange.export;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.claims.ClaimView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The table of claims: a row for each statement that has part in one, and for each edge that leads to it. */
public final class ClaimTable {

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
            Optional<ClaimView.Disputed> edge) {}

    private static final List<Field<Line>> FIELDS = fields();

    private static final Table TABLE =
            new Table("claims", FIELDS.stream().map(Field::column).toList());

    private ClaimTable() {}

    /** Its columns. */
    public static Table table() {
        return TABLE;
    }

    /**
     * The rows of a claim: first the statements that have part in it, as they came on record, then the edges to it.
     *
     * @throws UnfitRecordException if a text is not valid Unicode
     */
    public static List<Row> rows(ClaimView claim) {
        List<Row> rows = new ArrayList<>();
        for (ClaimView.Told told : claim.told()) {
            rows.add(Field.row(
                    FIELDS,
                    new Line(
                            claim.summary(),
                            told.statement(),
                            told.standing().name(),
                            Optional.of(told.text()),
                            Optional.of(told.recalled()),
                            Optional.empty())));
        }
        for (ClaimView.Disputed disputed : claim.disputes()) {
            rows.add(Field.row(
                    FIELDS,
                    new Line(
                            claim.summary(),
                            disputed.statement(),
                            disputed.kind().name(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(disputed))));
        }
        return rows;
    }

    private static List<Field<Line>> fields() {
        List<Field<Line>> fields = new ArrayList<>(List.of(
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
        fields.addAll(statement());
        return fields;
    }

    private static List<Field<Line>> statement() {
        return List.of(
                text("statement_id", "Id of the statement", statement -> Optional.of(statement.statementId())),
                text("speaker", "Name of who says it", ClaimView.Statement::speaker),
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
