package io.onrecord.store;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which claims are asked for. All that is said of members holds of one member at least: a day, an outlet and a speaker of the same
 * statement.
 *
 * @param since the first day of publication, {@link LocalDate#MIN} for any
 * @param until the last day of publication, {@link LocalDate#MAX} for any
 * @param outlet the name of an outlet
 * @param speaker words of a speaker's name
 * @param disputed only what is denied, rejected or contradicted
 * @param limit how many at most
 */
public record ClaimQuery(
        LocalDate since,
        LocalDate until,
        Optional<String> outlet,
        Optional<String> speaker,
        boolean disputed,
        int limit) {

    /** All claims, at most so many. */
    public static ClaimQuery all(int limit) {
        return new ClaimQuery(LocalDate.MIN, LocalDate.MAX, Optional.empty(), Optional.empty(), false, limit);
    }

    public ClaimQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one claim must be asked for, not " + limit);
        }
        if (since.isAfter(until)) {
            throw new IllegalArgumentException("no day is from " + since + " until " + until);
        }
    }

    /** The same of another outlet, or any. */
    public ClaimQuery of(Optional<String> name) {
        return new ClaimQuery(since, until, name, speaker, disputed, limit);
    }
}
