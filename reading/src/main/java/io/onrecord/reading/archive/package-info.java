/**
 * Archives to their entries, streamed: each entry is an item again, or was left out with the reason.
 *
 * <p>The door is {@link io.onrecord.reading.archive.Archives}. Nothing is unpacked to disk but what needs it, in temporary
 * files that are gone when the archive is closed; names of entries are addresses, never paths.
 */
@NullMarked
package io.onrecord.reading.archive;

import org.jspecify.annotations.NullMarked;
