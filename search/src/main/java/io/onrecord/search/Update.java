package io.onrecord.search;

import io.onrecord.encoder.ByteVector;
import io.onrecord.model.ArticleRecord;
import io.onrecord.search.IndexException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Changes of an index that others see when they are committed; closing without that takes them back. One process at a time has one.
 * For one thread.
 */
public final class Update implements AutoCloseable {

    /** Megabytes of memory that changes take before they are written. */
    private static final double BUFFER = 48;

    private final Path folder;
    private final IndexWriter writer;
    private final Merging merging;
    private final boolean fresh;
    /** Whether there is something since the last commit of which no byte is to be left. */
    private boolean forgotten;

    private @Nullable IndexException hindered;

    private Update(Path folder, IndexWriter writer, Merging merging, boolean fresh) {
        this.folder = folder;
        this.writer = writer;
        this.merging = merging;
        this.fresh = fresh;
    }

    static Update begin(Path folder, Directory directory, boolean anew) {
        try {
            emptyLock(folder);
            Merging merging = new Merging();
            return new Update(folder, writer(directory, merging, anew), merging, anew);
        } catch (LockObtainFailedException e) {
            throw new IndexException(
                    Reason.BUSY,
                    "another process changes the search index in " + folder + " just now: try again when it is done",
                    e);
        } catch (IOException | RuntimeException e) {
            throw Damage.shows(e) ? Damage.of(folder, e) : refused(folder, e);
        }
    }

    /** The file of the lock is always empty; Lucene stumbles over one that is not. */
    private static void emptyLock(Path folder) throws IOException {
        Path lock = folder.resolve(IndexWriter.WRITE_LOCK_NAME);
        if (Files.isRegularFile(lock) && Files.size(lock) > 0) {
            Files.write(lock, new byte[0]);
        }
    }

    private static IndexWriter writer(Directory directory, Merging merging, boolean anew) throws IOException {
        try {
            return new IndexWriter(directory, config(merging, anew));
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (!anew) {
                throw e;
            }
            // Not even fit to be thrown away in an orderly manner, in which whoever searches it would see that.
            clear(directory);
            return new IndexWriter(directory, config(merging, true));
        }
    }

    private static IndexWriterConfig config(Merging scheduler, boolean anew) {
        IndexWriterConfig config = new IndexWriterConfig(English.ANALYZER);
        config.setOpenMode(anew ? OpenMode.CREATE : OpenMode.APPEND);
        config.setRAMBufferSizeMB(BUFFER);
        config.setCommitOnClose(false);
        TieredMergePolicy policy = new TieredMergePolicy();
        // What is forgotten leaves every file, however little of it that is.
        policy.setForceMergeDeletesPctAllowed(0);
        config.setMergePolicy(policy);
        config.setMergeScheduler(scheduler);
        return config;
    }

    /** Writes files anew in threads of its own. */
    private static final class Merging extends ConcurrentMergeScheduler {
        Merging() {
            setMaxMergesAndThreads(2, 1);
        }

        @Override
        protected void handleMergeException(Throwable problem) {
            // The writer has it, and whoever uses that is told; the thread would print it.
        }
    }

    private static IndexException refused(Path folder, Throwable cause) {
        return new IndexException(
                Reason.REFUSED,
                "the search index in " + folder + " cannot be written ("
                        + cause.getClass().getSimpleName()
                        + "): see to the rights of the folder and to the room on its disk",
                cause);
    }

    /** Work of the writer. */
    private interface Work {
        void run() throws IOException;
    }

    /** Does something, and says what hindered it; from then on that is all that is said. */
    private void write(Work work) {
        if (hindered != null) {
            // A merge that failed ends the writer soon, in its own thread: until then it would still take things, and
            // commit them.
            throw hindered;
        }
        try {
            work.run();
        } catch (IOException | IllegalStateException e) {
            hindered = hindered(e);
            throw hindered;
        }
    }

    /** A writer that has ended knows nothing but that it is closed; what ended it says whether that was damage. */
    private IndexException hindered(Exception problem) {
        @Nullable Throwable tragic = writer.getTragicException();
        if (tragic == null
                && problem instanceof IllegalStateException fault
                && !(problem instanceof AlreadyClosedException)) {
            throw fault;
        }
        Throwable cause = tragic == null ? problem : tragic;
        return Damage.shows(problem) || Damage.shows(tragic) ? Damage.of(folder, cause) : refused(folder, cause);
    }

    /** Deletes the files of an index, under its lock, and no others. */
    private static void clear(Directory directory) throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            for (String name : directory.listAll()) {
                if (IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches()
                        || name.startsWith(IndexFileNames.SEGMENTS)
                        || name.startsWith(IndexFileNames.PENDING_SEGMENTS)) {
                    directory.deleteFile(name);
                }
            }
        }
    }

    /**
     * Takes an article in, in the place of what was known of it. In an index that is made anew each comes once.
     *
     * @param article its number in the store
     * @param vectors of its statements by their ids; a statement without one is found by its words alone
     */
    public void put(int article, ArticleRecord record, Map<String, ByteVector> vectors) {
        List<Document> documents = Fields.documents(article, record, vectors);
        if (documents.isEmpty()) {
            leaveOut(article);
        } else if (fresh) {
            write(() -> writer.addDocuments(documents));
        } else {
            write(() -> writer.updateDocuments(of(article), documents));
        }
    }

    /** Takes an article out. Its words leave the files when these are next written anew. */
    public void leaveOut(int article) {
        if (!fresh) {
            write(() -> writer.deleteDocuments(of(article)));
        }
    }

    /** Takes an article out for good: when this is committed, no file has a word of it any more. */
    public void forget(int article) {
        leaveOut(article);
        forgotten = true;
    }

    private static Term of(int article) {
        return new Term(Fields.ARTICLE, Integer.toString(article));
    }

    /**
     * Lets others see the changes, with what has been seen.
     *
     * @throws IndexException if the files that are there turn out damaged, or cannot be written; others see nothing of the changes then, and this
     *     update can do nothing but close
     */
    public void commit(Stamp stamp) {
        write(() -> {
            if (forgotten && !fresh) {
                wipe();
            }
            writer.setLiveCommitData(Stamps.written(stamp).entrySet());
            writer.commit();
        });
        forgotten = false;
    }

    /** Older files may hold the words of an article that was read again before it was forgotten. */
    private void wipe() throws IOException {
        // Files that are being written anew already are not waited for by the writer, and would be left to this commit
        // as they were.
        writer.flush();
        merging.sync();
        writer.forceMergeDeletes(true);
        if (writer.hasDeletions()) {
            throw new IOException("files with what was forgotten are left");
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException | IllegalStateException e) {
            throw hindered(e);
        }
    }
}
