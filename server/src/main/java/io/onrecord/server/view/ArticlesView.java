package io.onrecord.server.view;

import io.onrecord.model.Days;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.Arrived.Mark;
import io.onrecord.store.ArticleList;
import io.onrecord.store.Visit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Articles, those first that were kept last.
 *
 * @param q words that were asked for, of titles and addresses
 * @param outlet that was asked for
 * @param since after which they were kept, as it was given
 * @param outlets that can be asked for
 * @param articles that were found
 * @param next where the list goes on; empty at its end
 */
public record ArticlesView(
        Optional<String> q,
        Optional<String> outlet,
        Optional<String> since,
        List<String> outlets,
        List<Line> articles,
        Optional<String> next) {

    private static final String LIST = "articles";
    private static final String NEW = "new";
    private static final String SINCE = "since";
    private static final String BETWEEN = "~";
    private static final int PAGE = 50;
    private static final int MOST = 200;
    private static final int OUTLETS = 200;
    private static final int WORDS = 10;

    /**
     * An article.
     *
     * @param id of it
     * @param headline its title, or its address
     * @param address of it
     * @param outlet who published it
     * @param published when, ISO 8601
     * @param agency that it is credited to
     * @param keptAt when it was kept
     * @param statements how many it has
     * @param disputes how many of them are disputed in it
     * @param newer whether older versions of it are kept
     * @param origin id of the article that it is a copy of
     */
    public record Line(
            String id,
            String headline,
            String address,
            Optional<String> outlet,
            Optional<String> published,
            Optional<String> agency,
            String keptAt,
            int statements,
            int disputes,
            boolean newer,
            Optional<String> origin) {}

    public ArticlesView {
        outlets = List.copyOf(outlets);
        articles = List.copyOf(articles);
    }

    /** Those that are asked for. */
    public static ArticlesView of(Shelf shelf, Request request) {
        Optional<String> q = request.parameter("q");
        Optional<String> outlet = request.parameter("outlet");
        Optional<String> since = Filters.text(request, SINCE);
        int limit = request.number("limit", PAGE, 1, MOST);
        OptionalInt before = Cursor.of(request, LIST)
                .map(ArticlesView::number)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        List<ArticleList.Listed> found = shelf.store()
                .list()
                .newest(new ArticleList.Query(
                        outlet,
                        words(q.orElse("")),
                        before,
                        since.map(ArticlesView::mark).orElse(Mark.START),
                        limit + 1));
        List<ArticleList.Listed> shown = found.subList(0, Math.min(limit, found.size()));
        Optional<String> next = found.size() > limit
                ? Optional.of(Cursor.behind(
                                LIST,
                                Integer.toString(shown.get(shown.size() - 1).number()))
                        .text())
                : Optional.empty();
        List<String> outlets = shelf.store().outlets();
        return new ArticlesView(
                q,
                outlet,
                since,
                outlets.subList(0, Math.min(OUTLETS, outlets.size())),
                shown.stream().map(ArticlesView::line).toList(),
                next);
    }

    /**
     * Where what is new to the visitor is: the address of a list says all by itself what stands in it, whoever looks.
     *
     * @param address of the list, path and parameters
     * @return empty where that was not asked for
     * @throws Problem with status 400 if something else that is new was asked for
     */
    public static Optional<String> news(Shelf shelf, Request request, String address) {
        Optional<String> asked = request.parameter(NEW);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        if (!asked.get().equals("visit")) {
            throw Problem.bad("new is visit, not " + Problem.quoted(asked.get()));
        }
        String since = shelf.store()
                .visits()
                .of(request.visitor().name())
                .map(Visit::news)
                .filter(mark -> !mark.equals(Mark.START))
                .map(mark -> mark.keptAt() + BETWEEN + mark.article())
                .orElse("");
        return Optional.of(Links.with(Links.with(address, NEW, ""), SINCE, since));
    }

    /** A moment, or the article behind which they come; of a day, a month or a year its beginning. */
    private static Mark mark(String since) {
        String value = since.strip();
        int at = value.indexOf(BETWEEN);
        try {
            if (at > 0) {
                return new Mark(Instant.parse(value.substring(0, at)), Integer.parseInt(value.substring(at + 1)));
            }
            return value.indexOf('T') > 0
                    ? new Mark(Instant.parse(value), 0)
                    : new Mark(
                            Days.of(value).first().atStartOfDay(ZoneOffset.UTC).toInstant(), 0);
        } catch (DateTimeException | NumberFormatException e) {
            throw new Problem(
                    400,
                    "Bad request",
                    "since is when articles were kept, such as 2026-03-04 or 2026-03-04T10:00:00Z, not "
                            + Problem.quoted(since),
                    e);
        }
    }

    private static int number(Cursor cursor) {
        cursor.keys(1);
        long number = cursor.number(0);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw Problem.bad("the cursor is none of ours: leave it out to begin at the start of the list");
        }
        return (int) number;
    }

    private static List<String> words(String q) {
        return Arrays.stream(q.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(WORDS)
                .toList();
    }

    private static Line line(ArticleList.Listed one) {
        return new Line(
                one.id(),
                one.title().orElse(one.address()),
                one.address(),
                one.outlet(),
                one.published(),
                one.agency(),
                one.keptAt().toString(),
                one.statements(),
                one.disputes(),
                one.isNewer(),
                one.origin());
    }
}
