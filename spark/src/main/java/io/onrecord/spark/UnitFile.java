package io.onrecord.spark;

import io.onrecord.encoder.EncodingException;
import io.onrecord.exchange.RecordJson;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.store.RecordRows;
import io.onrecord.store.StoreException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The file of one unit while it is written: a line a record, with its vectors, and a line for what was skipped, with the reason. The
 * file is there only when it is whole, and the mark beside it ({@link UnitMark}) only after it, so that a task that dies, or runs
 * twice, harms nothing. For one thread.
 */
final class UnitFile {

    /** What a line is. */
    static final String RECORD = "R";

    static final String SKIPPED = "S";

    private static final String END = ".lines.gz";

    private static final RecordJson JSON = new RecordJson(new RecordJson.Options(true, RecordJson.Offsets.UTF16));

    private final Writer out;
    private long lines;
    private long records;
    private long statements;
    private final Map<String, Long> skipped = new TreeMap<>();

    private UnitFile(Writer out) {
        this.out = out;
    }

    /** Puts the lines of a unit. */
    @FunctionalInterface
    interface Body {
        void writeTo(UnitFile file) throws IOException;
    }

    /**
     * Writes a unit's file, then its mark.
     *
     * @param attempt tells this attempt from every other
     * @param executor where it runs
     */
    static UnitMark write(String unit, Path folder, Configuration hadoop, long attempt, String executor, Body body)
            throws IOException {
        FileSystem files = folder.getFileSystem(hadoop);
        Path part = new Path(folder, "." + unit + "." + attempt + ".part");
        UnitFile file;
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(files.create(part, true)), StandardCharsets.UTF_8))) {
            file = new UnitFile(out);
            body.writeTo(file);
        } catch (IOException | RuntimeException e) {
            files.delete(part, false);
            throw e;
        }
        put(files, part, new Path(folder, name(unit)));
        UnitMark mark = new UnitMark(
                unit, file.records, file.statements, file.skipped, executor, Engine.process(), Engine.opened());
        mark.write(files, folder, attempt);
        return mark;
    }

    static String name(String unit) {
        return unit + END;
    }

    /** Two attempts may end at once; what they wrote is the same. */
    static void put(FileSystem files, Path part, Path whole) throws IOException {
        if (!files.rename(part, whole)) {
            files.delete(whole, false);
            if (!files.rename(part, whole) && !files.exists(whole)) {
                throw new IOException(part + " cannot be renamed to " + whole.getName());
            }
        }
    }

    /** How many lines there are. */
    long lines() {
        return lines;
    }

    /**
     * What became of one article.
     *
     * @param unit number, and number in it: of two records of one article the first by these is kept
     */
    void write(Outcome<ArticleRecord> outcome, int unit, long number, Engine engine) throws IOException {
        if (outcome instanceof Outcome.Skipped<ArticleRecord> left) {
            skip(left, unit, number);
            return;
        }
        ArticleRecord record = ((Outcome.Kept<ArticleRecord>) outcome).value();
        try {
            String line = line(record, unit, number, engine);
            out.write(line);
            lines++;
            records++;
            statements += record.statements().size();
        } catch (StoreException e) {
            skip(failed(record, Outcome.Stage.WRITING, e), unit, number);
        } catch (EncodingException e) {
            skip(failed(record, Outcome.Stage.ENCODING, e), unit, number);
        }
    }

    private static Outcome.Skipped<ArticleRecord> failed(ArticleRecord record, Outcome.Stage stage, Exception why) {
        return new Outcome.Skipped<>(record.article().address(), stage, String.valueOf(why.getMessage()));
    }

    private void skip(Outcome.Skipped<ArticleRecord> left, int unit, long number) throws IOException {
        out.write(String.join(
                        "\t",
                        SKIPPED,
                        String.valueOf(unit),
                        String.valueOf(number),
                        inLine(left.address()),
                        left.stage().name(),
                        inLine(left.why()))
                + "\n");
        lines++;
        skipped.merge(left.stage().name(), 1L, Long::sum);
    }

    private static String inLine(String words) {
        return words.replaceAll("[\\t\\r\\n]+", " ");
    }

    /** JSON has neither tabs nor line feeds of its own. */
    private static String line(ArticleRecord record, int unit, long number, Engine engine) {
        List<String> vectors = new ArrayList<>();
        for (byte[] vector : engine.vectors(record, contents(record))) {
            vectors.add(Base64.getEncoder().encodeToString(vector));
        }
        return String.join(
                        "\t",
                        RECORD,
                        String.valueOf(unit),
                        String.valueOf(number),
                        record.article().id(),
                        String.join(",", vectors),
                        JSON.write(record))
                + "\n";
    }

    /** What statements state, as a store has it; this also tells whether the record can be kept in tables. */
    private static List<String> contents(ArticleRecord record) {
        Optional<RecordRows> statements = RecordRows.of(record).stream()
                .filter(rows -> rows.table().equals("statement"))
                .findFirst();
        List<String> contents = new ArrayList<>();
        statements.ifPresent(rows -> {
            int column = rows.columns().indexOf("content");
            rows.rows().forEach(row -> contents.add((String) row.get(column)));
        });
        return contents;
    }
}
