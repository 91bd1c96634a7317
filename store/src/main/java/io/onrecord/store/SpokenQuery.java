package io.onrecord.store;

import io.onrecord.model.Stance;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which statements of an identity are asked for; all that is said must hold of each.
 *
 * @param words all of which stand in its content or its article's title, whatever their case
 * @param about id of an identity that its content names
 * @param claim id of a claim that it puts
 * @param outlet name of the outlet, whatever its case
 * @param stance what the cue does
 * @param since the first day of publication, {@link LocalDate#MIN} for any
 * @param until the last day of publication, {@link LocalDate#MAX} for any
 * @param after behind which statement the list goes on
 * @param limit how many at most
 */
public record SpokenQuery(
        List<String> words,
        Optional<String> about,
        Optional<String> claim,
        Optional<String> outlet,
        Optional<Stance> stance,
        LocalDate since,
        LocalDate until,
        Optional<Spoken.Place> after,
        int limit) {

    /** The latest statements, whatever they are about. */
    public static SpokenQuery latest(int limit) {
        return new SpokenQuery(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LocalDate.MIN,
                LocalDate.MAX,
                Optional.empty(),
                limit);
    }

    public SpokenQuery {
        words = List.copyOf(words);
        if (limit < 1) {
            throw new IllegalArgumentException("at least one statement must be asked for, not " + limit);
        }
    }
}
