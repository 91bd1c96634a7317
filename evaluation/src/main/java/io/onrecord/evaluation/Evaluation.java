package io.onrecord.evaluation;

import io.onrecord.model.Producer;
import java.io.StringWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * What a task found. Figures and counts keep the order in which the task gives them. Precision, recall and F1 are in
 * per cent, rounded to two decimals; a mean is as it is, rounded to four.
 *
 * @param task name of the task
 * @param file the gold file, as it was given
 * @param figures by name, such as {@code span.content.f1}; a figure that the gold cannot give is absent
 * @param counts behind the figures, by name: of a figure {@code X.p}, {@code X.r}, {@code X.f1} or {@code X.recall},
 *     {@code X.correct}, {@code X.predicted} and {@code X.gold}
 * @param producer what the figures were made with
 * @param notes sentences on how to take the figures; mostly none
 */
public record Evaluation(
        String task,
        String file,
        Map<String, Double> figures,
        Map<String, Long> counts,
        Producer producer,
        List<String> notes) {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    public Evaluation {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        notes = List.copyOf(notes);
        figures.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "figure " + name + " of the task " + task + " is " + value + ", not a number");
            }
        });
    }

    /** Figures that speak for themselves. */
    public Evaluation(
            String task, String file, Map<String, Double> figures, Map<String, Long> counts, Producer producer) {
        this(task, file, figures, counts, producer, List.of());
    }

    /**
     * One object on one line: {@code task}, {@code file}, {@code figures} and {@code counts} (name to number),
     * {@code producer} as a record has it, and {@code notes}, where there are any.
     */
    public String toJson() {
        StringWriter line = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            out.writeStartObject();
            out.writeStringProperty("task", task);
            out.writeStringProperty("file", file);
            out.writeObjectPropertyStart("figures");
            figures.forEach(out::writeNumberProperty);
            out.writeEndObject();
            out.writeObjectPropertyStart("counts");
            counts.forEach(out::writeNumberProperty);
            out.writeEndObject();
            out.writeObjectPropertyStart("producer");
            out.writeStringProperty("version", producer.version());
            out.writeStringProperty("model", producer.model());
            out.writeStringProperty("options", producer.options());
            out.writeEndObject();
            if (!notes.isEmpty()) {
                out.writeArrayPropertyStart("notes");
                notes.forEach(out::writeString);
                out.writeEndArray();
            }
            out.writeEndObject();
        }
        return line.toString();
    }

    /** The same for people: lines of text, ending in a line break. */
    public String toTable() {
        return new EvaluationTable(this).text();
    }
}
