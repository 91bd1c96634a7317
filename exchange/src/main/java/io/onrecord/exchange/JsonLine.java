package io.onrecord.exchange;

import io.onrecord.model.CodePoints;
import io.onrecord.model.Span;
import io.onrecord.model.StanceReading;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** One JSON object on one line, the order of the calls being that of its fields. */
final class JsonLine {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    private final JsonGenerator out;

    private JsonLine(JsonGenerator out) {
        this.out = out;
    }

    static String of(Consumer<JsonLine> fields) {
        StringWriter line = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            out.writeStartObject();
            fields.accept(new JsonLine(out));
            out.writeEndObject();
        }
        return line.toString();
    }

    void string(String name, String value) {
        out.writeStringProperty(name, Unicode.repaired(value));
    }

    void string(String name, Optional<String> value) {
        value.ifPresent(there -> string(name, there));
    }

    void number(String name, long value) {
        out.writeNumberProperty(name, value);
    }

    void flag(String name, boolean value) {
        out.writeBooleanProperty(name, value);
    }

    void none(String name) {
        out.writeNullProperty(name);
    }

    void strings(String name, List<String> values) {
        out.writeArrayPropertyStart(name);
        values.forEach(value -> out.writeString(Unicode.repaired(value)));
        out.writeEndArray();
    }

    void object(String name, Runnable fields) {
        out.writeObjectPropertyStart(name);
        fields.run();
        out.writeEndObject();
    }

    <T> void objects(String name, List<T> values, Consumer<T> fields) {
        out.writeArrayPropertyStart(name);
        for (T value : values) {
            out.writeStartObject();
            fields.accept(value);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** Each span as start and end in code points. */
    void spans(String name, List<Span> spans, CodePoints points) {
        out.writeArrayPropertyStart(name);
        for (Span span : spans) {
            out.writeStartArray();
            out.writeNumber(points.fromUtf16(span.start()));
            out.writeNumber(points.fromUtf16(span.end()));
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    /** Fields {@code stance}, {@code negated}, {@code hypothetical}, where there is one. */
    void stance(Optional<StanceReading> stance) {
        stance.ifPresent(reading -> {
            string("stance", reading.stance().name());
            flag("negated", reading.negated());
            flag("hypothetical", reading.hypothetical());
        });
    }
}
