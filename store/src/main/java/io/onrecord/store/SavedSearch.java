package io.onrecord.store;

import java.time.Instant;

/**
 * A search that somebody wants to see again.
 *
 * @param id its id
 * @param name what people call it, of one to {@value #LONGEST_NAME} UTF-16 units
 * @param query what is looked for, as the address of the search has it, up to {@value #LONGEST_QUERY} UTF-16 units
 * @param author who saved it
 * @param savedAt when, to the second
 * @param fresh how much it found since somebody last looked
 * @param found how much it found since it was saved, of what is still kept
 */
public record SavedSearch(
        String id, String name, String query, String author, Instant savedAt, long fresh, long found) {

    /** The longest name, in UTF-16 units. */
    public static final int LONGEST_NAME = 200;

    /** The longest query, in UTF-16 units. */
    public static final int LONGEST_QUERY = 8_000;
}
