package io.onrecord.spark;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import io.onrecord.spark.ReadUnit.Kind;
import io.onrecord.spark.ReadUnit.Piece;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads one unit, on one thread of an executor: articles stream in, lines stream out to a {@link UnitFile}; one article is in
 * memory at a time.
 */
final class UnitReader {

    private static final Pattern NUMBERED = Pattern.compile("(.*):(\\d+)", Pattern.DOTALL);

    private final Engine engine;
    private final Configuration hadoop;
    private final ArticleReader reader;

    /** @param maker what the driver reads with: another network at the same place is refused */
    UnitReader(Engine.Wanted wanted, String maker, Configuration hadoop) {
        this.engine = Engine.of(wanted, maker);
        this.hadoop = hadoop;
        this.reader = new ArticleReader(wanted.reading());
    }

    /**
     * Reads a unit to its file, and puts the mark.
     *
     * @param work folder of the units' files
     * @param executor where it runs
     * @throws ClusterException naming the file, if storage fails: what was read of the unit goes, so that it is tried again
     */
    UnitMark read(ReadUnit unit, String work, String executor) throws IOException {
        return UnitFile.write(new Path(work), hadoop, executor, file -> {
            for (Piece piece : unit.pieces()) {
                try {
                    read(piece, file);
                } catch (IOException | RuntimeException e) {
                    throw new ClusterException("reading " + Said.shown(piece.address()) + ": " + Said.why(e), e);
                }
            }
            return unit.id();
        });
    }

    private void read(Piece piece, UnitFile file) throws IOException {
        Path path = new Path(piece.path());
        try (InputStream in = open(piece, path);
                Articles opened =
                        reader.open(new Item(piece.address(), Known.named(name(piece)), read(piece, in)), note -> {})) {
            Iterator<Outcome<Article>> articles = renumbered(opened, piece, before(piece, in));
            while (articles.hasNext()) {
                file.write(engine.read(articles.next()), engine);
            }
            if (in instanceof Stretch stretch) {
                stretch.check();
            }
        } catch (FileNotFoundException e) {
            if (path.getFileSystem(hadoop).exists(path)) {
                throw e;
            }
            file.write(
                    new Outcome.Skipped<>(
                            piece.address(), Outcome.Stage.READING, "the file is gone since it was listed"),
                    engine);
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

    /** What the reader takes for the first bytes of a file: those of a part must not tell what kind it is, as the file's own have. */
    private static InputStream read(Piece piece, InputStream in) {
        if (!isBlanked(piece)) {
            return in;
        }
        byte[] blank = new byte[ArticleReader.HEAD];
        Arrays.fill(blank, (byte) ' ');
        blank[blank.length - 1] = '\n';
        return new SequenceInputStream(new ByteArrayInputStream(blank), in);
    }

    /** What the numbers of its lines lack: of Parquet known with the first row only. */
    private static LongSupplier before(Piece piece, InputStream in) {
        return in instanceof ParquetLines rows ? rows::before : () -> piece.line() - (isBlanked(piece) ? 2 : 1);
    }

    private static boolean isBlanked(Piece piece) {
        return piece.kind() == Kind.LINES && piece.from() > 0;
    }

    /** Lines of a part have the numbers that they have in the file; a part without any is nothing to tell of. */
    private static Iterator<Outcome<Article>> renumbered(Articles articles, Piece piece, LongSupplier before) {
        return piece.whole() ? articles : new Renumbered(articles, piece, before);
    }

    private static final class Renumbered implements Iterator<Outcome<Article>> {

        private final Articles articles;
        private final Piece piece;
        private final LongSupplier before;
        private @Nullable Outcome<Article> next;

        /** @param before how many lines come before the part; asked for when the first of them has been read */
        Renumbered(Articles articles, Piece piece, LongSupplier before) {
            this.articles = articles;
            this.piece = piece;
            this.before = before;
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
            long line = Long.parseLong(numbered.group(2)) + before.getAsLong();
            return new Outcome.Skipped<>(piece.address() + ":" + line, skipped.stage(), skipped.why());
        }
    }
}
