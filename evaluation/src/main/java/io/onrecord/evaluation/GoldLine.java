package io.onrecord.evaluation;

import static io.onrecord.evaluation.GoldFormatException.shown;

import io.onrecord.model.CodePoints;
import io.onrecord.model.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of a gold file of JSON Lines, an object.
 *
 * @param file it stands in
 * @param number of the line, from 1
 * @param json what it holds
 */
record GoldLine(Path file, int number, JsonNode json) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** All lines that are not blank. */
    static List<GoldLine> of(Path file) throws IOException {
        List<GoldLine> lines = new ArrayList<>();
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    lines.add(parse(file, number, number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line));
                }
            }
        } catch (CharacterCodingException e) {
            throw new GoldFormatException(file, number + 1, "this line or a later one is not UTF-8", e);
        }
        if (lines.isEmpty()) {
            throw new GoldFormatException(file, "nothing in it; expected one JSON object a line");
        }
        return lines;
    }

    private static GoldLine parse(Path file, int number, String line) throws GoldFormatException {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JacksonException e) {
            throw new GoldFormatException(file, number, "not a JSON object: " + shown(e.getOriginalMessage()), e);
        }
        if (!json.isObject()) {
            throw new GoldFormatException(file, number, "expected a JSON object");
        }
        return new GoldLine(file, number, json);
    }

    boolean has(String field) {
        return json.has(field);
    }

    String string(String field) throws GoldFormatException {
        @Nullable JsonNode value = json.get(field);
        if (value == null || !value.isString()) {
            throw problem("there is no string '" + field + "'");
        }
        return value.stringValue();
    }

    boolean flag(String field) throws GoldFormatException {
        @Nullable JsonNode value = json.get(field);
        if (value == null || !value.isBoolean()) {
            throw problem("'" + field + "' is neither true nor false");
        }
        return value.booleanValue();
    }

    /** A list of spans {@code [start, end]} in code points, in order. */
    List<Span> spans(String field, CodePoints points) throws GoldFormatException {
        @Nullable JsonNode list = json.get(field);
        if (list == null || !list.isArray()) {
            throw problem("there is no list '" + field + "'");
        }
        List<Span> spans = new ArrayList<>();
        for (JsonNode span : list.values()) {
            spans.add(span(span)
                    .filter(it -> it.end() <= points.length())
                    .map(it -> new Span(points.toUtf16(it.start()), points.toUtf16(it.end())))
                    .orElseThrow(() -> problem("a span of '" + field + "' is [start, end] within the text ("
                            + points.length() + " code points), not " + shown(span.toString()))));
        }
        return spans.stream().sorted().toList();
    }

    private static Optional<Span> span(JsonNode span) {
        boolean pair = span.isArray()
                && span.size() == 2
                && span.get(0).isInt()
                && span.get(1).isInt();
        if (!pair) {
            return Optional.empty();
        }
        int start = span.get(0).intValue();
        int end = span.get(1).intValue();
        return start < 0 || end <= start ? Optional.empty() : Optional.of(new Span(start, end));
    }

    GoldFormatException problem(String what) {
        return new GoldFormatException(file, number, what);
    }
}
