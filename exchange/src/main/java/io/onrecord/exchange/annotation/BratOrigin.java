package io.onrecord.exchange.annotation;

import io.onrecord.model.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The file beside a text and its annotations that says of which article they are. */
final class BratOrigin {

    static final String ENDING = ".json";

    private static final List<String> FIELDS = List.of("article", "in", "digest", "statements");

    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BratOrigin() {}

    /** What the file says. */
    static String of(Sheet sheet) {
        StringWriter line = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            out.writeStartObject();
            out.writeStringProperty("article", sheet.article().id());
            out.writeStringProperty("in", Sheet.code(sheet.in()));
            out.writeStringProperty("digest", sheet.digest());
            out.writeStringProperty("statements", sheet.bases());
            out.writeEndObject();
        }
        return line + "\n";
    }

    /**
     * Reads it.
     *
     * @throws AnnotationFormatException if there is none, or it is not one
     */
    static Origin read(Path path) throws IOException {
        String file = path.toString();
        try (InputStream in = new Bounded(Files.newInputStream(path), file, Bounded.MOST_BRAT)) {
            JsonNode object = MAPPER.readTree(in);
            for (String field : FIELDS) {
                @Nullable JsonNode value = object.get(field);
                if (value == null || !value.isString()) {
                    throw problem(file, "the field '" + field + "' is missing, or no string");
                }
            }
            String written = object.get("in").stringValue();
            Location location = Sheet.location(written)
                    .orElseThrow(() -> problem(file, "'" + Lines.shown(written) + "' is neither text nor title"));
            return new Origin(
                    object.get("article").stringValue(),
                    location,
                    object.get("digest").stringValue(),
                    Origin.bases(file, 0, object.get("statements").stringValue()));
        } catch (NoSuchFileException e) {
            throw new AnnotationFormatException(
                    file,
                    0,
                    "is missing, which says of which article the annotations beside it are: copy it from the folder that"
                            + " was exported",
                    e);
        } catch (JacksonException e) {
            if (e.getCause() instanceof AnnotationFormatException known) {
                throw known;
            }
            throw new AnnotationFormatException(
                    file, 0, "not a JSON object: " + Lines.shown(String.valueOf(e.getOriginalMessage())), e);
        }
    }

    private static AnnotationFormatException problem(String file, String what) {
        return new AnnotationFormatException(file, 0, what);
    }
}
