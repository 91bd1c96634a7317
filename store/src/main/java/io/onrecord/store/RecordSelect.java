package io.onrecord.store;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Capture;
import io.onrecord.model.Confidence;
import io.onrecord.model.Dispute;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import io.onrecord.model.Text;
import io.onrecord.store.Session.Reader;
import io.onrecord.store.Session.Row;
import io.onrecord.store.StoreException.Reason;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One record, read back from its rows. The constructors of the model hold what is read against all that holds of records: ids
 * that are derived, spans within their text, speakers that are there.
 */
final class RecordSelect {

    private final Session session;
    private final int key;

    private RecordSelect(Session session, int key) {
        this.session = session;
        this.key = key;
    }

    /**
     * The record of an article.
     *
     * @throws StoreException if the rows are no record
     */
    static ArticleRecord read(Session session, int key) {
        try {
            return new RecordSelect(session, key).record();
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    Reason.DAMAGED,
                    "the rows of article " + key + " are no record: " + e.getMessage()
                            + "; forget the article and read it again",
                    e);
        }
    }

    /** What the row of an article itself holds. */
    private record Head(Article article, Producer producer) {}

    private ArticleRecord record() {
        Head head = select(
                        "SELECT article.*, producer.version AS producer_version, producer.model AS producer_model,"
                                + " producer.options AS producer_options"
                                + " FROM article JOIN producer ON producer.key = article.producer WHERE article.key = ?",
                        this::head)
                .get(0);
        Units text = new Units(head.article.text().value());
        Optional<Units> title = head.article.metadata().title().map(Units::new);
        List<Speaker> speakers = SpeakerSelect.of(session, key);
        List<String> statementIds =
                select("SELECT id FROM statement WHERE article = ? ORDER BY number", row -> row.string("id"));
        List<Statement> statements = statements(text, title, speakers, statementIds);
        return new ArticleRecord(head.article, speakers, statements, disputes(text, statementIds), head.producer);
    }

    private Head head(Row row) throws SQLException {
        String value = row.string("text");
        Units units = new Units(value);
        List<Span> paragraphs = select(
                "SELECT start_at, end_at FROM paragraph WHERE article = ? ORDER BY number",
                span -> units.loaded(span.integer("start_at"), span.integer("end_at")));
        Article article =
                new Article(row.string("id"), row.string("address"), new Text(value, paragraphs), metadata(row));
        return new Head(
                article,
                new Producer(
                        row.string("producer_version"), row.string("producer_model"), row.string("producer_options")));
    }

    private Metadata metadata(Row row) throws SQLException {
        List<String> authors =
                select("SELECT name FROM author WHERE article = ? ORDER BY number", name -> name.string("name"));
        Optional<String> published = row.text("published");
        Map<String, String> from = new TreeMap<>();
        for (String value : Metadata.SOURCED) {
            row.text(value + "_from").ifPresent(origin -> from.put(value, origin));
        }
        return new Metadata(
                row.text("outlet"),
                row.text("title"),
                authors,
                published.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Published(published.get(), row.string("published_from"))),
                row.text("language"),
                row.text("agency"),
                capture(row),
                from);
    }

    private Optional<Capture> capture(Row row) throws SQLException {
        Optional<String> time = row.text("capture_time");
        Optional<String> warcRecord = row.text("capture_warc_record");
        Optional<String> digest = row.text("capture_digest");
        if (time.isEmpty() && warcRecord.isEmpty() && digest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Capture(time, row.text("capture_address"), warcRecord, digest, row.text("capture_truncated")));
    }

    private List<Statement> statements(
            Units text, Optional<Units> title, List<Speaker> speakers, List<String> statementIds) {
        Map<Integer, List<String>> about = grouped(
                "SELECT statement, speaker FROM statement_about WHERE article = ? ORDER BY statement, number",
                "statement",
                row -> at(speakers, row.integer("speaker")).id());
        Map<Integer, List<Place>> places = grouped(
                "SELECT statement, part, start_at, end_at FROM span WHERE article = ? ORDER BY statement, part, number",
                "statement",
                row -> new Place(Part.valueOf(row.string("part")), row.integer("start_at"), row.integer("end_at")));
        return select("SELECT * FROM statement WHERE article = ? ORDER BY number", row -> {
            int number = row.integer("number");
            Location in = Location.valueOf(row.string("location"));
            Units units = in == Location.TEXT
                    ? text
                    : title.orElseThrow(
                            () -> new IllegalArgumentException("a statement in its title, but it has no title"));
            Map<Part, List<Span>> spans = spans(units, places.getOrDefault(number, List.of()));
            Optional<Integer> within = row.number("within");
            return new Statement(
                    row.string("id"),
                    attribution(row, in, spans),
                    resolution(row, speakers),
                    stance(row),
                    date(row),
                    about.getOrDefault(number, List.of()),
                    spans.getOrDefault(Part.ADDRESSEE, List.of()),
                    within.map(outer -> at(statementIds, outer)),
                    row.flag("furniture"));
        });
    }

    /** A row of {@code span}. */
    private record Place(Part part, int start, int end) {}

    private static Map<Part, List<Span>> spans(Units units, List<Place> places) {
        Map<Part, List<Span>> spans = new EnumMap<>(Part.class);
        for (Place place : places) {
            spans.computeIfAbsent(place.part, part -> new ArrayList<>()).add(units.loaded(place.start, place.end));
        }
        return spans;
    }

    private Attribution attribution(Row row, Location in, Map<Part, List<Span>> spans) throws SQLException {
        return new Attribution(
                in,
                Form.valueOf(row.string("form")),
                spans.getOrDefault(Part.SOURCE, List.of()),
                spans.getOrDefault(Part.CUE, List.of()),
                spans.getOrDefault(Part.CONTENT, List.of()),
                new Confidence(
                        row.real("confidence"),
                        row.share("source_confidence"),
                        row.share("cue_confidence"),
                        row.real("content_confidence")));
    }

    private Resolution resolution(Row row, List<Speaker> speakers) throws SQLException {
        Optional<String> unresolved = row.text("unresolved");
        if (unresolved.isPresent()) {
            return new Resolution.Unresolved(unresolved.get());
        }
        return new Resolution.Resolved(
                at(speakers, row.integer("speaker")).id(),
                row.string("speaker_name"),
                row.string("via"),
                row.real("speaker_confidence"),
                row.string("why"));
    }

    private Optional<StanceReading> stance(Row row) throws SQLException {
        Optional<String> stance = row.text("stance");
        return stance.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new StanceReading(Stance.valueOf(stance.get()), row.flag("negated"), row.flag("hypothetical")));
    }

    private Optional<StatementDate> date(Row row) throws SQLException {
        Optional<String> date = row.text("date");
        return date.isEmpty()
                ? Optional.empty()
                : Optional.of(new StatementDate(
                        date.get(),
                        StatementDate.Precision.valueOf(row.string("date_precision")),
                        StatementDate.Basis.valueOf(row.string("date_basis")),
                        row.text("date_words")));
    }

    private List<Dispute> disputes(Units text, List<String> statementIds) {
        Map<Integer, List<Span>> evidence = grouped(
                "SELECT dispute, start_at, end_at FROM dispute_evidence WHERE article = ? ORDER BY dispute, number",
                "dispute",
                row -> text.loaded(row.integer("start_at"), row.integer("end_at")));
        return select("SELECT * FROM dispute WHERE article = ? ORDER BY number", row -> {
            int number = row.integer("number");
            return new Dispute(
                    at(statementIds, row.integer("from_statement")),
                    at(statementIds, row.integer("to_statement")),
                    Dispute.Kind.valueOf(row.string("kind")),
                    evidence.getOrDefault(number, List.of()),
                    row.real("confidence"));
        });
    }

    private <T> List<T> select(String sql, Reader<T> reader) {
        return session.list(sql, reader, key);
    }

    private <T> Map<Integer, List<T>> grouped(String sql, String by, Reader<T> reader) {
        Map<Integer, List<T>> groups = new HashMap<>();
        select(sql, row -> Map.entry(row.integer(by), reader.read(row)))
                .forEach(entry -> groups.computeIfAbsent(entry.getKey(), number -> new ArrayList<>())
                        .add(entry.getValue()));
        return groups;
    }

    /** Rows of one list are numbered from 0 without gaps. */
    private static <T> T at(List<T> list, int number) {
        if (number < 0 || number >= list.size()) {
            throw new IllegalArgumentException("it refers to number " + number + " of " + list.size());
        }
        return list.get(number);
    }
}
