package io.onrecord.reading.archive;

import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one archive in their order, pulled one by one on one thread. Whatever is wrong with one, the next is read
 * where that is possible.
 */
public interface Entries extends Closeable {

    /**
     * The next entry, or one that was skipped with its place and reason; null at the end. An archive that cannot be read on
     * ends with a skip that says so; what was given out before stands.
     *
     * <p>The bytes of an entry can be read until the next one is asked for; nobody needs to close them. Reading them throws
     * {@link ArchiveException} where they are damaged or over a limit, which is then the reason to give; the next entry can
     * be asked for all the same.
     */
    @Nullable
    Outcome<Item> next();

    /**
     * The entries of an entry that is an archive itself, which counts towards the limits of this one. To be closed before
     * the next entry is asked for.
     *
     * @param kind what it is
     * @param entry the item as it was given out here, or the same with its bytes wrapped
     */
    Entries open(ArchiveKind kind, Item entry);

    /**
     * What was passed over so far because it holds no text, such as {@code image/png} or {@code status 404}, with how often;
     * in the order of names. Folders are not counted.
     */
    Map<String, Long> passedOver();

    /** Frees what reading took, such as temporary files; the stream of the archive stays open if it was opened elsewhere. */
    @Override
    void close() throws IOException;
}
