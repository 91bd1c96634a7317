package io.onrecord.claims;

import io.onrecord.model.Location;
import java.util.Comparator;

/**
 * Where in the record of all articles something stands: by the moment of publication, then by article, then by place in it.
 *
 * @param moment seconds since 1970, the last moment that the article may have been published; {@link #UNKNOWN} where no date is known
 * @param articleId the article
 * @param location its title or its text; the title comes first
 * @param start UTF-16 unit at which the content begins
 */
public record Place(long moment, String articleId, Location location, int start) implements Comparable<Place> {

    /** Articles without a date come last, since nobody knows that they were earlier. */
    public static final long UNKNOWN = Long.MAX_VALUE;

    private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::moment)
            .thenComparing(Place::articleId)
            .thenComparing(place -> place.location == Location.TEXT)
            .thenComparingInt(Place::start);

    public Place {
        if (articleId.isBlank() || start < 0) {
            throw new IllegalArgumentException(
                    "a place has an article and an offset of 0 or more, not '" + articleId + "' and " + start);
        }
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
