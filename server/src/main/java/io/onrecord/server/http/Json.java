package io.onrecord.server.http;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.onrecord.server.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as JSON and back: a field for each component, nothing for what is empty. What a program sends is held to the fields that are known, so
 * that a slip does not pass as something left out.
 */
public final class Json {

    private static final int DEEP = 50;
    private static final int LONG = 4_000_000;
    /** Three bytes of a body make an object of forty. */
    private static final int TOKENS = 2_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEP)
                            .maxStringLength(LONG)
                            .maxTokenCount(TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // A component of a record is a field; what else can be asked of a record, such as isIdle, is none.
            .changeDefaultVisibility(was -> was.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .changeDefaultPropertyInclusion(
                    was -> JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .build();

    private Json() {}

    static void write(Object value, OutputStream out) throws IOException {
        out.write(bytes(value));
    }

    /** A record as JSON, in UTF-8. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JacksonException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /**
     * Reads what a program sent.
     *
     * @throws Problem with status 400 if it is not JSON, or not of this form
     */
    public static <T> T read(InputStream in, Class<T> type) throws IOException {
        try {
            return MAPPER.readValue(in, type);
        } catch (JacksonException e) {
            throw new Problem(400, "Bad request", "the body is not as it should be: " + brief(e), e);
        }
    }

    /**
     * Reads what a program sent, if anything.
     *
     * @throws Problem with status 400 if it is not JSON, or not of this form
     */
    public static <T> Optional<T> readIfAny(InputStream in, Class<T> type) throws IOException {
        PushbackInputStream body = new PushbackInputStream(in);
        int first = body.read();
        if (first < 0) {
            return Optional.empty();
        }
        body.unread(first);
        return Optional.of(read(body, type));
    }

    private static String brief(JacksonException problem) {
        String message = String.valueOf(problem.getOriginalMessage());
        return Problem.quoted(message.replaceAll("\\(.*", "").strip())
                + (problem.getLocation() == null
                        ? ""
                        : " in line " + problem.getLocation().getLineNr());
    }
}
