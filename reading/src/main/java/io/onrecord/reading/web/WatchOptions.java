package io.onrecord.reading.web;

import java.time.Duration;

/**
 * How feeds are watched.
 *
 * @param interval between two looks at a feed that does not say how long it keeps
 * @param shortest that a feed can ask for
 * @param longest that a feed can ask for, or one that fails is left alone
 * @param tries how often a page is asked for that fails for the moment, before it is given up
 * @param once whether each feed is looked at once and that is all
 */
public record WatchOptions(Duration interval, Duration shortest, Duration longest, int tries, boolean once) {

    /** Every quarter of an hour, for ever. */
    public static final WatchOptions DEFAULT =
            new WatchOptions(Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofHours(24), 3, false);

    public WatchOptions {
        if (shortest.isNegative() || shortest.isZero() || shortest.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "the shortest interval must be longer than nothing and not longer than the longest, but they are "
                            + shortest + " and " + longest);
        }
        if (interval.compareTo(shortest) < 0 || interval.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "the interval must lie between " + shortest + " and " + longest + ", but is " + interval);
        }
        if (tries < 1) {
            throw new IllegalArgumentException("a page must be tried once at least, not " + tries + " times");
        }
    }

    /** These, with another interval; the bounds give way. */
    public WatchOptions withInterval(Duration other) {
        return new WatchOptions(
                other,
                other.compareTo(shortest) < 0 ? other : shortest,
                other.compareTo(longest) > 0 ? other : longest,
                tries,
                once);
    }

    /** These, once or for ever. */
    public WatchOptions withOnce(boolean only) {
        return new WatchOptions(interval, shortest, longest, tries, only);
    }

    Duration bounded(Duration wished) {
        if (wished.compareTo(shortest) < 0) {
            return shortest;
        }
        return wished.compareTo(longest) > 0 ? longest : wished;
    }

    /** After so many looks that failed, one after the other. */
    Duration afterFailures(int failures) {
        return bounded(interval.multipliedBy(1L << Math.min(failures, 12)));
    }
}
