package io.onrecord.store;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Dispute;
import io.onrecord.model.Location;
import io.onrecord.model.Resolution;
import io.onrecord.model.Role;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The rows of one record below its article, under the article's key. Everything is made before the first row is written, so that
 * a record that cannot be kept touches no table.
 */
final class RecordInsert {

    private static final String STATEMENT_COLUMNS =
            "article, number, id, location, form, stance, negated, hypothetical,"
                    + " furniture, speaker, speaker_name, via, speaker_confidence, why, unresolved, within, date, date_precision,"
                    + " date_basis, date_words, confidence, source_confidence, cue_confidence, content_confidence, source, cue,"
                    + " content, addressee";

    private final ArticleRecord record;
    private final Object article;
    private final Units text;
    private final Optional<Units> title;
    private final Map<String, Integer> speakerNumbers = new HashMap<>();
    private final Map<String, Integer> statementNumbers = new HashMap<>();

    private final Rows authors;
    private final Rows paragraphs;
    private final Rows speakers;
    private final Rows roles;
    private final Rows descriptions;
    private final Rows aliases;
    private final Rows external;
    private final Rows statements;
    private final Rows about;
    private final Rows spans;
    private final Rows disputes;
    private final Rows evidence;

    private RecordInsert(Object article, ArticleRecord record) {
        this.record = record;
        this.article = article;
        this.text = new Units(record.article().text().value());
        this.title = record.article().metadata().title().map(Units::new);
        authors = new Rows("author", "article, number, name");
        paragraphs = new Rows("paragraph", "article, number, start_at, end_at");
        speakers = new Rows("speaker", "article, number, id, name, kind, how_many");
        roles = new Rows("speaker_role", "article, speaker, number, title, belongs_to");
        descriptions = new Rows("speaker_description", "article, speaker, number, words");
        aliases = new Rows("speaker_alias", "article, speaker, number, name");
        external = new Rows("speaker_external", "article, speaker, base, id");
        statements = new Rows("statement", STATEMENT_COLUMNS);
        about = new Rows("statement_about", "article, statement, number, speaker");
        spans = new Rows("span", "article, statement, part, number, start_at, end_at");
        disputes = new Rows("dispute", "article, number, from_statement, to_statement, kind, confidence");
        evidence = new Rows("dispute_evidence", "article, dispute, number, start_at, end_at");
    }

    /** Writes all rows of a record but the article's own. */
    static void write(Session session, int article, ArticleRecord record) {
        of(article, record).forEach(rows -> rows.write(session));
    }

    /**
     * All rows of a record but the article's own, table by table.
     *
     * @param article what stands for it in them
     */
    static List<Rows> of(Object article, ArticleRecord record) {
        RecordInsert insert = new RecordInsert(article, record);
        insert.make();
        return List.of(
                insert.authors,
                insert.paragraphs,
                insert.speakers,
                insert.roles,
                insert.descriptions,
                insert.aliases,
                insert.external,
                insert.statements,
                insert.about,
                insert.spans,
                insert.disputes,
                insert.evidence);
    }

    private void make() {
        Article read = record.article();
        int number = 0;
        for (String author : read.metadata().authors()) {
            authors.add(article, number++, author);
        }
        number = 0;
        for (Span span : read.text().paragraphs()) {
            paragraphs.add(article, number++, text.stored(span.start()), text.stored(span.end()));
        }
        for (Speaker speaker : record.speakers()) {
            number = speakerNumbers.size();
            speakerNumbers.put(speaker.id(), number);
            speaker(number, speaker);
        }
        for (Statement statement : record.statements()) {
            statementNumbers.put(statement.id(), statementNumbers.size());
        }
        for (Statement statement : record.statements()) {
            statement(of(statementNumbers, statement.id()), statement);
        }
        number = 0;
        for (Dispute dispute : record.disputes()) {
            dispute(number++, dispute);
        }
    }

    private void speaker(int number, Speaker speaker) {
        speakers.add(
                article,
                number,
                speaker.id(),
                speaker.name(),
                speaker.kind().name(),
                speaker.count().isPresent() ? Optional.of(speaker.count().getAsInt()) : Optional.empty());
        int at = 0;
        for (Role role : speaker.roles()) {
            roles.add(article, number, at++, role.title(), role.of());
        }
        at = 0;
        for (String description : speaker.descriptions()) {
            descriptions.add(article, number, at++, description);
        }
        at = 0;
        for (String alias : speaker.aliases()) {
            aliases.add(article, number, at++, alias);
        }
        speaker.external().forEach((base, id) -> external.add(article, number, base, id));
    }

    private void statement(int number, Statement statement) {
        Attribution words = statement.attribution();
        Units units = words.in() == Location.TITLE ? title.orElseThrow() : text;
        Optional<Resolution.Resolved> resolved =
                statement.speaker() instanceof Resolution.Resolved somebody ? Optional.of(somebody) : Optional.empty();
        Optional<String> unresolved = statement.speaker() instanceof Resolution.Unresolved nobody
                ? Optional.of(nobody.reason())
                : Optional.empty();
        Optional<StanceReading> stance = statement.stance();
        Optional<StatementDate> date = statement.date();
        statements.add(
                article,
                number,
                statement.id(),
                words.in().name(),
                words.form().name(),
                stance.map(reading -> reading.stance().name()),
                stance.map(StanceReading::negated),
                stance.map(StanceReading::hypothetical),
                statement.furniture(),
                resolved.map(somebody -> of(speakerNumbers, somebody.speakerId())),
                resolved.map(Resolution.Resolved::name),
                resolved.map(Resolution.Resolved::via),
                resolved.map(Resolution.Resolved::confidence),
                resolved.map(Resolution.Resolved::why),
                unresolved,
                statement.within().map(outer -> of(statementNumbers, outer)),
                date.map(StatementDate::value),
                date.map(value -> value.precision().name()),
                date.map(value -> value.basis().name()),
                date.flatMap(StatementDate::text),
                words.confidence().statement(),
                words.confidence().source(),
                words.confidence().cue(),
                words.confidence().content(),
                words(units, words.source()),
                words(units, words.cue()),
                units.words(words.content()),
                words(units, statement.addressee()));
        int at = 0;
        for (String speaker : statement.about()) {
            about.add(article, number, at++, of(speakerNumbers, speaker));
        }
        for (Part part : Part.values()) {
            at = 0;
            for (Span span : part.of(statement)) {
                spans.add(article, number, part.name(), at++, units.stored(span.start()), units.stored(span.end()));
            }
        }
    }

    private void dispute(int number, Dispute dispute) {
        disputes.add(
                article,
                number,
                of(statementNumbers, dispute.from()),
                of(statementNumbers, dispute.to()),
                dispute.kind().name(),
                dispute.confidence());
        int at = 0;
        for (Span span : dispute.evidence()) {
            evidence.add(article, number, at++, text.stored(span.start()), text.stored(span.end()));
        }
    }

    /** The number of a speaker or statement, which the record is known to have. */
    private static int of(Map<String, Integer> numbers, String id) {
        return Objects.requireNonNull(numbers.get(id), id);
    }

    private static Optional<String> words(Units units, List<Span> spans) {
        return spans.isEmpty() ? Optional.empty() : Optional.of(units.words(spans));
    }
}
