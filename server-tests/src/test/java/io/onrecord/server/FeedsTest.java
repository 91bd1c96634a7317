package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.onrecord.reading.ReadingOptions;
import io.onrecord.reading.web.FetchOptions;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Feeds that the desk looks at by itself; a press site on the loopback, which only these desks may ask. */
class FeedsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ReadingOptions LOCAL = ReadingOptions.DEFAULT.withFetching(FetchOptions.DEFAULT
            .withAllowPrivate(true)
            .withWaits(Duration.ofMillis(1), Duration.ofMillis(10), Duration.ZERO, 0)
            .withLimits(1 << 20, 5, 0));
    private static final String[] STORY = {
        "The ferry line between Avenia and Port Sall will close in June, the government said on Tuesday.",
        "“We cannot keep a boat that nobody takes,” said Mara Oldin, the minister of transport. “The money will go to the"
                + " buses,” she added.",
        "Ilan Serrat, the mayor of Port Sall, denied that the ferry was empty. “It is full every morning,” he said."
    };

    @TempDir
    private Path folder;

    private final Press press = new Press();
    private TestDesk desk;

    @BeforeEach
    void start() {
        desk = TestDesk.open(folder, options -> options.withReading(LOCAL));
    }

    @AfterEach
    void stop() {
        desk.close();
        press.close();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return desk.send(HttpRequest.newBuilder(URI.create(desk.address(path)))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    private String add(String address) {
        HttpResponse<String> added = send("POST", "/api/v1/feeds", "{\"address\":\"" + address + "\"}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return JSON.readTree(added.body()).at("/id").asString();
    }

    /** A feed when it has come so far; fails after a minute. */
    private JsonNode when(String id, Predicate<JsonNode> ready) throws InterruptedException {
        JsonNode feed = JSON.readTree(desk.get("/api/v1/feeds/" + id).body());
        for (int i = 0; i < 600 && !ready.test(feed); i++) {
            Thread.sleep(100);
            feed = JSON.readTree(desk.get("/api/v1/feeds/" + id).body());
        }
        assertThat(ready.test(feed)).as(feed.toString()).isTrue();
        return feed;
    }

    private static boolean isLookedAt(JsonNode feed) {
        return feed.at("/feed").has("looked");
    }

    @Test
    void aFeedIsAddedAndItsArticleArrives() throws InterruptedException {
        press.publish("ferry", "Ferry to Port Sall closes in June", STORY);
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.open(desk.address("/feeds"));
            assertThat(Chromium.barriers(page)).isEmpty();
            page.keyboard().press("n");
            page.keyboard().type(press.feed());
            page.keyboard().press("Enter");
            page.waitForURL("**/feeds/*");
            String id = page.url().replaceFirst(".*/feeds/", "");
            when(id, feed -> feed.at("/feed/articles").asInt() == 1 && isLookedAt(feed));
            page.reload();
            assertThat(page.locator("main").innerText()).contains("well").contains("Ferry to Port Sall closes in June");
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "feed");
            page.navigate(desk.address("/"));
            assertThat(page.locator("main").innerText()).contains("Ferry to Port Sall closes in June");
            page.navigate(desk.address("/feeds"));
            assertThat(page.locator("table").innerText()).contains(press.feed());
            Chromium.picture(page, "feeds");
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(press.asked("/ferry")).isEqualTo(1);
    }

    @Test
    void nothingIsReadTwiceAndNothingIsLostWhenTheDeskIsClosedAndOpenedAgain() throws InterruptedException {
        press.publish("ferry", "Ferry to Port Sall closes in June", STORY);
        String id = add(press.feed());
        when(id, feed -> feed.at("/feed/articles").asInt() == 1);
        desk.close();
        press.publish(
                "buses",
                "More buses for Port Sall",
                "“The buses come in May,” said Mara Oldin, the minister of transport.");
        desk = TestDesk.again(folder, options -> options.withReading(LOCAL));
        assertThat(send("POST", "/api/v1/feeds/" + id + "/look", "").statusCode())
                .isEqualTo(202);
        JsonNode feed = when(id, one -> one.at("/feed/articles").asInt() == 2);
        assertThat(feed.at("/entries/0/article/title").asString()).isEqualTo("More buses for Port Sall");
        assertThat(press.asked("/ferry")).isEqualTo(1);
        assertThat(press.asked("/buses")).isEqualTo(1);
    }

    @Test
    void aPageThatIsNotThereIsToldAndTheOthersAreRead() throws InterruptedException {
        press.announce("gone");
        press.publish("ferry", "Ferry to Port Sall closes in June", STORY);
        String id = add(press.feed());
        JsonNode feed = when(id, one -> one.at("/entries").size() == 2 && isLookedAt(one));
        assertThat(feed.at("/entries").toString()).contains("404").contains("Ferry to Port Sall");
        assertThat(feed.at("/feed/state").asString()).isEqualTo("WELL");
    }

    @Test
    void aFeedThatIsNotThereFailsWithTheReasonAndIsLookedAtLater() throws InterruptedException {
        press.remove("/feed.xml");
        String id = add(press.feed());
        JsonNode feed = when(id, FeedsTest::isLookedAt);
        assertThat(feed.at("/feed/state").asString()).isEqualTo("FAILING");
        assertThat(feed.at("/feed/problem").asString()).contains("404");
        assertThat(feed.at("/feed/failures").asInt()).isEqualTo(1);
        assertThat(feed.at("/feed/next").asString())
                .isGreaterThan(feed.at("/feed/looked").asString());
        assertThat(JSON.readTree(desk.get("/api/v1/home").body())
                        .at("/feeds/failing")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aPausedFeedIsLeftAloneAndGoesOn() throws InterruptedException {
        String id = add(press.feed());
        when(id, FeedsTest::isLookedAt);
        long asked = press.asked("/feed.xml");
        HttpResponse<String> paused = send("PUT", "/api/v1/feeds/" + id, "{\"paused\":true}");
        assertThat(JSON.readTree(paused.body()).at("/state").asString()).isEqualTo("PAUSED");
        assertThat(JSON.readTree(paused.body()).has("next")).isFalse();
        assertThat(send("POST", "/api/v1/feeds/" + id + "/look", "").statusCode())
                .isEqualTo(409);
        press.publish("ferry", "Ferry to Port Sall closes in June", STORY);
        assertThat(press.asked("/feed.xml")).isEqualTo(asked);
        send("PUT", "/api/v1/feeds/" + id, "{\"paused\":false}");
        send("POST", "/api/v1/feeds/" + id + "/look", "");
        when(id, feed -> feed.at("/feed/articles").asInt() == 1);
    }

    @Test
    void aFeedThatIsWatchedNoMoreLeavesItsArticles() throws InterruptedException {
        press.publish("ferry", "Ferry to Port Sall closes in June", STORY);
        String id = add(press.feed());
        when(id, feed -> feed.at("/feed/articles").asInt() == 1);
        assertThat(desk.post("/feeds/" + id + "/remove", Map.of()).statusCode()).isEqualTo(303);
        assertThat(desk.get("/api/v1/feeds/" + id).statusCode()).isEqualTo(404);
        assertThat(desk.get("/api/v1/home").body()).contains("Ferry to Port Sall");
    }

    @Test
    void privateAddressesAreRefusedUnlessTheyAreAllowed(@TempDir Path other) {
        try (TestDesk strict = TestDesk.open(other)) {
            HttpResponse<String> refused = strict.post("/feeds", Map.of("address", press.feed()));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("a loopback address");
            for (String address :
                    new String[] {"http://10.0.0.1/feed", "http://[::1]/feed", "file:///etc/passwd", "nonsense"}) {
                assertThat(strict.post("/feeds", Map.of("address", address)).statusCode())
                        .as(address)
                        .isEqualTo(400);
            }
            assertThat(strict.get("/api/v1/feeds").body()).isEqualTo("{}");
        }
        assertThat(press.asked("/feed.xml")).isZero();
    }
}
