package io.onrecord.reading;

import io.onrecord.reading.archive.Archives;
import io.onrecord.reading.page.PageReader;
import io.onrecord.reading.web.Fetcher;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the sources of one run share. For one thread, but for {@link #bytesRead}. */
final class Run implements AutoCloseable {

    private final ReadingOptions options;
    private final Consumer<Notice> notices;
    private final AtomicLong bytesRead = new AtomicLong();
    private final Archives archives;
    private final PageReader pages = new PageReader();
    private final Finishing finishing;
    private @Nullable Fetcher fetcher;

    /**
     * @param options how to read
     * @param notices who is told what was decided
     */
    Run(ReadingOptions options, Consumer<Notice> notices) {
        this.options = options;
        this.notices = notices;
        this.finishing = new Finishing(options.language());
        this.archives = new Archives(options.archives());
    }

    ReadingOptions options() {
        return options;
    }

    Archives archives() {
        return archives;
    }

    /** Progress, read from other threads. */
    AtomicLong bytesRead() {
        return bytesRead;
    }

    Finishing finishing() {
        return finishing;
    }

    PageReader pages() {
        return pages;
    }

    /** Opened when an address is asked for: most runs have none. */
    Fetcher fetcher() {
        if (fetcher == null) {
            fetcher = new Fetcher(options.fetching());
        }
        return fetcher;
    }

    void tell(Notice.Kind kind, String address, String message) {
        notices.accept(new Notice(kind, address, message));
    }

    @Override
    public void close() {
        if (fetcher != null) {
            fetcher.close();
        }
    }
}
