package io.onrecord.store;

import io.onrecord.model.Dispute;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which edges between statements are asked for.
 *
 * @param kinds any of these; none for all
 * @param speaker id of an identity at one of its ends
 * @param end at which
 * @param outlet name of the outlet that carries the statement that disputes, whatever its case
 * @param since the first day on which that was published, {@link LocalDate#MIN} for any
 * @param until the last day, {@link LocalDate#MAX} for any
 * @param after behind which edge the list goes on
 * @param limit how many at most
 */
public record DisputeQuery(
        Set<Dispute.Kind> kinds,
        Optional<String> speaker,
        End end,
        Optional<String> outlet,
        LocalDate since,
        LocalDate until,
        Optional<DisputedEdge.Place> after,
        int limit) {

    /** An end of an edge. */
    public enum End {
        /** Who disputes. */
        FROM,
        /** Who is disputed. */
        TO,
        /** Either. */
        ANY
    }

    public DisputeQuery {
        kinds = Set.copyOf(kinds);
        if (limit < 1) {
            throw new IllegalArgumentException("at least one dispute must be asked for, not " + limit);
        }
    }

    /** All of them. */
    public static DisputeQuery all(int limit) {
        return new DisputeQuery(
                Set.of(),
                Optional.empty(),
                End.ANY,
                Optional.empty(),
                LocalDate.MIN,
                LocalDate.MAX,
                Optional.empty(),
                limit);
    }

    /** Those of an identity. */
    public DisputeQuery of(String identity, End which) {
        return new DisputeQuery(kinds, Optional.of(identity), which, outlet, since, until, after, limit);
    }
}
