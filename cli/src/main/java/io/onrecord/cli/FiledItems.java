package io.onrecord.cli;

import io.onrecord.exchange.export.ExportFilter;
import io.onrecord.exchange.export.ExportItem;
import io.onrecord.export.ExportSource;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of files that pass a filter. For one thread. */
// Null is the end, empty an article that does not pass.
@SuppressWarnings("NullableOptional")
final class FiledItems extends ExportSource {

    private final RecordFiles files;
    private final ExportFilter filter;

    /** @param files stay open */
    FiledItems(RecordFiles files, ExportFilter filter) {
        this.files = files;
        this.filter = filter;
    }

    @Override
    public long total() {
        return files.bytesTotal();
    }

    @Override
    public long done() {
        return files.bytesRead();
    }

    @Override
    protected @Nullable Optional<Outcome<ExportItem>> look() {
        if (!files.hasNext()) {
            return null;
        }
        Outcome<ArticleRecord> outcome = files.next();
        if (outcome instanceof Outcome.Kept<ArticleRecord> kept) {
            return filter.of(kept.value(), ExportItem.Context.NONE).map(Outcome.Kept::new);
        }
        return Optional.of(((Outcome.Skipped<ArticleRecord>) outcome).as());
    }
}
