package io.onrecord.server.view;

import io.onrecord.model.Stance;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.Counted;
import io.onrecord.store.SpeakerProfile;
import io.onrecord.store.Spoken;
import io.onrecord.store.SpokenQuery;
import io.onrecord.store.StoredPeople;
import io.onrecord.store.Subjects;
import java.util.List;
import java.util.Optional;

/**
 * What somebody said, by subject and by time.
 *
 * @param speaker who
 * @param asked what of it
 * @param statements the latest first
 * @param months how many were published in each; with the first part of the list only
 * @param subjects what the latest of them are about; with the first part of the list only
 * @param next where the list goes on
 */
public record SpeakerView(
        SpeakerProfile speaker,
        Asked asked,
        List<SpokenLine> statements,
        List<Counted> months,
        Optional<Subjects> subjects,
        Optional<String> next) {

    private static final String LIST = "spoken";
    private static final int PAGE = 20;

    /**
     * What was asked for.
     *
     * @param q words of the content or the headline
     * @param about whom the content names
     * @param claim that the statement puts
     * @param outlet that carries it
     * @param stance what the cue does
     * @param since the first day of publication, as it was given
     * @param until the last
     */
    public record Asked(
            Optional<String> q,
            Optional<Who> about,
            Optional<Who> claim,
            Optional<String> outlet,
            Optional<Stance> stance,
            Optional<String> since,
            Optional<String> until) {

        /** Whether all statements were. */
        public boolean all() {
            return q.isEmpty()
                    && about.isEmpty()
                    && claim.isEmpty()
                    && outlet.isEmpty()
                    && stance.isEmpty()
                    && since.isEmpty()
                    && until.isEmpty();
        }
    }

    public SpeakerView {
        statements = List.copyOf(statements);
        months = List.copyOf(months);
    }

    /**
     * Reads it.
     *
     * @param profile whose statements
     * @throws Problem with status 400 if a parameter is none of its kind
     */
    public static SpeakerView of(Shelf shelf, SpeakerProfile profile, Request request) {
        StoredPeople people = shelf.store().people();
        Optional<Spoken.Place> after = Cursor.of(request, LIST).map(SpeakerView::place);
        int limit = request.number("limit", PAGE, 1, 200);
        Asked asked = asked(shelf, request);
        List<Spoken> found = people.said(
                profile.id(),
                new SpokenQuery(
                        Filters.words(request, "q"),
                        asked.about.flatMap(Who::id),
                        asked.claim.flatMap(Who::id),
                        asked.outlet,
                        asked.stance,
                        Filters.since(request),
                        Filters.until(request),
                        after,
                        limit + 1));
        boolean more = found.size() > limit;
        List<Spoken> page = more ? found.subList(0, limit) : found;
        boolean first = after.isEmpty();
        return new SpeakerView(
                profile,
                asked,
                page.stream().map(one -> SpokenLine.of(one, profile.id())).toList(),
                first ? people.months(profile.id()) : List.of(),
                first ? Optional.of(people.subjects(profile.id())) : Optional.empty(),
                more ? Optional.of(cursor(page.get(page.size() - 1).place())) : Optional.empty());
    }

    private static Asked asked(Shelf shelf, Request request) {
        return new Asked(
                Filters.text(request, "q"),
                Filters.text(request, "about")
                        .map(id -> new Who(
                                Optional.of(id),
                                shelf.store()
                                        .people()
                                        .get(id)
                                        .map(SpeakerProfile::name)
                                        .orElse("somebody unknown"))),
                Filters.text(request, "claim")
                        .map(id -> new Who(
                                Optional.of(id),
                                shelf.store()
                                        .claimList()
                                        .get(id)
                                        .map(claim -> claim.wording())
                                        .orElse("a claim that is no more"))),
                Filters.text(request, "outlet"),
                Filters.constant(request, "stance", Stance.class),
                Filters.text(request, "since"),
                Filters.text(request, "until"));
    }

    private static Spoken.Place place(Cursor cursor) {
        String day = cursor.keys(4).get(0);
        return new Spoken.Place(day, (int) cursor.number(1), (int) cursor.number(2), (int) cursor.number(3));
    }

    private static String cursor(Spoken.Place place) {
        return Cursor.behind(
                        LIST,
                        place.day(),
                        Integer.toString(place.article()),
                        Integer.toString(place.speaker()),
                        Integer.toString(place.statement()))
                .text();
    }
}
