package io.onrecord.reading.web;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** What a watcher remembers, wherever that is. */
sealed interface WatchState extends Closeable permits WatchFile, WatchRecall {

    /** What was saved last; nothing if nothing was. */
    List<WatchedFeed> load() throws IOException;

    /** When this has returned, a crash leaves this state; when it throws, it leaves this one or the one before. */
    void save(Collection<WatchedFeed> feeds) throws IOException;
}
