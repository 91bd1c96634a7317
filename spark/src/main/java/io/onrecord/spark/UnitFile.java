package io.onrecord.spark;

import io.onrecord.encoder.EncodingException;
import io.onrecord.exchange.RecordFormatException;
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
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
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
        /** Puts all, and gives the unit's id, which must tell what is in the file. */
        String writeTo(UnitFile file) throws IOException;
    }

    /**
     * Writes a unit's file, then its mark. Where another attempt has put both, they stay, and what was written here goes.
     *
     * @param executor where it runs
     */
    static UnitMark write(Path folder, Configuration hadoop, String executor, Body body) throws IOException {
        FileSystem files = folder.getFileSystem(hadoop);
        Path part = part(folder);
        String unit;
        UnitFile file;
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(files.create(part, true)), StandardCharsets.UTF_8))) {
            file = new UnitFile(out);
            unit = body.writeTo(file);
        } catch (IOException | RuntimeException e) {
            files.delete(part, false);
            throw e;
        }
        Path whole = new Path(folder, name(unit));
        Optional<UnitMark> other = UnitMark.find(files, folder, unit);
        if (other.isPresent() && files.exists(whole)) {
            files.delete(part, false);
            return other.get();
        }
        put(files, part, whole);
        UnitMark mark = new UnitMark(
                unit, file.records, file.statements, file.skipped, executor, Engine.process(), Engine.opened());
        mark.write(files, folder);
        return mark;
    }

    static String name(String unit) {
        return unit + END;
    }

    /** The unit whose file has a name; empty for other files. */
    static Optional<String> unit(String name) {
        return name.endsWith(END) && !name.startsWith(".")
                ? Optional.of(name.substring(0, name.length() - END.length()))
                : Optional.empty();
    }

    /** A name that no other attempt has, not even one of an earlier run, whose numbers begin anew. */
    static Path part(Path folder) {
        return new Path(folder, "." + UUID.randomUUID() + ".part");
    }

    /**
     * Gives a file that is whole its name. Where that is taken the file behind it goes before, since no file system but a few replaces
     * one: two attempts may end at once; what they wrote is the same.
     */
    static void put(FileSystem files, Path part, Path whole) throws IOException {
        if (renamed(files, part, whole)) {
            return;
        }
        files.delete(whole, false);
        if (!renamed(files, part, whole)) {
            boolean there = files.exists(whole);
            files.delete(part, false);
            if (!there) {
                throw new IOException(part + " cannot be renamed to " + whole.getName());
            }
        }
    }

    /** Some file systems say no where others throw. */
    private static boolean renamed(FileSystem files, Path from, Path to) throws IOException {
        try {
            return files.rename(from, to);
        } catch (FileAlreadyExistsException | java.nio.file.FileAlreadyExistsException e) {
            return false;
        }
    }

    /**
     * What became of one article. Of two records of one article in a file the first is kept, of two in different files that in the
     * first: a unit does not know where it stands among the others, which a later run may tell otherwise.
     */
    void write(Outcome<ArticleRecord> outcome, Engine engine) throws IOException {
        if (outcome instanceof Outcome.Skipped<ArticleRecord> left) {
            skip(left);
            return;
        }
        ArticleRecord record = ((Outcome.Kept<ArticleRecord>) outcome).value();
        try {
            String line = line(record, engine);
            out.write(line);
            lines++;
            records++;
            statements += record.statements().size();
        } catch (StoreException | RecordFormatException e) {
            skip(failed(record, Outcome.Stage.WRITING, e));
        } catch (EncodingException e) {
            skip(failed(record, Outcome.Stage.ENCODING, e));
        }
    }

    private static Outcome.Skipped<ArticleRecord> failed(ArticleRecord record, Outcome.Stage stage, Exception why) {
        return new Outcome.Skipped<>(record.article().address(), stage, String.valueOf(why.getMessage()));
    }

    private void skip(Outcome.Skipped<ArticleRecord> left) throws IOException {
        out.write(String.join(
                        "\t",
                        SKIPPED,
                        String.valueOf(lines),
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
    private String line(ArticleRecord record, Engine engine) {
        List<String> vectors = new ArrayList<>();
        for (byte[] vector : engine.vectors(record, contents(record))) {
            vectors.add(Base64.getEncoder().encodeToString(vector));
        }
        return String.join(
                        "\t",
                        RECORD,
                        String.valueOf(lines),
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
