package io.onrecord.reading.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.model.Outcome;
import io.onrecord.model.Published;
import io.onrecord.reading.item.Item;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatcherTest {

    private static final FetchOptions LOCAL =
            FetchOptions.DEFAULT.withAllowPrivate(true).withLimits(1_000_000, 5, 0);

    private static final WatchOptions ONCE = WatchOptions.DEFAULT.withOnce(true);

    @TempDir
    Path folder;

    private final TestTime time = new TestTime();
    private final Site site = new Site();
    private final Fetcher fetcher = new Fetcher(LOCAL, time);

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
    }

    private Path state() {
        return folder.resolve("state.json");
    }

    private Watcher watch(WatchOptions options, String... paths) throws IOException {
        return Watcher.open(Arrays.stream(paths).map(site::at).toList(), state(), options, fetcher);
    }

    /** A feed with these pages, the last one newest, as feeds have them; the pages are there too. */
    private String listing(String... names) {
        StringBuilder items = new StringBuilder();
        for (String name : names) {
            items.insert(
                    0,
                    "<item><guid isPermaLink='false'>" + name + "</guid><title>On " + name + "</title><link>/" + name
                            + "</link><pubDate>Thu, 16 May 2024 18:02:00 +0300</pubDate></item>");
            site.html("/" + name, "Page " + name);
        }
        return "<rss version='2.0'><channel><title>T</title>" + items + "</channel></rss>";
    }

    private void feed(String... names) {
        site.with("/feed", "application/rss+xml", listing(names));
    }

    /** All that one look gives, acknowledged; pages by their text, failures by their reason. */
    private List<String> look(String... paths) throws IOException {
        try (Watcher watcher = watch(ONCE, paths)) {
            List<String> all = new ArrayList<>();
            for (Arrival arrival = watcher.next(); arrival != null; arrival = watcher.next()) {
                all.add(shown(arrival));
                watcher.acknowledge(arrival);
            }
            return all;
        }
    }

    private static Arrival arrival(Watcher watcher) throws IOException {
        return Objects.requireNonNull(watcher.next(), "the watch has ended");
    }

    private static String shown(Arrival arrival) throws IOException {
        if (arrival.outcome() instanceof Outcome.Kept<Item> kept) {
            return new String(kept.value().bytes().readAllBytes(), StandardCharsets.UTF_8);
        }
        return ((Outcome.Skipped<Item>) arrival.outcome()).why();
    }

    private long asked(String path) {
        return site.paths().stream().filter(path::equals).count();
    }

    @Test
    void aNewEntryComesWithItsPageAndWhatTheFeedSaysOfIt() throws IOException {
        feed("a");

        try (Watcher watcher = watch(ONCE, "/feed")) {
            Arrival arrival = arrival(watcher);

            assertThat(arrival.feed()).isEqualTo(site.at("/feed"));
            assertThat(arrival.entry().orElseThrow().id()).isEqualTo("a");
            Item item = ((Outcome.Kept<Item>) arrival.outcome()).value();
            assertThat(item.address()).isEqualTo(site.at("/a"));
            assertThat(item.known().mediaType()).contains("text/html");
            assertThat(item.known().metadata().title()).contains("On a");
            assertThat(item.known().metadata().published())
                    .contains(new Published("2024-05-16T18:02:00+03:00", "feed"));
            assertThat(item.known().metadata().capture().orElseThrow().digest()).isPresent();
            assertThat(watcher.next()).isNull();
        }
    }

    @Test
    void entriesComeOnceAndTheOldestFirst() throws IOException {
        feed("a", "b");
        assertThat(look("/feed")).containsExactly("Page a", "Page b");
        assertThat(look("/feed")).isEmpty();

        feed("a", "b", "c");
        assertThat(look("/feed")).containsExactly("Page c");
        assertThat(asked("/a")).isEqualTo(1);
    }

    @Test
    void whatWasNotAcknowledgedComesAgain() throws IOException {
        feed("a", "b", "c");
        try (Watcher watcher = watch(ONCE, "/feed")) {
            Arrival a = arrival(watcher);
            Arrival b = arrival(watcher);
            watcher.acknowledge(b);
            watcher.acknowledge(b);
            assertThat(shown(a)).isEqualTo("Page a");
        }

        assertThat(look("/feed")).containsExactly("Page a", "Page c");
        assertThat(look("/feed")).isEmpty();
    }

    @Test
    void whatWasNotAcknowledgedComesAgainEvenIfTheFeedIsUnchangedOrHasLostIt() throws IOException {
        site.with("/feed", exchange -> {
            boolean had = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            Site.send(exchange, had ? 304 : 200, Map.of("ETag", "\"1\""), had ? "" : listing("a", "b"));
        });
        try (Watcher watcher = watch(ONCE, "/feed")) {
            assertThat(watcher.next()).isNotNull();
        }

        assertThat(look("/feed")).containsExactly("Page a", "Page b");
        assertThat(look("/feed")).isEmpty();

        feed("b", "c");
        try (Watcher watcher = watch(ONCE, "/feed")) {
            assertThat(watcher.next()).isNotNull();
        }
        feed("b");
        assertThat(look("/feed")).containsExactly("Page c");
    }

    @Test
    void feedsAreAskedWhetherTheyHaveChanged() throws IOException {
        site.with(
                "/feed",
                exchange -> Site.send(
                        exchange,
                        200,
                        Map.of("ETag", "W/\"x y\"", "Last-Modified", "Thu, 16 May 2024 15:02:00 GMT"),
                        listing("a")));

        look("/feed");
        look("/feed");

        List<Site.Request> looks = site.requests().stream()
                .filter(request -> request.path().equals("/feed"))
                .toList();
        assertThat(looks.get(0).headers()).doesNotContainKeys("if-none-match", "if-modified-since");
        assertThat(looks.get(1).headers())
                .containsEntry("if-none-match", "W/\"x y\"")
                .containsEntry("if-modified-since", "Thu, 16 May 2024 15:02:00 GMT");
    }

    @Test
    void manyFeedsAreWatchedAndAHostIsGivenItsPauses() throws IOException {
        site.with("/one", "text/xml", listing("a", "b")).with("/two", "text/xml", listing("c"));

        assertThat(look("/one", "/two", "/one")).containsExactlyInAnyOrder("Page a", "Page b", "Page c");

        assertThat(site.paths()).startsWith("/one", "/two").hasSize(5);
        assertThat(time.sleeps()).containsOnly(Duration.ofSeconds(1)).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 900",
        "'<ttl>60</ttl>', '', 3600",
        "'<ttl>1</ttl>', '', 300",
        "'<ttl>999999</ttl>', '', 86400",
        "'<ttl>x</ttl>', '', 900",
        "'', 'public, max-age=1200', 1200",
        "'', 'no-cache, max-age=0', 900",
        "'', 's-max-age=7200', 900",
        "'<ttl>60</ttl>', 'max-age=1200', 3600",
        "'<ttl>10</ttl>', 'max-age=1200', 1200"
    })
    void aFeedIsLookedAtAsOftenAsItWishes(String ttl, String cache, int seconds) throws IOException {
        List<Instant> looks = new ArrayList<>();
        site.with("/feed", exchange -> {
            looks.add(time.now());
            String list = looks.size() < 4 ? listing() : listing("a");
            String feed = list.replace("<title>T</title>", "<title>T</title>" + ttl);
            boolean unchanged = looks.size() == 3;
            Site.send(
                    exchange,
                    unchanged ? 304 : 200,
                    cache.isEmpty() ? Map.of() : Map.of("Cache-Control", cache),
                    unchanged ? "" : feed);
        });

        try (Watcher watcher = watch(WatchOptions.DEFAULT, "/feed")) {
            assertThat(shown(arrival(watcher))).isEqualTo("Page a");
        }

        assertThat(looks).hasSize(4);
        for (int i = 1; i < 4; i++) {
            assertThat(Duration.between(looks.get(i - 1), looks.get(i))).isEqualTo(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void aFeedThatFailsIsLeftAloneLongerAndLonger() throws IOException {
        List<Instant> looks = new ArrayList<>();
        site.with("/feed", exchange -> {
            looks.add(time.now());
            Site.send(exchange, looks.size() < 5 ? 500 : 200, Map.of(), looks.size() < 5 ? "" : listing("a"));
        });

        try (Watcher watcher = watch(WatchOptions.DEFAULT, "/feed")) {
            for (int i = 0; i < 4; i++) {
                Arrival failure = arrival(watcher);
                assertThat(failure.entry()).isEmpty();
                assertThat(shown(failure)).contains("status 500");
                watcher.acknowledge(failure);
            }
            assertThat(shown(arrival(watcher))).isEqualTo("Page a");
        }

        assertThat(IntStream.range(1, 5).mapToObj(i -> Duration.between(looks.get(i - 1), looks.get(i))))
                .containsExactly(
                        Duration.ofMinutes(30),
                        Duration.ofMinutes(60),
                        Duration.ofMinutes(120),
                        Duration.ofMinutes(240));
    }

    @Test
    void aClockThatIsPutBackKeepsNoFeedAndNoHostWaiting() throws IOException {
        Instant begin = time.now();
        List<Instant> looks = new ArrayList<>();
        site.with("/feed", exchange -> {
            looks.add(time.now());
            if (looks.size() == 2) {
                time.pass(Duration.ofDays(-400));
            }
            Site.send(exchange, 200, Map.of(), looks.size() < 3 ? listing("a") : listing("a", "b"));
        });

        try (Watcher watcher = watch(WatchOptions.DEFAULT, "/feed")) {
            watcher.acknowledge(arrival(watcher));
            assertThat(shown(arrival(watcher))).isEqualTo("Page b");
        }

        assertThat(looks).hasSize(3);
        assertThat(time.now()).as("400 days ago").isBefore(begin);
        assertThat(time.sleeps()).allMatch(sleep -> sleep.compareTo(Duration.ofHours(1)) < 0);
    }

    @Test
    void aWatchThatBeginsBeforeItsLastEndDoesNotWaitForThatTime() throws IOException {
        feed("a");
        assertThat(look("/feed")).containsExactly("Page a");
        time.pass(Duration.ofDays(-400));
        feed("a", "b");
        try (Watcher watcher = watch(WatchOptions.DEFAULT, "/feed")) {
            assertThat(shown(arrival(watcher))).isEqualTo("Page b");
        }
        assertThat(time.sleeps()).allMatch(sleep -> sleep.compareTo(Duration.ofHours(1)) < 0);
    }

    @Test
    void aServerThatWantsToBeLeftAloneIsLeftAlone() throws IOException {
        List<Instant> looks = new ArrayList<>();
        site.with("/feed", exchange -> {
            looks.add(time.now());
            boolean busy = looks.size() == 1;
            Site.send(
                    exchange,
                    busy ? 429 : 200,
                    busy ? Map.of("Retry-After", "7200") : Map.of(),
                    busy ? "" : listing("a"));
        });

        assertThat(look("/feed")).singleElement().asString().contains("status 429");
        assertThat(look("/feed")).containsExactly("its server asked not to come back before 2026-03-04T07:06:07Z");
        assertThat(looks).hasSize(1);
        try (Watcher watcher = watch(WatchOptions.DEFAULT, "/feed")) {
            assertThat(shown(arrival(watcher))).isEqualTo("Page a");
        }

        assertThat(Duration.between(looks.get(0), looks.get(1))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aPageThatFailsForTheMomentIsTriedAgainAndThenGivenUp() throws IOException {
        feed("a", "b");
        site.status("/a", 500);

        try (Watcher watcher = watch(WatchOptions.DEFAULT, "/feed")) {
            Arrival first = arrival(watcher);
            assertThat(first.entry()).isEmpty();
            assertThat(shown(first)).contains("status 500");
            watcher.acknowledge(first);
            Arrival other = arrival(watcher);
            assertThat(shown(other)).isEqualTo("Page b");
            watcher.acknowledge(other);
            assertThat(arrival(watcher).entry()).isEmpty();
        }
        try (Watcher watcher = watch(WatchOptions.DEFAULT, "/feed")) {
            Arrival last = arrival(watcher);
            assertThat(last.entry().orElseThrow().id()).isEqualTo("a");
            assertThat(shown(last)).contains("status 500");
            watcher.acknowledge(last);
        }

        assertThat(asked("/a")).isEqualTo(3);
        assertThat(look("/feed")).isEmpty();
    }

    @Test
    void aPageThatIsNotThereIsGivenUpAtOnce() throws IOException {
        feed("a");
        site.status("/a", 404);

        assertThat(look("/feed")).singleElement().asString().contains("status 404");
        assertThat(look("/feed")).isEmpty();
        assertThat(asked("/a")).isEqualTo(1);
    }

    @Test
    void anEntryWithoutAPageIsReadFromTheFeed() throws IOException {
        site.with(
                "/feed",
                "text/xml",
                "<rss version='2.0'><channel>"
                        + "<item><guid isPermaLink='false'>3</guid><title>T</title></item>"
                        + "<item><guid isPermaLink='false'>2</guid><description>Just text.</description></item>"
                        + "<item><guid isPermaLink='false'>1</guid><description>&lt;p>Markup.&lt;/p></description></item>"
                        + "</channel></rss>");

        try (Watcher watcher = watch(ONCE, "/feed")) {
            Item markup = ((Outcome.Kept<Item>) arrival(watcher).outcome()).value();
            assertThat(markup.address()).isEqualTo(site.at("/feed") + "#1");
            assertThat(markup.known().mediaType()).contains("text/html");
            assertThat(((Outcome.Kept<Item>) arrival(watcher).outcome())
                            .value()
                            .known()
                            .mediaType())
                    .contains("text/plain");
        }
        assertThat(look("/feed"))
                .containsExactly(
                        "<p>Markup.</p>",
                        "Just text.",
                        "an entry without a link that can be fetched, and without text");
        assertThat(look("/feed")).isEmpty();
    }

    @Test
    void whatIsNoFeedIsSaidToBeNone() throws IOException {
        site.html("/feed", "<html><link rel=alternate type='application/rss+xml' href='/all.xml'>");

        assertThat(look("/feed", "/none"))
                .containsExactly(
                        "a web page, not a feed; the feeds it names: " + site.at("/all.xml"),
                        "the server answers with status 404 instead of a page: there is none at this address");
    }

    @Test
    void feedsThatAreLeftOutForATimeAreRemembered() throws IOException {
        feed("a");
        site.with("/other", "text/xml", listing("b"));
        look("/feed", "/other");

        assertThat(look("/other")).isEmpty();
        assertThat(look("/feed")).isEmpty();
    }

    @Test
    void onlyAsManyEntriesAreRememberedAsAreNeeded() throws IOException {
        FetchOptions fast = LOCAL.withWaits(Duration.ofMillis(1), Duration.ofMinutes(1), Duration.ZERO, 0);
        for (int start : new int[] {0, 1200, 2400}) {
            StringBuilder items = new StringBuilder();
            for (int i = start; i < start + 1200; i++) {
                items.append("<item><guid isPermaLink='false'>" + i + "</guid></item>");
            }
            site.with("/feed", "text/xml", "<rss version='2.0'><channel>" + items + "</channel></rss>");
            try (Fetcher quick = new Fetcher(fast, time);
                    Watcher watcher = Watcher.open(List.of(site.at("/feed")), state(), ONCE, quick)) {
                List<Arrival> all = new ArrayList<>();
                for (Arrival arrival = watcher.next(); arrival != null; arrival = watcher.next()) {
                    all.add(arrival);
                }
                assertThat(all).hasSize(1200);
                watcher.acknowledge(all);
            }
        }
        assertThat(look("/feed")).isEmpty();

        String kept = Files.readString(state());
        assertThat(kept.split("\"[0-9a-f]{24}\"", -1)).hasSize(1200 + WatchedFeed.REMEMBERED + 1);
    }

    @Test
    void anInterruptedWatchEnds() throws IOException {
        feed();
        try (Watcher watcher = watch(WatchOptions.DEFAULT, "/feed")) {
            Thread.currentThread().interrupt();

            assertThat(watcher.next()).isNull();
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void twoWatchesDoNotShareAState() throws IOException {
        feed();
        try (Watcher watcher = watch(ONCE, "/feed")) {
            assertThat(watcher.next()).isNull();
            assertThatThrownBy(() -> watch(ONCE, "/feed"))
                    .isInstanceOf(WatchStateException.class)
                    .hasMessage(state() + " is used by another watch: wait for it, or name another file");
        }
        look("/feed");
    }

    @Test
    void aStateThatIsCutOffAnywhereIsSaidToBeDamaged() throws IOException {
        feed("a", "b");
        try (Watcher watcher = watch(ONCE, "/feed")) {
            watcher.acknowledge(arrival(watcher));
        }
        byte[] whole = Files.readAllBytes(state());

        for (int length = 0; length < whole.length; length++) {
            Files.write(state(), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> watch(ONCE, "/feed"))
                    .isInstanceOf(WatchStateException.class)
                    .hasMessageStartingWith(state() + " is damaged")
                    .hasMessageContaining("remove it to start afresh");
        }
        Files.write(state(), whole);
        assertThat(look("/feed")).containsExactly("Page b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"format\":\"onrecord-watch/1\"}",
                "{\"format\":1,\"feeds\":[]}",
                "{\"format\":\"onrecord-watch/1\",\"feeds\":[{}]}",
                "{\"format\":\"onrecord-watch/1\",\"feeds\":[]} x",
                "{\"format\":\"onrecord-watch/1\",\"feeds\":[{\"address\":\"a\",\"next\":\"soon\"}]}",
                "{\"format\":\"onrecord-watch/1\",\"feeds\":[{\"address\":\"a\",\"seen\":[\"b\"]}]}",
                "{\"format\":\"onrecord-watch/1\",\"feeds\":[{\"address\":\"a\",\"etag\":\"b\\r\\nX: y\"}]}",
                "{\"format\":\"onrecord-watch/1\",\"feeds\":[{\"address\":\"a\",\"pending\":[{\"id\":\" \"}]}]}",
                "{\"format\":\"onrecord-watch/1\",\"feeds\":[{\"address\":\"a\",\"failures\":-1}]}",
                "no JSON at all"
            })
    void aStateThatIsSomethingElseIsSaidToBeDamaged(String text) throws IOException {
        Files.writeString(state(), text);

        assertThatThrownBy(() -> watch(ONCE, "/feed"))
                .isInstanceOf(WatchStateException.class)
                .hasMessageStartingWith(state() + " is damaged");
        assertThat(Files.readString(state())).as("is left as it is").isEqualTo(text);
    }

    @Test
    void aStateOfAnotherVersionIsLeftAlone() throws IOException {
        Files.writeString(state(), "{\"format\":\"onrecord-watch/2\",\"feeds\":{\"new\":true}}");

        assertThatThrownBy(() -> watch(ONCE, "/feed"))
                .isInstanceOf(WatchStateException.class)
                .hasMessage(
                        state() + " is of the format 'onrecord-watch/2', but this version reads onrecord-watch/1: watch"
                                + " with the version that wrote it, or name another file");
    }

    @Test
    void aStateThatCannotBeSavedLosesNothing() throws IOException {
        feed("a");
        Path blocked = Files.createDirectories(folder.resolve("state.json.new/x"));
        try (Watcher watcher = watch(ONCE, "/feed")) {
            assertThatThrownBy(watcher::next).isInstanceOf(IOException.class);
        }
        Files.delete(blocked);
        Files.delete(blocked.getParent());

        assertThat(look("/feed")).containsExactly("Page a");
    }

    @Tag("long")
    @Test
    void aWatchThatIsKilledAgainAndAgainLosesNoEntryAndRepeatsOnlyWhatWasUnderWay() throws Exception {
        String[] names = IntStream.range(0, 40).mapToObj(i -> "page" + i).toArray(String[]::new);
        site.with("/feed", exchange -> {
            boolean had = exchange.getRequestHeaders().getFirst("If-None-Match") != null;
            Site.send(exchange, had ? 304 : 200, Map.of("ETag", "\"1\""), had ? "" : listing(names));
        });
        Path records = folder.resolve("records");
        Random random = new Random(20261125);
        AtomicInteger kills = new AtomicInteger();

        for (boolean finished = false; !finished; ) {
            finished = watchedByAnother(records, 1 + random.nextInt(9), kills);
        }

        List<String> written = Files.readAllLines(records);
        assertThat(new LinkedHashSet<>(written)).containsExactly(names);
        assertThat(kills.get()).isGreaterThanOrEqualTo(4);
        assertThat(written.size() - names.length).as("repeated").isLessThanOrEqualTo(kills.get());
    }

    /** Whether the process came to its end before it was killed, which is after so many records. */
    private boolean watchedByAnother(Path records, int lines, AtomicInteger kills) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WatchMain.class.getName(),
                        site.at("/feed"),
                        state().toString(),
                        records.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < lines; i++) {
                if (said.readLine() == null) {
                    assertThat(process.waitFor()).isZero();
                    return true;
                }
            }
            process.destroyForcibly();
            process.waitFor();
            kills.incrementAndGet();
            return false;
        }
    }
}
