package io.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.onrecord.claims.Constraint;
import io.onrecord.corrections.Anchor;
import io.onrecord.corrections.Change;
import io.onrecord.corrections.Corrected;
import io.onrecord.corrections.Corrected.Problem;
import io.onrecord.corrections.Correction;
import io.onrecord.corrections.Correction.Seen;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Producer;
import io.onrecord.model.Resolution;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Span;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.testkit.NewsRecords;
import io.onrecord.testkit.RandomRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of corrections in a store, whichever database it is in. */
abstract class CorrectionStoreTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Store.Options OPTIONS =
            new Store.Options(Duration.ofSeconds(20), Clock.fixed(NOON, ZoneOffset.UTC));
    private static final Producer LATER = new Producer("0.2.0", "large sha256:bb", "none");

    private String address;
    private Store store;

    /** The address of an empty place. */
    abstract String emptyPlace();

    @BeforeEach
    void open() {
        address = emptyPlace();
        store = Store.open(address, OPTIONS);
    }

    @AfterEach
    void close() {
        // Null where there is no server and the test was skipped.
        if (store != null) {
            store.close();
        }
    }

    private static ArticleRecord news(long seed) {
        return NewsRecords.of(seed, 5);
    }

    private static ArticleRecord again(ArticleRecord record, List<Statement> statements) {
        return new ArticleRecord(record.article(), record.speakers(), statements, List.of(), LATER);
    }

    private static ArticleRecord at(String place, ArticleRecord record) {
        Article article =
                Article.of(place, record.article().text(), record.article().metadata());
        CodePoints points = CodePoints.of(article.text().value());
        List<Statement> statements = new ArrayList<>();
        for (Statement one : record.statements()) {
            statements.add(with(
                    one,
                    Ids.statement(
                            article.id(),
                            one.attribution().in(),
                            one.attribution().cue(),
                            one.attribution().content(),
                            points),
                    one.attribution()));
        }
        return new ArticleRecord(article, record.speakers(), statements, List.of(), record.producer());
    }

    private static Statement with(Statement one, String id, Attribution words) {
        return new Statement(
                id,
                words,
                one.speaker(),
                one.stance(),
                one.date(),
                one.about(),
                one.addressee(),
                Optional.empty(),
                one.furniture());
    }

    /** The same statement by a model that leaves out the last characters of the content. */
    private static Statement shorter(ArticleRecord record, Statement one) {
        Attribution words = one.attribution();
        Span content = words.content().get(0);
        Attribution cut = new Attribution(
                words.in(),
                words.form(),
                words.source(),
                words.cue(),
                List.of(new Span(content.start(), content.end() - 5)),
                new Confidence(
                        0.5, words.confidence().source(), words.confidence().cue(), 0.5));
        return with(
                one,
                Ids.statement(
                        record.article().id(),
                        cut.in(),
                        cut.cue(),
                        cut.content(),
                        CodePoints.of(record.article().text().value())),
                cut);
    }

    @Test
    void aDecisionAboutClaimsGoesWithStatementsThatAreCutOtherwise() {
        ArticleRecord one = news(1);
        ArticleRecord other = news(2);
        store.put(one);
        store.put(other);
        String ending = ".1";
        store.decide(
                List.of(new Constraint(
                        Constraint.Kind.MERGE,
                        one.statements().get(0).id() + ending,
                        other.statements().get(1).id())),
                "editor");
        List<Statement> cut =
                one.statements().stream().map(each -> shorter(one, each)).toList();

        store.put(again(one, cut));

        assertThat(store.claimDecisions()).singleElement().satisfies(made -> {
            assertThat(made.decision().first()).isEqualTo(cut.get(0).id() + ending);
            assertThat(made.decision().second())
                    .isEqualTo(other.statements().get(1).id());
        });
        assertThat(store.decisionLog().latest(1)).singleElement().satisfies(made -> {
            assertThat(made.first().loose()).isFalse();
            assertThat(made.others()).noneMatch(MadeDecision.End::loose);
        });

        store.put(new ArticleRecord(
                other.article(),
                other.speakers(),
                other.statements().stream().limit(1).toList(),
                List.of(),
                LATER));

        assertThat(store.decisionLog().latest(1)).singleElement().satisfies(made -> {
            assertThat(made.first().loose()).isFalse();
            assertThat(made.others()).singleElement().satisfies(end -> {
                assertThat(end.loose()).as("not in the record any more").isTrue();
                assertThat(end.name()).isEqualTo(other.statements().get(1).id());
            });
        });
    }

    private Correction correct(ArticleRecord record, int number, Change change) {
        return store.correct(
                record.article().id(),
                record.statements().get(number).id(),
                change,
                "editor",
                Optional.of("see page 2"));
    }

    private Corrected corrected(ArticleRecord record) {
        return store.corrected(record.article().id()).orElseThrow();
    }

    private static String speaker(Corrected corrected, int number) {
        return corrected.record().statements().get(number).speaker() instanceof Resolved resolved
                ? resolved.name()
                : "";
    }

    private List<String> rows(String sql) {
        return store.database()
                .read(session -> session.list(sql, row -> {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= row.result().getMetaData().getColumnCount(); i++) {
                        values.add(String.valueOf(row.result().getString(i)));
                    }
                    return String.join("|", values);
                }));
    }

    @Test
    void whatIsCorrectedStandsBesideWhatTheEngineSaid() {
        ArticleRecord record = news(1);
        store.put(record);
        store.put(news(2));

        Correction made = correct(record, 0, new Change.SpeakerIs("Tove Arden", Optional.of(SpeakerKind.PERSON)));

        assertThat(made.author()).isEqualTo("editor");
        assertThat(made.time()).isEqualTo(NOON);
        assertThat(made.note()).contains("see page 2");
        assertThat(made.seen().speaker())
                .isEqualTo(Optional.of(((Resolved) record.statements().get(0).speaker()).name()));
        assertThat(store.get(record.article().id())).contains(record);
        assertThat(speaker(corrected(record), 0)).isEqualTo("Tove Arden");
        assertThat(corrected(record).touched().get(0).history()).containsExactly(made);
        List<Corrected> streamed = new ArrayList<>();
        store.correctedRecords().forEachRemaining(streamed::add);
        assertThat(streamed).containsExactly(corrected(record), Corrected.untouched(news(2)));
        assertThat(store.correctedArticles()).containsExactly(record.article().id());
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void everyKindOfCorrectionComesBackAsItWasMadeInTextsOfAllCharacters() {
        Random random = new Random(5);
        int made = 0;
        for (long seed = 0; seed < 120; seed++) {
            ArticleRecord record = RandomRecords.any(seed);
            store.put(record);
            List<Correction> all = new ArrayList<>();
            for (Statement one : record.statements()) {
                Attribution words = one.attribution();
                for (Change change : List.of(
                        new Change.SpeakerIs("Ólafur 𝔸 " + seed, Optional.empty()),
                        new Change.NobodyNamed(),
                        new Change.StanceIs(new StanceReading(Stance.DENIES, true, random.nextBoolean())),
                        new Change.SpansAre(List.of(), words.cue(), words.content()),
                        new Change.Added(),
                        new Change.Accepted(),
                        new Change.Rejected())) {
                    all.add(Correction.of(
                            Anchor.of(record, one),
                            change,
                            new Seen(Optional.of("Somebody"), one.stance()),
                            "a" + random.nextInt(3),
                            NOON.plusMillis(made++),
                            random.nextBoolean() ? Optional.of("weil\n\"so\"") : Optional.empty()));
                }
            }
            assertThat(store.addCorrections(record.article().id(), all)).isEqualTo(all.size());
            assertThat(store.addCorrections(record.article().id(), all)).isZero();
            List<Correction> back = corrected(record).touched().stream()
                    .flatMap(one -> one.history().stream())
                    .toList();
            assertThat(back).as("seed " + seed).containsExactlyInAnyOrderElementsOf(all);
        }
        assertThat(made).isGreaterThan(300);
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void correctionsStayWhenAnotherModelReadsTheArticleAgain() {
        ArticleRecord record = news(1);
        store.put(record);
        correct(record, 0, new Change.SpeakerIs("Tove Arden", Optional.empty()));
        correct(record, 1, new Change.Rejected());
        correct(record, 2, new Change.StanceIs(new StanceReading(Stance.WARNS, false, false)));
        List<Statement> now = new ArrayList<>(record.statements());
        now.set(0, shorter(record, now.get(0)));
        now.remove(2);

        assertThat(store.put(again(record, now))).isEqualTo(Put.REPLACED);

        Corrected corrected = corrected(record);
        assertThat(speaker(corrected, 0)).isEqualTo("Tove Arden");
        assertThat(corrected.record().statements()).hasSize(4);
        assertThat(corrected.problems())
                .singleElement()
                .satisfies(one -> assertThat(one.problem()).contains(Problem.LOOSE));
        assertThat(corrected.record().statements().stream()
                        .filter(one ->
                                one.id().equals(record.statements().get(2).id()))
                        .map(one -> one.stance().orElseThrow().stance()))
                .containsExactly(Stance.WARNS);
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void theSameTextAtAnotherAddressIsCorrectedToo() {
        ArticleRecord record = news(1);
        ArticleRecord copy = at("https://mirror.example/a", record);
        store.put(record);
        correct(record, 0, new Change.SpeakerIs("Tove Arden", Optional.empty()));
        store.put(copy);
        assertThat(speaker(corrected(copy), 0)).isEqualTo("Tove Arden");

        correct(copy, 1, new Change.SpeakerIs("Mara Oldin", Optional.empty()));

        assertThat(speaker(corrected(record), 1)).isEqualTo("Mara Oldin");
        assertThat(store.correctedArticles()).containsExactly(record.article().id());
        assertThat(rows("SELECT speaker FROM statements_readable WHERE reviewed_by = 'editor' ORDER BY speaker"))
                .containsExactly("Mara Oldin", "Mara Oldin", "Tove Arden", "Tove Arden");
    }

    @Test
    void theViewForPeopleHasWhatThenHoldsAndSaysWhoSaysSo() {
        ArticleRecord record = news(1);
        store.put(record);
        List<String> before = rows("SELECT speaker, stance, content, statement_id FROM statements_readable");
        Correction rejected = correct(record, 1, new Change.Rejected());
        correct(record, 0, new Change.StanceIs(new StanceReading(Stance.DENIES, true, true)));
        correct(record, 2, new Change.NobodyNamed());
        correct(record, 3, new Change.Accepted());

        assertThat(rows(
                        "SELECT stance, review, reviewed_by, unresolved FROM statements_readable WHERE review IS NOT NULL"
                                + " ORDER BY review, unresolved"))
                .hasSize(3)
                .anySatisfy(row -> assertThat(row).isEqualTo("not perhaps DENIES|CORRECTED|editor|null"))
                .anySatisfy(row -> assertThat(row).endsWith("|CORRECTED|editor|CORRECTED"))
                .anySatisfy(row -> assertThat(row).endsWith("|ACCEPTED|editor|null"));
        assertThat(rows("SELECT statement_id FROM statements_readable"))
                .hasSize(4)
                .doesNotContain(record.statements().get(1).id());

        for (int i = 0; i < 4; i++) {
            assertThat(store.undo(
                            record.article().id(), record.statements().get(i).id(), "editor", Optional.empty()))
                    .isPresent();
        }
        assertThat(rejected.change()).isEqualTo(new Change.Rejected());
        assertThat(rows("SELECT speaker, stance, content, statement_id FROM statements_readable"))
                .containsExactlyInAnyOrderElementsOf(before);
        assertThat(store.undo(record.article().id(), record.statements().get(0).id(), "editor", Optional.empty()))
                .isEmpty();
        assertThat(rows("SELECT kind FROM correction ORDER BY key"))
                .containsExactly("REJECT", "STANCE", "NOBODY", "ACCEPT", "UNDO", "UNDO", "UNDO", "UNDO");
    }

    @Test
    void aMissedStatementIsAddedAndShown() {
        ArticleRecord record = news(1);
        ArticleRecord poor = again(record, record.statements().subList(1, 5));
        store.put(poor);
        Anchor anchor = Anchor.of(record, record.statements().get(0));
        store.addCorrections(
                record.article().id(),
                List.of(
                        Correction.of(anchor, new Change.Added(), Seen.NOTHING, "import", NOON, Optional.empty()),
                        Correction.of(
                                anchor,
                                new Change.SpeakerIs("Tove Arden", Optional.empty()),
                                Seen.NOTHING,
                                "import",
                                NOON,
                                Optional.empty())));

        assertThat(corrected(record).record().statements().get(0).id())
                .isEqualTo(record.statements().get(0).id());
        assertThat(rows("SELECT speaker, review, reviewed_by FROM statements_readable WHERE review IS NOT NULL"))
                .containsExactly("Tove Arden|ADDED|import");
        assertThat(store.statements(record.statements().get(0).id().substring(0, 8), 5))
                .singleElement()
                .satisfies(found ->
                        assertThat(found.articleId()).isEqualTo(record.article().id()));
    }

    @Test
    void statementsAreFoundByTheBeginningOfTheirIds() {
        for (int i = 0; i < 40; i++) {
            store.put(news(i));
        }
        String id = news(7).statements().get(2).id();
        assertThat(store.statements(id, 2)).singleElement().satisfies(found -> {
            assertThat(found.statementId()).isEqualTo(id);
            assertThat(found.address()).isEqualTo(news(7).article().address());
        });
        assertThat(store.statements(id.substring(0, 1), 5))
                .hasSize(5)
                .allSatisfy(found -> assertThat(found.statementId()).startsWith(id.substring(0, 1)));
        String wrong = id.substring(0, 9) + (id.charAt(9) == '0' ? "1" : "0") + "aaaa";
        assertThat(store.statements(wrong, 5)).isEmpty();
        assertThat(store.nearestStatement(wrong).orElseThrow().statementId()).isEqualTo(id);
        assertThat(store.statements("' OR 1=1 --", 5)).isEmpty();
    }

    @Test
    void whatIsNotThereCannotBeCorrectedAndNothingIsChanged() {
        ArticleRecord record = news(1);
        store.put(record);
        String id = record.statements().get(0).id();
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() ->
                        store.correct(news(2).article().id(), id, new Change.Accepted(), "editor", Optional.empty()))
                .withMessageContaining("is not kept in")
                .withMessageContaining("nothing was changed")
                .matches(e -> e.reason() == StoreException.Reason.UNFIT);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() ->
                        store.correct(record.article().id(), "abc", new Change.Accepted(), "editor", Optional.empty()))
                .withMessageContaining("has no statement abc");
        Correction fine = Correction.of(
                Anchor.of(record, record.statements().get(0)),
                new Change.Accepted(),
                Seen.NOTHING,
                "editor",
                NOON,
                Optional.empty());
        Correction foreign = Correction.of(
                Anchor.of(news(2), news(2).statements().get(0)),
                new Change.Accepted(),
                Seen.NOTHING,
                "editor",
                NOON,
                Optional.empty());
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.addCorrections(record.article().id(), List.of(fine, foreign)))
                .withMessageContaining("is about another text");
        assertThat(rows("SELECT * FROM correction")).isEmpty();
        assertThat(rows("SELECT * FROM corrected_statement")).isEmpty();
    }

    @Test
    void forgettingTakesCorrectionsAlongWithTheLastArticleOfTheirText() {
        ArticleRecord record = news(1);
        ArticleRecord copy = at("https://mirror.example/a", record);
        store.put(record);
        store.put(copy);
        correct(record, 0, new Change.SpeakerIs("Tove Arden", Optional.empty()));

        store.forget(new Selection.Address(record.article().address()));
        assertThat(speaker(corrected(copy), 0)).isEqualTo("Tove Arden");

        Selection mirror = new Selection.Address("https://mirror.example/a");
        assertThat(store.wouldForget(mirror)).isEqualTo(new Forgotten(1, 5, false));
        assertThat(store.counts().articles()).isEqualTo(1);
        store.forget(mirror);
        for (String table : List.of("correction", "correction_span", "corrected_statement", "speaker_key")) {
            assertThat(rows("SELECT * FROM " + table)).as(table).isEmpty();
        }
    }

    @Test
    void manyWhoCorrectAtOnceAllHaveTheirSay() throws Exception {
        ArticleRecord record = news(1);
        store.put(record);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int number = i;
                all.add(threads.submit(() -> store.correct(
                        record.article().id(),
                        record.statements().get(number % 5).id(),
                        new Change.SpeakerIs("Speaker " + number, Optional.empty()),
                        "editor " + number,
                        Optional.empty())));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(corrected(record).touched()).hasSize(5);
        assertThat(corrected(record).touched().stream()
                        .mapToInt(one -> one.history().size())
                        .sum())
                .isEqualTo(40);
        assertThat(store.check().problems()).isEmpty();
    }

    private static Optional<Statement> inTitle(ArticleRecord record) {
        return record.statements().stream()
                .filter(one -> one.attribution().in() == Location.TITLE
                        && !one.attribution().cue().isEmpty())
                .findFirst();
    }

    @Test
    void aCorrectionOfATitleThatChangesLaterWaitsForTheTitleToComeBack() {
        ArticleRecord record = RandomRecords.any(0);
        for (long seed = 1; inTitle(record).isEmpty(); seed++) {
            record = RandomRecords.any(seed);
        }
        Statement inTitle = inTitle(record).orElseThrow();
        store.put(record);
        store.correct(record.article().id(), inTitle.id(), new Change.Rejected(), "editor", Optional.empty());
        String id = inTitle.id();
        assertThat(corrected(record).record().statements())
                .noneMatch(one -> one.id().equals(id));
        Article bare = Article.of(record.article().address(), record.article().text(), io.onrecord.model.Metadata.NONE);
        store.put(new ArticleRecord(bare, List.of(), List.of(), List.of(), LATER));
        assertThat(corrected(record).record().statements()).isEmpty();
        store.put(record);
        assertThat(corrected(record).record().statements())
                .noneMatch(one -> one.id().equals(id));
    }

    @Test
    void aDamagedRowIsSaidToBeDamaged() {
        ArticleRecord record = news(1);
        store.put(record);
        correct(record, 0, new Change.Accepted());
        store.database().write(session -> session.update("UPDATE correction SET kind = 'SINGS'"));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> corrected(record))
                .withMessageContaining("SINGS")
                .matches(e -> e.reason() == StoreException.Reason.DAMAGED);
    }

    @Test
    void resolutionsOfNobodyAreKept() {
        ArticleRecord record = news(1);
        store.put(record);
        correct(record, 0, new Change.NobodyNamed());
        Set<String> reasons = new TreeSet<>();
        corrected(record).record().statements().forEach(one -> {
            if (one.speaker() instanceof Resolution.Unresolved nobody) {
                reasons.add(nobody.reason());
            }
        });
        assertThat(reasons).containsExactly("CORRECTED");
    }
}
