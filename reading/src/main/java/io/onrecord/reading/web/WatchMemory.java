package io.onrecord.reading.web;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/**
 * Where a watch remembers what it had, from one run to the next. What is remembered of a feed is a text that only the watch understands. Only one
 * watch at a time may remember a feed.
 */
public interface WatchMemory extends Closeable {

    /** What was last remembered, by the addresses of feeds; feeds that are not watched now may be left out. */
    Map<String, String> load() throws IOException;

    /**
     * Remembers; when this has returned, whatever ends the process or the machine leaves it so.
     *
     * @param feeds all that are known, by their addresses
     * @throws IOException if it cannot be kept; what was remembered before is then still there
     */
    void save(Map<String, String> feeds) throws IOException;
}
