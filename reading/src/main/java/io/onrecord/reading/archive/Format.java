package io.onrecord.reading.archive;

import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The entries of an archive in one format; {@link OpenArchive} does what all have in common. */
interface Format {

    /**
     * The next entry or skip; null at the end.
     *
     * @throws IOException if nothing more can be read
     */
    @Nullable
    Outcome<Item> next() throws IOException;

    /** Frees what it took; the stream of the archive stays open. */
    void close() throws IOException;
}
