package io.onrecord.search;

import io.onrecord.search.IndexException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Finds statements by words and by meaning: a folder of files that is derived from records, holds nothing that could be read there, and
 * can be thrown away at any time.
 *
 * <p>Safe to share between threads: each search sees the state that was last committed when {@link #refresh} or {@link #refreshAtTimes} last looked. One
 * process at a time changes a folder ({@link #update}); any number search it meanwhile.
 *
 * <p>Every method throws {@link IndexException} where the files cannot be used.
 */
public final class StatementIndex implements AutoCloseable {

    /** Below this cosine two statements have nothing to do with one another. */
    public static final double NEAR = 0.35;

    /** So many results are ranked where words are looked for; what comes behind them cannot be asked for. */
    public static final int RANKED = Ranking.DEPTH;

    /** Without words so many results can be gone through. */
    public static final int LISTED = 100_000;

    private static final long AT_TIMES_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Path folder;
    private final Directory directory;
    /** Held by whoever changes what is seen; searching needs it not. */
    private final ReentrantLock looking = new ReentrantLock();

    private volatile Seen seen = Seen.NOTHING;
    private volatile long lookedAt;

    /** What was committed when somebody last looked. */
    private record Seen(@Nullable SearcherManager searchers, Optional<Stamp> stamp) {
        static final Seen NOTHING = new Seen(null, Optional.empty());

        static Seen of(SearcherManager searchers) throws IOException {
            return new Seen(searchers, stampOf(searchers));
        }
    }

    private StatementIndex(Path folder, Directory directory) {
        this.folder = folder;
        this.directory = directory;
    }

    /** Opens a folder; what is not there yet, or cannot be used, is an index without anything in it. */
    public static StatementIndex open(Path folder) {
        try {
            Files.createDirectories(folder);
            StatementIndex index = new StatementIndex(folder, FSDirectory.open(folder));
            index.refresh();
            return index;
        } catch (IOException e) {
            throw Files.isDirectory(folder) && Files.isReadable(folder)
                    ? Damage.of(folder, e)
                    : new IndexException(
                            Reason.REFUSED,
                            "the folder " + folder + " of the search index cannot be used ("
                                    + e.getClass().getSimpleName() + "): see to its rights and its disk",
                            e);
        }
    }

    /** What it was made of, and how far; empty where there is none that this version can use. */
    public Optional<Stamp> stamp() {
        return seen.stamp;
    }

    /**
     * Sees what was committed since, by this process or another.
     *
     * @throws IndexException if the files cannot be read just now; what was seen before still is
     */
    public void refresh() {
        looking.lock();
        try {
            Seen before = seen;
            seen = look(before);
            if (before.searchers != seen.searchers) {
                close(before.searchers);
            }
        } finally {
            lookedAt = System.nanoTime();
            looking.unlock();
        }
    }

    /**
     * As {@link #refresh}, but where that was done just now, cannot be done, or another thread is at it, what was seen before will do: for many who
     * search at once.
     */
    public void refreshAtTimes() {
        if (System.nanoTime() - lookedAt >= AT_TIMES_NANOS && looking.tryLock()) {
            try {
                refresh();
            } catch (IndexException e) {
                if (seen.searchers == null) {
                    throw e;
                }
                // Who lets the index follow is told.
            } finally {
                looking.unlock();
            }
        }
    }

    private Seen look(Seen before) {
        @Nullable SearcherManager searchers = before.searchers;
        if (searchers != null) {
            try {
                searchers.maybeRefreshBlocking();
                return Seen.of(searchers);
            } catch (IOException | RuntimeException e) {
                // Made anew meanwhile, perhaps by another process: opened again below.
            }
        }
        @Nullable SearcherManager opened = null;
        try {
            if (DirectoryReader.indexExists(directory)) {
                opened = new SearcherManager(directory, new Uncached());
                return Seen.of(opened);
            }
        } catch (IOException | RuntimeException e) {
            close(opened);
            if (e instanceof IOException && !Damage.shows(e)) {
                // It passes, as too many open files do; to take it for damage would throw a good index away.
                throw new IndexException(
                        Reason.REFUSED,
                        "the search index in " + folder + " cannot be read just now ("
                                + e.getClass().getSimpleName()
                                + "): see to the rights of its files, to the disk, and to how many files may be open",
                        e);
            }
            // Else it is no index of ours, whatever it is: others' formats, and damage, fail in many ways.
        }
        return Seen.NOTHING;
    }

    /** Searchers that keep nothing between searches, so that each costs what it costs. */
    private static final class Uncached extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            return searcher;
        }
    }

    private static Optional<Stamp> stampOf(SearcherManager searchers) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return searcher.getIndexReader() instanceof DirectoryReader reader
                    ? Stamps.read(reader.getIndexCommit().getUserData())
                    : Optional.empty();
        } finally {
            searchers.release(searcher);
        }
    }

    private static void close(@Nullable SearcherManager searchers) {
        if (searchers != null) {
            try {
                searchers.close();
            } catch (IOException e) {
                // Given up anyway.
            }
        }
    }

    /**
     * Begins to change the index; others see nothing of it until it is committed.
     *
     * @param anew whether what is there is thrown away first
     * @throws IndexException if another process changes it, or it cannot be written
     */
    public Update update(boolean anew) {
        return Update.begin(folder, directory, anew);
    }

    /** How many statements can be found. */
    public long statements() {
        return using(searcher -> (long) searcher.getIndexReader().numDocs(), 0L);
    }

    /** Names of outlets as they are compared, those with the most statements first. */
    public List<String> outlets(int most) {
        return using(searcher -> TermCounts.greatest(searcher.getIndexReader(), Fields.OUTLET, most), List.of());
    }

    /**
     * Finds statements: by words and meaning where there are such, the best first; else all that pass, the latest first.
     *
     * @param from how many of the first to leave out
     * @param most how many to give at most
     */
    public Found search(Query query, int from, int most) {
        if (from < 0 || most < 0) {
            throw new IllegalArgumentException("results " + from + " to " + (from + most) + " cannot be asked for");
        }
        Found nothing = new Found(List.of(), 0, false);
        if (query.speakers().isPresent() && query.speakers().get().isEmpty()) {
            return nothing;
        }
        boolean listed = query.words().plain().isEmpty()
                && query.meaning().isEmpty()
                && query.words().phrases().isEmpty();
        return using(
                searcher -> listed ? list(searcher, query, from, most) : rank(searcher, query, from, most), nothing);
    }

    /**
     * Finds statements, and counts all of them.
     *
     * <p>What is found is what passes and has two thirds of the words at least, or is near in meaning; without words all that passes. All of it can
     * be gone through, in memory of some twenty bytes a statement; {@link Order#BEST} ranks all of it.
     *
     * @param beside what is asked and counted by what the index does not know
     * @param from how many of the first to leave out
     * @param most how many to give at most
     */
    public Explored explore(Query query, Beside beside, Order order, int from, int most) {
        if (from < 0 || most < 0) {
            throw new IllegalArgumentException("results " + from + " to " + (from + most) + " cannot be asked for");
        }
        if (query.speakers().isPresent() && query.speakers().get().isEmpty()) {
            return Explored.NOTHING;
        }
        return using(searcher -> new Exploration(searcher, query, beside, order).explore(from, most), Explored.NOTHING);
    }

    private static Found rank(IndexSearcher searcher, Query query, int from, int most) throws IOException {
        org.apache.lucene.search.Query filter = Asked.filter(query);
        Optional<org.apache.lucene.search.Query> words = Asked.words(query.words(), searcher.getIndexReader());
        ScoreDoc[] best = {};
        boolean more = false;
        if (words.isPresent()) {
            BooleanQuery both = new BooleanQuery.Builder()
                    .add(words.get(), Occur.MUST)
                    .add(filter, Occur.FILTER)
                    .build();
            best = searcher.search(both, Ranking.DEPTH).scoreDocs;
            more = best.length == Ranking.DEPTH;
        }
        List<Nearest.Near> near = query.meaning().isPresent()
                ? Nearest.find(searcher, filter, query.meaning().get(), Ranking.DEPTH, NEAR, Nearest.POOL)
                : List.of();
        more |= near.size() == Ranking.DEPTH;
        List<Ranking.Ranked> ranked = Ranking.join(best, near);
        int to = (int) Math.min((long) from + most, ranked.size());
        List<Hit> hits = new ArrayList<>();
        for (Ranking.Ranked one : from < to ? ranked.subList(from, to) : List.<Ranking.Ranked>of()) {
            hits.add(hit(searcher, one));
        }
        return new Found(hits, ranked.size(), more);
    }

    private static Found list(IndexSearcher searcher, Query query, int from, int most) throws IOException {
        org.apache.lucene.search.Query filter = Asked.filter(query);
        long total = searcher.count(filter);
        int to = (int) Math.min(Math.min((long) from + most, LISTED), total);
        List<Hit> hits = new ArrayList<>();
        if (from < to) {
            SortField day = new SortField(Fields.DAY, SortField.Type.LONG, true);
            day.setMissingValue(Long.MIN_VALUE);
            TopFieldDocs found = searcher.search(
                    filter,
                    to,
                    new Sort(
                            day,
                            new SortField(Fields.ARTICLE, SortField.Type.LONG),
                            new SortField(Fields.STATEMENT, SortField.Type.LONG)));
            for (int i = from; i < found.scoreDocs.length; i++) {
                hits.add(hit(
                        searcher,
                        new Ranking.Ranked(found.scoreDocs[i].doc, 0, OptionalDouble.empty(), OptionalDouble.empty())));
            }
        }
        return new Found(hits, Math.min(total, LISTED), total > LISTED);
    }

    private static Hit hit(IndexSearcher searcher, Ranking.Ranked ranked) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(ranked.doc(), leaves));
        return new Hit(
                (int) number(leaf, Fields.ARTICLE, ranked.doc()),
                number(leaf, Fields.STATEMENT, ranked.doc()),
                ranked.score(),
                ranked.words(),
                ranked.cosine());
    }

    private static long number(LeafReaderContext leaf, String field, int doc) throws IOException {
        NumericDocValues values = leaf.reader().getNumericDocValues(field);
        if (values == null || !values.advanceExact(doc - leaf.docBase)) {
            throw new IOException("a statement without " + field);
        }
        return values.longValue();
    }

    /** Work of a search. */
    private interface Work<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    private <T> T using(Work<T> work, T nothing) {
        Seen now = seen;
        @Nullable SearcherManager current = now.searchers;
        if (current == null || now.stamp.isEmpty()) {
            return nothing;
        }
        try {
            IndexSearcher searcher = current.acquire();
            try {
                return work.with(searcher);
            } finally {
                current.release(searcher);
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException e) {
            // Bytes that are not what they were show in many ways.
            throw Damage.of(folder, e);
        }
    }

    @Override
    public void close() {
        looking.lock();
        try {
            close(seen.searchers);
            seen = Seen.NOTHING;
        } finally {
            looking.unlock();
        }
        try {
            directory.close();
        } catch (IOException e) {
            throw new IndexException(Reason.REFUSED, "the search index in " + folder + " could not be closed", e);
        }
    }
}
