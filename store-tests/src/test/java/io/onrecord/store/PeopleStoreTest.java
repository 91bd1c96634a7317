package io.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.claims.ClaimView;
import io.onrecord.claims.Constraint;
import io.onrecord.corrections.Change;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Dispute;
import io.onrecord.model.Metadata;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.speakers.Decision;
import io.onrecord.speakers.Identity;
import io.onrecord.testkit.ClaimNews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lists of people, of what they said, of claims and of disputes are the same as all of them taken together, in either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PeopleStoreTest {

    private static final Store.Options OPTIONS = new Store.Options(
            Duration.ofSeconds(20), Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC));
    private static final ClaimNews NEWS = new ClaimNews(11, 3, 6);
    private static final int ARTICLES = 40;

    /** Of all tests that change nothing. */
    private @Nullable Store shared;

    private @Nullable Store own;
    private Store store;

    /** The address of an empty place. */
    abstract String emptyPlace();

    @BeforeEach
    void open() {
        if (shared == null) {
            shared = filled();
        }
        store = shared;
    }

    private Store filled() {
        store = Store.open(emptyPlace(), OPTIONS);
        ClaimsTest.records(NEWS, ARTICLES).forEach(store::put);
        bring();
        return store;
    }

    /** For a test that changes what it looks at. */
    private void openOwn() {
        own = filled();
    }

    private void bring() {
        while (store.stepIdentities() > 0) {
            // Step by step.
        }
        ClaimsTest.make(store);
    }

    @AfterEach
    void closeOwn() {
        if (own != null) {
            own.close();
            own = null;
        }
    }

    @AfterAll
    void close() {
        // Null where there is no server and the tests were skipped.
        if (shared != null) {
            shared.close();
        }
    }

    private List<ArticleRecord> records() {
        List<ArticleRecord> records = new ArrayList<>();
        store.correctedRecords().forEachRemaining(corrected -> records.add(corrected.record()));
        return records;
    }

    /** Ids of the statements that an identity has, taken from the records one by one. */
    private Set<String> own(Identity identity) {
        Set<String> own = new HashSet<>();
        for (ArticleRecord record : records()) {
            for (Statement statement : record.statements()) {
                if (statement.speaker() instanceof Resolved resolved
                        && identity.members()
                                .contains(new Identity.Member(record.article().id(), resolved.speakerId()))) {
                    own.add(statement.id());
                }
            }
        }
        return own;
    }

    private List<SpeakerProfile> everybody(SpeakerQuery.Order order, int page) {
        List<SpeakerProfile> all = new ArrayList<>();
        Optional<SpeakerQuery.After> after = Optional.empty();
        do {
            SpeakerPage found = store.people().list(new SpeakerQuery(Optional.empty(), order, after, page));
            assertThat(found.list()).hasSizeLessThanOrEqualTo(page);
            all.addAll(found.list());
            after = found.next();
        } while (after.isPresent());
        return all;
    }

    private List<Spoken> said(String id, int page) {
        List<Spoken> all = new ArrayList<>();
        SpokenQuery query = SpokenQuery.latest(page);
        List<Spoken> found = store.people().said(id, query);
        while (!found.isEmpty()) {
            all.addAll(found);
            Spoken last = found.get(found.size() - 1);
            found = store.people()
                    .said(
                            id,
                            new SpokenQuery(
                                    List.of(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    LocalDate.MIN,
                                    LocalDate.MAX,
                                    Optional.of(last.place()),
                                    page));
        }
        return all;
    }

    private Identity busiest() {
        String id = everybody(SpeakerQuery.Order.STATEMENTS, 10).get(0).id();
        return store.identities().stream()
                .filter(identity -> identity.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void peopleAreListedSomeAtATimeByTheirStatementsOrTheirNames() {
        List<SpeakerProfile> byStatements = everybody(SpeakerQuery.Order.STATEMENTS, 3);
        assertThat(byStatements).extracting(SpeakerProfile::id).doesNotHaveDuplicates();
        assertThat(byStatements).hasSameSizeAs(store.identities());
        assertThat(byStatements)
                .isSortedAccordingTo(
                        Comparator.comparingInt(SpeakerProfile::statements).reversed());
        for (Identity identity : store.identities()) {
            SpeakerProfile profile = store.people().get(identity.id()).orElseThrow();
            assertThat(profile.statements()).isEqualTo(own(identity).size());
            assertThat(profile.articles()).isEqualTo(identity.members().size());
        }
        assertThat(everybody(SpeakerQuery.Order.NAME, 3))
                .isSortedAccordingTo(Comparator.comparing(profile -> IdentityCounts.sorting(profile.name())))
                .hasSameSizeAs(byStatements);
        SpeakerQuery states =
                new SpeakerQuery(Optional.of(SpeakerKind.STATE), SpeakerQuery.Order.NAME, Optional.empty(), 5);
        assertThat(store.people().list(states).list()).isEmpty();
    }

    @Test
    void whatSomebodySaidComesTheLatestFirstWhateverThePage() {
        Identity identity = busiest();
        List<Spoken> all = said(identity.id(), 1000);
        assertThat(all)
                .extracting(spoken -> spoken.statement().statementId())
                .containsExactlyInAnyOrderElementsOf(own(identity));
        assertThat(all).extracting(spoken -> spoken.place().day()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(said(identity.id(), 4)).isEqualTo(all);
        assertThat(store.people().months(identity.id()).stream()
                        .mapToInt(Counted::count)
                        .sum())
                .isEqualTo(all.size());
    }

    @Test
    void whatPeoplePutRightIsWhatSomebodySaid() {
        openOwn();
        Identity identity = busiest();
        Spoken moved = said(identity.id(), 1000).get(2);
        ArticleRecord record = store.get(moved.statement().articleId()).orElseThrow();
        String other = record.speakers().stream()
                .map(speaker -> speaker.name())
                .filter(name -> !moved.statement().speaker().equals(Optional.of(name)))
                .findFirst()
                .orElseThrow();
        correct(moved, new Change.SpeakerIs(other, Optional.of(SpeakerKind.PERSON)));
        assertThat(said(identity.id(), 1000)).extracting(Spoken::place).doesNotContain(moved.place());
        Spoken denied = said(identity.id(), 1000).get(1);
        correct(denied, new Change.StanceIs(new StanceReading(Stance.PREDICTS, false, false)));
        SpokenQuery predictions = new SpokenQuery(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Stance.PREDICTS),
                LocalDate.MIN,
                LocalDate.MAX,
                Optional.empty(),
                10);
        assertThat(store.people().said(identity.id(), predictions))
                .extracting(spoken -> spoken.statement().statementId())
                .contains(denied.statement().statementId());
        for (Identity one : store.identities()) {
            Set<String> own = own(one);
            assertThat(store.people().get(one.id()).orElseThrow().statements()).isEqualTo(own.size());
            assertThat(said(one.id(), 3))
                    .extracting(spoken -> spoken.statement().statementId())
                    .containsExactlyInAnyOrderElementsOf(own);
        }
    }

    private void correct(Spoken spoken, Change change) {
        store.correct(
                spoken.statement().articleId(),
                spoken.statement().statementId(),
                change,
                "Mara Oldin",
                Optional.empty());
    }

    @Test
    void statementsAreChosenByWordsOutletAndTime() {
        Identity identity = busiest();
        List<Spoken> all = said(identity.id(), 1000);
        Spoken one = all.get(all.size() / 2);
        String word = one.statement().content().split(" ", -1)[2];
        LocalDate day = LocalDate.parse(one.place().day());
        SpokenQuery query = new SpokenQuery(
                List.of(word),
                Optional.empty(),
                Optional.empty(),
                one.statement().outlet(),
                Optional.empty(),
                day,
                day,
                Optional.empty(),
                1000);
        List<Spoken> expected = all.stream()
                .filter(spoken -> spoken.statement().content().contains(word))
                .filter(spoken ->
                        spoken.statement().outlet().equals(one.statement().outlet()))
                .filter(spoken -> spoken.place().day().equals(day.toString()))
                .toList();
        assertThat(store.people().said(identity.id(), query))
                .isEqualTo(expected)
                .contains(one);
        Subjects subjects = store.people().subjects(identity.id());
        assertThat(subjects.statements()).isEqualTo(all.size());
        assertThat(subjects.claims()).isNotEmpty();
        Subjects.Put put = subjects.claims().get(0);
        assertThat(store.people().said(identity.id(), of(put.claim()))).hasSize(put.own());
    }

    @Test
    void whatSomebodyPutMoreThanOnceIsAllThere() {
        long most = 0;
        for (Identity identity : store.identities()) {
            List<String> expected = store.claims(ClaimQuery.all(1000)).stream()
                    .filter(claim ->
                            store.people().said(identity.id(), of(claim)).size() > 1)
                    .map(ClaimSummary::id)
                    .toList();
            assertThat(store.people().repeated(identity.id()))
                    .extracting(put -> put.claim().id())
                    .containsExactlyInAnyOrderElementsOf(expected);
            most = Math.max(most, expected.size());
        }
        assertThat(most).isPositive();
        assertThat(store.people().repeated("nobody")).isEmpty();
    }

    private static SpokenQuery of(ClaimSummary claim) {
        return new SpokenQuery(
                List.of(),
                Optional.empty(),
                Optional.of(claim.id()),
                Optional.empty(),
                Optional.empty(),
                LocalDate.MIN,
                LocalDate.MAX,
                Optional.empty(),
                1000);
    }

    @Test
    void claimsComeInTheirOrderWhateverThePage() {
        List<ClaimSummary> all = claims(StoredClaimList.Filter.NONE, 1000);
        List<ClaimSummary> known = store.claims(ClaimQuery.all(1000));
        assertThat(all).containsExactlyInAnyOrderElementsOf(known);
        long heavy = known.stream()
                .filter(claim -> claim.disputes() > 0 || claim.statements() > 1)
                .count();
        assertThat(all.stream().limit(heavy))
                .isEqualTo(known.stream().limit(heavy).toList());
        assertThat(claims(StoredClaimList.Filter.NONE, 3)).isEqualTo(all);
        StoredClaimList.Filter disputed =
                new StoredClaimList.Filter(Optional.empty(), Optional.empty(), LocalDate.MIN, LocalDate.MAX, true);
        assertThat(claims(disputed, 2))
                .isEqualTo(all.stream().filter(claim -> claim.disputes() > 0).toList());
    }

    private List<ClaimSummary> claims(StoredClaimList.Filter filter, int page) {
        List<ClaimSummary> all = new ArrayList<>();
        Optional<ClaimPage.After> after = Optional.empty();
        do {
            ClaimPage found = store.claimList().page(filter, after, page);
            all.addAll(found.list());
            after = found.next();
        } while (after.isPresent());
        return all;
    }

    @Test
    void claimsOfOneSpeakerAreThoseThatHisStatementsPut() {
        Identity identity = busiest();
        Set<String> own = own(identity);
        StoredClaimList.Filter filter = new StoredClaimList.Filter(
                Optional.of(identity.id()), Optional.empty(), LocalDate.MIN, LocalDate.MAX, false);
        Set<String> expected = new HashSet<>();
        store.allClaims().forEachRemaining(claim -> {
            if (claim.told().stream()
                    .anyMatch(told -> own.contains(told.statement().statementId()))) {
                expected.add(claim.summary().id());
            }
        });
        assertThat(claims(filter, 4)).extracting(ClaimSummary::id).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void namesAndWordsAreFoundWhateverTheirCaseInEveryAlphabet() {
        openOwn();
        ArticleRecord plain = NEWS.record(ARTICLES);
        Article article = plain.article();
        Metadata metadata = new Metadata(
                Optional.of("Österreich Żółw"),
                Optional.of("ÉTÉ für Ñandú"),
                List.of(),
                article.metadata().published(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        store.put(new ArticleRecord(
                new Article(article.id(), article.address(), article.text(), metadata),
                plain.speakers(),
                plain.statements(),
                plain.disputes(),
                plain.producer()));
        bring();
        Optional<String> outlet = Optional.of("ÖSTERREICH żóŁW");
        List<ClaimSummary> own =
                store.claimsOf(plain.statements().stream().map(Statement::id).toList());
        assertThat(store.claims(ClaimQuery.all(1000).of(outlet))).containsExactlyInAnyOrderElementsOf(own);
        assertThat(claims(
                        new StoredClaimList.Filter(Optional.empty(), outlet, LocalDate.MIN, LocalDate.MAX, false), 100))
                .containsExactlyInAnyOrderElementsOf(own);
        assertThat(edges(
                        new DisputeQuery(
                                Set.of(),
                                Optional.empty(),
                                DisputeQuery.End.FROM,
                                outlet,
                                LocalDate.MIN,
                                LocalDate.MAX,
                                Optional.empty(),
                                1000),
                        1000))
                .hasSameSizeAs(edges(DisputeQuery.all(1000), 1000).stream()
                        .filter(edge -> edge.from().outlet().equals(metadata.outlet()))
                        .toList());
        assertThat(store.event(List.of("été", "ñANDÚ"), List.of("Österreich Żółw"), LocalDate.MIN, LocalDate.MAX)
                        .articles())
                .hasSize(1);
        assertThat(store.list()
                        .newest(new ArticleList.Query(
                                Optional.empty(), List.of("été", "FÜR"), OptionalInt.empty(), Arrived.Mark.START, 10)))
                .hasSize(1);
        Spoken spoken = said(
                        store.people()
                                .of(plain.statements().stream()
                                        .map(Statement::id)
                                        .toList())
                                .values()
                                .iterator()
                                .next()
                                .id(),
                        1000)
                .stream()
                .filter(one -> one.statement().articleId().equals(article.id()))
                .findFirst()
                .orElseThrow();
        String who = whoSays(spoken.statement().statementId());
        assertThat(store.people()
                        .said(
                                who,
                                new SpokenQuery(
                                        List.of("été", "ñANDÚ"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        outlet,
                                        Optional.empty(),
                                        LocalDate.MIN,
                                        LocalDate.MAX,
                                        Optional.empty(),
                                        1000)))
                .contains(spoken)
                .allMatch(one -> one.statement().articleId().equals(article.id()));
        assertThat(store.reviews()
                        .waiting(
                                new ReviewQuery(outlet, Optional.empty(), Optional.empty(), LocalDate.MIN),
                                Optional.empty(),
                                1000))
                .isNotEmpty()
                .allMatch(one -> one.articleId().equals(article.id()));
        correct(spoken, new Change.SpeakerIs("Žofie Ólafsdóttir", Optional.of(SpeakerKind.PERSON)));
        assertThat(store.claims(putBy("žOFIE ÓLAFS"))).isNotEmpty();
    }

    @Test
    void claimsShowWhoPeopleSayPutThem() {
        openOwn();
        ClaimView claim =
                store.claim(store.claims(ClaimQuery.all(1)).get(0).id()).orElseThrow();
        ClaimView.Statement moved = claim.told().get(1).statement();
        Speaker other = anotherSpeaker(moved);
        String before = whoSays(moved.statementId());

        correct(moved, new Change.SpeakerIs(other.name(), Optional.of(other.kind())));
        correct(moved, new Change.StanceIs(new StanceReading(Stance.PREDICTS, true, true)));

        ClaimView.Statement now =
                store.claim(claim.summary().id()).orElseThrow().told().get(1).statement();
        assertThat(now.speaker()).contains(other.name());
        assertThat(now.stance()).contains("PREDICTS");
        assertThat(now.negated()).isTrue();
        assertThat(now.hypothetical()).isTrue();
        assertThat(now.content()).isEqualTo(moved.content());
        assertThat(rows("SELECT speaker, stance FROM claims_readable WHERE statement_id = ?", moved.statementId()))
                .contains(other.name() + "|PREDICTS");
        String after = whoSays(moved.statementId());
        assertThat(after)
                .isEqualTo(store.people()
                        .named(moved.articleId(), other.name())
                        .orElseThrow()
                        .id())
                .isNotEqualTo(before);
        for (Identity identity : store.identities()) {
            Set<String> own = own(identity);
            Set<String> expected = new HashSet<>();
            store.allClaims().forEachRemaining(one -> {
                if (one.told().stream()
                        .anyMatch(told -> own.contains(told.statement().statementId()))) {
                    expected.add(one.summary().id());
                }
            });
            StoredClaimList.Filter filter = new StoredClaimList.Filter(
                    Optional.of(identity.id()), Optional.empty(), LocalDate.MIN, LocalDate.MAX, false);
            assertThat(claims(filter, 100)).extracting(ClaimSummary::id).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(store.people().subjects(identity.id()).statements())
                    .isEqualTo(Math.min(StoredPeople.LATEST, own.size()));
        }
        bring();
        assertThat(store.claimsOf(List.of(moved.statementId()))).isNotEmpty();

        correct(moved, new Change.SpeakerIs("Tove Arden", Optional.of(SpeakerKind.PERSON)));
        assertThat(store.claims(putBy("tove arden")))
                .extracting(ClaimSummary::id)
                .containsExactlyInAnyOrderElementsOf(
                        rows("SELECT DISTINCT claim_id FROM claims_readable WHERE speaker = ?", "Tove Arden"))
                .isNotEmpty();

        correct(moved, new Change.Rejected());
        assertThat(store.claims(putBy("tove arden"))).isEmpty();
        bring();
        assertThat(rows("SELECT claim_id FROM claims_readable WHERE statement_id = ?", moved.statementId()))
                .isEmpty();
    }

    private static ClaimQuery putBy(String speaker) {
        return new ClaimQuery(LocalDate.MIN, LocalDate.MAX, Optional.empty(), Optional.of(speaker), false, 1000);
    }

    @Test
    void disputesShowWhoPeopleSayHasPartInThem() {
        openOwn();
        DisputedEdge edge = edges(DisputeQuery.all(1000), 1000).stream()
                .filter(one -> !one.from().articleId().equals(one.to().articleId()))
                .findFirst()
                .orElseThrow();
        Speaker from = anotherSpeaker(edge.from());
        Speaker to = anotherSpeaker(edge.to());

        correct(edge.from(), new Change.SpeakerIs(from.name(), Optional.of(from.kind())));
        correct(edge.to(), new Change.SpeakerIs(to.name(), Optional.of(to.kind())));

        String fromNow = store.people()
                .named(edge.from().articleId(), from.name())
                .orElseThrow()
                .id();
        String toNow = store.people()
                .named(edge.to().articleId(), to.name())
                .orElseThrow()
                .id();
        List<DisputedEdge> all = edges(DisputeQuery.all(1000), 1000);
        assertThat(all)
                .filteredOn(one -> one.place().equals(edge.place()))
                .singleElement()
                .satisfies(now -> {
                    assertThat(now.from().speaker()).contains(from.name());
                    assertThat(now.fromSpeaker().map(Surroundings.Known::id)).contains(fromNow);
                    assertThat(now.to().speaker()).contains(to.name());
                    assertThat(now.toSpeaker().map(Surroundings.Known::id)).contains(toNow);
                });
        assertThat(rows(
                        "SELECT speaker, disputed_speaker FROM disputes_readable WHERE statement_id = ?"
                                + " AND disputed_statement_id = ?",
                        edge.from().statementId(),
                        edge.to().statementId()))
                .contains(from.name() + "|" + to.name());
        assertThat(store.list().across(edge.to().articleId(), 1000))
                .filteredOn(one -> one.other().equals(edge.from().statementId()))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.speaker()).contains(from.name()));
        for (Identity identity : store.identities()) {
            assertThat(edges(DisputeQuery.all(1000).of(identity.id(), DisputeQuery.End.FROM), 1000))
                    .isEqualTo(all.stream()
                            .filter(one -> one.fromSpeaker()
                                    .filter(who -> who.id().equals(identity.id()))
                                    .isPresent())
                            .toList());
        }
        assertThat(store.disputes().counterparts(fromNow, DisputeQuery.End.FROM))
                .extracting(Counted::id)
                .contains(toNow);
    }

    /** The identity of a statement's speaker. */
    private String whoSays(String statementId) {
        return Objects.requireNonNull(store.people().of(Set.of(statementId)).get(statementId), statementId)
                .id();
    }

    /** A speaker of the statement's article whom nobody takes for its own. */
    private Speaker anotherSpeaker(ClaimView.Statement statement) {
        String own = whoSays(statement.statementId());
        return store.get(statement.articleId()).orElseThrow().speakers().stream()
                .filter(speaker -> store.people()
                        .named(statement.articleId(), speaker.name())
                        .filter(known -> !known.id().equals(own))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private void correct(ClaimView.Statement statement, Change change) {
        store.correct(statement.articleId(), statement.statementId(), change, "Mara Oldin", Optional.empty());
    }

    private List<String> rows(String sql, Object... values) {
        return store.database()
                .read(session -> session.list(
                        sql,
                        row -> {
                            List<String> columns = new ArrayList<>();
                            for (int i = 1; i <= row.result().getMetaData().getColumnCount(); i++) {
                                columns.add(String.valueOf(row.result().getObject(i)));
                            }
                            return String.join("|", columns);
                        },
                        values));
    }

    @Test
    void disputesComeTheLatestFirstWithBothEnds() {
        Map<List<String>, Integer> expected = new HashMap<>();
        List<ClaimView> claims = new ArrayList<>();
        store.allClaims().forEachRemaining(claims::add);
        claims.forEach(claim -> claim.disputes()
                .forEach(edge -> expected.merge(
                        List.of(claim.summary().id(), edge.statement().statementId(), edge.toStatementId()),
                        1,
                        Integer::sum)));
        List<DisputedEdge> all = edges(DisputeQuery.all(1000), 1000);
        Map<List<String>, Integer> found = new HashMap<>();
        all.forEach(edge -> found.merge(
                List.of(edge.claimId(), edge.from().statementId(), edge.to().statementId()), 1, Integer::sum));
        assertThat(found).isEqualTo(expected).isNotEmpty();
        assertThat(all).extracting(edge -> edge.place().day()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(all).allMatch(edge -> !edge.evidence().isEmpty());
        assertThat(edges(DisputeQuery.all(4), 4)).isEqualTo(all);
        String who = all.get(0).fromSpeaker().orElseThrow().id();
        assertThat(edges(DisputeQuery.all(1000).of(who, DisputeQuery.End.FROM), 1000))
                .isEqualTo(all.stream()
                        .filter(edge -> edge.fromSpeaker()
                                .filter(one -> one.id().equals(who))
                                .isPresent())
                        .toList());
        int weakened = (int) all.stream()
                .filter(edge -> edge.kind() != Dispute.Kind.SUPPORTS
                        && edge.kind() != Dispute.Kind.REPEATS
                        && edge.kind() != Dispute.Kind.CONCEDES)
                .filter(edge ->
                        edge.fromSpeaker().filter(one -> one.id().equals(who)).isPresent())
                .filter(edge -> edge.toSpeaker().isPresent())
                .count();
        assertThat(store.disputes().counterparts(who, DisputeQuery.End.FROM).stream()
                        .mapToInt(Counted::count)
                        .sum())
                .isEqualTo(weakened);
    }

    private List<DisputedEdge> edges(DisputeQuery query, int page) {
        List<DisputedEdge> all = new ArrayList<>();
        DisputeQuery next = query;
        while (true) {
            List<DisputedEdge> found = store.disputes().list(next);
            all.addAll(found.subList(0, Math.min(page, found.size())));
            if (found.size() <= page) {
                return all;
            }
            next = new DisputeQuery(
                    query.kinds(),
                    query.speaker(),
                    query.end(),
                    query.outlet(),
                    query.since(),
                    query.until(),
                    Optional.of(found.get(page - 1).place()),
                    query.limit());
        }
    }

    @Test
    void whoWasMergedIsTwoAgainWhenThatIsTakenBackAndTheOldIdLeadsOn() {
        openOwn();
        List<Identity> before = store.identities();
        Identity first = before.get(0);
        Identity second = before.stream()
                .filter(other -> other.members().stream()
                        .noneMatch(member -> first.members().stream()
                                .anyMatch(one -> one.articleId().equals(member.articleId()))))
                .findFirst()
                .orElse(before.get(1));
        store.decide(Decision.merge(anchor(first), anchor(second)), "Mara Oldin");
        bring();
        Set<String> now = new HashSet<>();
        store.identities().forEach(identity -> now.add(identity.id()));
        String gone = now.contains(first.id()) ? second.id() : first.id();
        assertThat(now).doesNotContain(gone).hasSize(before.size() - 1);
        String kept = gone.equals(first.id()) ? second.id() : first.id();
        assertThat(store.people().former(gone).orElseThrow().id()).isEqualTo(kept);
        MadeDecision made = store.decisionLog().latest(5).get(0);
        assertThat(made.merge()).isTrue();
        assertThat(made.author()).isEqualTo("Mara Oldin");
        assertThat(store.decisionLog().takeBack(made.id(), "Ilan Serrat")).isPresent();
        assertThat(store.decisionLog().takeBack(made.id(), "Ilan Serrat")).isEmpty();
        bring();
        assertThat(store.identities()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(store.decisions()).isEmpty();
        assertThat(store.decisionLog()
                        .latest(5)
                        .get(0)
                        .takenBack()
                        .orElseThrow()
                        .author())
                .isEqualTo("Ilan Serrat");
        assertThat(store.people().former("0".repeat(32))).isEmpty();
    }

    private Decision.Anchor anchor(Identity identity) {
        Identity.Member member = identity.members().get(0);
        return store.get(member.articleId()).orElseThrow().speakers().stream()
                .filter(speaker -> speaker.id().equals(member.speakerId()))
                .map(speaker -> new Decision.Anchor(member.articleId(), speaker.name()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void claimsThatWereMergedAreTwoAgainWhenThatIsTakenBackAndTheOldIdLeadsOn() {
        openOwn();
        Map<String, List<String>> before = ClaimsTest.everything(store);
        List<ClaimSummary> claims = store.claims(ClaimQuery.all(2));
        String first = store.propositions(claims.get(0).id()).get(0).id();
        store.propositions(claims.get(1).id())
                .forEach(other ->
                        store.decide(List.of(new Constraint(Constraint.Kind.MERGE, first, other.id())), "Mara Oldin"));
        bring();
        List<String> now = store.claims(ClaimQuery.all(1000)).stream()
                .map(ClaimSummary::id)
                .toList();
        String gone = now.contains(claims.get(0).id())
                ? claims.get(1).id()
                : claims.get(0).id();
        String kept = gone.equals(claims.get(0).id())
                ? claims.get(1).id()
                : claims.get(0).id();
        assertThat(now).doesNotContain(gone).contains(kept);
        assertThat(store.claimList().former(gone)).contains(kept);
        assertThat(store.claimList().former("f".repeat(32))).isEmpty();
        MadeDecision made = store.decisionLog().latest(1).get(0);
        assertThat(made.of()).isEqualTo(MadeDecision.Of.CLAIMS);
        assertThat(made.others()).hasSize(claims.get(1).statements());
        store.decisionLog().takeBack(made.id(), "Mara Oldin");
        bring();
        assertThat(ClaimsTest.everything(store)).isEqualTo(before);
    }
}
