package io.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.encoder.ByteVector;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Form;
import io.onrecord.model.Stance;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found, with how many of it there are of each kind. */
class ExploreTest {

    private static final String STORE = "0123456789abcdef0123456789abcdef";
    private static final List<String> NAMES = List.of("Ilan Serrat", "Mara Oldin", "Jonna Pryce", "Anselm Korr");
    private static final List<String> WORDS =
            List.of("bridge", "inquiry", "bolts", "harbour", "tunnel", "quarry", "ferry", "orchard");
    private static final List<String> DAYS =
            List.of("2023", "2024-02", "2024-02-03", "2024-02-20", "2024-03-01", "2024", "", "2025-01-01T10:00:00Z");
    private static final List<String> OUTLETS = List.of("Northwire", "NORTHWIRE", "Carrow Courier", "The Lantern");

    @TempDir
    private Path folder;

    private StatementIndex index;
    private final MadeUp made = new MadeUp();

    @BeforeEach
    void open() {
        index = StatementIndex.open(folder.resolve("index"));
    }

    @AfterEach
    void close() {
        index.close();
    }

    private void take(Map<Integer, ArticleRecord> articles, Map<String, ByteVector> vectors) {
        long seen = index.stamp().map(Stamp::since).orElse(0L) + 1;
        try (Update update = index.update(index.stamp().isEmpty())) {
            articles.forEach((number, record) -> update.put(number, record, vectors));
            update.commit(new Stamp(STORE, seen, seen, 0));
        }
        index.refresh();
    }

    /** Articles of all kinds, in several parts of the index, some of them put anew. */
    private Beside many(Random random) {
        Grouping.Builder known = new Grouping.Builder();
        Map<String, ByteVector> vectors = new HashMap<>();
        for (int part = 0; part < 3; part++) {
            Map<Integer, ArticleRecord> articles = new HashMap<>();
            for (int i = 0; i < 20; i++) {
                int number = 1 + part * 15 + i;
                List<String> said = new ArrayList<>();
                for (int j = 0; j < 1 + random.nextInt(6); j++) {
                    said.add(NAMES.get(random.nextInt(NAMES.size())));
                    said.add(Stance.values()[random.nextInt(4)].name());
                    said.add(
                            number + " " + j + " " + WORDS.get(random.nextInt(8)) + " " + WORDS.get(random.nextInt(8)));
                }
                ArticleRecord record = made.article(
                        OUTLETS.get(random.nextInt(4)), DAYS.get(random.nextInt(8)), said.toArray(String[]::new));
                record.speakers()
                        .forEach(speaker ->
                                known.speaker(new SpeakerKey(number, speaker.id()), NAMES.indexOf(speaker.name())));
                record.statements().forEach(statement -> vectors.put(statement.id(), vector(random)));
                articles.put(number, record);
                if (number % 3 == 0) {
                    known.copy(number);
                }
            }
            take(articles, vectors);
        }
        return new Beside(known.build(), Set.of(), Optional.empty());
    }

    private static ByteVector vector(Random random) {
        byte[] bytes = new byte[384];
        random.nextBytes(bytes);
        // Somewhat alike, so that some are near and some are not.
        for (int i = 0; i < 110; i++) {
            bytes[i] = (byte) (60 + random.nextInt(60));
        }
        return ByteVector.of(bytes);
    }

    private static Query asked(Random random, boolean meaning) {
        Query query = Query.ALL;
        if (random.nextInt(3) > 0) {
            query = query.about(
                    Words.of(WORDS.get(random.nextInt(8)) + " " + WORDS.get(random.nextInt(8))),
                    meaning ? Optional.of(vector(random)) : Optional.empty());
        }
        Optional<LocalDate> since = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(LocalDate.parse(
                        List.of("2024-01-01", "2024-02-01", "2024-02-10").get(random.nextInt(3))));
        Optional<LocalDate> until = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(LocalDate.parse(
                        List.of("2024-12-31", "2024-02-29", "2024-02-25").get(random.nextInt(3))));
        return new Query(
                query.words(),
                query.meaning(),
                Optional.empty(),
                random.nextBoolean()
                        ? Set.of()
                        : Set.copyOf(List.of(Stance.values()[random.nextInt(4)], Stance.values()[0])),
                random.nextBoolean() ? Set.of() : Set.of(Form.values()[random.nextInt(2)]),
                random.nextBoolean() ? Set.of() : Set.of(OUTLETS.get(random.nextInt(4))),
                since,
                until,
                Optional.empty(),
                random.nextBoolean() ? 0 : 0.55);
    }

    private static Query with(Query query, Set<Stance> stances, Set<Form> forms, Set<String> outlets) {
        return new Query(
                query.words(),
                query.meaning(),
                query.speakers(),
                stances,
                forms,
                outlets,
                query.since(),
                query.until(),
                query.articles(),
                query.minConfidence());
    }

    private static Query within(Query query, LocalDate since, LocalDate until) {
        return new Query(
                query.words(),
                query.meaning(),
                query.speakers(),
                query.stances(),
                query.forms(),
                query.outlets(),
                Optional.of(since),
                Optional.of(until),
                query.articles(),
                query.minConfidence());
    }

    private long total(Query query, Beside beside) {
        Explored found = index.explore(query, beside, Order.BEST, 0, Integer.MAX_VALUE);
        assertThat(found.hits()).hasSize((int) found.total());
        return found.total();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachNumberIsWhatChoosingThatKindGives(long seed) {
        Random random = new Random(seed);
        Beside all = many(random);
        for (int i = 0; i < 40; i++) {
            Query query = asked(random, random.nextBoolean());
            Beside beside = new Beside(
                    all.known(),
                    random.nextBoolean() ? Set.of() : Set.of(random.nextInt(4)),
                    random.nextBoolean() ? Optional.empty() : Optional.of(random.nextBoolean()));
            Counts counts = index.explore(query, beside, Order.BEST, 0, 5).counts();
            counts.stances()
                    .forEach((stance, count) -> assertThat(
                                    total(with(query, Set.of(stance), query.forms(), query.outlets()), beside))
                            .isEqualTo(count));
            counts.forms()
                    .forEach((form, count) -> assertThat(
                                    total(with(query, query.stances(), Set.of(form), query.outlets()), beside))
                            .isEqualTo(count));
            counts.outlets()
                    .forEach((outlet, count) -> assertThat(
                                    total(with(query, query.stances(), query.forms(), Set.of(outlet)), beside))
                            .isEqualTo(count));
            counts.groups()
                    .forEach((group, count) -> assertThat(
                                    total(query, new Beside(all.known(), Set.of(group), beside.copies())))
                            .isEqualTo(count));
            assertThat(total(query, new Beside(all.known(), beside.groups(), Optional.of(true))))
                    .isEqualTo(counts.copies());
            assertThat(total(query, new Beside(all.known(), beside.groups(), Optional.of(false))))
                    .isEqualTo(counts.independent());
            counts.years()
                    .forEach((year, count) -> assertThat(
                                    total(within(query, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)), beside))
                            .isEqualTo(count));
            counts.months()
                    .forEach((month, count) -> assertThat(
                                    total(within(query, month.atDay(1), month.atEndOfMonth()), beside))
                            .isEqualTo(count));
            counts.days()
                    .forEach((day, count) ->
                            assertThat(total(within(query, day, day), beside)).isEqualTo(count));
        }
    }

    @Test
    void nothingThatChoosingWouldGiveIsMissing() {
        Beside all = many(new Random(4));
        Counts counts = index.explore(Query.ALL, all, Order.BEST, 0, 0).counts();
        long statements = index.statements();
        assertThat(counts.stances().values().stream().mapToLong(one -> one).sum())
                .isEqualTo(statements);
        assertThat(counts.forms().values().stream().mapToLong(one -> one).sum()).isEqualTo(statements);
        assertThat(counts.outlets().values().stream().mapToLong(one -> one).sum())
                .isEqualTo(statements);
        assertThat(counts.groups().values().stream().mapToLong(one -> one).sum())
                .isEqualTo(statements);
        assertThat(counts.copies() + counts.independent()).isEqualTo(statements);
        assertThat(counts.outlets()).hasSize(3).containsKey("The Lantern");
        assertThat(counts.years().keySet()).containsExactly(2023, 2024, 2025);
        assertThat(counts.months()).isEmpty();
    }

    @Test
    void monthsShowInAYearAndDaysInAMonth() {
        take(
                Map.of(
                        1,
                        made.article("Northwire", "2024-02-03", "Ilan Serrat", "SAYS", "the bridge holds"),
                        2,
                        made.article("Northwire", "2024", "Ilan Serrat", "SAYS", "the tunnel leaks"),
                        3,
                        made.article("Northwire", "2024-05", "Ilan Serrat", "SAYS", "the quarry is shut")),
                Map.of());
        Counts counts = index.explore(Query.ALL, Beside.NONE, Order.BEST, 0, 0).counts();
        assertThat(counts.years()).isEqualTo(Map.of(2024, 3L));
        assertThat(counts.months()).hasSize(12).containsEntry(YearMonth.of(2024, 2), 2L);
        assertThat(counts.months()).containsEntry(YearMonth.of(2024, 5), 2L).containsEntry(YearMonth.of(2024, 7), 1L);
        assertThat(counts.days()).isEmpty();
        Query may = within(Query.ALL, LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29));
        assertThat(index.explore(may, Beside.NONE, Order.BEST, 0, 0).counts().days())
                .hasSize(29)
                .containsEntry(LocalDate.of(2024, 2, 3), 2L)
                .containsEntry(LocalDate.of(2024, 2, 4), 1L);
    }

    @Test
    void theOrderIsTheOneThatWasAskedFor() {
        many(new Random(5));
        List<Hit> newest = index.explore(Query.ALL, Beside.NONE, Order.NEWEST, 0, Integer.MAX_VALUE)
                .hits();
        List<Hit> oldest = index.explore(Query.ALL, Beside.NONE, Order.OLDEST, 0, Integer.MAX_VALUE)
                .hits();
        assertThat(content(newest.get(0))).isIn(contentsOf("2025"));
        assertThat(content(oldest.get(0))).isIn(contentsOf("2023"));
        // Those without a date are the last of both.
        assertThat(content(newest.get(newest.size() - 1))).isIn(contentsOf(""));
        assertThat(content(oldest.get(oldest.size() - 1))).isIn(contentsOf(""));
        List<Hit> together = index.explore(Query.ALL, Beside.NONE, Order.BY_ARTICLE, 0, Integer.MAX_VALUE)
                .hits();
        List<Integer> articles = new ArrayList<>();
        together.forEach(hit -> {
            if (articles.isEmpty() || articles.get(articles.size() - 1) != hit.article()) {
                articles.add(hit.article());
            }
        });
        assertThat(articles).doesNotHaveDuplicates();
    }

    /** Contents of what is found in one year, or without any. */
    private List<String> contentsOf(String year) {
        List<String> contents = new ArrayList<>();
        index.explore(
                        year.isEmpty()
                                ? Query.ALL
                                : within(Query.ALL, LocalDate.parse(year + "-01-01"), LocalDate.parse(year + "-12-31")),
                        Beside.NONE,
                        Order.BY_ARTICLE,
                        0,
                        Integer.MAX_VALUE)
                .hits()
                .forEach(hit -> contents.add(content(hit)));
        if (year.isEmpty()) {
            List.of("2023", "2024", "2025").forEach(one -> contents.removeAll(contentsOf(one)));
        }
        return contents;
    }

    private String content(Hit hit) {
        return made.contents().getOrDefault(hit.statement(), "?");
    }

    @Test
    void theSurestComeFirstWhereThatIsAskedFor() {
        take(
                Map.of(
                        1,
                        made.article(
                                "Northwire",
                                "2024-02-03",
                                "Ilan Serrat",
                                "SAYS",
                                "the bridge holds",
                                "Mara Oldin",
                                "SAYS",
                                "the bridge sways")),
                Map.of());
        assertThat(index.explore(Query.ALL, Beside.NONE, Order.CONFIDENCE, 0, 2).hits())
                .extracting(this::content)
                .containsExactly("the bridge sways", "the bridge holds");
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void pagesGiveTheWholeListOnce(Order order) {
        Beside all = many(new Random(6));
        Query query = Query.ALL.about(Words.of("bridge tunnel"), Optional.of(vector(new Random(7))));
        List<Hit> whole = index.explore(query, all, order, 0, Integer.MAX_VALUE).hits();
        List<Hit> paged = new ArrayList<>();
        while (paged.size() < whole.size()) {
            paged.addAll(index.explore(query, all, order, paged.size(), 7).hits());
        }
        assertThat(whole).hasSizeGreaterThan(20);
        assertThat(paged).isEqualTo(whole);
        assertThat(index.explore(query, all, order, whole.size(), 7).hits()).isEmpty();
        assertThat(index.explore(query, all, order, Integer.MAX_VALUE, Integer.MAX_VALUE)
                        .hits())
                .isEmpty();
    }

    @Test
    void mostOfTheWordsMustBeThereUnlessTheMeaningIsNear() {
        take(
                Map.of(
                        1,
                        made.article(
                                "Northwire",
                                "2024-02-03",
                                "Ilan Serrat",
                                "SAYS",
                                "the bridge has rusted bolts",
                                "Mara Oldin",
                                "SAYS",
                                "the bridge is long",
                                "Jonna Pryce",
                                "SAYS",
                                "rusted bolts, all of them")),
                Map.of());
        assertThat(contents("bridge bolts")).containsExactly("the bridge has rusted bolts");
        assertThat(contents("bridge rusting bolt"))
                .containsExactly("the bridge has rusted bolts", "rusted bolts, all of them");
        // A word that stands nowhere asks for nothing.
        assertThat(contents("bridge bolts zeppelin")).containsExactly("the bridge has rusted bolts");
        assertThat(contents("zeppelin")).isEmpty();
        assertThat(contents("\"rusted bolts\" -bridge")).containsExactly("rusted bolts, all of them");
        assertThat(contents("")).hasSize(3);
    }

    private List<String> contents(String words) {
        return index
                .explore(Query.ALL.about(Words.of(words), Optional.empty()), Beside.NONE, Order.BEST, 0, 100)
                .hits()
                .stream()
                .map(this::content)
                .toList();
    }

    @Test
    void whatIsNearInMeaningIsAllFoundByTheSignsFirst() {
        Random random = new Random(8);
        Beside all = many(random);
        ByteVector wanted = vector(random);
        Query near = Query.ALL.about(Words.of("zeppelin"), Optional.of(wanted));
        List<Hit> explored =
                index.explore(near, all, Order.BEST, 0, Integer.MAX_VALUE).hits();
        // Of so few the other search compares each by its vector.
        List<Hit> searched = index.search(near, 0, 1000).hits();
        assertThat(explored).hasSizeGreaterThan(20);
        assertThat(explored.stream().map(Hit::statement).toList())
                .containsExactlyInAnyOrderElementsOf(
                        searched.stream().map(Hit::statement).toList());
    }
}
