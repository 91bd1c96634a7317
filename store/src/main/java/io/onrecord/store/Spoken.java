package io.onrecord.store;

import io.onrecord.claims.ClaimView;
import java.util.Comparator;
import java.util.Optional;

/**
 * A statement of an identity.
 *
 * @param statement as people put it right
 * @param confidence that it is one, from 0 to 1
 * @param why it was given to this speaker, in words
 * @param place in the list of statements
 */
public record Spoken(ClaimView.Statement statement, double confidence, Optional<String> why, Place place) {

    /**
     * A place in the list: the latest articles first, and the statements of an article in its order.
     *
     * @param day of publication; empty where it is not known
     * @param article its number in this store
     * @param speaker number of the speaker in its record
     * @param statement number of the statement in its record
     */
    public record Place(String day, int article, int speaker, int statement) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::day)
                .thenComparingInt(Place::article)
                .reversed()
                .thenComparingInt(Place::speaker)
                .thenComparingInt(Place::statement);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
