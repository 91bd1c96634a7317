package io.onrecord.exchange.export;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Lists and objects as JSON in one cell. */
final class Json {

    /** Shortest forms of numbers on every JDK; only what JSON demands is escaped. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    private Json() {}

    static String write(Consumer<JsonGenerator> value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            value.accept(out);
        }
        return text.toString();
    }

    /** An array of strings; absent where there are none. */
    static Cell strings(List<String> values) {
        return values.isEmpty()
                ? Cell.Absent.ABSENT
                : Cell.of(write(out -> {
                    out.writeStartArray();
                    values.forEach(out::writeString);
                    out.writeEndArray();
                }));
    }

    /** An object of strings; absent where there are none. */
    static Cell object(Map<String, String> values) {
        return values.isEmpty()
                ? Cell.Absent.ABSENT
                : Cell.of(write(out -> {
                    out.writeStartObject();
                    values.forEach(out::writeStringProperty);
                    out.writeEndObject();
                }));
    }
}
