package io.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.onrecord.claims.Claim;
import io.onrecord.claims.ClaimDisputes;
import io.onrecord.claims.ClaimSummary;
import io.onrecord.claims.Claims;
import io.onrecord.claims.Constraint;
import io.onrecord.claims.Keys;
import io.onrecord.claims.Matcher;
import io.onrecord.claims.Proposition;
import io.onrecord.claims.Propositions;
import io.onrecord.claims.Strongest;
import io.onrecord.corrections.Change;
import io.onrecord.disputes.Disputes;
import io.onrecord.encoder.PairScorer;
import io.onrecord.encoder.PairScores;
import io.onrecord.encoder.SentencePair;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Published;
import io.onrecord.model.Text;
import io.onrecord.testkit.ClaimNews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of the claims that a store makes, whichever database it is in. */
abstract class ClaimsTest {

    private static final Store.Options OPTIONS = new Store.Options(
            Duration.ofSeconds(20), Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC));
    private static final Producer OTHER = new Producer("0.2.0", "large sha256:bb", "none");

    /** Few events, so that some keys are shared by far more statements than stand near one another. */
    static final ClaimNews DENSE = new ClaimNews(11, 3, 6);

    private final List<Store> open = new ArrayList<>();
    private Store store;

    /** The address of an empty place. */
    abstract String emptyPlace();

    @BeforeEach
    void open() {
        store = fresh();
    }

    private Store fresh() {
        Store made = Store.open(emptyPlace(), OPTIONS);
        open.add(made);
        return made;
    }

    @AfterEach
    void close() {
        open.forEach(Store::close);
    }

    private static String content(ArticleRecord record, Proposition proposition) {
        return record.statements().stream()
                .filter(statement -> statement.id().equals(proposition.statementId()))
                .map(statement -> statement.attribution().content().get(0))
                .findFirst()
                .orElseThrow()
                .of(record.article().text().value());
    }

    private static ClaimReading reading(ArticleRecord record) {
        Disputes.Found found = Disputes.find(record.article(), record.speakers(), record.statements());
        return new ClaimReading(Propositions.of(record), ClaimDisputes.references(found.pending()));
    }

    /** Gives statements vectors, and makes claims. */
    static ClaimWork make(Store store) {
        putMeanings(store);
        return store.makeClaims("test", ClaimsTest::reading, Matcher.plain(), left -> {});
    }

    private static void putMeanings(Store store) {
        List<Pending> waiting = store.pendingVectors(0, 1000);
        store.putVectors(
                "bag of words",
                waiting.stream()
                        .map(one -> new Meant(
                                one,
                                one.contents().stream().map(ClaimNews::meaning).toList()))
                        .toList());
    }

    static List<ArticleRecord> records(ClaimNews news, int count) {
        List<ArticleRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(news.record(i));
        }
        return records;
    }

    /** All tables that go over articles, by what is the same in every store: ids, not the numbers of rows. */
    static Map<String, List<String>> everything(Store store) {
        String id = "SELECT p.key AS key, s.id || '.' || p.part AS id FROM proposition p JOIN statement s"
                + " ON s.article = p.article AND s.number = p.statement";
        Map<String, String> queries = new TreeMap<>();
        queries.put(
                "origins",
                "SELECT a.id, b.id, kind, score FROM origin JOIN article a ON a.key = origin.article"
                        + " JOIN article b ON b.key = origin.origin");
        queries.put(
                "propositions",
                "SELECT x.id, standing, p.text, form FROM proposition p JOIN (" + id + ") x ON x.key = p.key");
        queries.put("stories", "SELECT a.id, names FROM story JOIN article a ON a.key = story.article");
        queries.put(
                "links",
                "SELECT CASE WHEN a.id < b.id THEN a.id ELSE b.id END, CASE WHEN a.id < b.id THEN b.id ELSE a.id END,"
                        + " score FROM claim_link JOIN (" + id + ") a ON a.key = first JOIN (" + id
                        + ") b ON b.key = second");
        queries.put("claims", "SELECT id, wording, statements, outlets, origins, disputes FROM claim");
        queries.put(
                "members",
                "SELECT claim.id, p.number, x.id FROM proposition p JOIN claim ON claim.key = p.claim" + " JOIN (" + id
                        + ") x ON x.key = p.key");
        queries.put(
                "disputes",
                "SELECT claim.id, s.id, t.id, d.kind, d.confidence, d.via, e.location, e.start_at, e.end_at"
                        + " FROM claim_dispute d JOIN claim ON claim.key = d.claim"
                        + " JOIN statement s ON s.article = d.article AND s.number = d.statement"
                        + " JOIN statement t ON t.article = d.to_article AND t.number = d.to_statement"
                        + " JOIN claim_dispute_evidence e ON e.dispute = d.key");
        Map<String, List<String>> all = new TreeMap<>();
        queries.forEach((name, sql) -> all.put(name, rows(store, sql)));
        return all;
    }

    private static List<String> rows(Store store, String sql) {
        List<String> rows = new ArrayList<>(store.database()
                .read(session -> session.list(sql, row -> {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= row.result().getMetaData().getColumnCount(); i++) {
                        Object value = row.result().getObject(i);
                        values.add(
                                value instanceof byte[] bytes
                                        ? java.util.HexFormat.of().formatHex(bytes)
                                        : String.valueOf(value));
                    }
                    return String.join("|", values);
                })));
        Collections.sort(rows);
        return rows;
    }

    static void sameAs(Map<String, List<String>> expected, Store store, String what) {
        everything(store)
                .forEach((name, rows) -> assertThat(rows).as(name + " " + what).isEqualTo(expected.get(name)));
    }

    @Test
    void oneByOneInAnyOrderOrAllAtOnceGivesTheSame() {
        List<ArticleRecord> records = records(DENSE, 30);
        records.forEach(store::put);
        make(store);
        Map<String, List<String>> expected = everything(store);
        expected.forEach((name, rows) -> assertThat(rows).as(name).isNotEmpty());
        for (int turn = 0; turn < 3; turn++) {
            List<ArticleRecord> shuffled = new ArrayList<>(records);
            Collections.shuffle(shuffled, new Random(turn));
            Store other = fresh();
            int size = 1 + 6 * turn;
            for (int i = 0; i < shuffled.size(); i++) {
                other.put(shuffled.get(i));
                if (i % size == 0) {
                    make(other);
                }
            }
            make(other);
            sameAs(expected, other, "in turns of " + size);
        }
    }

    @Test
    void whereNoKeyIsCrowdedTheClaimsAreThoseOfAllPairsThatShareAKey() {
        List<ArticleRecord> records = records(new ClaimNews(3, 20, 4), 14);
        records.forEach(store::put);
        make(store);
        List<Proposition> all = records.stream()
                .flatMap(record -> Propositions.of(record).stream()
                        .map(one -> one.part() > 0 ? one : one.with(ClaimNews.meaning(content(record, one)))))
                .toList();
        List<String> expected = new ArrayList<>();
        for (Claim claim : Claims.of(all, Matcher.plain(), List.of()).claims()) {
            expected.add(claim.id()
                    + claim.members().stream().map(Claim.Member::propositionId).toList());
        }
        List<String> kept = new ArrayList<>();
        for (String id : rows(store, "SELECT id FROM claim")) {
            kept.add(id + store.propositions(id).stream().map(Proposition::id).toList());
        }
        assertThat(kept).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(kept.size()).as("some are one").isLessThan(all.size());
    }

    @Test
    void whatWasForgottenOrReadAgainLeavesNoTrace() {
        List<ArticleRecord> records = records(DENSE, 28);
        records.subList(0, 20).forEach(store::put);
        make(store);
        Map<String, List<String>> expected = everything(store);

        Store other = fresh();
        Random random = new Random(5);
        List<ArticleRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);
        for (ArticleRecord record : shuffled) {
            ArticleRecord less = new ArticleRecord(
                    record.article(), record.speakers(), record.statements().subList(0, 1), List.of(), OTHER);
            other.put(random.nextBoolean() ? less : record);
            if (random.nextInt(4) == 0) {
                make(other);
            }
        }
        make(other);
        // In the middle of what is left, at its edges, one by one and together.
        for (ArticleRecord record : records.subList(20, 28)) {
            other.forget(new Selection.Version(record.article().id()));
            if (random.nextInt(4) == 0) {
                make(other);
            }
        }
        for (ArticleRecord record : records.subList(0, 20)) {
            other.put(record);
            if (random.nextInt(4) == 0) {
                make(other);
            }
        }
        make(other);
        sameAs(expected, other, "after forgetting and reading again");
    }

    @Test
    void aKeyThatAllShareCostsABoundedNumberOfComparisonsAndLeavesAFewLinks() {
        ClaimNews one = new ClaimNews(4, 1, 8);
        records(one, 60).forEach(store::put);
        ClaimWork work = make(store);
        long statements = store.counts().statements();
        assertThat(statements).isGreaterThan(400);
        long crowded = rows(store, "SELECT count(*) AS c FROM proposition_key GROUP BY hash HAVING count(*) > 100")
                .size();
        assertThat(crowded).as("crowded keys").isPositive();
        assertThat(work.candidates()).isLessThan(statements * statements / 2);
        assertThat(work.candidates())
                .isLessThanOrEqualTo(statements * Keys.MOST * (Nearness.WORDS.reach() + 8L * Nearness.STORIES.reach()));
        int propositions = rows(store, "SELECT key FROM proposition").size();
        int kept = rows(store, "SELECT first FROM claim_link").size();
        assertThat(kept).isPositive().isLessThanOrEqualTo(2 * Strongest.MOST * propositions);
        assertThat((long) kept).as("kept of those that were found").isLessThan(work.links() / 2);
    }

    @Test
    void aStoreOfTheVersionBeforeKeepsItsRecordsAndMakesItsClaimsAnew() {
        List<ArticleRecord> records = records(DENSE, 10);
        String place = emptyPlace();
        Migrations before = new Migrations(List.of("1-records", "2-vectors", "3-claims", "4-corrections"));
        try (Store older = Store.open(place, OPTIONS, before)) {
            records.forEach(older::put);
            older.database().write(session -> {
                session.execute("INSERT INTO claim_maker (name) VALUES ('test')");
                session.execute("INSERT INTO claim (id, wording, statements, outlets, origins, disputes)"
                        + " VALUES ('00', 0, 1, 1, 1, 0)");
                for (int part = 0; part < 2; part++) {
                    session.update(
                            "INSERT INTO proposition (article, statement, part, claim, standing, form)"
                                    + " SELECT min(article), 0, ?, (SELECT max(key) FROM claim), 'STATES', ? FROM statement",
                            part,
                            new byte[] {1});
                }
                return session.update("INSERT INTO claim_link (first, second, kind, score)"
                        + " SELECT min(key), max(key), 'SAME', 0.5 FROM proposition");
            });
        }
        Store now = Store.open(place, OPTIONS);
        open.add(now);
        assertThat(now.claimsAreDone("test")).isFalse();
        make(now);
        records.forEach(store::put);
        make(store);
        sameAs(everything(store), now, "made anew");
        assertThat(now.check().problems()).isEmpty();
    }

    @Test
    void whenNothingCameNothingIsDone() {
        assertThat(store.claimsAreDone("test")).isTrue();
        records(DENSE, 10).forEach(store::put);
        assertThat(store.claimsAreDone("test")).isFalse();
        ClaimWork work = make(store);
        assertThat(work.articles()).isEqualTo(10);
        assertThat(store.claimsAreDone("test")).isTrue();
        assertThat(make(store)).isEqualTo(new ClaimWork(0, 0, 0));
        store.put(DENSE.record(3));
        assertThat(store.claimsAreDone("test")).as("the same article again").isTrue();
    }

    @Test
    void anotherMakerMakesAllAnew() {
        records(DENSE, 10).forEach(store::put);
        make(store);
        Map<String, List<String>> before = everything(store);
        assertThat(store.claimsAreDone("another")).isFalse();
        ClaimWork work = store.makeClaims("another", ClaimsTest::reading, Matcher.plain(), left -> {});
        assertThat(work.articles()).isEqualTo(10);
        sameAs(before, store, "made anew");
    }

    @Test
    void leftTellsHowMuchIsToDoAndEndsWithNothing() {
        records(DENSE, 20).forEach(store::put);
        List<Long> left = new ArrayList<>();
        store.makeClaims("test", ClaimsTest::reading, Matcher.plain(), left::add);
        assertThat(left.size()).isGreaterThan(3);
        assertThat(left.get(left.size() - 1)).isZero();
    }

    @Test
    void aDecisionWinsOverLinksAndSurvivesReadingAgain() {
        List<ArticleRecord> records = records(DENSE, 12);
        records.forEach(store::put);
        make(store);
        List<String> pair = rows(
                        store,
                        "SELECT s.id FROM proposition p JOIN statement s ON s.article = p.article"
                                + " AND s.number = p.statement JOIN claim ON claim.key = p.claim WHERE claim.id ="
                                + " (SELECT id FROM claim WHERE statements >= 2 ORDER BY statements, id LIMIT 1)")
                .subList(0, 2);
        store.decide(List.of(new Constraint(Constraint.Kind.SPLIT, pair.get(0), pair.get(1))), "editor");
        assertThat(store.claimsAreDone("test")).isFalse();
        make(store);
        assertThat(claimOf(pair.get(0))).isNotEqualTo(claimOf(pair.get(1)));
        for (ArticleRecord record : records) {
            store.put(new ArticleRecord(
                    record.article(), record.speakers(), record.statements(), record.disputes(), OTHER));
        }
        make(store);
        assertThat(claimOf(pair.get(0))).as("read again").isNotEqualTo(claimOf(pair.get(1)));
        store.decide(List.of(new Constraint(Constraint.Kind.MERGE, pair.get(1), pair.get(0))), "editor");
        make(store);
        assertThat(claimOf(pair.get(0))).isEqualTo(claimOf(pair.get(1)));
        assertThat(store.claimDecisions())
                .extracting(one -> one.decision().kind() + " " + one.author() + " " + one.at())
                .containsExactly("SPLIT editor 2026-03-04T12:00:00Z", "MERGE editor 2026-03-04T12:00:00Z");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.decide(
                        List.of(new Constraint(Constraint.Kind.MERGE, "0".repeat(32), pair.get(0))), "editor"))
                .withMessageContaining("is not kept in");
    }

    @Test
    void whatIsUnlikeIsOneClaimWhereAUserSaysSo() {
        records(DENSE, 12).forEach(store::put);
        make(store);
        List<String> first = rows(
                store,
                "SELECT s.id FROM proposition p JOIN statement s ON s.article = p.article"
                        + " AND s.number = p.statement WHERE p.number = 0 ORDER BY s.id");
        store.decide(List.of(new Constraint(Constraint.Kind.MERGE, first.get(0), first.get(1))), "editor");
        make(store);
        assertThat(claimOf(first.get(0))).isEqualTo(claimOf(first.get(1)));
    }

    @Test
    void whatIsDecidedInOneGoIsKeptAsAWholeOrNotAtAll() {
        records(DENSE, 12).forEach(store::put);
        make(store);
        Constraint fine = store.claims(ClaimQuery.all(2)).stream()
                .map(claim -> store.propositions(claim.id()).get(0).id())
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), two -> new Constraint(Constraint.Kind.MERGE, two.get(0), two.get(1))));
        Constraint gone = new Constraint(Constraint.Kind.MERGE, fine.first(), "0".repeat(32));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.decide(List.of(fine, gone), "editor"))
                .withMessageContaining("is not kept in");
        assertThat(store.claimDecisions()).isEmpty();
        assertThat(store.claimsAreDone("test")).isTrue();
    }

    private String claimOf(String statementId) {
        return rows(
                        store,
                        "SELECT claim.id FROM statement s JOIN proposition p ON p.article = s.article"
                                + " AND p.statement = s.number JOIN claim ON claim.key = p.claim WHERE s.id = '"
                                + statementId
                                + "' AND p.part = 0")
                .get(0);
    }

    @Test
    void copiesCountOnceAmongTheOriginsOfAClaim() {
        records(DENSE, 60).forEach(store::put);
        make(store);
        assertThat(rows(
                        store,
                        "SELECT id FROM claim WHERE origins <"
                                + " (SELECT count(DISTINCT article) FROM proposition WHERE claim = claim.key)"))
                .isNotEmpty();
        String copied = rows(
                        store,
                        "SELECT a.id || ' ' || b.id FROM origin JOIN article a ON a.key = origin.article"
                                + " JOIN article b ON b.key = origin.origin")
                .get(0);
        assertThat(store.origin(copied.substring(0, 32))).contains(copied.substring(33));
        assertThat(store.origin(copied.substring(33))).isEmpty();
    }

    @Test
    void aDenialThatAPersonRejectedDisputesNothing() {
        List<ArticleRecord> records = records(DENSE, 20);
        records.forEach(store::put);
        make(store);
        Map<String, List<String>> before = everything(store);
        String denial = rows(
                        store,
                        "SELECT s.id FROM claim_dispute d JOIN statement s ON s.article = d.article AND s.number = d.statement"
                                + " WHERE d.via = 'WORDS'")
                .get(0);
        ArticleRecord denying = records.stream()
                .filter(record ->
                        record.statements().stream().anyMatch(one -> one.id().equals(denial)))
                .findFirst()
                .orElseThrow();
        String article = denying.article().id();

        store.correct(article, denial, new Change.Rejected(), "editor", Optional.empty());
        make(store);

        Store without = fresh();
        for (ArticleRecord record : records) {
            without.put(new ArticleRecord(
                    record.article(),
                    record.speakers(),
                    record.statements().stream()
                            .filter(one -> !one.id().equals(denial))
                            .toList(),
                    record.disputes().stream()
                            .filter(one ->
                                    !one.from().equals(denial) && !one.to().equals(denial))
                            .toList(),
                    record.producer()));
        }
        make(without);
        Map<String, List<String>> expected = everything(without);
        assertThat(before.get("disputes")).as("edges before").isNotEqualTo(expected.get("disputes"));
        sameAs(expected, store, "without what was rejected");
        assertThat(store.undo(article, denial, "editor", Optional.empty())).isPresent();
        make(store);
        sameAs(before, store, "taken back");
    }

    /** A maker is ended in the midst of its work, as by a kill. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Compares by the words that two sentences have in common; what is to happen in between happens before its first pairs. */
    private static Matcher comparing(Runnable before) {
        AtomicBoolean begun = new AtomicBoolean();
        return Matcher.with(new PairScorer() {
            @Override
            public String model() {
                return "words in common";
            }

            @Override
            public List<PairScores> score(List<SentencePair> pairs) {
                if (begun.compareAndSet(false, true)) {
                    before.run();
                }
                return pairs.stream().map(ClaimsTest::scores).toList();
            }

            @Override
            public void close() {
                // There is nothing to close.
            }
        });
    }

    private static PairScores scores(SentencePair pair) {
        Set<String> all = new TreeSet<>(List.of(pair.a().split(" ", -1)));
        Set<String> both = new TreeSet<>(all);
        List<String> second = List.of(pair.b().split(" ", -1));
        both.retainAll(second);
        all.addAll(second);
        double same = (double) both.size() / all.size();
        return new PairScores(
                same,
                same,
                new PairScores.Relation(same, 0, 1 - same),
                new PairScores.Stance(same, 0, 1 - same),
                new PairScores.Bearing(same, 0));
    }

    private static void make(Store store, Runnable before) {
        store.makeClaims("test", ClaimsTest::reading, comparing(before), left -> {});
    }

    private static void end() {
        throw new Ended();
    }

    private void endOncePut() {
        if (!rows(store, "SELECT article FROM claim_pending WHERE stage = 1").isEmpty()) {
            throw new Ended();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS))
                    .as("the other came so far")
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatOneMakerPutsAnotherDoesNotPutAgainWhileItIsCompared() throws Exception {
        List<ArticleRecord> records = records(DENSE, 16);
        records.forEach(store::put);
        CountDownLatch hasRead = new CountDownLatch(1);
        CountDownLatch compares = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> slow = thread.submit(() -> store.makeClaims(
                    "test",
                    record -> {
                        hasRead.countDown();
                        await(compares);
                        return reading(record);
                    },
                    comparing(ClaimsTest::end),
                    left -> {}));
            await(hasRead);
            make(store, () -> {
                compares.countDown();
                assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(() -> slow.get(60, TimeUnit.SECONDS))
                        .withCauseInstanceOf(Ended.class);
            });
        } finally {
            thread.shutdownNow();
        }
        Store other = fresh();
        records.forEach(other::put);
        make(other, () -> {});
        assertThat(everything(other).get("links")).isNotEmpty();
        sameAs(everything(other), store, "by two makers");
    }

    @Test
    void whatChangesWhileTwoMakersCompareItIsComparedOnceMore() {
        // So few that nothing has more links than are kept: who lost one of these would be compared once more for that.
        List<ArticleRecord> records = records(new ClaimNews(11, 3, 2), 8);
        // Of the first maker all that waits is asked for once more.
        make(store, () -> {});
        records.forEach(store::put);
        List<ArticleRecord> again = new ArrayList<>();
        make(store, () -> {
            make(store, () -> {});
            String linked = rows(
                            store,
                            "SELECT a.id FROM claim_link JOIN proposition p ON p.key = first JOIN proposition q"
                                    + " ON q.key = second JOIN article a ON a.key = p.article WHERE p.article < q.article")
                    .get(0);
            for (ArticleRecord record : records) {
                if (record.article().id().equals(linked)) {
                    again.add(new ArticleRecord(
                            record.article(), record.speakers(), record.statements(), List.of(), OTHER));
                }
            }
            again.forEach(store::put);
            assertThatExceptionOfType(Ended.class)
                    .isThrownBy(() ->
                            store.makeClaims("test", ClaimsTest::reading, comparing(() -> {}), left -> endOncePut()));
        });
        assertThat(again).hasSize(1);
        Store other = fresh();
        records.forEach(other::put);
        again.forEach(other::put);
        make(other, () -> {});
        sameAs(everything(other), store, "read again in between");
    }

    @Test
    void whatWasComparedWithoutMeaningsIsNotKeptOnceThereAreSome() {
        List<ArticleRecord> records = records(DENSE, 12);
        records.subList(0, 11).forEach(store::put);
        putMeanings(store);
        make(store, () -> {});
        store.put(records.get(11));
        make(store, () -> {
            putMeanings(store);
            make(store, () -> {});
        });
        Store other = fresh();
        records.forEach(other::put);
        putMeanings(other);
        make(other, () -> {});
        sameAs(everything(other), store, "with meanings");
    }

    @Test
    void aRecordThatIsDamagedKeepsNoOthersFromTheirClaims() {
        List<ArticleRecord> records = records(DENSE, 12);
        records.forEach(store::put);
        String damaged = records.get(2).article().id();
        store.database()
                .write(session -> session.update(
                        "UPDATE statement SET form = 'SONG' WHERE article = (SELECT key FROM article WHERE id = ?)",
                        damaged));
        make(store);
        assertThat(store.claimsAreDone("test")).isTrue();

        Store without = fresh();
        records.stream()
                .filter(record -> !record.article().id().equals(damaged))
                .forEach(without::put);
        make(without);
        Map<String, List<String>> expected = new TreeMap<>(everything(without));
        // Which articles are copies is told by their texts, which are whole.
        for (String table : List.of("propositions", "stories", "links", "members", "disputes")) {
            assertThat(everything(store).get(table)).as(table).isEqualTo(expected.get(table));
        }
        assertThat(store.check().problems()).anyMatch(problem -> problem.contains("SONG"));

        store.put(new ArticleRecord(
                records.get(2).article(),
                records.get(2).speakers(),
                records.get(2).statements(),
                records.get(2).disputes(),
                OTHER));
        make(store);
        Store whole = fresh();
        records.forEach(whole::put);
        make(whole);
        sameAs(everything(whole), store, "read again");
    }

    @Test
    void whoWereCopiesOfOneThatIsForgottenAreOriginsAgain() {
        List<ArticleRecord> records = records(DENSE, 24);
        records.forEach(store::put);
        make(store);
        // Two of one claim that are no copies, and one before them that has the text of both.
        List<String> pair = rows(
                        store,
                        "SELECT DISTINCT a.id || ' ' || b.id FROM proposition p JOIN proposition q ON q.claim = p.claim"
                                + " JOIN article a ON a.key = p.article JOIN article b ON b.key = q.article AND b.key > a.key"
                                + " WHERE NOT EXISTS (SELECT 1 FROM copy_link WHERE first IN (a.key, b.key) OR second IN (a.key, b.key))")
                .stream()
                .limit(1)
                .flatMap(ids -> List.of(ids.split(" ", -1)).stream())
                .toList();
        List<ArticleRecord> two = records.stream()
                .filter(record -> pair.contains(record.article().id()))
                .toList();
        Store other = fresh();
        two.forEach(other::put);
        make(other);
        Map<String, List<String>> expected = everything(other);

        Store later = fresh();
        Article both = Article.of(
                "https://wire.example/both",
                Text.line(two.get(0).article().text().value() + " "
                        + two.get(1).article().text().value()),
                new Metadata(
                        Optional.of("Wire"),
                        Optional.empty(),
                        List.of(),
                        Optional.of(new Published("1999-01-01", "json-ld")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        later.put(new ArticleRecord(both, List.of(), List.of(), List.of(), OTHER));
        two.forEach(later::put);
        make(later);
        assertThat(rows(later, "SELECT article FROM origin")).as("copies").hasSize(2);
        later.forget(new Selection.Version(both.id()));
        make(later);
        sameAs(expected, later, "after their origin was forgotten");
    }

    @Test
    void aListIsTheBeginningOfALongerOne() {
        records(DENSE, 20).forEach(store::put);
        make(store);
        // As where articles have no outlets.
        store.database()
                .write(session -> session.update("UPDATE claim SET outlets = 0, origins = 1, disputes = 0 WHERE"
                        + " statements > 1 AND key % 2 = 0"));
        List<ClaimSummary> all = store.claims(ClaimQuery.all(1_000));
        assertThat(all).hasSizeBetween(20, 999);
        for (int most = 1; most < all.size(); most++) {
            assertThat(store.claims(ClaimQuery.all(most)))
                    .as("the first " + most)
                    .isEqualTo(all.subList(0, most));
        }
    }

    @Test
    void whatIsForgottenIsInNoTable() {
        records(DENSE, 20).forEach(store::put);
        make(store);
        for (ArticleRecord record : records(DENSE, 20)) {
            store.forget(new Selection.Version(record.article().id()));
        }
        make(store);
        for (String table : Tables.of(store.database())) {
            if (!List.of("migration", "producer", "claim_maker", "identity_rules", "store", "change", "vector_model")
                    .contains(table)) {
                assertThat(rows(store, "SELECT 1 FROM " + table)).as(table).isEmpty();
            }
        }
        assertThat(store.check().problems()).isEmpty();
    }
}
