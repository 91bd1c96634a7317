package io.onrecord.server.view;

import io.onrecord.model.Days;
import io.onrecord.server.http.Request;
import io.onrecord.server.problem.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What lists are narrowed by, from the parameters of an address. */
final class Filters {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int WORDS = 12;
    private static final int LONG = 400;

    private Filters() {}

    /**
     * The first day that counts: that of {@code 2026-03} is the first of March.
     *
     * @throws Problem with status 400 if it is no date
     */
    static LocalDate since(Request request) {
        return request.parameter("since")
                .map(value -> days("since", value).first())
                .orElse(LocalDate.MIN);
    }

    /**
     * The last day that counts: that of {@code 2026-03} is the last of March.
     *
     * @throws Problem with status 400 if it is no date, or before {@link #since}
     */
    static LocalDate until(Request request) {
        LocalDate until = request.parameter("until")
                .map(value -> days("until", value).last())
                .orElse(LocalDate.MAX);
        LocalDate since = since(request);
        if (until.isBefore(since)) {
            throw Problem.bad("no day is from " + since + " until " + until);
        }
        return until;
    }

    private static Days days(String name, String value) {
        try {
            return Days.of(value.strip());
        } catch (DateTimeException | NumberFormatException e) {
            throw new Problem(
                    400,
                    "Bad request",
                    name + " is a date such as 2026-03-04, 2026-03 or 2026, not " + Problem.quoted(value),
                    e);
        }
    }

    /** Words one by one, each once. */
    static List<String> words(Request request, String name) {
        return request.parameter(name)
                .map(value -> SPACES.splitAsStream(value.substring(0, Math.min(value.length(), LONG)))
                        .filter(word -> !word.isBlank())
                        .distinct()
                        .limit(WORDS)
                        .toList())
                .orElse(List.of());
    }

    /** A parameter without white space around it. */
    static Optional<String> text(Request request, String name) {
        return request.parameter(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * One of some constants, whatever its case.
     *
     * @throws Problem with status 400 if it is none of them
     */
    static <E extends Enum<E>> Optional<E> constant(Request request, String name, Class<E> type) {
        return text(request, name)
                .map(value -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(value.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> Problem.bad("there is no " + name + " " + Problem.quoted(value)
                                + ": it is one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                                .toList()))));
    }
}
