package io.onrecord.reading.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {

    private static final String SENTENCE = "Mara Oldin said the harbour would reopen.";

    private static final FetchOptions LOCAL = FetchOptions.DEFAULT
            .withAllowPrivate(true)
            .withLimits(100_000, 5, 3)
            .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60));

    private final TestTime time = new TestTime();
    private final Site site = new Site();
    private Fetcher fetcher = new Fetcher(LOCAL, time);

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
    }

    private void use(FetchOptions options) {
        fetcher.close();
        fetcher = new Fetcher(options, time);
    }

    private Fetched fetched(String address) {
        Fetch fetch = fetcher.fetch(address);
        assertThat(fetch).isInstanceOf(Fetched.class);
        return (Fetched) fetch;
    }

    private Refused refused(String address) {
        Fetch fetch = fetcher.fetch(address);
        assertThat(fetch).isInstanceOf(Refused.class);
        return (Refused) fetch;
    }

    private static String text(Fetched fetched) throws IOException {
        return new String(fetched.stream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aPageComesWithAllThatIsKnownOfIt() throws IOException {
        site.with("/news/harbour.html", "Text/HTML; Charset=\"ISO-8859-15\"", SENTENCE);

        Fetched page = fetched(site.at("/news/harbour.html"));
        Item item = page.item();

        assertThat(item.address()).isEqualTo(site.at("/news/harbour.html"));
        assertThat(item.bytes().readAllBytes()).isEqualTo(SENTENCE.getBytes(StandardCharsets.UTF_8));
        assertThat(item.known().name()).contains("harbour.html");
        assertThat(item.known().mediaType()).contains("text/html");
        assertThat(item.known().charset().orElseThrow().name()).isEqualTo("ISO-8859-15");
        assertThat(item.known().metadata().capture()).contains(page.capture());
        assertThat(page.capture().time()).contains("2026-03-04T05:06:07Z");
        assertThat(page.capture().address()).isEmpty();
        assertThat(page.capture().digest())
                .contains("sha256:70ed171e860694d73ae3cdcc7e3eb9cee7ded465564df94eb8058bfe57e2e4ce");
        assertThat(page.size()).isEqualTo(SENTENCE.length());
    }

    @Test
    void serversAreToldWhoAsks() {
        site.html("/", SENTENCE);

        fetched(site.at("/"));
        use(LOCAL.withUserAgent("HarbourDesk/2.0 (+https://desk.example/about)"));
        fetched(site.at("/"));

        assertThat(site.requests())
                .extracting(request -> request.headers().get("user-agent"))
                .containsExactly(
                        FetchOptions.DEFAULT.userAgent(),
                        FetchOptions.DEFAULT.userAgent(),
                        "HarbourDesk/2.0 (+https://desk.example/about)",
                        "HarbourDesk/2.0 (+https://desk.example/about)");
        assertThat(FetchOptions.DEFAULT.userAgent()).startsWith("Onrecord/");
        assertThat(site.requests().get(1).headers()).doesNotContainKeys("cookie", "upgrade", "referer");
    }

    @Test
    void redirectsAreFollowedAndTheArticleKeepsTheAddressAskedFor() {
        site.redirect("/a", "b/c?d=é f").redirect("/b/c?d=%C3%A9%20f", "../e").html("/e", SENTENCE);

        Fetched page = fetched(site.at("/a"));

        assertThat(page.address()).isEqualTo(site.at("/a"));
        assertThat(page.finalAddress()).isEqualTo(site.at("/e"));
        assertThat(page.capture().address()).contains(site.at("/e"));
        assertThat(site.paths()).containsExactly("/a", "/b/c?d=%C3%A9%20f", "/e");
    }

    @Test
    void redirectsThatGoRoundAreRefused() {
        site.redirect("/a", "/b").redirect("/b", "/a");

        Refused refused = refused(site.at("/a"));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.REDIRECT);
        assertThat(refused.why()).contains("circle").contains("/a");
        assertThat(site.paths()).containsExactly("/a", "/b");
    }

    @Test
    void redirectsThatNeverEndAreRefused() {
        for (int i = 0; i < 20; i++) {
            site.redirect("/" + i, "/" + (i + 1));
        }

        assertThat(refused(site.at("/0")).why()).isEqualTo("more than 5 redirects, one after the other");
        assertThat(site.paths()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://127.0.0.1/",
                "http://user:secret@127.0.0.1/",
                "http://",
                "http://[::1"
            })
    void redirectsToWhatIsNotFetchedAreRefused(String location) {
        site.redirect("/", location);

        Refused refused = refused(site.at("/"));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.REDIRECT);
        assertThat(refused.why()).startsWith("leads to '" + location + "', which is not fetched: ");
    }

    @Test
    void aRedirectWithoutAPlaceIsRefused() {
        site.status("/", 302);

        assertThat(refused(site.at("/")).why()).isEqualTo("a redirect (status 302) that says not where to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "harbour",
                "ftp://velia.example/",
                "file:///etc/passwd",
                "http:/velia.example",
                "https://",
                "http://mara@velia.example/",
                "http://velia.example:99999/",
                "http://velia.example:x/",
                "http://%31/",
                "http://ve lia.example/",
                "http://[::1/",
                "http://[::1%25lo]/",
                "http://a..b/",
                "http://velia.example\\@127.0.0.1/",
            })
    void whatIsNoAddressIsRefusedWithoutAsking(String address) {
        Refused refused = refused(address);

        assertThat(refused.reason()).isEqualTo(Refused.Reason.ADDRESS);
        assertThat(refused.forNow()).isFalse();
        Outcome.Skipped<Item> skipped = refused.skipped();
        assertThat(skipped.stage()).isEqualTo(Outcome.Stage.FETCHING);
        assertThat(skipped.why()).isEqualTo(refused.why());
    }

    @Test
    void addressesAsPeopleWriteThemAreMended() throws IOException {
        site.html("/caf%C3%A9/a%20b?q=%7B1%7D%25", SENTENCE);

        assertThat(text(fetched(" " + site.at("/x/../café/./a b?q={1}%#part") + "\n")))
                .isEqualTo(SENTENCE);
        assertThat(text((Fetched) fetcher.fetch(URI.create(
                        site.at("/café/a%20b?q=%7b1%7d%25".replace("%7b", "%7B").replace("%7d", "%7D"))))))
                .isEqualTo(SENTENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "raw deflate", "gzip, gzip", "identity"})
    void compressionIsUndone(String packing) throws IOException {
        site.with(
                "/",
                exchange -> Site.send(
                        exchange,
                        200,
                        Map.of("Content-Encoding", packing.replace("raw ", "")),
                        packed(SENTENCE.getBytes(StandardCharsets.UTF_8), packing)));

        assertThat(text(fetched(site.at("/")))).isEqualTo(SENTENCE);
    }

    @Test
    void brotliIsUndone() throws IOException {
        // One metablock of plain bytes, and the last, empty one: RFC 7932, section 9.
        byte[] sentence = SENTENCE.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        long bits = 0L; // WBITS 16: 0; ISLAST 0; MNIBBLES 0 (four); MLEN - 1 in 16 bits; ISUNCOMPRESSED 1
        bits |= (long) (sentence.length - 1) << 4;
        bits |= 1L << 20;
        for (int i = 0; i < 3; i++) {
            packed.write((int) (bits >> (8 * i)));
        }
        packed.write(sentence);
        packed.write(3); // ISLAST 1, ISLASTEMPTY 1
        site.with("/", exchange -> Site.send(exchange, 200, Map.of("Content-Encoding", "br"), packed.toByteArray()));

        assertThat(text(fetched(site.at("/")))).isEqualTo(SENTENCE);
        assertThat(site.requests().get(1).headers().get("accept-encoding")).isEqualTo("gzip, deflate, br");
    }

    @Test
    void whatIsAnnouncedAsCompressedAndIsNotIsTakenAsItIs() throws IOException {
        site.with("/", exchange -> Site.send(exchange, 200, Map.of("Content-Encoding", "gzip"), SENTENCE));

        assertThat(text(fetched(site.at("/")))).isEqualTo(SENTENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void aCompressedPageThatIsCutOffIsNoPage(String packing) throws IOException {
        byte[] packed = packed(SENTENCE.repeat(100).getBytes(StandardCharsets.UTF_8), packing);
        byte[] half = java.util.Arrays.copyOf(packed, packed.length / 2);
        site.with("/", exchange -> Site.send(exchange, 200, Map.of("Content-Encoding", packing), half));

        Refused refused = refused(site.at("/"));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.DAMAGED);
        assertThat(refused.why()).contains(packing).contains("damaged or cut off");
    }

    @Test
    void brotliRubbishIsNoPage() {
        site.with(
                "/",
                exchange -> Site.send(exchange, 200, Map.of("Content-Encoding", "br"), "\u00FF\u00FFno brotli at all"));

        assertThat(refused(site.at("/")).reason()).isEqualTo(Refused.Reason.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "gzip, gzip, gzip, gzip"})
    void packingsThatWereNotAskedForAreRefused(String packing) {
        site.with("/", exchange -> Site.send(exchange, 200, Map.of("Content-Encoding", packing), SENTENCE));

        assertThat(refused(site.at("/")).why()).isEqualTo("packed as '" + packing + "', which was not asked for");
    }

    @Test
    void bombsAreRefusedAtTheLimit() throws IOException {
        byte[] bomb = packed(packed(new byte[50_000_000], "gzip"), "gzip");
        assertThat(bomb.length).isLessThan(10_000);
        site.with("/", exchange -> Site.send(exchange, 200, Map.of("Content-Encoding", "gzip, gzip"), bomb));

        Refused refused = refused(site.at("/"));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.TOO_LARGE);
        assertThat(refused.why()).isEqualTo("larger than the limit of 100000 bytes: raise it to have it");
    }

    @Test
    void whatSaysThatItIsTooLargeIsNotRead() {
        try (RawSite raw = RawSite.saying("HTTP/1.1 200 OK\r\nContent-Length: 100001\r\n\r\n")) {
            assertThat(refused(raw.at("/")).reason()).isEqualTo(Refused.Reason.TOO_LARGE);
        }
    }

    @Test
    void aPageOfTheLimitIsTakenAndOneByteMoreIsNot() {
        site.html("/all", "a".repeat(100_000)).html("/more", "a".repeat(100_001));

        assertThat(fetched(site.at("/all")).size()).isEqualTo(100_000);
        assertThat(refused(site.at("/more")).reason()).isEqualTo(Refused.Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n"})
    void bodiesWithoutAnEndAreLeftAtTheLimit(String header) throws IOException {
        byte[] packed = packed(new byte[0], "gzip");
        try (RawSite raw = new RawSite(out -> {
            out.write(("HTTP/1.1 200 OK\r\n" + header + "\r\n").getBytes(StandardCharsets.US_ASCII));
            while (true) {
                if (header.startsWith("Transfer")) {
                    out.write("5\r\nabcde\r\n".getBytes(StandardCharsets.US_ASCII));
                } else if (header.startsWith("Content")) {
                    out.write(packed);
                } else {
                    out.write(new byte[1000]);
                }
            }
        })) {
            assertThat(refused(raw.at("/")).reason()).isEqualTo(Refused.Reason.TOO_LARGE);
        }
    }

    @Test
    void headersWithoutAnEndAreLeft() {
        try (RawSite raw = new RawSite(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write("X-More: and more\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            Refused refused = refused(raw.at("/"));
            assertThat(refused.reason()).isEqualTo(Refused.Reason.DAMAGED);
            assertThat(refused.why()).startsWith("the server does not speak HTTP as it should");
        }
    }

    @Test
    void aHeaderLineWithoutAnEndIsLeft() {
        try (RawSite raw = new RawSite(out -> {
            out.write("HTTP/1.1 200 OK\r\nX-More: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(new byte[1000]);
            }
        })) {
            assertThat(refused(raw.at("/")).reason()).isEqualTo(Refused.Reason.DAMAGED);
        }
    }

    @Test
    void whatIsNotHttpIsRefused() {
        try (RawSite raw = RawSite.saying("220 mail.velia.example ready\r\n")) {
            assertThat(refused(raw.at("/")).forNow()).isIn(true, false);
            assertThat(refused(raw.at("/")).reason()).isIn(Refused.Reason.DAMAGED, Refused.Reason.CONNECTION);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nMara Oldin said",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nf\r\nMara Oldin said\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nMara Oldin said\r\n"
            })
    void halfAPageIsNoPage(String half) {
        try (RawSite raw = RawSite.saying(half)) {
            Refused refused = refused(raw.at("/"));

            assertThat(refused.reason()).isEqualTo(Refused.Reason.DAMAGED);
            assertThat(refused.why()).isEqualTo("the server ended before the page was whole: try again later");
            assertThat(raw.paths()).as("tried again").hasSize(4);
        }
    }

    @Test
    void whatFollowsAPageNeverGetsIntoTheNext() throws IOException {
        AtomicInteger count = new AtomicInteger();
        try (RawSite raw = new RawSite(out -> out.write(("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\npage"
                        + count.incrementAndGet()
                        + "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfalse")
                .getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(text(fetched(raw.at("/")))).isEqualTo("page1");
            assertThat(text(fetched(raw.at("/")))).isEqualTo("page2");
        }
    }

    @Test
    void aServerThatIsSilentIsLeft() {
        use(LOCAL.withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(60)));
        try (RawSite raw = new RawSite(out -> Thread.sleep(60_000))) {
            Refused refused = refused(raw.at("/"));

            assertThat(refused.reason()).isEqualTo(Refused.Reason.TIMEOUT);
            assertThat(refused.why()).isEqualTo("the server was silent for 200 ms: try again later");
            assertThat(refused.forNow()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nX-Slow: "})
    void aServerThatDripsIsLeft(String start) {
        use(LOCAL.withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMillis(500)));
        try (RawSite raw = new RawSite(out -> {
            out.write(start.getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('a');
                out.flush();
                Thread.sleep(20);
            }
        })) {
            Refused refused = refused(raw.at("/"));

            assertThat(refused.reason()).isEqualTo(Refused.Reason.TIMEOUT);
            assertThat(refused.why()).startsWith("not there whole after 500 ms");
        }
    }

    @Test
    void aServerThatIsNotThereIsTriedAgainWithLongerAndLongerWaits() {
        String address = site.at("/");
        site.close();

        Refused refused = refused(address);

        assertThat(refused.reason()).isEqualTo(Refused.Reason.CONNECTION);
        assertThat(refused.forNow()).isTrue();
        assertThat(time.sleeps()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(time.sleeps().get(i)).isBetween(Duration.ofMillis(500L << i), Duration.ofMillis(1000L << i));
        }
    }

    @Test
    void theSameSeedWaitsTheSame() {
        String address = site.at("/");
        site.close();
        TestTime same = new TestTime();
        TestTime other = new TestTime();

        refused(address);
        try (Fetcher second = new Fetcher(LOCAL, same);
                Fetcher third = new Fetcher(
                        LOCAL.withWaits(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofSeconds(1), 7),
                        other)) {
            second.fetch(address);
            third.fetch(address);
        }

        assertThat(same.sleeps()).isEqualTo(time.sleeps());
        assertThat(other.sleeps()).isNotEqualTo(time.sleeps());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aBusyServerIsTriedAgainWhenItSays(int status) throws IOException {
        AtomicInteger count = new AtomicInteger();
        site.with("/", exchange -> {
            if (count.incrementAndGet() < 3) {
                Site.send(exchange, status, Map.of("Retry-After", "40"), "");
            } else {
                Site.send(exchange, 200, Map.of(), SENTENCE);
            }
        });

        assertThat(text(fetched(site.at("/")))).isEqualTo(SENTENCE);
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(40), Duration.ofSeconds(40));
    }

    @Test
    void aTimeToComeBackAtIsUnderstood() {
        AtomicInteger count = new AtomicInteger();
        site.with("/", exchange -> {
            if (count.incrementAndGet() == 1) {
                Site.send(exchange, 503, Map.of("Retry-After", "Wed, 04 Mar 2026 05:06:37 GMT"), "");
            } else {
                Site.send(exchange, 200, Map.of(), SENTENCE);
            }
        });

        fetched(site.at("/"));

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void aServerThatWantsToBeLeftAloneForLongIsLeftAlone() {
        site.status("/", 429, "Retry-After", "3600");

        Refused refused = refused(site.at("/"));

        assertThat(refused.why()).isEqualTo("the server is busy (status 429): try again in 60 min, it says");
        assertThat(refused.retryAfter()).contains(Duration.ofHours(1));
        assertThat(refused.forNow()).isTrue();
        assertThat(site.paths()).hasSize(1);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void aServerThatStaysBusyIsLeft() {
        site.status("/", 503);

        assertThat(refused(site.at("/")).why()).isEqualTo("the server is busy (status 503): try again later");
        assertThat(site.paths()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 206, 304, 400, 401, 403, 404, 410, 451, 500, 599})
    void otherAnswersAreNoPages(int status) {
        site.status("/", status);

        Refused refused = refused(site.at("/"));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.STATUS);
        assertThat(refused.why()).contains("status " + status);
        assertThat(refused.forNow()).isEqualTo(status >= 500);
        assertThat(site.paths()).hasSize(1);
    }

    @Test
    void pagesOfAHostComeWithAPauseBetweenThem() {
        site.redirect("/a", "/b").html("/b", SENTENCE).html("/c", SENTENCE);

        fetched(site.at("/a"));
        fetched(site.at("/c"));
        fetched(site.at("localhost", "/c"));
        time.pass(Duration.ofMillis(300));
        fetched(site.at("/b"));

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofMillis(700));
    }

    @Test
    void theCaptureSaysWhenItWas() {
        site.html("/", SENTENCE);

        fetched(site.at("/"));
        time.pass(Duration.ofDays(1));

        assertThat(fetched(site.at("/")).capture().time().map(Instant::parse))
                .contains(Instant.parse("2026-03-05T05:06:07Z"));
    }

    @Test
    void anInterruptedThreadStopsAndStaysInterrupted() {
        site.html("/a", SENTENCE).html("/b", SENTENCE);
        fetched(site.at("/a"));

        Thread.currentThread().interrupt();
        Refused refused = refused(site.at("/b"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(refused.reason()).isEqualTo(Refused.Reason.INTERRUPTED);
        assertThat(refused.forNow()).isTrue();
    }

    @Test
    void aClosedFetcherRefuses() {
        fetcher.close();

        assertThat(refused(site.at("/")).reason()).isEqualTo(Refused.Reason.INTERRUPTED);
    }

    @Test
    void threadsThatWantTheSameHostTakeTurns() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Fetch>> fetches = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String path = "/" + i;
            site.html(path, SENTENCE);
            fetches.add(threads.submit(() -> fetcher.fetch(site.at(path))));
        }
        for (Future<Fetch> fetch : fetches) {
            assertThat(fetch.get()).isInstanceOf(Fetched.class);
        }
        threads.shutdown();

        assertThat(time.sleeps()).as("one of them went first").hasSizeLessThanOrEqualTo(7);
        assertThat(time.now()).isAfterOrEqualTo(Instant.parse("2026-03-04T05:06:14Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1/1", "Name\r\nX: y", "Näme/1"})
    void userAgentsThatServersCannotUseAreRefused(String agent) {
        assertThatThrownBy(() -> FetchOptions.DEFAULT.withUserAgent(agent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the user agent must ");
    }

    static byte[] packed(byte[] bytes, String packing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (packing) {
            case "gzip, gzip" -> {
                return packed(packed(bytes, "gzip"), "gzip");
            }
            case "identity" -> {
                return bytes;
            }
            default -> {
                try (OutputStream packer = packing.contains("gzip")
                        ? new GZIPOutputStream(out)
                        : new DeflaterOutputStream(out, new Deflater(9, packing.startsWith("raw")))) {
                    packer.write(bytes);
                }
            }
        }
        return out.toByteArray();
    }
}
