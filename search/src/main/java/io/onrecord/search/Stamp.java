package io.onrecord.search;

/**
 * What an index was made of, and how far. Numbers are those of the changes in the store: an index that was interrupted has seen all
 * before {@code since} and, of what came then, the articles up to {@code after}; when it has seen the others, too, it goes on from
 * {@code goal}.
 *
 * @param store id of the store
 * @param since the first change that is not wholly seen
 * @param goal where to go on when those under way are seen; {@code since} where none are
 * @param after number of the last article seen of those under way, 0 where none are
 */
public record Stamp(String store, long since, long goal, int after) {

    public Stamp {
        if (since < 0 || goal < since || after < 0) {
            throw new IllegalArgumentException(
                    "an index cannot have seen " + since + " on the way to " + goal + " with article " + after);
        }
    }

    /** Of a store of which nothing is seen. */
    public static Stamp none(String store) {
        return new Stamp(store, 0, 0, 0);
    }

    /** Whether it was interrupted. */
    public boolean underWay() {
        return after > 0;
    }
}
