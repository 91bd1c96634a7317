package io.onrecord.exchange.linked;

import io.onrecord.exchange.export.ExportItem;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.Exporter;
import io.onrecord.exchange.export.RecordFormat;
import io.onrecord.exchange.export.Subject;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Capture;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Dispute;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * W3C Web Annotations of statements and disputes, all of a run in one AnnotationCollection (JSON-LD 1.1) with one page, which is
 * written as records come. A statement is an annotation whose body is the statement, with speaker and stance, and whose targets are
 * the pieces of its content, cue, source and addressee. Positions count Unicode code points of the article's text, as the standard
 * says; each has the words with some of what stands around them beside it. A title is no part of the text: its statements select the
 * whole title first, and a position in it.
 */
public final class WebAnnotations implements RecordFormat {

    /** Characters before and after the words selected, so that they are found in a page again. */
    private static final int AROUND = 32;

    private static final String STANDARD = "http://www.w3.org/ns/anno.jsonld";

    @Override
    public String name() {
        return "webannotation";
    }

    @Override
    public String about() {
        return "W3C Web Annotations (JSON-LD), a collection with positions and quotations";
    }

    @Override
    public List<String> endings() {
        return List.of(".jsonld");
    }

    @Override
    public Set<Subject> subjects() {
        return Set.of(Subject.STATEMENTS);
    }

    @Override
    public Exporter open(Subject subject, OutputStream out, ExportOptions options) {
        return new Collection(new Json(out));
    }

    /** The collection, written as it goes. */
    private static final class Collection implements Exporter {

        private final Json out;
        private int total;

        Collection(Json out) {
            this.out = out;
            out.object().list("@context").value(STANDARD).object();
            // The names that the standard's context lacks.
            out.field("onrecord", "urn:onrecord:terms#")
                    .field("schema", "http://schema.org/")
                    .field("prov", "http://www.w3.org/ns/prov#");
            out.end().endList();
            out.field("type", "AnnotationCollection").field("label", "Statements, as Onrecord reads them");
            out.object("first").field("type", "AnnotationPage").field("startIndex", 0);
            out.list("items");
        }

        @Override
        public void add(ExportItem item) throws IOException {
            Json.writing(() -> write(item));
        }

        private void write(ExportItem item) {
            Page page = new Page(out, item);
            for (Statement statement : item.statements()) {
                page.statement(statement);
            }
            Set<String> written = page.ids();
            for (Dispute dispute : item.record().disputes()) {
                if (written.contains(dispute.from()) && written.contains(dispute.to())) {
                    page.dispute(dispute);
                }
            }
            total += page.total;
        }

        @Override
        public void finish() throws IOException {
            Json.writing(() -> out.endList().end().field("total", total).end().raw("\n"));
            out.flush();
        }

        @Override
        public void close() {
            // Nothing is held that would have to go; the stream is the caller's.
        }
    }

    /** The annotations of one record. */
    private static final class Page {

        private final Json out;
        private final ExportItem item;
        private final ArticleRecord record;
        private final Article article;
        private final Map<Location, CodePoints> points = new EnumMap<>(Location.class);
        private final Map<String, Speaker> speakers = new HashMap<>();

        private int total;

        Page(Json out, ExportItem item) {
            this.out = out;
            this.item = item;
            this.record = item.record();
            this.article = record.article();
            record.speakers().forEach(speaker -> speakers.put(speaker.id(), speaker));
        }

        Set<String> ids() {
            return item.statements().stream().map(Statement::id).collect(Collectors.toSet());
        }

        void statement(Statement statement) {
            Attribution words = statement.attribution();
            begin(Names.statement(statement.id()), "describing");
            out.list("body");
            body(statement);
            statement.stance().ifPresent(reading -> tag(reading.stance().name()));
            tag(words.form().name());
            out.endList();
            out.list("target");
            targets("CONTENT", words.in(), words.content());
            targets("CUE", words.in(), words.cue());
            targets("SOURCE", words.in(), words.source());
            targets("ADDRESSEE", words.in(), statement.addressee());
            out.endList();
            end();
        }

        private void begin(String id, String motivation) {
            total++;
            out.object().field("id", id).field("type", "Annotation").field("motivation", motivation);
        }

        private void end() {
            Producer producer = record.producer();
            out.field("created", item.context().keptAt().flatMap(Names::time));
            out.object("generator")
                    .field("type", "Software")
                    .field("name", "Onrecord " + producer.version())
                    .field("onrecord:model", producer.model())
                    .field("onrecord:options", producer.options())
                    .end();
            article.metadata().capture().ifPresent(this::derived);
            out.end();
        }

        /** The evidence: what was fetched, when, and how it is known again. */
        private void derived(Capture capture) {
            out.object("prov:wasDerivedFrom").field("type", "prov:Entity");
            capture.time()
                    .flatMap(Names::time)
                    .ifPresent(time -> out.object("prov:generatedAtTime")
                            .field("type", "http://www.w3.org/2001/XMLSchema#dateTime")
                            .field("@value", time)
                            .end());
            out.field("onrecord:address", capture.address());
            out.field("onrecord:warcRecord", capture.warcRecord());
            out.field("onrecord:digest", capture.digest());
            out.field("onrecord:truncated", capture.truncated());
            out.end();
        }

        private void body(Statement statement) {
            Attribution words = statement.attribution();
            out.object().list("type").value("onrecord:Statement");
            if (words.form() != Form.INDIRECT) {
                out.value("schema:Quotation");
            }
            out.endList();
            out.field("schema:text", Passages.words(record.textOf(words.in()), words.content()));
            out.field("onrecord:form", words.form().name());
            statement
                    .stance()
                    .ifPresent(reading -> out.field(
                                    "onrecord:stance", reading.stance().name())
                            .field("onrecord:negated", reading.negated())
                            .field("onrecord:hypothetical", reading.hypothetical()));
            speaker(statement.speaker());
            statement.within().ifPresent(outer -> reference("onrecord:within", Names.statement(outer)));
            statement.date().ifPresent(this::date);
            if (statement.furniture()) {
                out.field("onrecord:furniture", true);
            }
            if (item.context().corrected().contains(statement.id())) {
                out.field("onrecord:corrected", true);
            }
            out.field("onrecord:confidence", words.confidence().statement());
            out.end();
        }

        private void reference(String name, String id) {
            out.object(name).field("id", id).end();
        }

        private void speaker(Resolution resolution) {
            if (resolution instanceof Resolution.Unresolved unresolved) {
                out.field("onrecord:unresolved", unresolved.reason());
            } else if (resolution instanceof Resolution.Resolved resolved) {
                Speaker speaker = speakers.get(resolved.speakerId());
                if (speaker != null) {
                    out.object("schema:spokenByCharacter").field("id", Names.speaker(article, speaker));
                    Names.schemaType(speaker.kind()).ifPresent(type -> out.field("type", "schema:" + type));
                    out.field("schema:name", resolved.name())
                            .field("onrecord:kind", speaker.kind().name());
                    out.strings("schema:alternateName", speaker.aliases());
                    Names.wikidata(speaker)
                            .ifPresent(id -> reference("schema:sameAs", "http://www.wikidata.org/entity/" + id));
                    out.end();
                }
                out.field("onrecord:via", resolved.via()).field("onrecord:why", resolved.why());
            }
        }

        private void date(StatementDate date) {
            out.field("onrecord:date", date.value())
                    .field("onrecord:dateBasis", date.basis().name());
        }

        private void tag(String value) {
            out.object()
                    .field("type", "TextualBody")
                    .field("purpose", "tagging")
                    .field("value", value)
                    .end();
        }

        private void targets(String part, Location in, List<Span> spans) {
            for (Span span : spans) {
                out.object().field("type", "SpecificResource").field("onrecord:part", part);
                source();
                select(in, span);
                out.end();
            }
        }

        private void source() {
            Metadata metadata = article.metadata();
            out.object("source").field("id", Names.source(article)).field("type", "Text");
            out.field("onrecord:article", article.id()).field("onrecord:address", article.address());
            out.field("schema:headline", metadata.title());
            out.field("schema:publisher", metadata.outlet());
            out.field("schema:datePublished", metadata.published().map(Published::value));
            out.field("language", metadata.language());
            out.end();
        }

        private void select(Location in, Span span) {
            String text = record.textOf(in);
            if (in == Location.TITLE) {
                out.object("selector")
                        .field("type", "TextQuoteSelector")
                        .field("exact", text)
                        .object("refinedBy");
                position(in, span);
                out.end().end();
                return;
            }
            out.list("selector").object();
            position(in, span);
            out.end().object();
            out.field("type", "TextQuoteSelector")
                    .field("exact", span.of(text))
                    .field("prefix", Passages.before(text, span.start(), AROUND))
                    .field("suffix", Passages.after(text, span.end(), AROUND));
            out.end().endList();
        }

        private void position(Location in, Span span) {
            CodePoints of = points.computeIfAbsent(in, key -> CodePoints.of(record.textOf(key)));
            out.field("type", "TextPositionSelector")
                    .field("start", of.fromUtf16(span.start()))
                    .field("end", of.fromUtf16(span.end()));
        }

        void dispute(Dispute dispute) {
            begin(
                    Names.article(article.id()) + ":dispute:" + dispute.kind() + ":" + dispute.from() + ":"
                            + dispute.to(),
                    "linking");
            out.object("body")
                    .field("type", "onrecord:Dispute")
                    .field("onrecord:kind", dispute.kind().name());
            reference("onrecord:from", Names.statement(dispute.from()));
            reference("onrecord:to", Names.statement(dispute.to()));
            out.field("onrecord:confidence", dispute.confidence()).end();
            out.list("target");
            targets("EVIDENCE", Location.TEXT, dispute.evidence());
            out.endList();
            end();
        }
    }
}
