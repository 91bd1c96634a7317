package io.onrecord.evaluation;

import static io.onrecord.evaluation.GoldFormatException.shown;

import io.onrecord.evaluation.copies.CopyText;
import io.onrecord.model.Published;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/**
 * Texts of which it is known which are copies: JSON Lines, one text a line, {@code id}, {@code text}, {@code group} (copies of one
 * another have the same), perhaps {@code published}, {@code outlet}, {@code origin} (true for what the others of the group were made
 * from), {@code edits} (what was done to it), {@code like} (the group that a text resembles without being a copy) and {@code kind}
 * (how it resembles it).
 */
final class CopiesFile {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private CopiesFile() {}

    /** All texts, in the order of the file. */
    static List<CopyText> read(Path file) throws IOException {
        List<CopyText> texts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (GoldLine line : GoldLine.of(file)) {
            String id = line.string("id");
            if (!ids.add(id)) {
                throw line.problem("a second text has the id '" + shown(id) + "'");
            }
            texts.add(text(line, id));
        }
        return texts;
    }

    private static CopyText text(GoldLine line, String id) throws GoldFormatException {
        Optional<String> published = optional(line, "published");
        if (published.isPresent() && !Published.isIso(published.get())) {
            throw line.problem("'published' is ISO 8601 such as 2024-05-16 or 2024-05-16T18:02:00Z, not '"
                    + shown(published.get()) + "'");
        }
        try {
            return new CopyText(
                    id,
                    line.string("text"),
                    published,
                    optional(line, "outlet").orElse(""),
                    line.string("group"),
                    line.has("origin") && line.flag("origin"),
                    strings(line, "edits"),
                    optional(line, "like"),
                    optional(line, "kind"));
        } catch (IllegalArgumentException e) {
            throw line.problem(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> optional(GoldLine line, String field) throws GoldFormatException {
        return line.has(field) ? Optional.of(line.string(field)) : Optional.empty();
    }

    private static List<String> strings(GoldLine line, String field) throws GoldFormatException {
        @Nullable JsonNode list = line.json().get(field);
        List<String> strings = new ArrayList<>();
        if (list != null) {
            for (JsonNode value : list.values()) {
                if (!value.isString()) {
                    throw line.problem("'" + field + "' is a list of strings, and has " + shown(value.toString()));
                }
                strings.add(value.stringValue());
            }
        }
        return strings;
    }

    static void write(Path file, List<CopyText> texts) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (CopyText text : texts) {
                StringWriter line = new StringWriter();
                try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
                    write(json, text);
                }
                out.write(line + "\n");
            }
        }
    }

    private static void write(JsonGenerator json, CopyText text) {
        json.writeStartObject();
        json.writeStringProperty("id", text.id());
        text.published().ifPresent(date -> json.writeStringProperty("published", date));
        json.writeStringProperty("outlet", text.outlet());
        json.writeStringProperty("group", text.group());
        json.writeBooleanProperty("origin", text.origin());
        json.writeArrayPropertyStart("edits");
        text.edits().forEach(json::writeString);
        json.writeEndArray();
        text.like().ifPresent(group -> json.writeStringProperty("like", group));
        text.kind().ifPresent(kind -> json.writeStringProperty("kind", kind));
        json.writeStringProperty("text", text.text());
        json.writeEndObject();
    }
}
