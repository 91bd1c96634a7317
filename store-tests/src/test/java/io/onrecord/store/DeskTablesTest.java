package io.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.onrecord.corrections.Change;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Producer;
import io.onrecord.model.Stance;
import io.onrecord.store.Arrived.Mark;
import io.onrecord.store.Doubtful.Place;
import io.onrecord.testkit.HandClock;
import io.onrecord.testkit.NewsRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the desk keeps in a store: reviews, feeds, visits, and articles in the order they came; whichever database it is in. */
abstract class DeskTablesTest {

    private static final Producer LATER = new Producer("0.2.0", "large sha256:bb", "none");

    private final HandClock clock = new HandClock();
    private Store store;

    /** The address of an empty place. */
    abstract String emptyPlace();

    @BeforeEach
    void open() {
        store = Store.open(emptyPlace(), new Store.Options(Duration.ofSeconds(20), clock));
    }

    @AfterEach
    void close() {
        // Null where there is no server and the test was skipped.
        if (store != null) {
            store.close();
        }
    }

    private ArticleRecord put(long seed) {
        ArticleRecord record = NewsRecords.of(seed, 6);
        store.put(record);
        return record;
    }

    private List<Doubtful> waiting(ReviewQuery query) {
        return store.reviews().waiting(query, Optional.empty(), 1000);
    }

    private List<Doubtful> waiting() {
        return waiting(ReviewQuery.ALL);
    }

    private void say(Doubtful one, Change change) {
        store.correct(one.articleId(), one.statementId(), change, "editor", Optional.empty());
    }

    @Test
    void whatIsLeastCertainComesFirstInPartsThatFollowOneAnother() {
        for (int seed = 0; seed < 20; seed++) {
            put(seed);
        }
        List<Doubtful> all = waiting();
        assertThat(all).hasSizeGreaterThan(50);
        assertThat(all)
                .isSortedAccordingTo(java.util.Comparator.comparingDouble(
                                (Doubtful one) -> one.place().certainty())
                        .thenComparingInt(one -> one.place().article())
                        .thenComparingInt(one -> one.place().statement()));
        List<Doubtful> parts = new ArrayList<>();
        Optional<Place> after = Optional.empty();
        while (true) {
            List<Doubtful> part = store.reviews().waiting(ReviewQuery.ALL, after, 7);
            if (part.isEmpty()) {
                break;
            }
            parts.addAll(part);
            after = Optional.of(part.get(part.size() - 1).place());
        }
        assertThat(parts).isEqualTo(all);
        assertThat(store.reviews().progress().waiting()).isEqualTo(all.size());
    }

    @Test
    void whatSomebodyLookedAtWaitsNoMoreAndAgainWhenThatIsTakenBack() {
        put(1);
        List<Doubtful> all = waiting();
        say(all.get(0), new Change.Accepted());
        say(all.get(1), new Change.Rejected());
        say(all.get(2), new Change.NobodyNamed());
        assertThat(waiting()).isEqualTo(all.subList(3, all.size()));
        assertThat(store.reviews().progress()).isEqualTo(new ReviewProgress(all.size() - 3, 1, 1, 1, 0));
        store.undo(all.get(1).articleId(), all.get(1).statementId(), "editor", Optional.empty());
        assertThat(waiting().get(0)).isEqualTo(all.get(1));
        assertThat(store.reviews().progress().reviewed()).isEqualTo(2);
    }

    @Test
    void whatWasAcceptedStaysSoWhenItIsReadAgain() {
        ArticleRecord record = put(2);
        List<Doubtful> all = waiting();
        say(all.get(0), new Change.Accepted());
        store.put(
                new ArticleRecord(record.article(), record.speakers(), record.statements(), record.disputes(), LATER));
        assertThat(waiting())
                .extracting(Doubtful::statementId)
                .doesNotContain(all.get(0).statementId());
        assertThat(waiting()).hasSize(all.size() - 1);
    }

    @Test
    void statementsOfAnOlderVersionDoNotWait() {
        ArticleRecord first = NewsRecords.of(3, 6);
        ArticleRecord second = NewsRecords.of(4, 6);
        store.put(first);
        Article newer = Article.of(
                first.article().address(),
                second.article().text(),
                second.article().metadata());
        store.put(new ArticleRecord(newer, List.of(), List.of(), List.of(), first.producer()));
        assertThat(waiting()).isEmpty();
        assertThat(store.reviews().progress().waiting()).isZero();
    }

    @Test
    void reviewsAreFilteredByOutletStanceSpeakerAndDay() {
        for (int seed = 0; seed < 20; seed++) {
            put(seed);
        }
        Optional<String> outlet = store.outlets().stream().findFirst();
        assertThat(outlet).isPresent();
        List<Doubtful> ofOutlet = waiting(new ReviewQuery(
                outlet.map(name -> name.toUpperCase(java.util.Locale.ROOT)),
                Optional.empty(),
                Optional.empty(),
                LocalDate.MIN));
        assertThat(ofOutlet)
                .isNotEmpty()
                .allMatch(one -> store.get(one.articleId())
                        .orElseThrow()
                        .article()
                        .metadata()
                        .outlet()
                        .equals(outlet));
        List<Doubtful> denials =
                waiting(new ReviewQuery(Optional.empty(), Optional.of(Stance.DENIES), Optional.empty(), LocalDate.MIN));
        assertThat(denials.size()).isLessThan(waiting().size());
        assertThat(waiting(new ReviewQuery(Optional.empty(), Optional.empty(), Optional.of("no%body_"), LocalDate.MIN)))
                .isEmpty();
        assertThat(waiting(new ReviewQuery(
                        Optional.empty(), Optional.empty(), Optional.empty(), LocalDate.parse("9999-12-31"))))
                .isEmpty();
    }

    @Test
    void articlesAreListedTheNewestFirst() {
        List<String> ids = new ArrayList<>();
        for (int seed = 0; seed < 5; seed++) {
            ids.add(0, put(seed).article().id());
            clock.move(Duration.ofSeconds(seed % 2));
        }
        List<Arrived> all = store.arrivals().latest(Mark.START, Optional.empty(), 10);
        assertThat(all).extracting(Arrived::articleId).isEqualTo(ids);
        assertThat(store.arrivals().latest(Mark.START, Optional.of(all.get(1).mark()), 2))
                .isEqualTo(all.subList(2, 4));
        assertThat(store.arrivals().latest(all.get(2).mark(), Optional.empty(), 10))
                .isEqualTo(all.subList(0, 2));
        assertThat(store.arrivals().since(all.get(2).mark())).isEqualTo(2);
    }

    @Test
    void whatCameSinceTheLastVisitIsNewUntilTheVisitEnds() {
        put(1);
        assertThat(store.visits().of("mara")).isEmpty();
        assertThat(store.visits().look("mara").lastVisit()).isEmpty();
        Instant ended = clock.instant();
        clock.move(Visits.PAUSE.plusMinutes(1));
        put(2);
        Visit visit = store.visits().look("mara");
        assertThat(visit.lastVisit()).contains(ended);
        assertThat(store.arrivals().since(visit.news())).isEqualTo(1);
        clock.move(Duration.ofMinutes(5));
        put(3);
        visit = store.visits().look("mara");
        assertThat(visit.lastVisit()).as("the same visit").contains(ended);
        assertThat(store.arrivals().since(visit.news())).isEqualTo(2);
        assertThat(store.visits().look("ilan").lastVisit())
                .as("another visitor")
                .isEmpty();
        assertThat(store.arrivals().since(store.visits().seen("mara").news())).isZero();
        assertThat(store.arrivals()
                        .since(store.visits().of("mara").orElseThrow().news()))
                .isZero();
    }

    @Test
    void aFeedIsTakenWhenItIsDueByOneHolderAtATime() {
        Feeds feeds = store.feeds();
        Watched feed = feeds.add("https://press.example/feed", Duration.ofMinutes(15), "editor");
        assertThat(feeds.add("https://press.example/feed", Duration.ofMinutes(99), "other"))
                .isEqualTo(feed);
        FeedTask task = feeds.take("one").orElseThrow();
        assertThat(feeds.take("two")).isEmpty();
        assertThat(feeds.remember(task, "{}")).isTrue();
        feeds.looked(task, clock.instant().plusSeconds(900), 0, Optional.empty());
        assertThat(feeds.take("two")).as("not due").isEmpty();
        clock.move(Duration.ofMinutes(15));
        assertThat(feeds.take("two").orElseThrow().state()).contains("{}");
    }

    @Test
    void whoWasKilledLosesItsFeedsAndKeepsNothingMoreOfThem() {
        Feeds feeds = store.feeds();
        feeds.add("https://press.example/feed", Duration.ofMinutes(15), "editor");
        FeedTask first = feeds.take("one").orElseThrow();
        clock.move(Feeds.HELD.minusSeconds(1));
        feeds.hold("one");
        clock.move(Feeds.HELD.minusSeconds(1));
        assertThat(feeds.take("two")).as("one gave a sign").isEmpty();
        clock.move(Duration.ofSeconds(2));
        FeedTask second = feeds.take("two").orElseThrow();
        assertThat(feeds.remember(first, "late")).isFalse();
        feeds.looked(first, clock.instant().plusSeconds(900), 3, Optional.of("late"));
        feeds.release(first);
        assertThat(feeds.remember(second, "right")).isTrue();
        assertThat(feeds.get(second.id()).orElseThrow().health().failures()).isZero();
    }

    @Test
    void aClockThatIsPutBackKeepsNoFeedWaiting() {
        Feeds feeds = store.feeds();
        feeds.add("https://press.example/feed", Duration.ofMinutes(15), "editor");
        feeds.looked(feeds.take("one").orElseThrow(), clock.instant().plusSeconds(900), 0, Optional.empty());
        clock.move(Duration.ofDays(-400));
        assertThat(feeds.take("two")).as("looked at in a time to come").isPresent();
        clock.move(Duration.ofDays(-400));
        FeedTask task = feeds.take("three").orElseThrow();
        feeds.looked(task, clock.instant().plusSeconds(900), 0, Optional.empty());
        assertThat(feeds.take("three")).as("not due").isEmpty();
    }

    @Test
    void twoMachinesWhoseClocksDifferALittleDoNotLookTwice() {
        Feeds feeds = store.feeds();
        feeds.add("https://press.example/feed", Duration.ofMinutes(15), "editor");
        FeedTask task = feeds.take("one").orElseThrow();
        clock.move(Duration.ofSeconds(-30));
        assertThat(feeds.take("two")).as("held").isEmpty();
        clock.move(Duration.ofSeconds(30));
        feeds.looked(task, clock.instant().plusSeconds(900), 0, Optional.empty());
        clock.move(Duration.ofSeconds(-30));
        assertThat(feeds.take("two")).as("not due").isEmpty();
    }

    @Test
    void severalHoldersAtOnceNeverTakeTheSame() throws Exception {
        for (int i = 0; i < 12; i++) {
            store.feeds().add("https://press.example/" + i, Duration.ofMinutes(15), "editor");
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<String>>> taken = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String holder = "holder " + i;
                taken.add(threads.submit(() -> {
                    List<String> mine = new ArrayList<>();
                    for (Optional<FeedTask> one = store.feeds().take(holder);
                            one.isPresent();
                            one = store.feeds().take(holder)) {
                        mine.add(one.get().address());
                    }
                    return mine;
                }));
            }
            List<String> all = new ArrayList<>();
            for (Future<List<String>> one : taken) {
                all.addAll(one.get());
            }
            assertThat(all).doesNotHaveDuplicates().hasSize(12);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatCameOfAFeedIsListedTheLastFirstAndGoesWithItsArticle() {
        Feeds feeds = store.feeds();
        feeds.add("https://press.example/feed", Duration.ofMinutes(15), "editor");
        FeedTask task = feeds.take("one").orElseThrow();
        ArticleRecord first = put(1);
        ArticleRecord second = put(2);
        feeds.came(task, "https://press.example/1", List.of(first.article().id()));
        feeds.failed(task, "https://press.example/2", "there is none at this address");
        feeds.came(task, "https://press.example/3", List.of(second.article().id()));
        feeds.came(task, "https://press.example/3", List.of(second.article().id()));
        List<FeedArrival> entries = feeds.entries(task.id(), Optional.empty(), 10);
        assertThat(entries)
                .extracting(FeedArrival::address)
                .containsExactly("https://press.example/3", "https://press.example/2", "https://press.example/1");
        assertThat(entries.get(1).problem()).contains("there is none at this address");
        assertThat(feeds.entries(task.id(), Optional.of(entries.get(0).number()), 1))
                .isEqualTo(entries.subList(1, 2));
        assertThat(feeds.get(task.id()).orElseThrow().articles()).isEqualTo(2);
        store.forget(new Selection.Version(first.article().id()));
        assertThat(feeds.entries(task.id(), Optional.empty(), 10)).hasSize(2);
        assertThat(feeds.remove(task.id())).isTrue();
        assertThat(store.get(second.article().id())).isPresent();
    }

    @Test
    void onlyTheLastFailuresOfAFeedAreRemembered() {
        Feeds feeds = store.feeds();
        feeds.add("https://press.example/feed", Duration.ofMinutes(15), "editor");
        FeedTask task = feeds.take("one").orElseThrow();
        for (int i = 0; i < 205; i++) {
            feeds.failed(task, "https://press.example/" + i, "not there");
        }
        assertThat(feeds.entries(task.id(), Optional.empty(), 1000)).hasSize(200);
    }

    @Test
    void aPausedFeedIsNotTakenAndAnIntervalHasBounds() {
        Feeds feeds = store.feeds();
        Watched feed = feeds.add("https://press.example/feed", Duration.ofMinutes(15), "editor");
        assertThat(feeds.change(feed.id(), Duration.ofMinutes(30), true)
                        .orElseThrow()
                        .interval())
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(feeds.take("one")).isEmpty();
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> feeds.change(feed.id(), Duration.ofSeconds(1), false));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> feeds.add("x".repeat(2001), Duration.ofMinutes(15), "editor"));
        assertThat(feeds.change("0000", Duration.ofMinutes(15), false)).isEmpty();
    }
}
