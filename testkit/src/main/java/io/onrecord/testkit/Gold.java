package io.onrecord.testkit;

import io.onrecord.model.CodePoints;
import io.onrecord.model.Form;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gold passages (see the README beside them): short texts with what is right for each. Spans count UTF-16 units, as
 * everywhere in Java. Rules are tuned on the open half and judged on the reserved one.
 */
public final class Gold {

    private static final JsonMapper JSON = new JsonMapper();

    private Gold() {}

    /** The two halves of each set. */
    public enum Half {
        /** To tune on. */
        OPEN,
        /** To judge on, and not to look into. */
        RESERVED
    }

    /**
     * The form of one statement.
     *
     * @param id of the passage
     * @param text each line a paragraph
     * @param content of the statement
     * @param form what its quotation marks make it
     * @param kind the kind of typography
     * @param note the same in words
     */
    public record FormPassage(String id, Text text, List<Span> content, Form form, String kind, String note) {
        public FormPassage {
            content = List.copyOf(content);
        }
    }

    /**
     * A passage in which nobody states anything.
     *
     * @param id of the passage
     * @param text each line a paragraph
     * @param kind the kind of trap
     * @param note the same in words
     */
    public record AlonePassage(String id, Text text, String kind, String note) {}

    /**
     * A passage with all its statements.
     *
     * @param id of the passage
     * @param text each line a paragraph
     * @param attributions all of them
     * @param kind what makes it hard
     */
    public record AttributionPassage(String id, Text text, List<Parts> attributions, String kind) {
        public AttributionPassage {
            attributions = List.copyOf(attributions);
        }
    }

    /**
     * A passage with page furniture among its paragraphs.
     *
     * @param id of the passage
     * @param text each line a paragraph
     * @param furniture the paragraphs that are furniture
     * @param kind the kind of furniture, or of what looks like it
     * @param note the same in words
     */
    public record FurniturePassage(String id, Text text, List<Span> furniture, String kind, String note) {
        public FurniturePassage {
            furniture = List.copyOf(furniture);
        }
    }

    /** The words of one statement. */
    public record Parts(List<Span> source, List<Span> cue, List<Span> content) {
        public Parts {
            source = List.copyOf(source);
            cue = List.copyOf(cue);
            content = List.copyOf(content);
        }
    }

    public static List<FormPassage> forms(Half half) {
        return load(
                "form",
                half,
                passage -> new FormPassage(
                        passage.string("id"),
                        passage.text(),
                        passage.spans(passage.json().required("content")),
                        Form.valueOf(passage.string("form")),
                        passage.string("case"),
                        passage.string("note")));
    }

    public static List<AlonePassage> alone(Half half) {
        return load(
                "alone",
                half,
                passage -> new AlonePassage(
                        passage.string("id"), passage.text(), passage.string("case"), passage.string("note")));
    }

    public static List<AttributionPassage> attributions(Half half) {
        return load("attribution", half, passage -> {
            List<Parts> attributions = new ArrayList<>();
            for (JsonNode parts : passage.json().required("attributions")) {
                attributions.add(new Parts(
                        passage.spans(parts.required("source")),
                        passage.spans(parts.required("cue")),
                        passage.spans(parts.required("content"))));
            }
            return new AttributionPassage(passage.string("id"), passage.text(), attributions, passage.string("case"));
        });
    }

    public static List<FurniturePassage> furniture(Half half) {
        return load("furniture", half, passage -> {
            List<Span> furniture = new ArrayList<>();
            for (JsonNode paragraph : passage.json().required("furniture")) {
                furniture.add(passage.text().paragraphs().get(paragraph.asInt()));
            }
            return new FurniturePassage(
                    passage.string("id"), passage.text(), furniture, passage.string("case"), passage.string("note"));
        });
    }

    private static <T> List<T> load(String set, Half half, Function<Passage, T> form) {
        String name = "gold/" + set + "-" + half.name().toLowerCase(Locale.ROOT) + ".jsonl";
        try (InputStream in = Gold.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> form.apply(Passage.of(JSON.readTree(line))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of a gold file, with the map from its offsets to ours. */
    private record Passage(JsonNode json, Text text, CodePoints points) {

        static Passage of(JsonNode json) {
            String value = json.required("text").asString();
            return new Passage(json, Paragraphs.ofLines(value), CodePoints.of(value));
        }

        String string(String field) {
            return json.required(field).asString();
        }

        List<Span> spans(JsonNode pairs) {
            List<Span> spans = new ArrayList<>();
            for (JsonNode pair : pairs) {
                spans.add(new Span(
                        points.toUtf16(pair.required(0).asInt()),
                        points.toUtf16(pair.required(1).asInt())));
            }
            return spans;
        }
    }
}
