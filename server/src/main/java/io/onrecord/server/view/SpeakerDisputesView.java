package io.onrecord.server.view;

import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import io.onrecord.store.Counted;
import io.onrecord.store.DisputeQuery;
import io.onrecord.store.SpeakerProfile;
import java.util.List;
import java.util.Optional;

/**
 * Whom somebody disputes, and who disputes them.
 *
 * @param speaker who
 * @param end at which end of the listed disputes the speaker stands: {@code from}, {@code to} or {@code any}
 * @param disputes whom, how often
 * @param disputedBy by whom, how often
 * @param edges with their words, the latest first
 * @param next where the list goes on
 */
public record SpeakerDisputesView(
        SpeakerProfile speaker,
        String end,
        List<Counted> disputes,
        List<Counted> disputedBy,
        List<EdgeLine> edges,
        Optional<String> next) {
    public SpeakerDisputesView {
        disputes = List.copyOf(disputes);
        disputedBy = List.copyOf(disputedBy);
        edges = List.copyOf(edges);
    }

    /**
     * Reads what is asked for.
     *
     * @throws io.onrecord.server.problem.Problem with status 400 if a parameter is none of its kind
     */
    public static SpeakerDisputesView of(Shelf shelf, SpeakerProfile profile, Request request) {
        DisputeQuery.End end =
                Filters.constant(request, "end", DisputeQuery.End.class).orElse(DisputeQuery.End.ANY);
        DisputesView.Part part = DisputesView.part(shelf, request, Optional.of(profile.id()), end);
        return new SpeakerDisputesView(
                profile,
                Labels.word(end.name()),
                shelf.store().disputes().counterparts(profile.id(), DisputeQuery.End.FROM),
                shelf.store().disputes().counterparts(profile.id(), DisputeQuery.End.TO),
                part.edges(),
                part.next());
    }
}
