package io.onrecord.cli;

import io.onrecord.corrections.Corrected;
import io.onrecord.exchange.export.ExportFilter;
import io.onrecord.exchange.export.ExportItem;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.store.CorrectedRecords;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import io.onrecord.store.Surroundings;
import java.io.Closeable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an export takes, one article at a time: those that pass the filter, of a store or of files of records, and those that could
 * not be had. For one thread.
 */
// Null is the end, empty an article that does not pass.
@SuppressWarnings("NullableOptional")
abstract sealed class ExportSource implements Iterator<Outcome<ExportItem>>, Closeable {

    private @Nullable Outcome<ExportItem> next;
    private boolean ended;
    private long looked;

    /** How many articles were looked at. */
    final long looked() {
        return looked;
    }

    /** How much there is in all, in a unit of the source's own. */
    abstract long total();

    /** How much of it was looked at. */
    abstract long done();

    /** The next article that may pass, in either way, or null at the end. */
    abstract @Nullable Optional<Outcome<ExportItem>> look();

    @Override
    public final boolean hasNext() {
        while (next == null && !ended) {
            @Nullable Optional<Outcome<ExportItem>> found = look();
            ended = found == null;
            if (found != null) {
                looked++;
                next = found.orElse(null);
            }
        }
        return next != null;
    }

    @Override
    public final Outcome<ExportItem> next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("nothing more to export");
        }
        Outcome<ExportItem> result = next;
        next = null;
        return result;
    }

    @Override
    public abstract void close();

    /** The records of a store. */
    static final class Stored extends ExportSource {

        private final Store store;
        private final CorrectedRecords records;
        private final ExportFilter filter;
        private final boolean allVersions;
        private final boolean corrections;
        private final long total;

        /**
         * Begins.
         *
         * @param store stays open
         * @param allVersions whether older versions of articles are taken, too
         * @param corrections whether what people put right goes into the records
         */
        Stored(Store store, ExportFilter filter, boolean allVersions, boolean corrections) {
            this.store = store;
            this.records = store.correctedRecords();
            this.filter = filter;
            this.allVersions = allVersions;
            this.corrections = corrections;
            this.total = store.counts().articles();
        }

        @Override
        long total() {
            return total;
        }

        @Override
        long done() {
            return looked();
        }

        @Override
        @Nullable
        Optional<Outcome<ExportItem>> look() {
            try {
                return records.hasNext() ? item(records.next()) : null;
            } catch (StoreException e) {
                if (e.reason() == StoreException.Reason.DAMAGED) {
                    return Optional.of(
                            new Outcome.Skipped<>(store.name(), Outcome.Stage.READING, String.valueOf(e.getMessage())));
                }
                throw new CommandException(String.valueOf(e.getMessage()), e);
            }
        }

        private Optional<Outcome<ExportItem>> item(Corrected corrected) {
            ArticleRecord record = corrections ? corrected.record() : corrected.engine();
            // Forgotten just now, if it is not there.
            Optional<Surroundings> around = store.surroundings(record.article().id());
            if (around.isEmpty() || around.get().newer().isPresent() && !allVersions) {
                return Optional.empty();
            }
            return filter.of(record, context(around.get(), corrected)).map(Outcome.Kept::new);
        }

        private static ExportItem.Context context(Surroundings around, Corrected corrected) {
            Map<String, ExportItem.Known> identities = new HashMap<>();
            around.identities()
                    .forEach((speaker, known) ->
                            identities.put(speaker, new ExportItem.Known(known.id(), known.name())));
            Set<String> touched = new HashSet<>();
            corrected.touched().stream()
                    .filter(Corrected.Touched::reviewed)
                    .forEach(statement -> statement.id().ifPresent(touched::add));
            return new ExportItem.Context(
                    identities, touched, Optional.of(around.keptAt().toString()), around.newerThan(), around.newer());
        }

        @Override
        public void close() {
            // The store is somebody else's.
        }
    }

    /** The records of files. */
    static final class Filed extends ExportSource {

        private final RecordFiles files;
        private final ExportFilter filter;

        /**
         * Begins.
         *
         * @param files are closed with this
         */
        Filed(RecordFiles files, ExportFilter filter) {
            this.files = files;
            this.filter = filter;
        }

        @Override
        long total() {
            return files.bytesTotal();
        }

        @Override
        long done() {
            return files.bytesRead();
        }

        @Override
        @Nullable
        Optional<Outcome<ExportItem>> look() {
            if (!files.hasNext()) {
                return null;
            }
            Outcome<ArticleRecord> outcome = files.next();
            if (outcome instanceof Outcome.Kept<ArticleRecord> kept) {
                return filter.of(kept.value(), ExportItem.Context.NONE).map(Outcome.Kept::new);
            }
            return Optional.of(((Outcome.Skipped<ArticleRecord>) outcome).as());
        }

        @Override
        public void close() {
            files.close();
        }
    }
}
