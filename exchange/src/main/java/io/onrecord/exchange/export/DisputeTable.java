package io.onrecord.exchange.export;

import io.onrecord.model.Dispute;
import io.onrecord.model.Location;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The columns of disputes. */
final class DisputeTable {

    private DisputeTable() {}

    /** What a row is made of. */
    private record Line(Opened opened, Dispute dispute) {
        Places text() {
            return opened.places(Location.TEXT);
        }
    }

    static RecordTable of(ExportOptions options) {
        List<Field<Line>> fields = new ArrayList<>(List.of(
                Field.text(
                        "kind",
                        "DENIES, REJECTS, CONTRADICTS, CONCEDES, SUPPORTS or REPEATS",
                        line -> Cell.of(line.dispute.kind().name())),
                Field.real("confidence", "How sure it is, 0 to 1", line -> Cell.of(line.dispute.confidence())),
                Field.text(
                        "evidence",
                        "The words that show it",
                        line -> line.text().words(line.dispute.evidence())),
                Field.text(
                        "offsets",
                        "What the offsets count: codepoint or utf16",
                        line -> Cell.of(options.offsets().code())),
                Field.whole(
                        "evidence_start",
                        "Where they begin",
                        line -> line.text().start(line.dispute.evidence())),
                Field.whole(
                        "evidence_end", "Where they end", line -> line.text().end(line.dispute.evidence())),
                Field.json(
                        "evidence_spans",
                        "All their pieces: [[start,end],…]",
                        line -> line.text().spans(line.dispute.evidence()))));
        fields.addAll(side("from", "that disputes or supports", line -> line.opened.statement(line.dispute.from())));
        fields.addAll(side("to", "that is disputed or supported", line -> line.opened.statement(line.dispute.to())));
        fields.addAll(ArticleFields.head(line -> line.opened.item().record()));
        fields.addAll(ArticleFields.tail(line -> line.opened.item().record()));
        return new ItemTable<>("disputes", fields, item -> lines(item, options));
    }

    private static List<Field<Line>> side(String name, String about, Function<Line, Statement> statement) {
        return List.of(
                Field.text(
                        name + "_id",
                        "Id of the statement " + about,
                        line -> Cell.of(statement.apply(line).id())),
                Field.text(
                        name + "_speaker",
                        "Name of who says it",
                        line -> Cell.of(Opened.resolved(statement.apply(line)).map(Resolved::name))),
                Field.text(
                        name + "_stance",
                        "Its stance",
                        line -> Cell.of(statement
                                .apply(line)
                                .stance()
                                .map(reading -> reading.stance().name()))),
                Field.text(
                        name + "_content",
                        "Its words",
                        line -> line.opened
                                .places(statement.apply(line).attribution().in())
                                .words(statement.apply(line).attribution().content())));
    }

    private static List<Line> lines(ExportItem item, ExportOptions options) {
        Set<String> chosen = new HashSet<>();
        item.statements().forEach(statement -> chosen.add(statement.id()));
        Opened opened = new Opened(item, options.offsets());
        return item.record().disputes().stream()
                .filter(dispute -> chosen.contains(dispute.from()) || chosen.contains(dispute.to()))
                .map(dispute -> new Line(opened, dispute))
                .toList();
    }
}
