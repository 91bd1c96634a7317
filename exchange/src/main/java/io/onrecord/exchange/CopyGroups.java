package io.onrecord.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.onrecord.copies.Link;
import io.onrecord.exchange.CopyGroup.Copy;
import io.onrecord.exchange.CopyGroup.Item;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Groups of copies as lines for programs. Pure functions, for any number of threads. */
public final class CopyGroups {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    private static final List<String> COLUMNS =
            List.of("group", "kind", "score", "id", "address", "outlet", "published", "title");

    private CopyGroups() {}

    /**
     * One JSON object, without a line break: {@code origin} ({@code id}, {@code address} and, where known, {@code outlet}, {@code
     * published}, {@code title}) and {@code copies}, each with {@code kind} (exact, near or contained) and {@code score} (0 to 1, two
     * digits) before the same.
     */
    public static String json(CopyGroup group) {
        StringWriter line = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            out.writeStartObject();
            out.writeObjectPropertyStart("origin");
            write(out, group.origin());
            out.writeEndObject();
            out.writeArrayPropertyStart("copies");
            for (Copy copy : group.copies()) {
                out.writeStartObject();
                out.writeStringProperty("kind", copy.link().kind().label());
                out.writeNumberProperty("score", Math.round(100 * copy.link().score()) / 100.0);
                write(out, copy.article());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return line.toString();
    }

    private static void write(JsonGenerator out, Item item) {
        out.writeStringProperty("id", item.id());
        out.writeStringProperty("address", item.address());
        item.outlet().ifPresent(value -> out.writeStringProperty("outlet", value));
        item.published().ifPresent(value -> out.writeStringProperty("published", value));
        item.title().ifPresent(value -> out.writeStringProperty("title", value));
    }

    /** The first line of the table, with its line break: {@code group,kind,score,id,address,outlet,published,title}. */
    public static String csvHeader() {
        return csv(List.of(COLUMNS));
    }

    /**
     * The rows of a group, RFC 4180 but for the line breaks, which are those of Unix: the origin first, its kind {@code origin} and no
     * score.
     *
     * @param number of the group, which all its rows begin with
     */
    public static String csv(long number, CopyGroup group) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(number, "origin", "", group.origin()));
        for (Copy copy : group.copies()) {
            rows.add(row(number, copy.link().kind().label(), score(copy.link()), copy.article()));
        }
        return csv(rows);
    }

    private static String score(Link link) {
        return String.format(Locale.ROOT, "%.2f", link.score());
    }

    private static List<String> row(long number, String kind, String score, Item item) {
        return List.of(
                String.valueOf(number),
                kind,
                score,
                item.id(),
                item.address(),
                text(item.outlet()),
                text(item.published()),
                text(item.title()));
    }

    private static String text(Optional<String> value) {
        return value.orElse("");
    }

    private static String csv(List<List<String>> rows) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes what is written", e);
        }
        return out.toString();
    }
}
