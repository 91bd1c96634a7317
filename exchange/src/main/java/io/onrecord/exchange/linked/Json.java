package io.onrecord.exchange.linked;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** JSON written in the order of the calls. A half of a surrogate pair, which no file can hold, becomes U+FFFD. For one thread. */
final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .rootValueSeparator("")
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    private final Writer writer;
    private final JsonGenerator out;

    /** @param target is not closed, and written as UTF-8 */
    Json(OutputStream target) {
        this.writer = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        this.out = FACTORY.createGenerator(ObjectWriteContext.empty(), writer);
    }

    Json object() {
        out.writeStartObject();
        return this;
    }

    Json object(String name) {
        out.writeObjectPropertyStart(name);
        return this;
    }

    Json end() {
        out.writeEndObject();
        return this;
    }

    Json list(String name) {
        out.writeArrayPropertyStart(name);
        return this;
    }

    Json endList() {
        out.writeEndArray();
        return this;
    }

    Json value(String value) {
        out.writeString(valid(value));
        return this;
    }

    Json field(String name, String value) {
        out.writeStringProperty(name, valid(value));
        return this;
    }

    Json field(String name, Optional<String> value) {
        value.ifPresent(some -> field(name, some));
        return this;
    }

    Json field(String name, int value) {
        out.writeNumberProperty(name, value);
        return this;
    }

    Json field(String name, double value) {
        out.writeNumberProperty(name, value);
        return this;
    }

    Json field(String name, boolean value) {
        out.writeBooleanProperty(name, value);
        return this;
    }

    /** A list of strings; nothing where it is empty. */
    Json strings(String name, List<String> values) {
        if (!values.isEmpty()) {
            list(name);
            values.forEach(this::value);
            endList();
        }
        return this;
    }

    /** Characters as they are, between values. */
    Json raw(String characters) {
        out.writeRaw(characters);
        return this;
    }

    /** Hands all that was written to the target. */
    void flush() throws IOException {
        writing(out::flush);
        writer.flush();
    }

    /** Runs what writes; what is wrong with the target comes out as itself, not as Jackson wraps it. */
    static void writing(Runnable writes) throws IOException {
        try {
            writes.run();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private static String valid(String value) {
        if (value.codePoints().noneMatch(Json::isHalf)) {
            return value;
        }
        return value.codePoints()
                .map(c -> isHalf(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHalf(int c) {
        return Character.getType(c) == Character.SURROGATE;
    }
}
