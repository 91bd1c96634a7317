package io.onrecord.server.view;

import io.onrecord.exchange.export.ExportFilter;
import io.onrecord.memory.Choice;
import io.onrecord.memory.People;
import io.onrecord.memory.Question;
import io.onrecord.model.Form;
import io.onrecord.model.Stance;
import io.onrecord.search.Order;
import io.onrecord.search.Words;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.Somebody;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A search as its address has it. Whatever is typed into {@code q} is a search; everything else is told apart, and what makes no sense is refused
 * in words.
 *
 * @param q words that are looked for, as they were typed
 * @param who names, or ids of identities, of whoever made the statements, any of these
 * @param wordsOnly whether the words themselves are looked for, not what is near in meaning
 * @param stances any of these
 * @param forms any of these
 * @param outlets any of these
 * @param speakers ids of identities, any of these
 * @param since the first day: a year, month or day
 * @param until the last day, likewise
 * @param copies whether articles are to be copies, or to be none
 * @param minConfidence least confidence of a statement, 0 to 1
 * @param order of what is found
 */
public record SearchQuery(
        String q,
        List<String> who,
        boolean wordsOnly,
        Set<Stance> stances,
        Set<Form> forms,
        List<String> outlets,
        List<String> speakers,
        Optional<String> since,
        Optional<String> until,
        Optional<Boolean> copies,
        double minConfidence,
        Order order) {

    static final String Q = "q";
    static final String WHO = "who";
    static final String WORDS = "words";
    static final String STANCE = "stance";
    static final String FORM = "form";
    static final String OUTLET = "outlet";
    static final String SPEAKER = "speaker";
    static final String SINCE = "since";
    static final String UNTIL = "until";
    static final String ORIGIN = "origin";
    static final String SURE = "min_confidence";
    static final String SORT = "sort";

    private static final String ONLY = "only";
    private static final String COPY = "copy";
    private static final String INDEPENDENT = "independent";
    private static final int MOST = 50;
    private static final int LONGEST = 500;
    private static final Set<Order> ORDERS = EnumSet.of(Order.BEST, Order.NEWEST, Order.OLDEST, Order.CONFIDENCE);

    public SearchQuery {
        who = List.copyOf(who);
        stances = Set.copyOf(stances);
        forms = Set.copyOf(forms);
        outlets = List.copyOf(outlets);
        speakers = List.copyOf(speakers);
    }

    /**
     * Reads parameters; those that are none of a search are left out.
     *
     * @throws Problem with status 400 if one makes no sense
     */
    public static SearchQuery of(Function<String, List<String>> parameters) {
        SearchQuery query = new SearchQuery(
                one(parameters, Q).orElse(""),
                names(parameters, WHO),
                one(parameters, WORDS).map(value -> only(value, WORDS, ONLY)).isPresent(),
                constants(parameters, STANCE, Stance.class, EnumSet.allOf(Stance.class)),
                constants(parameters, FORM, Form.class, EnumSet.allOf(Form.class)),
                names(parameters, OUTLET),
                names(parameters, SPEAKER),
                one(parameters, SINCE).map(value -> date(SINCE, value)),
                one(parameters, UNTIL).map(value -> date(UNTIL, value)),
                origin(names(parameters, ORIGIN)),
                one(parameters, SURE).map(SearchQuery::share).orElse(0.0),
                constants(parameters, SORT, Order.class, ORDERS).stream()
                        .findFirst()
                        .orElse(Order.BEST));
        // Whether the days fit one another.
        query.filter();
        return query;
    }

    /**
     * Reads what {@link #address} wrote, or the part of any address behind its question mark.
     *
     * @throws Problem with status 400 if it makes no sense
     */
    public static SearchQuery of(String address) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : address.split("&", -1)) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                String value = decoded(pair.substring(sign + 1));
                if (!value.isBlank()) {
                    parameters
                            .computeIfAbsent(decoded(pair.substring(0, sign)), name -> new ArrayList<>())
                            .add(value);
                }
            }
        }
        return of(name -> parameters.getOrDefault(name, List.of()));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "Bad request", "a search has % without two digits: " + Problem.quoted(text), e);
        }
    }

    private static Optional<String> one(Function<String, List<String>> parameters, String name) {
        return parameters.apply(name).stream().findFirst();
    }

    private static List<String> names(Function<String, List<String>> parameters, String name) {
        List<String> given = new ArrayList<>(new LinkedHashSet<>(
                parameters.apply(name).stream().map(String::strip).toList()));
        if (given.size() > MOST || given.stream().anyMatch(value -> value.length() > LONGEST)) {
            throw Problem.bad(name + " can be given " + MOST + " times, each time up to " + LONGEST + " characters");
        }
        return given;
    }

    private static String only(String value, String name, String... allowed) {
        String folded = value.strip().toLowerCase(Locale.ROOT);
        if (!List.of(allowed).contains(folded)) {
            throw Problem.bad(name + " is " + String.join(" or ", allowed) + ", not " + Problem.quoted(value));
        }
        return folded;
    }

    /** Both are anything. */
    private static Optional<Boolean> origin(List<String> given) {
        Set<String> origins = new LinkedHashSet<>();
        given.forEach(value -> origins.add(only(value, ORIGIN, COPY, INDEPENDENT)));
        return origins.size() == 1 ? Optional.of(origins.contains(COPY)) : Optional.empty();
    }

    private static <E extends Enum<E>> Set<E> constants(
            Function<String, List<String>> parameters, String name, Class<E> type, Set<E> allowed) {
        Set<E> constants = EnumSet.noneOf(type);
        for (String value : names(parameters, name)) {
            constants.add(allowed.stream()
                    .filter(one -> one.name().equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() -> Problem.bad(name + " is one of "
                            + String.join(
                                    ", ",
                                    allowed.stream().map(SearchQuery::word).toList())
                            + ", not " + Problem.quoted(value))));
        }
        return constants;
    }

    /** A constant as addresses have it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String date(String name, String value) {
        String stripped = value.strip();
        try {
            ExportFilter.firstDay(stripped);
            ExportFilter.lastDay(stripped);
            return stripped;
        } catch (DateTimeException e) {
            throw new Problem(
                    400,
                    "Bad request",
                    name + " is a year, a month or a day, such as 2024, 2024-05 or 2024-05-16, not "
                            + Problem.quoted(value),
                    e);
        }
    }

    private static double share(String value) {
        try {
            double share = Double.parseDouble(value.strip());
            if (share >= 0 && share <= 1) {
                // -0 is 0, but not equal to it.
                return share + 0.0;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw Problem.bad(SURE + " is a number from 0 to 1, not " + Problem.quoted(value));
    }

    /** The parameters, by their names, in one order. */
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        put(all, Q, q.isBlank() ? List.of() : List.of(q));
        put(all, WHO, who);
        put(all, WORDS, wordsOnly ? List.of(ONLY) : List.of());
        put(all, STANCE, stances.stream().sorted().map(SearchQuery::word).toList());
        put(all, FORM, forms.stream().sorted().map(SearchQuery::word).toList());
        put(all, OUTLET, outlets);
        put(all, SPEAKER, speakers);
        put(all, SINCE, since.stream().toList());
        put(all, UNTIL, until.stream().toList());
        put(all, ORIGIN, origin().stream().toList());
        put(all, SURE, minConfidence > 0 ? List.of(Double.toString(minConfidence)) : List.of());
        put(all, SORT, order == Order.BEST ? List.of() : List.of(word(order)));
        return all;
    }

    private static void put(Map<String, List<String>> all, String name, List<String> values) {
        if (!values.isEmpty()) {
            all.put(name, values);
        }
    }

    /** {@code copy} or {@code independent}. */
    Optional<String> origin() {
        return copies.map(copy -> copy ? COPY : INDEPENDENT);
    }

    /** The part of an address behind its question mark; empty for everything. */
    public String address() {
        return address(parameters());
    }

    static String address(Map<String, List<String>> parameters) {
        StringBuilder out = new StringBuilder();
        parameters.forEach((name, values) -> values.forEach(value -> out.append(out.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return out.toString();
    }

    /** The same in another order. */
    public SearchQuery in(Order other) {
        return new SearchQuery(
                q, who, wordsOnly, stances, forms, outlets, speakers, since, until, copies, minConfidence, other);
    }

    private ExportFilter filter() {
        Optional<LocalDate> first = since.map(ExportFilter::firstDay);
        Optional<LocalDate> last = until.map(ExportFilter::lastDay);
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
            throw Problem.bad("nothing lies between since " + first.get() + " and until " + last.get()
                    + ": the first comes behind the second");
        }
        return new ExportFilter(first, last, outlets, List.of(), stances, forms, minConfidence, Set.of());
    }

    /** The words that are looked for. */
    Words words() {
        return Words.of(q);
    }

    /**
     * What is looked for.
     *
     * @param people among whom {@link #who} is looked up
     */
    public Choice choice(People people) {
        return choice(called(people).values().stream().flatMap(List::stream).toList());
    }

    /** Whom each name of {@link #who} may mean. */
    Map<String, List<Somebody>> called(People people) {
        Map<String, List<Somebody>> called = new LinkedHashMap<>();
        who.forEach(name -> called.put(name, people.called(name)));
        return called;
    }

    Choice choice(List<Somebody> called) {
        return new Choice(
                new Question(who.isEmpty() ? Optional.empty() : Optional.of(called), words(), !wordsOnly, filter()),
                Set.copyOf(speakers),
                copies,
                order);
    }
}
