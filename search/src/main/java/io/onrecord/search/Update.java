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
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * Changes of an index that others see when they are committed; closing without that takes them back. One process at a time has one.
 * For one thread.
 */
public final class Update implements AutoCloseable {

    /** Megabytes of memory that changes take before they are written. */
    private static final double BUFFER = 48;

    private final Path folder;
    private final IndexWriter writer;
    private final boolean fresh;
    private boolean forgotten;

    private Update(Path folder, IndexWriter writer, boolean fresh) {
        this.folder = folder;
        this.writer = writer;
        this.fresh = fresh;
    }

    static Update begin(Path folder, Directory directory, boolean anew) {
        try {
            emptyLock(folder);
            return new Update(folder, writer(directory, anew), anew);
        } catch (LockObtainFailedException e) {
            throw new IndexException(
                    Reason.BUSY,
                    "another process changes the search index in " + folder + " just now: try again when it is done",
                    e);
        } catch (IOException | RuntimeException e) {
            throw refused(folder, e);
        }
    }

    /** The file of the lock is always empty; Lucene stumbles over one that is not. */
    private static void emptyLock(Path folder) throws IOException {
        Path lock = folder.resolve(IndexWriter.WRITE_LOCK_NAME);
        if (Files.isRegularFile(lock) && Files.size(lock) > 0) {
            Files.write(lock, new byte[0]);
        }
    }

    private static IndexWriter writer(Directory directory, boolean anew) throws IOException {
        try {
            return new IndexWriter(directory, config(anew));
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (!anew) {
                throw e;
            }
            // Not even fit to be thrown away in an orderly manner, in which whoever searches it would see that.
            clear(directory);
            return new IndexWriter(directory, config(true));
        }
    }

    private static IndexWriterConfig config(boolean anew) {
        IndexWriterConfig config = new IndexWriterConfig(English.ANALYZER);
        config.setOpenMode(anew ? OpenMode.CREATE : OpenMode.APPEND);
        config.setRAMBufferSizeMB(BUFFER);
        config.setCommitOnClose(false);
        TieredMergePolicy merging = new TieredMergePolicy();
        // What is forgotten leaves every file, however little of it that is.
        merging.setForceMergeDeletesPctAllowed(0);
        config.setMergePolicy(merging);
        ConcurrentMergeScheduler scheduler = new ConcurrentMergeScheduler();
        scheduler.setMaxMergesAndThreads(2, 1);
        config.setMergeScheduler(scheduler);
        return config;
    }

    private static IndexException refused(Path folder, Throwable cause) {
        return new IndexException(
                Reason.REFUSED,
                "the search index in " + folder + " cannot be written ("
                        + cause.getClass().getSimpleName()
                        + "): see to the rights of the folder and to the room on its disk",
                cause);
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
        try {
            if (documents.isEmpty()) {
                leaveOut(article);
            } else if (fresh) {
                writer.addDocuments(documents);
            } else {
                writer.updateDocuments(of(article), documents);
            }
        } catch (IOException e) {
            throw refused(folder, e);
        }
    }

    /** Takes an article out. Its words leave the files when these are next written anew. */
    public void leaveOut(int article) {
        try {
            if (!fresh) {
                writer.deleteDocuments(of(article));
            }
        } catch (IOException e) {
            throw refused(folder, e);
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

    /** Lets others see the changes, with what has been seen. */
    public void commit(Stamp stamp) {
        try {
            if (forgotten && !fresh) {
                // Older files may hold the words of an article that was read again before it was forgotten.
                writer.forceMergeDeletes(true);
            }
            writer.setLiveCommitData(Stamps.written(stamp).entrySet());
            writer.commit();
        } catch (IOException e) {
            throw refused(folder, e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw refused(folder, e);
        }
    }
}
