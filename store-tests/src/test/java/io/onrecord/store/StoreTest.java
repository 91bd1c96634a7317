package io.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.onrecord.encoder.ByteVector;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Published;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import io.onrecord.speakers.Appearance;
import io.onrecord.speakers.Decision;
import io.onrecord.speakers.Identities;
import io.onrecord.speakers.Identity;
import io.onrecord.speakers.NameWords;
import io.onrecord.testkit.NewsRecords;
import io.onrecord.testkit.RandomRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of a store, whichever database it is in. */
abstract class StoreTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Store.Options OPTIONS =
            new Store.Options(Duration.ofSeconds(20), Clock.fixed(NOON, ZoneOffset.UTC));
    private static final Producer OLDER = new Producer("0.1.0", "small sha256:aa", "none");
    private static final Producer NEWER = new Producer("0.2.0", "large sha256:bb", "mode=precision");

    private String address;
    private Store store;

    /** The address of an empty place. */
    abstract String emptyPlace();

    /** Rows of a query, beneath the store; each a line with its values between bars. */
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

    private static ArticleRecord by(Producer producer, ArticleRecord record) {
        return new ArticleRecord(record.article(), record.speakers(), record.statements(), record.disputes(), producer);
    }

    private static ArticleRecord plain(String address, String text, Metadata metadata) {
        return new ArticleRecord(
                Article.of(address, Text.line(text), metadata), List.of(), List.of(), List.of(), OLDER);
    }

    private static Metadata metadata(List<String> authors) {
        return new Metadata(
                Optional.empty(),
                Optional.empty(),
                authors,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Metadata of(String outlet, String published) {
        return new Metadata(
                Optional.of(outlet),
                Optional.empty(),
                List.of(),
                published.isEmpty() ? Optional.empty() : Optional.of(new Published(published, "json-lines")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void givesBackEveryRecordAsItWasPut() {
        List<ArticleRecord> all = new ArrayList<>();
        for (long seed = 0; seed < 250; seed++) {
            ArticleRecord record = RandomRecords.any(seed);
            all.add(record);
            assertThat(store.put(record)).as("seed " + seed).isEqualTo(Put.NEW);
            assertThat(store.get(record.article().id())).as("seed " + seed).contains(record);
        }
        List<ArticleRecord> streamed = new ArrayList<>();
        store.records().forEachRemaining(streamed::add);
        assertThat(streamed).isEqualTo(all);
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void keepsWhatItWasGivenOverClosingAndOpening() {
        ArticleRecord record = news(1);
        store.put(record);
        store.close();
        store = Store.open(address, OPTIONS);
        assertThat(store.get(record.article().id())).contains(record);
    }

    @Test
    void whatIsKnownOfAnArticleGrows() {
        ArticleRecord record = news(1);
        Metadata all = record.article().metadata();
        ArticleRecord bare = with(record, Metadata.NONE);
        ArticleRecord dated = with(
                record,
                new Metadata(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        all.published(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(store.put(bare)).isEqualTo(Put.NEW);
        assertThat(store.put(dated)).isEqualTo(Put.REPLACED);
        assertThat(store.put(bare)).as("knows less").isEqualTo(Put.UNCHANGED);
        assertThat(store.put(record)).isEqualTo(Put.REPLACED);
        assertThat(store.put(dated)).isEqualTo(Put.UNCHANGED);
        assertThat(store.get(record.article().id())).contains(record);
    }

    private static ArticleRecord with(ArticleRecord record, Metadata metadata) {
        Article article = record.article();
        return new ArticleRecord(
                new Article(article.id(), article.address(), article.text(), metadata),
                record.speakers(),
                record.statements().stream()
                        .filter(statement -> statement.attribution().in() == Location.TEXT)
                        .toList(),
                List.of(),
                record.producer());
    }

    @Test
    void theSameArticleAgainChangesNothing() {
        ArticleRecord record = news(1);
        assertThat(store.put(record)).isEqualTo(Put.NEW);
        List<String> before = everything();
        assertThat(store.put(record)).isEqualTo(Put.UNCHANGED);
        assertThat(store.put(by(NewsRecords.PRODUCER, record))).isEqualTo(Put.UNCHANGED);
        assertThat(everything()).isEqualTo(before);
    }

    private List<String> everything() {
        List<String> all = new ArrayList<>();
        for (String table : Tables.of(store.database())) {
            all.addAll(rows("SELECT * FROM " + table));
        }
        return all;
    }

    @Test
    void anotherProducerReplacesWhatTheEngineMadeAndNothingElse() {
        ArticleRecord old = by(OLDER, news(1));
        ArticleRecord other = news(2);
        store.put(old);
        store.put(other);
        Decision decision = Decision.merge(
                new Decision.Anchor(old.article().id(), old.speakers().get(0).name()),
                new Decision.Anchor(
                        other.article().id(), other.speakers().get(0).name()));
        store.decide(decision, "editor");
        List<String> key = rows(
                "SELECT key, kept_at FROM article WHERE id = '" + old.article().id() + "'");

        // Fewer statements, and none of the speakers' aliases: nothing of the old record may stay.
        ArticleRecord renewed = new ArticleRecord(
                old.article(), old.speakers(), old.statements().subList(0, 2), List.of(), NEWER);
        assertThat(store.put(renewed)).isEqualTo(Put.REPLACED);

        assertThat(store.get(old.article().id())).contains(renewed);
        assertThat(store.get(other.article().id())).contains(other);
        assertThat(store.decisions()).containsExactly(decision);
        assertThat(rows("SELECT key, kept_at FROM article WHERE id = '"
                        + old.article().id() + "'"))
                .isEqualTo(key);
        assertThat(rows("SELECT id FROM statement WHERE article = (SELECT key FROM article WHERE id = '"
                        + old.article().id() + "') ORDER BY number"))
                .as("ids of statements stay")
                .isEqualTo(old.statements().subList(0, 2).stream()
                        .map(Statement::id)
                        .toList());
        assertThat(store.counts().statements()).isEqualTo(7);
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void anyRecordCanReplaceAnyOtherOfItsArticle() {
        for (long seed = 0; seed < 60; seed++) {
            Article article = RandomRecords.any(seed).article();
            ArticleRecord first = RandomRecords.any(seed + 1000, article, OLDER);
            ArticleRecord second = RandomRecords.any(seed + 2000, article, NEWER);
            assertThat(store.put(first)).isEqualTo(Put.NEW);
            assertThat(store.put(second)).isEqualTo(Put.REPLACED);
            assertThat(store.get(article.id())).as("seed " + seed).contains(second);
        }
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void metadataFoundByAnotherProducerReplacesTheOlder() {
        store.put(plain("a", "Text.", of("The Avenia Press", "2024")));
        ArticleRecord renewed = by(NEWER, plain("a", "Text.", Metadata.NONE));
        assertThat(store.put(renewed)).isEqualTo(Put.REPLACED);
        assertThat(store.get(renewed.article().id())).contains(renewed);
    }

    @Test
    void anotherTextOfTheSameAddressIsKeptBesideTheOlder() {
        ArticleRecord first = plain("https://press.example/talks", "Talks begin.", Metadata.NONE);
        ArticleRecord second = plain("https://press.example/talks", "Talks end.", Metadata.NONE);
        ArticleRecord third = plain("https://press.example/talks", "Talks ended.", Metadata.NONE);
        assertThat(store.put(first)).isEqualTo(Put.NEW);
        assertThat(store.put(plain("https://press.example/other", "Talks end.", Metadata.NONE)))
                .isEqualTo(Put.NEW);
        assertThat(store.put(second)).isEqualTo(Put.NEWER_VERSION);
        assertThat(store.put(third)).isEqualTo(Put.NEWER_VERSION);
        assertThat(store.put(first)).isEqualTo(Put.UNCHANGED);

        List<Kept> versions = store.versions("https://press.example/talks");
        assertThat(versions)
                .extracting(Kept::articleId)
                .containsExactly(
                        third.article().id(),
                        second.article().id(),
                        first.article().id());
        assertThat(versions)
                .extracting(Kept::newerThan)
                .containsExactly(
                        Optional.of(second.article().id()),
                        Optional.of(first.article().id()),
                        Optional.empty());
        assertThat(versions.get(0))
                .isEqualTo(new Kept(
                        third.article().id(),
                        "https://press.example/talks",
                        OLDER,
                        NOON,
                        NOON,
                        Optional.of(second.article().id()),
                        0));
        assertThat(store.versions("https://press.example/")).isEmpty();
        assertThat(store.counts()).isEqualTo(new Counts(4, 2, 0, 0, 0, 0));
    }

    @Test
    void longAddressesAreToldApart() {
        String long1 = "https://press.example/" + "path/".repeat(2000) + "1";
        String long2 = "https://press.example/" + "path/".repeat(2000) + "2";
        assertThat(store.put(plain(long1, "One.", Metadata.NONE))).isEqualTo(Put.NEW);
        assertThat(store.put(plain(long2, "Two.", Metadata.NONE))).isEqualTo(Put.NEW);
        assertThat(store.versions(long2)).hasSize(1);
    }

    @Test
    void saysWhetherPuttingAgainWouldChangeAnything() {
        ArticleRecord record = by(OLDER, news(1));
        assertThat(store.holds(record.article().id(), OLDER)).isFalse();
        store.put(record);
        assertThat(store.holds(record.article().id(), OLDER)).isTrue();
        assertThat(store.holds(record.article().id(), NEWER)).isFalse();
    }

    @Test
    void aRecordThatIsNotValidUnicodeIsRefusedAndTheNextIsKept() {
        ArticleRecord broken = plain("a", "Lone \ud83d here.", Metadata.NONE);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.put(broken))
                .withMessageContaining("lone surrogate at UTF-16 offset 5")
                .matches(e -> e.reason() == StoreException.Reason.UNFIT);
        ArticleRecord cut = new ArticleRecord(
                Article.of("b", new Text("\ud83d\ude00", List.of(new io.onrecord.model.Span(0, 1))), Metadata.NONE),
                List.of(),
                List.of(),
                List.of(),
                OLDER);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.put(cut))
                .withMessageContaining("cuts a surrogate pair")
                .matches(e -> e.reason() == StoreException.Reason.UNFIT);
        ArticleRecord half = new ArticleRecord(
                Article.of("c", Text.line("Text."), metadata(List.of("Ilan Serrat", "Mara Oldin", "\udc00"))),
                List.of(),
                List.of(),
                List.of(),
                OLDER);
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.put(half));
        assertThat(store.counts().articles()).isZero();
        assertThat(store.put(news(1))).isEqualTo(Put.NEW);
        assertThat(rows("SELECT count(*) FROM author")).containsExactly("1");
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void aLongTextIsKept() {
        String text = "Word. 😀 ".repeat(300_000);
        ArticleRecord record = plain("long", text, Metadata.NONE);
        store.put(record);
        assertThat(store.get(record.article().id())).contains(record);
    }

    @Test
    void manyThreadsPutAndReadAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Long>> done = new ArrayList<>();
            for (int thread = 0; thread < 6; thread++) {
                int own = thread;
                done.add(threads.submit(() -> {
                    long fresh = 0;
                    for (int i = 0; i < 20; i++) {
                        // Each article is put by all; once it is new.
                        ArticleRecord record = news((i + own) % 20);
                        fresh += store.put(record) == Put.NEW ? 1 : 0;
                        assertThat(store.get(record.article().id())).contains(record);
                    }
                    return fresh;
                }));
            }
            long fresh = 0;
            for (Future<Long> one : done) {
                fresh += one.get();
            }
            assertThat(fresh).isEqualTo(20);
        } finally {
            threads.shutdown();
        }
        assertThat(store.counts().articles()).isEqualTo(20);
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void severalOpenStoresSeeOneAnother() {
        try (Store other = Store.open(address, OPTIONS)) {
            other.put(news(1));
            store.put(news(2));
            assertThat(store.put(news(1))).isEqualTo(Put.UNCHANGED);
            assertThat(other.counts()).isEqualTo(store.counts());
            assertThat(other.counts().articles()).isEqualTo(2);
        }
    }

    @Test
    void whoWaitsTooLongForAnotherWriterIsTold() {
        try (Store other = Store.open(address, OPTIONS);
                Store impatient = Store.open(address, new Store.Options(Duration.ofMillis(50), Clock.systemUTC()))) {
            other.database().write(session -> {
                session.execute(
                        other.database().dialect() == Dialect.SQLITE
                                ? "DELETE FROM article WHERE key = 0"
                                : "LOCK TABLE article IN EXCLUSIVE MODE");
                assertThatExceptionOfType(StoreException.class)
                        .isThrownBy(() -> impatient.put(news(1)))
                        .withMessageContaining("was not done within 50 ms")
                        .matches(e -> e.reason() == StoreException.Reason.BUSY);
                assertThat(impatient.counts().articles()).as("reading goes on").isZero();
                return true;
            });
            assertThat(impatient.put(news(1))).isEqualTo(Put.NEW);
        }
    }

    @Test
    void processesThatPutAtOnceWaitForOneAnother() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            // All put the same, in the same order.
            processes.add(Child.start(Child.command("", "steps", address, "100", "40")));
        }
        for (Process process : processes) {
            assertThat(Child.said(process))
                    .filteredOn(line -> line.startsWith("done"))
                    .hasSize(40);
        }
        assertThat(store.counts().articles()).isEqualTo(20);
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void processesThatMakeTheStoreAtOnceMakeOne() throws Exception {
        String place = emptyPlace() + "_second";
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(Child.start(Child.command("", "steps", place, "0", "6")));
        }
        for (Process process : processes) {
            assertThat(Child.said(process))
                    .filteredOn(line -> line.startsWith("done"))
                    .hasSize(6);
        }
        try (Store made = Store.open(place, OPTIONS)) {
            assertThat(made.counts().articles()).isEqualTo(3);
            assertThat(made.check().problems()).isEmpty();
        }
    }

    @Test
    void recordsAreReadOneByOneInLittleMemory() throws Exception {
        String text = "The harbour talks went on. ".repeat(100_000);
        for (int i = 0; i < 30; i++) {
            store.put(plain("long " + i, i + " " + text, Metadata.NONE));
        }
        // 80 million characters in a heap of 64 MB.
        List<String> command = new ArrayList<>(Child.command("", "stream", address));
        command.set(1, "-Xmx64m");
        assertThat(Child.said(Child.start(command))).containsExactly("streamed 30");
    }

    @Test
    void recordsAreReadWhileOthersComeAndGo() {
        for (int i = 0; i < 10; i++) {
            store.put(news(i));
        }
        StoredRecords records = store.records();
        assertThat(records.next()).isEqualTo(news(0));
        assertThat(records.hasNext()).isTrue();
        store.forget(new Selection.Version(news(1).article().id()));
        store.put(news(10));
        List<ArticleRecord> rest = new ArrayList<>();
        records.forEachRemaining(rest::add);
        assertThat(rest).hasSize(9).doesNotContain(news(1)).contains(news(2), news(10));
    }

    @Test
    void forgetsAnArticleInAllItsVersionsWithAllThatWasMadeOfIt() {
        ArticleRecord first = news(1);
        ArticleRecord later = plain(first.article().address(), "Something else.", Metadata.NONE);
        store.put(first);
        store.put(later);
        store.put(news(2));
        store.decide(
                Decision.split(
                        new Decision.Anchor(
                                first.article().id(), first.speakers().get(0).name()),
                        new Decision.Anchor(
                                news(2).article().id(),
                                news(2).speakers().get(0).name())),
                "editor");
        Forgotten forgotten = store.forget(new Selection.Address(first.article().address()));
        assertThat(forgotten.articles()).isEqualTo(2);
        assertThat(forgotten.statements()).isEqualTo(5);
        assertThat(store.get(first.article().id())).isEmpty();
        assertThat(store.decisions()).isEmpty();
        assertThat(store.counts()).isEqualTo(new Counts(1, 1, 6, 5, 0, 0));
        for (String table : Tables.of(store.database())) {
            // What changed is remembered by its number alone, so that others can forget it, too.
            if (!table.equals("change")
                    && Tables.columns(store.database(), table).contains("article")) {
                assertThat(rows("SELECT DISTINCT article FROM " + table))
                        .as(table)
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void forgettingAVersionInTheMiddleLinksItsNeighbours() {
        List<ArticleRecord> versions = new ArrayList<>();
        for (String text : List.of("One.", "Two.", "Three.", "Four.")) {
            versions.add(plain("a", text, Metadata.NONE));
            store.put(versions.get(versions.size() - 1));
        }
        store.forget(new Selection.Version(versions.get(2).article().id()));
        store.forget(new Selection.Version(versions.get(1).article().id()));
        assertThat(store.versions("a"))
                .extracting(Kept::newerThan)
                .containsExactly(Optional.of(versions.get(0).article().id()), Optional.empty());
        store.forget(new Selection.Version(versions.get(0).article().id()));
        assertThat(store.versions("a")).extracting(Kept::newerThan).containsExactly(Optional.empty());
    }

    @Test
    void forgetsAnOutlet() {
        store.put(plain("a", "One.", of("The Avenia Press", "")));
        store.put(plain("b", "Two.", of("The Avenia Press", "")));
        store.put(plain("c", "Three.", of("The Velia Post", "")));
        assertThat(store.forget(new Selection.Outlet("The Avenia")).articles()).isZero();
        assertThat(store.forget(new Selection.Outlet("The Avenia Press")).articles())
                .isEqualTo(2);
        assertThat(store.counts().articles()).isEqualTo(1);
    }

    @Test
    void forgetsWhatWasSurelyPublishedBeforeADay() {
        Map<String, String> published = Map.of(
                "year", "2024",
                "month", "2024-05",
                "day before", "2024-05-15",
                "day", "2024-05-16",
                "time before", "2024-05-15T23:59:59-09:00",
                "long ago", "-0044-03-15",
                "far off", "+12024-01-01",
                "unknown", "");
        published.forEach((name, value) -> store.put(plain(name, name + ".", of("o", value))));
        assertThat(store.forget(new Selection.Before(LocalDate.of(2024, 5, 16))).articles())
                .isEqualTo(3);
        assertThat(store.versions("day before")).isEmpty();
        assertThat(store.versions("time before")).isEmpty();
        assertThat(store.versions("long ago")).isEmpty();
        store.forget(new Selection.Before(LocalDate.of(2025, 1, 1)));
        assertThat(rows("SELECT address FROM article ORDER BY address")).containsExactly("far off", "unknown");
        // Kept on the fourth of March 2026.
        store.forget(new Selection.Before(LocalDate.of(2026, 3, 4)));
        assertThat(store.counts().articles()).isEqualTo(2);
        store.forget(new Selection.Before(LocalDate.of(2026, 3, 5)));
        assertThat(store.counts().articles()).isZero();
    }

    @Test
    void keepsWhoIsTheSameOverArticles() {
        List<Appearance> appearances = new ArrayList<>();
        for (int seed = 0; seed < 40; seed++) {
            ArticleRecord record = RandomRecords.any(seed);
            store.put(record);
            // Appearances know no years before the first.
            if (record.article().metadata().published().stream()
                    .noneMatch(published -> published.value().startsWith("-"))) {
                appearances.addAll(Appearance.of(record));
            }
        }
        assertThat(store.appearances()).containsAll(appearances);
        assertThat(store.appearances()).hasSize((int) store.counts().speakers());
        List<Identity> identities = Identities.of(appearances).all();
        assertThat(identities).hasSizeGreaterThan(10);
        store.putIdentities(identities);
        assertThat(store.identities()).isEqualTo(identities);
        store.putIdentities(identities);
        assertThat(store.identities()).isEqualTo(identities);
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void identitiesOfArticlesThatChangedAreLeftOut() {
        store.put(news(1));
        store.put(news(2));
        List<Appearance> appearances = new ArrayList<>(Appearance.of(news(1)));
        appearances.addAll(Appearance.of(news(2)));
        store.putIdentities(Identities.of(appearances).all());
        store.put(by(NEWER, news(1)));
        assertThat(store.identities())
                .isNotEmpty()
                .allSatisfy(identity -> assertThat(identity.members())
                        .allMatch(member ->
                                member.articleId().equals(news(2).article().id())));
        store.forget(new Selection.Version(news(2).article().id()));
        assertThat(store.identities()).isEmpty();
        assertThat(rows("SELECT name FROM identity_alias")).isEmpty();
    }

    @Test
    void aDecisionAboutAnArticleThatIsNotKeptIsRefused() {
        store.put(news(1));
        Decision.Anchor kept = new Decision.Anchor(news(1).article().id(), "Somebody");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.decide(Decision.merge(kept, new Decision.Anchor("0000", "Ilan Serrat")), "me"))
                .withMessageContaining("'Ilan Serrat' is not kept");
        assertThat(store.decisions()).isEmpty();
    }

    @Test
    void peopleCanReadTheStatements() {
        store.put(news(3));
        Statement first = news(3).statements().get(0);
        String text = news(3).article().text().value();
        assertThat(rows("SELECT outlet, source, content, statement_id FROM statements_readable"))
                .hasSize(5)
                .contains(String.join(
                        "|",
                        news(3).article().metadata().outlet().orElseThrow(),
                        first.attribution().source().get(0).of(text),
                        first.attribution().content().get(0).of(text),
                        first.id()));
        assertThat(rows("SELECT article_id FROM articles_readable"))
                .containsExactly(news(3).article().id());
        assertThat(rows("SELECT substr(article.text, start_at + 1, end_at - start_at) FROM span"
                        + " JOIN article ON key = article WHERE statement = 0 AND part = 'CONTENT'"))
                .as("spans count code points, as SQL does")
                .containsExactly(first.attribution().content().get(0).of(text));
    }

    @Test
    void theCheckTellsWhatIsNotWhole() {
        for (int seed = 1; seed <= 6; seed++) {
            store.put(news(seed));
        }
        damage("DELETE FROM statement WHERE article = 1 AND number = 4");
        damage("UPDATE article SET text = 'x' || text WHERE key = 2");
        damage("UPDATE span SET start_at = start_at - 1 WHERE article = 3 AND part = 'CONTENT' AND number = 0"
                + " AND statement = 3");
        damage("UPDATE statement SET content = 'Something else' WHERE article = 4 AND number = 0");
        damage("UPDATE statement SET stance = 'SINGS' WHERE article = 5 AND number = 0");
        Examination found = store.check();
        assertThat(found.sound()).isFalse();
        assertThat(found.problems()).hasSize(5);
        assertThat(found.problems().get(0)).contains("is not whole");
        assertThat(found.problems().get(1)).contains("article 2 are no record").contains("has the id");
        assertThat(found.problems().get(2)).contains("article 3 are no record");
        assertThat(found.problems().get(3)).contains("has the words 'Something else', but its spans cover '");
        assertThat(found.problems().get(4)).contains("article 5 are no record").contains("SINGS");
        assertThat(found.articles()).isEqualTo(6);
    }

    private void damage(String sql) {
        store.database().write(session -> session.update(sql));
    }

    @Test
    void aStoreOfANewerVersionIsLeftAlone() {
        store.put(news(1));
        damage("INSERT INTO migration (version, name, applied_at) VALUES (99, 'dreams', '2030-01-01T00:00:00Z')");
        Map<String, List<String>> tables = Tables.described(store.database());
        store.close();
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Store.open(address, OPTIONS))
                .withMessageContaining(
                        "its version is 99, this one knows " + Migrations.SHIPPED.version() + "; update Onrecord")
                .matches(e -> e.reason() == StoreException.Reason.NEWER);
        Database beneath = store.database() instanceof SqliteDatabase
                ? SqliteDatabase.open(java.nio.file.Path.of(address), Duration.ofSeconds(1))
                : PostgresDatabase.open(address, Duration.ofSeconds(1));
        try (beneath) {
            assertThat(Tables.described(beneath)).isEqualTo(tables);
            long articles = beneath.read(session -> session.count("SELECT count(*) FROM article"));
            assertThat(articles).isEqualTo(1);
        }
    }

    @Test
    void theTablesAreTheOnesThatAreDocumented() throws Exception {
        assertThat(Tables.described(store.database())).isEqualTo(Tables.documented());
    }

    private static List<ByteVector> vectorsOf(Pending pending) {
        List<ByteVector> vectors = new ArrayList<>();
        for (String content : pending.contents()) {
            vectors.add(ByteVector.of(new byte[] {(byte) content.length(), 1, (byte) -content.charAt(0)}));
        }
        return vectors;
    }

    private void giveVectors(String model) {
        List<Pending> pending = store.pendingVectors(0, 100);
        store.putVectors(
                model,
                pending.stream().map(one -> new Meant(one, vectorsOf(one))).toList());
    }

    @Test
    void statementsWaitForVectorsUntilTheyHaveThem() {
        ArticleRecord record = news(1);
        store.put(record);
        store.put(plain("silent", "Nobody said anything.", Metadata.NONE));
        assertThat(store.awaitVectors("small")).isEqualTo(5);
        Pending pending = store.pendingVectors(0, 10).get(0);
        assertThat(pending.statementIds())
                .isEqualTo(record.statements().stream().map(Statement::id).toList());
        assertThat(pending.contents().get(0)).isEqualTo(content(record, 0));
        assertThat(store.pendingVectors(pending.article(), 10)).isEmpty();
        List<ByteVector> vectors = vectorsOf(pending);
        assertThat(store.putVectors("small", List.of(new Meant(pending, vectors))))
                .isEqualTo(1);
        assertThat(store.awaitVectors("small")).isZero();
        assertThat(store.pendingVectors(0, 10)).isEmpty();
        Map<String, ByteVector> kept = store.vectors(record.article().id());
        assertThat(kept).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(kept.get(record.statements().get(i).id())).isEqualTo(vectors.get(i));
        }
        assertThat(store.vectors("no such article")).isEmpty();
        assertThat(store.check().problems()).isEmpty();
    }

    private static String content(ArticleRecord record, int statement) {
        return record.statements()
                .get(statement)
                .attribution()
                .content()
                .get(0)
                .of(record.article().text().value());
    }

    @Test
    void anArticleThatIsReadAgainWaitsForVectorsAgain() {
        ArticleRecord record = by(OLDER, news(1));
        store.put(record);
        Pending stale = store.pendingVectors(0, 10).get(0);
        giveVectors("small");
        ArticleRecord shorter = new ArticleRecord(
                record.article(), record.speakers(), record.statements().subList(0, 3), List.of(), NEWER);
        assertThat(store.put(shorter)).isEqualTo(Put.REPLACED);
        assertThat(store.vectors(record.article().id())).isEmpty();
        assertThat(store.awaitVectors("small")).isEqualTo(3);
        assertThat(store.putVectors("small", List.of(new Meant(stale, vectorsOf(stale)))))
                .isZero();
        assertThat(store.awaitVectors("small")).isEqualTo(3);
        giveVectors("small");
        assertThat(store.vectors(record.article().id())).hasSize(3);
    }

    @Test
    void vectorsOfAnotherModelAreMadeAnew() {
        store.put(news(1));
        store.put(news(2));
        giveVectors("small");
        store.put(news(3));
        assertThat(store.awaitVectors("small")).isEqualTo(5);
        assertThat(store.awaitVectors("large")).isEqualTo(15);
        assertThat(store.vectors(news(1).article().id())).isEmpty();
        giveVectors("large");
        assertThat(store.awaitVectors("large")).isZero();
    }

    @Test
    void vectorsGoWithTheirArticle() {
        store.put(news(1));
        giveVectors("small");
        Pending gone = new Pending(1, List.of("a"), List.of("b"));
        store.forget(new Selection.Address(news(1).article().address()));
        assertThat(rows("SELECT * FROM vector")).isEmpty();
        assertThat(store.putVectors("small", List.of(new Meant(gone, vectorsOf(gone)))))
                .isZero();
    }

    private List<Changed> changes(Changes changes) {
        List<Changed> all = new ArrayList<>();
        while (changes.hasNext()) {
            all.add(changes.next());
        }
        return all;
    }

    @Test
    void tellsWhatChangedSinceOneLastLooked() {
        ArticleRecord first = by(OLDER, news(1));
        store.put(first);
        store.put(news(2));
        Changes all = store.changes(0);
        assertThat(all.count()).isEqualTo(2);
        List<Changed> seen = changes(all);
        assertThat(seen).extracting(Changed::record).containsExactly(Optional.of(first), Optional.of(news(2)));
        assertThat(seen.get(0).vectors()).isEmpty();

        Changes none = store.changes(all.horizon());
        assertThat(none.hasNext()).isFalse();
        store.put(first);
        assertThat(changes(store.changes(none.horizon()))).isEmpty();

        store.put(by(NEWER, first));
        giveVectors("small");
        store.put(news(3));
        store.forget(new Selection.Address(news(2).article().address()));
        List<Changed> later = changes(store.changes(all.horizon()));
        assertThat(later)
                .extracting(Changed::record)
                .containsExactly(Optional.of(by(NEWER, first)), Optional.empty(), Optional.of(news(3)));
        assertThat(later)
                .extracting(Changed::article)
                .startsWith(seen.get(0).article(), seen.get(1).article());
        assertThat(later.get(0).vectors())
                .containsOnlyKeys(first.statements().stream().map(Statement::id).toList());
        assertThat(store.get(later.get(2).article())).contains(news(3));
        assertThat(store.get(later.get(1).article())).isEmpty();
    }

    @Test
    void tellsWhichVersionOfAnArticleIsTheNewest() {
        store.put(plain("a", "One.", Metadata.NONE));
        Changes before = store.changes(0);
        store.put(plain("a", "Two.", Metadata.NONE));
        assertThat(changes(store.changes(before.horizon())))
                .extracting(Changed::newest)
                .containsExactly(false, true);
        before = store.changes(0);
        store.forget(new Selection.Version(
                plain("a", "Two.", Metadata.NONE).article().id()));
        List<Changed> later = changes(store.changes(before.horizon()));
        assertThat(later).extracting(Changed::newest).containsExactly(true, true);
        assertThat(later).extracting(changed -> changed.record().isPresent()).containsExactly(true, false);
        assertThat(store.numbers("a")).containsExactly(later.get(0).article());
        assertThat(store.numbers("b")).isEmpty();
    }

    @Test
    void manyChangesComeOneByOne() {
        for (int i = 0; i < 1100; i++) {
            store.put(plain("article " + i, "Text " + i, Metadata.NONE));
        }
        assertThat(changes(store.changes(0)).stream()
                        .map(changed -> changed.record().orElseThrow().article().address()))
                .hasSize(1100)
                .doesNotHaveDuplicates();
    }

    @Test
    void hasAnIdThatStays() {
        String id = store.id();
        assertThat(id).matches("[0-9a-f]{32}");
        store.close();
        store = Store.open(address, OPTIONS);
        assertThat(store.id()).isEqualTo(id);
        try (Store other = Store.open(emptyPlace() + "_second", OPTIONS)) {
            assertThat(other.id()).isNotEqualTo(id);
        }
    }

    @Test
    void findsIdentitiesByTheWordsOfTheirNames() {
        store.put(news(1));
        store.put(news(2));
        store.putIdentities(Identities.of(store.appearances()).all());
        Identity wanted = store.identities().get(0);
        String[] words = wanted.name().toUpperCase(Locale.ROOT).split(" ", -1);
        List<Somebody> found = store.called(NameWords.of(words[1] + ", " + words[0]), 10);
        assertThat(found).extracting(Somebody::id).contains(wanted.id());
        assertThat(found.get(0).name()).isNotEmpty();
        assertThat(store.called(NameWords.of(wanted.name() + " Nobody"), 10)).isEmpty();
        assertThat(store.called(List.of(), 10)).isEmpty();
        Somebody one = store.identity(wanted.id()).orElseThrow();
        assertThat(one.name()).isEqualTo(wanted.name());
        assertThat(one.aliases()).isEqualTo(wanted.aliases());
        assertThat(one.members()).isEqualTo(wanted.members().size());
        assertThat(store.speakers(wanted.id()))
                .extracting(SpeakerPlace::speakerId)
                .isEqualTo(wanted.members().stream()
                        .map(Identity.Member::speakerId)
                        .toList());
        assertThat(store.nameWords(1, 99))
                .containsAll(NameWords.of(wanted.name()))
                .isSorted();
        store.putIdentities(List.of());
        assertThat(store.nameWords(1, 99)).isEmpty();
    }
}
