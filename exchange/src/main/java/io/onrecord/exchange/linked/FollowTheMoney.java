package io.onrecord.exchange.linked;

import io.onrecord.exchange.export.ExportItem;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.Exporter;
import io.onrecord.exchange.export.RecordFormat;
import io.onrecord.exchange.export.Subject;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Dispute;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Role;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;

/**
 * FollowTheMoney entities, one JSON object a line, as Aleph and OpenAleph take them: an {@code Article}; a {@code
 * Person}, {@code PublicBody} or {@code Organization} for each speaker that has a name, with a {@code Mention} in the article; an {@code
 * Event} for each statement; an {@code UnknownLink} for each dispute. Groups, offices, documents and unnamed speakers are no entities:
 * their names would be matched to others'. Ids are derived from the record, so the same record gives the same entities.
 */
public final class FollowTheMoney implements RecordFormat {

    private static final String PREFIX = "onrecord-";

    @Override
    public String name() {
        return "ftm";
    }

    @Override
    public String about() {
        return "FollowTheMoney entities for Aleph and OpenAleph, one a line";
    }

    @Override
    public List<String> endings() {
        return List.of(".ftm.json");
    }

    @Override
    public Set<Subject> subjects() {
        return Set.of(Subject.STATEMENTS);
    }

    @Override
    public Exporter open(Subject subject, OutputStream out, ExportOptions options) {
        return new Lines(new Json(out));
    }

    /** The lines. */
    private static final class Lines implements Exporter {

        private final Json out;

        Lines(Json out) {
            this.out = out;
        }

        @Override
        public void add(ExportItem item) throws IOException {
            Json.writing(() -> new Page(out, item).write());
        }

        @Override
        public void finish() throws IOException {
            out.flush();
        }

        @Override
        public void close() {
            // Nothing is held that would have to go; the stream is the caller's.
        }
    }

    /** The properties of one entity, several values each. */
    private static final class Properties {
        private final Map<String, List<String>> values = new LinkedHashMap<>();

        Properties put(String name, String value) {
            String clean = clean(value);
            if (!clean.isEmpty()) {
                values.computeIfAbsent(name, key -> new ArrayList<>()).add(clean);
            }
            return this;
        }

        Properties put(String name, Optional<String> value) {
            value.ifPresent(some -> put(name, some));
            return this;
        }

        Properties putAll(String name, List<String> all) {
            all.forEach(value -> put(name, value));
            return this;
        }

        /** Databases behind these tools take no controls. */
        private static String clean(String value) {
            StringBuilder clean = new StringBuilder(value.length());
            value.codePoints()
                    .map(c -> Character.isISOControl(c) && c != '\n' && c != '\t' ? ' ' : c)
                    .forEach(clean::appendCodePoint);
            return clean.toString().strip();
        }
    }

    /** The entities of one record. */
    private static final class Page {

        private final Json out;
        private final ExportItem item;
        private final ArticleRecord record;
        private final Article article;
        private final String articleId;
        /** Ids of the speakers that are entities. */
        private final Map<String, String> speakers = new HashMap<>();

        Page(Json out, ExportItem item) {
            this.out = out;
            this.item = item;
            this.record = item.record();
            this.article = record.article();
            this.articleId = PREFIX + article.id();
        }

        void write() {
            article();
            Map<String, Integer> seen = new HashMap<>();
            for (Speaker speaker : record.speakers()) {
                int nth = seen.merge(speaker.name(), 1, Integer::sum) - 1;
                schema(speaker).ifPresent(schema -> speaker(speaker, schema, nth));
            }
            Set<String> written = new HashSet<>();
            for (Statement statement : item.statements()) {
                statement(statement);
                written.add(statement.id());
            }
            for (Dispute dispute : record.disputes()) {
                if (written.contains(dispute.from()) && written.contains(dispute.to())) {
                    dispute(dispute);
                }
            }
        }

        private void entity(String id, String schema, Properties properties) {
            out.object().field("id", id).field("schema", schema).object("properties");
            properties.values.forEach((name, values) -> out.strings(name, List.copyOf(values)));
            out.end().end().raw("\n");
        }

        private void article() {
            Metadata metadata = article.metadata();
            Properties properties = new Properties()
                    .put("name", metadata.title().orElse(article.address()))
                    .put("title", metadata.title())
                    .putAll("author", metadata.authors())
                    .put("publisher", metadata.outlet())
                    .put(
                            "publishedAt",
                            metadata.published().map(Published::value).flatMap(Page::date))
                    .put("language", metadata.language().flatMap(Page::language))
                    .put("sourceUrl", Names.web(article.address()))
                    .put("generator", "Onrecord " + record.producer().version());
            if (Names.web(article.address()).isEmpty()) {
                properties.put("fileName", article.address());
            }
            entity(articleId, "Article", properties);
        }

        /** Dates count to the second there, in UTC where an offset is known. */
        private static Optional<String> date(String value) {
            return Names.time(value)
                    .map(time -> time.substring(0, 19))
                    .or(() -> Optional.of(value.substring(0, Math.min(10, value.length()))))
                    .filter(date -> date.matches("[12]\\d{3}(-\\d\\d(-\\d\\d(T\\d\\d:\\d\\d:\\d\\d)?)?)?"));
        }

        /** Languages have three letters there. */
        private static Optional<String> language(String tag) {
            try {
                return Optional.of(Locale.forLanguageTag(tag).getISO3Language()).filter(code -> code.length() == 3);
            } catch (MissingResourceException e) {
                return Optional.empty();
            }
        }

        private static Optional<String> schema(Speaker speaker) {
            return switch (speaker.kind()) {
                case PERSON -> Optional.of("Person");
                case STATE -> Optional.of("PublicBody");
                case ORGANISATION -> Optional.of("Organization");
                case GROUP, OFFICE, DOCUMENT, UNNAMED -> Optional.empty();
            };
        }

        private void speaker(Speaker speaker, String schema, int nth) {
            String id = PREFIX
                    + Optional.ofNullable(item.context().identities().get(speaker.id()))
                            .map(ExportItem.Known::id)
                            .orElseGet(() -> Ids.identity(article.id(), speaker.name(), nth));
            speakers.put(speaker.id(), id);
            Properties properties = new Properties()
                    .put("name", speaker.name())
                    .putAll("alias", speaker.aliases())
                    .putAll("description", speaker.descriptions())
                    .put("wikidataId", Names.wikidata(speaker))
                    .put("proof", articleId);
            String roles = schema.equals("Person") ? "position" : "summary";
            for (Role role : speaker.roles()) {
                properties.put(
                        roles, role.title() + role.of().map(of -> ", " + of).orElse(""));
            }
            entity(id, schema, properties);
            entity(
                    articleId + "-" + id,
                    "Mention",
                    new Properties()
                            .put("document", articleId)
                            .put("resolved", id)
                            .put(schema.equals("Person") ? "personMentioned" : "companyMentioned", speaker.name()));
        }

        private String id(String statement) {
            return PREFIX + statement;
        }

        private void statement(Statement statement) {
            Attribution words = statement.attribution();
            String text = record.textOf(words.in());
            Properties properties = new Properties()
                    .put("name", name(statement))
                    .put("summary", Passages.words(text, words.content()))
                    .put("description", Passages.whole(text, words))
                    .put(
                            "date",
                            statement
                                    .date()
                                    .map(StatementDate::value)
                                    .or(() -> article.metadata()
                                            .published()
                                            .map(Published::value)
                                            .flatMap(Page::date)))
                    .put("keywords", words.form().name())
                    .put(
                            "keywords",
                            statement.stance().map(reading -> reading.stance().name()))
                    .put(
                            "keywords",
                            statement
                                    .stance()
                                    .filter(reading -> reading.negated())
                                    .map(r -> "NEGATED"))
                    .put(
                            "keywords",
                            statement
                                    .stance()
                                    .filter(reading -> reading.hypothetical())
                                    .map(r -> "HYPOTHETICAL"))
                    .put("recordId", statement.id())
                    .put("notes", places(words))
                    .put("publisher", article.metadata().outlet())
                    .put("sourceUrl", Names.web(article.address()))
                    .put("proof", articleId);
            if (statement.speaker() instanceof Resolution.Resolved resolved) {
                properties.put("involved", Optional.ofNullable(speakers.get(resolved.speakerId())));
                properties.put("namesMentioned", resolved.name());
            }
            for (Speaker speaker : record.speakers()) {
                if (statement.about().contains(speaker.id())) {
                    properties.put("namesMentioned", speaker.name());
                }
            }
            entity(id(statement.id()), "Event", properties);
        }

        /** Who does what, such as "Ilan Serrat: DENIES". */
        private String name(Statement statement) {
            String who =
                    statement.speaker() instanceof Resolution.Resolved resolved ? resolved.name() : "Speaker not named";
            return who + ": "
                    + statement.stance().map(reading -> reading.stance().name()).orElse("statement");
        }

        private String places(Attribution words) {
            CodePoints points = CodePoints.of(record.textOf(words.in()));
            StringBuilder places = new StringBuilder(
                    words.in() == Location.TITLE ? "code points of the title" : "code points of the text");
            for (Span span : words.content()) {
                places.append(' ')
                        .append(points.fromUtf16(span.start()))
                        .append('-')
                        .append(points.fromUtf16(span.end()));
            }
            return places.toString();
        }

        private void dispute(Dispute dispute) {
            entity(
                    PREFIX + dispute.from() + "-" + dispute.kind().name().toLowerCase(Locale.ROOT) + "-" + dispute.to(),
                    "UnknownLink",
                    new Properties()
                            .put("subject", id(dispute.from()))
                            .put("object", id(dispute.to()))
                            .put("role", dispute.kind().name())
                            .put("description", Passages.words(article.text().value(), dispute.evidence()))
                            .put("proof", articleId));
        }
    }
}
