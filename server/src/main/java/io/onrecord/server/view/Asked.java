package io.onrecord.server.view;

import io.onrecord.model.Days;
import io.onrecord.model.Stance;
import io.onrecord.server.http.Request;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.Doubtful.Place;
import io.onrecord.store.ReviewQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Which statements a reviewer asked for, as the parameters of an address say it.
 *
 * @param outlet its name
 * @param stance what the cue does
 * @param speaker words of the name
 * @param since the first day of publication
 * @param after those behind this place
 * @param done id of the statement that was looked at last
 */
public record Asked(
        Optional<String> outlet,
        Optional<Stance> stance,
        Optional<String> speaker,
        Optional<LocalDate> since,
        Optional<Place> after,
        Optional<String> done) {

    private static final String LIST = "review";

    /**
     * What a request asks for.
     *
     * @throws Problem with status 400 if a parameter is none of its kind
     */
    public static Asked of(Request request) {
        return new Asked(
                request.parameter("outlet").map(String::strip),
                request.parameter("stance").map(Asked::stance),
                request.parameter("speaker").map(String::strip),
                request.parameter("since").map(Asked::day),
                Cursor.of(request, LIST).map(Asked::place),
                request.parameter("done"));
    }

    /**
     * A stance by its name.
     *
     * @throws Problem with status 400 if it is none
     */
    public static Stance stance(String name) {
        try {
            return Stance.valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "Bad request", "there is no stance " + Problem.quoted(name), e);
        }
    }

    private static LocalDate day(String day) {
        try {
            return Days.of(day.strip()).first();
        } catch (DateTimeException e) {
            throw new Problem(
                    400,
                    "Bad request",
                    "since is a year, a month or a day, such as 2026, 2026-03 or 2026-03-04, not "
                            + Problem.quoted(day),
                    e);
        }
    }

    private static Place place(Cursor cursor) {
        cursor.keys(3);
        return new Place(Double.longBitsToDouble(cursor.number(0)), (int) cursor.number(1), (int) cursor.number(2));
    }

    private static String cursor(Place place) {
        // To the last bit: a place is compared with what the database computes.
        return Cursor.behind(
                        LIST,
                        Long.toString(Double.doubleToLongBits(place.certainty())),
                        Integer.toString(place.article()),
                        Integer.toString(place.statement()))
                .text();
    }

    ReviewQuery query() {
        return new ReviewQuery(outlet, stance, speaker, since.orElse(LocalDate.MIN));
    }

    /** These, from a place on. */
    Asked after(Place place) {
        return new Asked(outlet, stance, speaker, since, Optional.of(place), Optional.empty());
    }

    /** These, after something was said of a statement. */
    public Asked done(String statementId) {
        return new Asked(outlet, stance, speaker, since, after, Optional.of(statementId));
    }

    /** The cursor of where they begin, if not at the start. */
    Optional<String> cursor() {
        return after.map(Asked::cursor);
    }

    /** As what follows the path of an address; empty where nothing is asked for. */
    public String parameters() {
        String filter = ReviewView.Filter.of(this).parameters(true);
        return done.map(id -> filter + (filter.isEmpty() ? "?" : "&") + "done="
                        + URLEncoder.encode(id, StandardCharsets.UTF_8))
                .orElse(filter);
    }
}
