package io.onrecord.exchange;

import io.onrecord.model.Outcome;
import io.onrecord.model.Producer;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The report of a run, one JSON object a line (format {@code onrecord-report/1}): a first line that says what was run, a
 * line for each input that was skipped and each notice as they come, and a last line with the counts, which a run that
 * did not end lacks. Holds nothing in memory. For one thread.
 */
public final class ReportWriter implements Closeable {

    /** Name and version of the format. */
    public static final String FORMAT = "onrecord-report/1";

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * What became of the inputs of a run.
     *
     * @param articles read by this run
     * @param alreadyWritten read by an earlier run that this one went on from
     * @param statements in the articles read by this run
     * @param skipped how many inputs were skipped, by stage
     */
    public record Counts(long articles, long alreadyWritten, long statements, Map<Outcome.Stage, Long> skipped) {
        public Counts {
            skipped = Map.copyOf(skipped);
        }
    }

    private final Writer lines;

    /** Closes the writer when it is closed itself. */
    public ReportWriter(Writer lines) {
        this.lines = lines;
    }

    /** The first line. */
    public void begin(Producer producer, List<String> inputs, Instant started) throws IOException {
        line(out -> {
            out.writeStringProperty("format", FORMAT);
            out.writeStringProperty("started", started.toString());
            out.writeArrayPropertyStart("inputs");
            inputs.forEach(input -> out.writeString(Unicode.repaired(input)));
            out.writeEndArray();
            out.writeObjectPropertyStart("producer");
            out.writeStringProperty("version", producer.version());
            out.writeStringProperty("model", producer.model());
            out.writeStringProperty("options", producer.options());
            out.writeEndObject();
        });
    }

    /** An input that was left out. */
    public void skipped(Outcome.Skipped<?> skipped) throws IOException {
        line(out -> {
            out.writeObjectPropertyStart("skipped");
            string(out, "address", skipped.address());
            out.writeStringProperty("stage", name(skipped.stage()));
            string(out, "why", skipped.why());
            out.writeEndObject();
        });
    }

    /** Something decided about an input that was read. */
    public void notice(String address, String message) throws IOException {
        line(out -> {
            out.writeObjectPropertyStart("notice");
            string(out, "address", address);
            string(out, "message", message);
            out.writeEndObject();
        });
    }

    /** The last line. */
    public void end(Counts counts, Instant ended) throws IOException {
        line(out -> {
            out.writeStringProperty("ended", ended.toString());
            out.writeNumberProperty("articles", counts.articles());
            out.writeNumberProperty("alreadyWritten", counts.alreadyWritten());
            out.writeNumberProperty("statements", counts.statements());
            out.writeObjectPropertyStart("skippedByStage");
            for (Outcome.Stage stage : Outcome.Stage.values()) {
                long count = counts.skipped().getOrDefault(stage, 0L);
                if (count > 0) {
                    out.writeNumberProperty(name(stage), count);
                }
            }
            out.writeEndObject();
        });
    }

    private void line(Consumer<JsonGenerator> fields) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            out.writeStartObject();
            fields.accept(out);
            out.writeEndObject();
        }
        lines.write(line.append('\n').toString());
        lines.flush();
    }

    private static void string(JsonGenerator out, String field, String value) {
        out.writeStringProperty(field, Unicode.repaired(value));
    }

    private static String name(Outcome.Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
