package io.onrecord.spark;

import io.onrecord.Records;
import io.onrecord.encoder.EncodingException;
import io.onrecord.exchange.RecordJson;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import io.onrecord.spark.ReadUnit.Kind;
import io.onrecord.spark.ReadUnit.Piece;
import io.onrecord.store.RecordRows;
import io.onrecord.store.StoreException;
import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads one unit, on one thread of an executor: articles stream in, lines stream out to a file of the unit's own; a few articles are
 * in memory at a time. What is no article, or fails, becomes a line with the reason. The file is there only when it is whole, and the
 * mark beside it ({@link UnitMark}) only after it, so that a task that dies, or runs twice, harms nothing.
 */
final class UnitReader {

    /** What a line of a unit's file is. */
    static final String RECORD = "R";

    static final String SKIPPED = "S";

    private static final RecordJson JSON = new RecordJson(new RecordJson.Options(true, RecordJson.Offsets.UTF16));
    private static final Pattern NUMBERED = Pattern.compile("(.*):(\\d+)", Pattern.DOTALL);

    private final Engine.Wanted wanted;
    private final Engine engine;
    private final Configuration hadoop;
    private final ArticleReader reader;

    UnitReader(Engine.Wanted wanted, Configuration hadoop) {
        this.wanted = wanted;
        this.engine = Engine.of(wanted);
        this.hadoop = hadoop;
        this.reader = new ArticleReader(wanted.reading());
    }

    /** What came of a unit so far. */
    private static final class Tally {
        private long lines;
        private long records;
        private long statements;
        private final Map<String, Long> skipped = new TreeMap<>();
    }

    /**
     * Reads a unit to its file, and puts the mark.
     *
     * @param work folder of the units' files
     * @param attempt tells this attempt from every other
     * @param executor where it runs
     */
    UnitMark read(ReadUnit unit, String work, long attempt, String executor) throws IOException {
        Path folder = new Path(work);
        FileSystem files = folder.getFileSystem(hadoop);
        Path part = new Path(folder, "." + unit.id() + "." + attempt + ".part");
        Tally tally = new Tally();
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(files.create(part, true)), StandardCharsets.UTF_8))) {
            for (Piece piece : unit.pieces()) {
                read(piece, unit.number(), out, tally);
            }
        } catch (IOException | RuntimeException e) {
            files.delete(part, false);
            throw e;
        }
        put(files, part, new Path(folder, file(unit)));
        UnitMark mark = new UnitMark(
                unit.id(), tally.records, tally.statements, tally.skipped, executor, Engine.process(), Engine.opened());
        mark.write(files, folder, attempt);
        return mark;
    }

    static String file(ReadUnit unit) {
        return unit.id() + ".lines.gz";
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

    private void read(Piece piece, int unit, Writer out, Tally tally) throws IOException {
        Path path = new Path(piece.path());
        try (InputStream in = open(piece, path);
                Articles articles = reader.open(new Item(piece.address(), Known.named(name(piece)), in), note -> {});
                Records records = engine.read(renumbered(articles, piece))) {
            while (records.hasNext()) {
                write(records.next(), unit, out, tally);
            }
        } catch (FileNotFoundException e) {
            write(
                    new Outcome.Skipped<>(
                            piece.address(), Outcome.Stage.READING, "the file is gone since it was listed"),
                    unit,
                    out,
                    tally);
        }
    }

    private static String name(Piece piece) {
        return piece.kind() == Kind.PARQUET ? piece.name() + ".jsonl" : piece.name();
    }

    private InputStream open(Piece piece, Path path) throws IOException {
        if (piece.kind() == Kind.PARQUET) {
            return new ParquetLines(path, piece, hadoop);
        }
        FSDataInputStream in = path.getFileSystem(hadoop).open(path);
        in.seek(piece.from());
        return new Stretch(in, piece.length());
    }

    /** Lines of a part have the numbers that they have in the file; a part without any is nothing to tell of. */
    private static Iterator<Outcome<Article>> renumbered(Articles articles, Piece piece) {
        return piece.whole() ? articles : new Renumbered(articles, piece);
    }

    private static final class Renumbered implements Iterator<Outcome<Article>> {

        private final Articles articles;
        private final Piece piece;
        private @Nullable Outcome<Article> next;

        Renumbered(Articles articles, Piece piece) {
            this.articles = articles;
            this.piece = piece;
        }

        @Override
        public boolean hasNext() {
            while (next == null && articles.hasNext()) {
                next = renumbered(articles.next());
            }
            return next != null;
        }

        @Override
        public Outcome<Article> next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException("all articles have been read");
            }
            Outcome<Article> given = next;
            next = null;
            return given;
        }

        private @Nullable Outcome<Article> renumbered(Outcome<Article> outcome) {
            if (!(outcome instanceof Outcome.Skipped<Article> skipped)) {
                return outcome;
            }
            if (skipped.address().equals(piece.address()) && skipped.why().startsWith("empty")) {
                return null;
            }
            Matcher numbered = NUMBERED.matcher(skipped.address());
            if (!numbered.matches() || !numbered.group(1).equals(piece.address())) {
                return outcome;
            }
            long line = Long.parseLong(numbered.group(2)) + piece.line() - 1;
            return new Outcome.Skipped<>(piece.address() + ":" + line, skipped.stage(), skipped.why());
        }
    }

    private void write(Outcome<ArticleRecord> outcome, int unit, Writer out, Tally tally) throws IOException {
        if (outcome instanceof Outcome.Kept<ArticleRecord> kept) {
            try {
                String line = line(kept.value(), unit, tally.lines);
                out.write(line);
                tally.records++;
                tally.statements += kept.value().statements().size();
                tally.lines++;
                return;
            } catch (StoreException e) {
                skip(failed(kept.value(), Outcome.Stage.WRITING, e), unit, out, tally);
                return;
            } catch (EncodingException e) {
                skip(failed(kept.value(), Outcome.Stage.ENCODING, e), unit, out, tally);
                return;
            }
        }
        skip((Outcome.Skipped<ArticleRecord>) outcome, unit, out, tally);
    }

    private static Outcome.Skipped<ArticleRecord> failed(ArticleRecord record, Outcome.Stage stage, Exception why) {
        return new Outcome.Skipped<>(record.article().address(), stage, String.valueOf(why.getMessage()));
    }

    private static void skip(Outcome.Skipped<ArticleRecord> skipped, int unit, Writer out, Tally tally)
            throws IOException {
        out.write(String.join(
                        "\t",
                        SKIPPED,
                        String.valueOf(unit),
                        String.valueOf(tally.lines),
                        inLine(skipped.address()),
                        skipped.stage().name(),
                        inLine(skipped.why()))
                + "\n");
        tally.lines++;
        tally.skipped.merge(skipped.stage().name(), 1L, Long::sum);
    }

    private static String inLine(String words) {
        return words.replaceAll("[\\t\\r\\n]+", " ");
    }

    /** JSON has neither tabs nor line feeds of its own. */
    private String line(ArticleRecord record, int unit, long number) {
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
