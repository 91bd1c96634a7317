package io.onrecord.reading.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A watch whose memory is kept elsewhere, and what can be told of an address before it is asked. */
class WatchMemoryTest {

    private static final FetchOptions LOCAL =
            FetchOptions.DEFAULT.withAllowPrivate(true).withLimits(1_000_000, 5, 0);

    private final TestTime time = new TestTime();
    private final Site site = new Site();
    private final Fetcher fetcher = new Fetcher(LOCAL, time);
    private final Kept memory = new Kept();

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
    }

    /** In memory, as a database would have it. */
    private static final class Kept implements WatchMemory {
        private final Map<String, String> states = new LinkedHashMap<>();
        private boolean full;

        @Override
        public Map<String, String> load() {
            return Map.copyOf(states);
        }

        @Override
        public void save(Map<String, String> feeds) throws IOException {
            if (full) {
                throw new IOException("full");
            }
            states.putAll(feeds);
        }

        @Override
        public void close() {
            // What it has stays.
        }
    }

    private Watcher watch() throws IOException {
        return Watcher.open(List.of(site.at("/feed")), memory, WatchOptions.DEFAULT.withOnce(true), fetcher);
    }

    private void feed(String... names) {
        StringBuilder items = new StringBuilder();
        for (String name : names) {
            items.append("<item><guid isPermaLink='false'>" + name + "</guid><link>/" + name + "</link></item>");
            site.html("/" + name, "Page " + name);
        }
        site.with(
                "/feed",
                "application/rss+xml",
                "<rss version='2.0'><channel><title>T</title>" + items + "</channel></rss>");
    }

    private static List<String> all(Watcher watcher, boolean acknowledging) throws IOException {
        List<String> ids = new ArrayList<>();
        for (Arrival arrival = watcher.next(); arrival != null; arrival = watcher.next()) {
            ids.add(arrival.entry().map(FeedEntry::id).orElse("-"));
            if (acknowledging) {
                watcher.acknowledge(arrival);
            }
        }
        return ids;
    }

    @Test
    void whatWasAcknowledgedIsNotGivenOutAgainAndWhatWasNotIs() throws IOException {
        feed("a", "b");
        try (Watcher watcher = watch()) {
            assertThat(all(watcher, false)).containsExactly("b", "a");
            assertThat(watcher.health(site.at("/feed")).pending()).isEqualTo(2);
        }
        try (Watcher watcher = watch()) {
            assertThat(all(watcher, true)).containsExactly("b", "a");
            Watcher.Health health = watcher.health(site.at("/feed"));
            assertThat(health.pending()).isZero();
            assertThat(health.failures()).isZero();
            assertThat(health.next()).isAfter(time.now());
        }
        try (Watcher watcher = watch()) {
            assertThat(all(watcher, true)).isEmpty();
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> watcher.health("https://other.example"));
        }
    }

    @Test
    void failuresAreCountedFromOneWatchToTheNext() throws IOException {
        for (int failures = 1; failures <= 3; failures++) {
            try (Watcher watcher = watch()) {
                assertThat(all(watcher, true)).containsExactly("-");
                assertThat(watcher.health(site.at("/feed")).failures()).isEqualTo(failures);
            }
        }
    }

    @Test
    void nothingIsGivenOutThatCouldNotBeRemembered() throws IOException {
        feed("a");
        memory.full = true;
        try (Watcher watcher = watch()) {
            assertThatExceptionOfType(IOException.class).isThrownBy(watcher::next);
        }
        assertThat(site.requests()).noneMatch(request -> request.path().equals("/a"));
    }

    @Test
    void aMemoryThatIsDamagedOrOfAnotherFeedIsAnError() {
        memory.states.put(
                site.at("/feed"), "{\"format\":\"onrecord-watch/1\",\"feeds\":[{\"address\":\"https://x.example\"}]}");
        assertThatExceptionOfType(WatchStateException.class).isThrownBy(this::watch);
        memory.states.put(site.at("/feed"), "{");
        assertThatExceptionOfType(WatchStateException.class).isThrownBy(this::watch);
    }

    @Test
    void anAddressIsObjectedToBeforeItIsAsked() {
        try (Fetcher strict = new Fetcher(FetchOptions.DEFAULT, time)) {
            assertThat(strict.objection("http://127.0.0.1/feed").map(Refused::reason))
                    .contains(Refused.Reason.PRIVATE);
            assertThat(strict.objection("http://[fd00::1]/feed").map(Refused::reason))
                    .contains(Refused.Reason.PRIVATE);
            assertThat(strict.objection("ftp://press.example/feed").map(Refused::reason))
                    .contains(Refused.Reason.ADDRESS);
            assertThat(strict.objection("http://0177.0.0.1/").map(Refused::reason))
                    .contains(Refused.Reason.ADDRESS);
        }
        assertThat(fetcher.objection(site.at("/feed"))).isEqualTo(Optional.empty());
        assertThat(site.requests()).isEmpty();
    }
}
