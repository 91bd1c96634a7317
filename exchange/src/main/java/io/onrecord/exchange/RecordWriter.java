package io.onrecord.exchange;

import static io.onrecord.exchange.RecordFormatException.shown;

import io.onrecord.exchange.RecordJson.Offsets;
import io.onrecord.exchange.RecordJson.Options;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Capture;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Dispute;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Role;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes one record; made for one call, by one thread. The order of the calls is the order of the fields. */
final class RecordWriter {

    /** The fast writer gives the shortest form of a double on every JDK; {@code Double.toString} does only since 19. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    private final JsonGenerator out;
    private final Options options;
    private final ArticleRecord record;
    private final Scale text;
    private final Scale title;

    private RecordWriter(JsonGenerator out, ArticleRecord record, Options options) {
        this.out = out;
        this.options = options;
        this.record = record;
        this.text = new Scale(record.article().text().value(), options.offsets());
        this.title = new Scale(record.article().metadata().title().orElse(""), options.offsets());
    }

    static String write(ArticleRecord record, Options options) {
        StringWriter line = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            new RecordWriter(out, record, options).write();
        }
        return line.toString();
    }

    private void write() {
        out.writeStartObject();
        string("format", RecordJson.FORMAT);
        string("offsets", options.offsets().code());
        article(record.article());
        out.writeArrayPropertyStart("speakers");
        record.speakers().forEach(this::speaker);
        out.writeEndArray();
        out.writeArrayPropertyStart("statements");
        record.statements().forEach(this::statement);
        out.writeEndArray();
        out.writeArrayPropertyStart("disputes");
        record.disputes().forEach(this::dispute);
        out.writeEndArray();
        producer(record.producer());
        out.writeEndObject();
    }

    private void article(Article article) {
        Metadata metadata = article.metadata();
        out.writeObjectPropertyStart("article");
        string("id", article.id());
        string("address", article.address());
        string("outlet", metadata.outlet());
        string("title", metadata.title());
        strings("authors", metadata.authors());
        metadata.published().ifPresent(this::published);
        string("language", metadata.language());
        out.writeNumberProperty("length", text.at(article.text().length()));
        if (options.withText()) {
            string("text", article.text().value());
            paragraphs(article.text().paragraphs());
        }
        string("agency", metadata.agency());
        metadata.capture().ifPresent(this::capture);
        from(metadata.from());
        out.writeEndObject();
    }

    private void published(Published published) {
        out.writeObjectPropertyStart("published");
        string("value", published.value());
        string("from", published.from());
        out.writeEndObject();
    }

    private void paragraphs(List<Span> paragraphs) {
        out.writeArrayPropertyStart("paragraphs");
        for (Span paragraph : paragraphs) {
            out.writeStartObject();
            range(paragraph, text);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void capture(Capture capture) {
        out.writeObjectPropertyStart("capture");
        string("time", capture.time());
        string("address", capture.address());
        string("warcRecord", capture.warcRecord());
        string("digest", capture.digest());
        string("truncated", capture.truncated());
        out.writeEndObject();
    }

    private void from(Map<String, String> origins) {
        if (!origins.isEmpty()) {
            out.writeObjectPropertyStart("from");
            origins.forEach(this::string);
            out.writeEndObject();
        }
    }

    private void speaker(Speaker speaker) {
        out.writeStartObject();
        string("id", speaker.id());
        string("name", speaker.name());
        string("kind", speaker.kind().name());
        if (!speaker.roles().isEmpty()) {
            out.writeArrayPropertyStart("roles");
            speaker.roles().forEach(this::role);
            out.writeEndArray();
        }
        strings("descriptions", speaker.descriptions());
        strings("aliases", speaker.aliases());
        if (!speaker.external().isEmpty()) {
            out.writeObjectPropertyStart("external");
            speaker.external().forEach((base, id) -> {
                valid(base);
                string(base, id);
            });
            out.writeEndObject();
        }
        if (speaker.count().isPresent()) {
            out.writeNumberProperty("count", speaker.count().getAsInt());
        }
        out.writeEndObject();
    }

    private void role(Role role) {
        out.writeStartObject();
        string("title", role.title());
        string("of", role.of());
        out.writeEndObject();
    }

    private void statement(Statement statement) {
        Attribution words = statement.attribution();
        Scale scale = words.in() == Location.TITLE ? title : text;
        out.writeStartObject();
        string("id", statement.id());
        if (words.in() == Location.TITLE) {
            string("in", "title");
        }
        string("form", words.form().name());
        statement.stance().ifPresent(reading -> {
            string("stance", reading.stance().name());
            out.writeBooleanProperty("negated", reading.negated());
            out.writeBooleanProperty("hypothetical", reading.hypothetical());
        });
        if (statement.furniture()) {
            out.writeBooleanProperty("furniture", true);
        }
        spans("source", words.source(), scale);
        spans("cue", words.cue(), scale);
        spans("content", words.content(), scale);
        resolution(statement.speaker());
        strings("about", statement.about());
        if (!statement.addressee().isEmpty()) {
            spans("addressee", statement.addressee(), scale);
        }
        if (statement.within().isEmpty()) {
            out.writeNullProperty("within");
        }
        string("within", statement.within());
        statement.date().ifPresent(this::date);
        confidence(words.confidence());
        out.writeEndObject();
    }

    private void resolution(Resolution resolution) {
        if (resolution instanceof Resolution.Unresolved unresolved) {
            out.writeNullProperty("speaker");
            string("unresolved", unresolved.reason());
        } else if (resolution instanceof Resolution.Resolved resolved) {
            out.writeObjectPropertyStart("speaker");
            string("id", resolved.speakerId());
            string("name", resolved.name());
            string("via", resolved.via());
            out.writeNumberProperty("confidence", resolved.confidence());
            string("why", resolved.why());
            out.writeEndObject();
        }
    }

    private void date(StatementDate date) {
        out.writeObjectPropertyStart("date");
        string("value", date.value());
        string("precision", date.precision().name());
        string("basis", date.basis().name());
        string("text", date.text());
        out.writeEndObject();
    }

    private void confidence(Confidence confidence) {
        out.writeObjectPropertyStart("confidence");
        out.writeNumberProperty("statement", confidence.statement());
        confidence.source().ifPresent(value -> out.writeNumberProperty("source", value));
        confidence.cue().ifPresent(value -> out.writeNumberProperty("cue", value));
        out.writeNumberProperty("content", confidence.content());
        out.writeEndObject();
    }

    private void dispute(Dispute dispute) {
        out.writeStartObject();
        string("from", dispute.from());
        string("to", dispute.to());
        string("kind", dispute.kind().name());
        spans("evidence", dispute.evidence(), text);
        out.writeNumberProperty("confidence", dispute.confidence());
        out.writeEndObject();
    }

    private void producer(Producer producer) {
        out.writeObjectPropertyStart("producer");
        string("version", producer.version());
        string("model", producer.model());
        string("options", producer.options());
        out.writeEndObject();
    }

    private void spans(String name, List<Span> spans, Scale scale) {
        out.writeArrayPropertyStart(name);
        for (Span span : spans) {
            out.writeStartObject();
            range(span, scale);
            string("text", span.of(scale.text()));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void range(Span span, Scale scale) {
        if (scale.cuts(span.start()) || scale.cuts(span.end())) {
            throw new RecordFormatException(
                    pointer(),
                    "the range " + span + " (UTF-16 units) cuts a surrogate pair in two; ranges begin and end between"
                            + " characters");
        }
        out.writeNumberProperty("start", scale.at(span.start()));
        out.writeNumberProperty("end", scale.at(span.end()));
    }

    private void string(String name, Optional<String> value) {
        if (value.isPresent()) {
            string(name, value.get());
        }
    }

    private void string(String name, String value) {
        out.writeName(name);
        out.writeString(valid(value));
    }

    /** A list that may be absent: absent when it is empty. */
    private void strings(String name, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        out.writeArrayPropertyStart(name);
        values.forEach(value -> out.writeString(valid(value)));
        out.writeEndArray();
    }

    /** UTF-8 has no form for a lone surrogate; what would come out is another text. */
    private String valid(String value) {
        int lone = Unicode.loneSurrogate(value);
        if (lone >= 0) {
            throw new RecordFormatException(
                    pointer(),
                    "'" + shown(value) + "' has a lone surrogate at UTF-16 offset " + lone
                            + " and is not valid Unicode; decode the input again, or leave this article out");
        }
        return value;
    }

    private String pointer() {
        return out.streamWriteContext().pathAsPointer().toString();
    }

    /** A text and the unit in which its offsets are written. */
    private record Scale(String text, CodePoints points, Offsets unit) {
        Scale(String text, Offsets unit) {
            this(text, CodePoints.of(text), unit);
        }

        int at(int utf16) {
            return unit == Offsets.UTF16 ? utf16 : points.fromUtf16(utf16);
        }

        boolean cuts(int utf16) {
            return Unicode.insidePair(text, utf16);
        }
    }
}
