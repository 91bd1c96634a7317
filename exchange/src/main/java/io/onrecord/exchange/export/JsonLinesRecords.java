package io.onrecord.exchange.export;

import io.onrecord.exchange.RecordFormatException;
import io.onrecord.exchange.RecordJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Whole records, format {@code onrecord/1}, one a line, as {@code read --format jsonl} writes them. */
public final class JsonLinesRecords implements RecordFormat {

    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public String about() {
        return "the records themselves, one a line (onrecord/1), which import takes";
    }

    @Override
    public List<String> endings() {
        return new JsonLinesRows().endings();
    }

    @Override
    public Set<Subject> subjects() {
        return Set.of(Subject.RECORDS);
    }

    /** Another store is to know the engine's record from what people put right. */
    @Override
    public boolean hasCorrections() {
        return false;
    }

    @Override
    public Exporter open(Subject subject, OutputStream out, ExportOptions options) {
        return new Lines(
                new RecordJson(new RecordJson.Options(options.withText(), options.offsets())),
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }

    /** The lines. */
    private static final class Lines implements Exporter {

        private final RecordJson json;
        private final Writer out;

        Lines(RecordJson json, Writer out) {
            this.json = json;
            this.out = out;
        }

        @Override
        public void add(ExportItem item) throws IOException {
            out.write(line(item));
            out.write('\n');
        }

        private String line(ExportItem item) {
            try {
                return json.write(item.record());
            } catch (RecordFormatException e) {
                throw new UnfitRecordException(String.valueOf(e.getMessage()), e);
            }
        }

        @Override
        public void finish() throws IOException {
            out.flush();
        }

        @Override
        public void close() {
            // Nothing is held that would have to go; the stream is the caller's.
        }
    }
}
