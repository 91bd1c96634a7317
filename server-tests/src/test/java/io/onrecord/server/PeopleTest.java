package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.onrecord.claims.ClaimSummary;
import io.onrecord.claims.ClaimView;
import io.onrecord.store.ClaimQuery;
import io.onrecord.store.DisputeQuery;
import io.onrecord.store.DisputedEdge;
import io.onrecord.store.MadeDecision;
import io.onrecord.store.SpeakerProfile;
import io.onrecord.store.SpeakerQuery;
import io.onrecord.store.Store;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speakers, claims, disputes and comparisons, in a browser and for programs. */
class PeopleTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path folder;

    private static TestDesk desk;
    private static Store store;

    @BeforeAll
    static void start() {
        desk = TestDesk.open(folder);
        store = Store.open(desk.file().toString());
    }

    @AfterAll
    static void stop() {
        store.close();
        desk.close();
    }

    private static List<SpeakerProfile> everybody() {
        return store.people()
                .list(new SpeakerQuery(Optional.empty(), SpeakerQuery.Order.STATEMENTS, Optional.empty(), 500))
                .list();
    }

    /** The claim of which there is most to see. */
    private static ClaimView disputed() {
        return store.claims(ClaimQuery.all(1000)).stream()
                .map(ClaimSummary::id)
                .map(store::claim)
                .flatMap(Optional::stream)
                .filter(claim -> claim.told().stream()
                        .anyMatch(told -> told.statement().speaker().isPresent()))
                .max(Comparator.comparingInt(claim -> claim.told().size()
                        + claim.disputes().size()
                        + claim.summary().disputes()))
                .orElseThrow();
    }

    private static JsonNode json(String path) {
        HttpResponse<String> response = desk.get("/api/v1" + path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static HttpResponse<String> send(String path, Map<String, String> body) {
        return desk.send(HttpRequest.newBuilder(URI.create(desk.address("/api/v1" + path)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** All rows of a list, by following where it says that it goes on. */
    private static List<JsonNode> all(String path, String field) {
        List<JsonNode> rows = new ArrayList<>();
        String next = path;
        while (true) {
            JsonNode page = json(next);
            page.path(field).forEach(rows::add);
            if (!page.has("next")) {
                return rows;
            }
            next = path + (path.contains("?") ? "&" : "?") + "cursor="
                    + page.path("next").asString();
        }
    }

    @Test
    void fromAClaimToItsWordsToTheSpeakerAndBack() {
        ClaimView claim = disputed();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.open(desk.address("/claims?disputed=true"));
            assertThat(page.locator("main .list:not(.exports .list) > li").count())
                    .isPositive();
            page.navigate(desk.address("/claims/" + claim.summary().id()));
            assertThat(page.locator("h1").textContent())
                    .isEqualTo(claim.summary().wording());
            Locator words = page.locator("section[aria-labelledby=states] .wording a");
            assertThat(words.count()).isEqualTo((int) claim.told().stream()
                    .filter(told -> told.standing().name().equals("STATES"))
                    .count());
            assertThat(words.first().getAttribute("href")).startsWith("/statements/");
            Chromium.picture(page, "claim");
            String statement = words.first().getAttribute("href").substring("/statements/".length());
            words.first().click();
            assertThat(page.url()).contains("/articles/").endsWith("#s-" + statement);
            assertThat(page.locator("mark.content").count()).isPositive();
            page.goBack();
            Locator speaker = page.locator("main a[href^='/speakers/']").first();
            String name = speaker.textContent();
            speaker.click();
            assertThat(page.locator("h1").textContent()).isNotBlank();
            assertThat(page.locator("main .list:not(.exports .list) .wording").count())
                    .isPositive();
            Chromium.picture(page, "speaker");
            page.locator(".tabs a", new Page.LocatorOptions().setHasText("Claims"))
                    .click();
            assertThat(page.locator("main a[href='/claims/" + claim.summary().id() + "']")
                            .count())
                    .as("claims of " + name)
                    .isEqualTo(1);
            page.locator("main a[href='/claims/" + claim.summary().id() + "']").click();
            assertThat(page.locator("h1").textContent())
                    .isEqualTo(claim.summary().wording());
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void picturesAreDrawnFromTheTablesBesideThem() {
        try (Chromium chromium = Chromium.start()) {
            int drawn = 0;
            for (ClaimSummary claim : store.claims(ClaimQuery.all(10))) {
                Page page = chromium.open(desk.address("/claims/" + claim.id()));
                Locator rows = page.locator("figure[data-picture=moments] tbody tr");
                if (rows.count() > 0) {
                    drawn++;
                    assertThat(page.locator("figure svg path.states, figure svg path.copies, figure svg path.disputes")
                                    .count())
                            .isEqualTo(rows.count());
                    assertThat(Chromium.barriers(page)).isEmpty();
                }
                page.context().close();
            }
            assertThat(drawn).isPositive();
            DisputedEdge edge = store.disputes().list(DisputeQuery.all(200)).stream()
                    .filter(one ->
                            one.fromSpeaker().isPresent() && one.toSpeaker().isPresent())
                    .filter(one -> !one.fromSpeaker().equals(one.toSpeaker()))
                    .filter(one -> Set.of("DENIES", "REJECTS", "CONTRADICTS")
                            .contains(one.kind().name()))
                    .findFirst()
                    .orElseThrow();
            Page page = chromium.open(
                    desk.address("/speakers/" + edge.fromSpeaker().get().id() + "/disputes"));
            assertThat(page.locator("figure[data-picture=graph] svg .edge").count())
                    .isEqualTo(
                            page.locator("figure[data-picture=graph] tbody tr").count());
            assertThat(page.locator("main").textContent())
                    .contains(edge.toSpeaker().get().name());
            Chromium.picture(page, "speaker-disputes");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void twoSpeakersAreMergedAndThatIsTakenBack() {
        List<SpeakerProfile> all = everybody();
        SpeakerProfile first = all.get(0);
        SpeakerProfile second = all.stream()
                .filter(one -> one.kind() == first.kind() && !one.id().equals(first.id()))
                .reduce((a, b) -> b)
                .orElseThrow();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.open(desk.address("/speakers/" + first.id() + "/names"));
            page.getByLabel("Name or id of whom it is").fill(second.id());
            page.locator("button", new Page.LocatorOptions().setHasText("They are one"))
                    .click();
            page.locator(".done").waitFor();
            assertThat(page.locator(".done").textContent()).contains("are one");
            Chromium.picture(page, "speaker-names");
            Set<String> now = new HashSet<>();
            everybody().forEach(one -> now.add(one.id()));
            assertThat(now.contains(first.id()) && now.contains(second.id())).isFalse();
            String gone = now.contains(first.id()) ? second.id() : first.id();
            HttpResponse<String> old = desk.get("/speakers/" + gone);
            String merged = page.url().replaceAll(".*/speakers/([0-9a-f]+)/.*", "$1");
            assertThat(old.statusCode()).isEqualTo(307);
            assertThat(old.headers().firstValue("Location")).contains("/speakers/" + merged);
            assertThat(desk.get("/speakers/" + gone + "/wording?x=y").headers().firstValue("Location"))
                    .contains("/speakers/" + merged + "/wording?x=y");
            assertThat(desk.get("/api/v1/speakers/" + gone + "/names").headers().firstValue("Location"))
                    .contains("/api/v1/speakers/" + merged + "/names");
            page.locator(".done button").click();
            page.locator(".done").waitFor();
            assertThat(page.locator(".done").textContent()).contains("Taken back");
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(everybody()).containsExactlyInAnyOrderElementsOf(all);
        MadeDecision made = store.decisionLog().latest(1).get(0);
        assertThat(made.takenBack()).isPresent();
        assertThat(made.author()).isEqualTo(System.getProperty("user.name"));
    }

    @Test
    void twoOutletsAreCompared() {
        List<String> outlets = store.outlets();
        String word = "harbour";
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.open(desk.address("/compare"));
            page.getByLabel("Words of the event").fill(word);
            page.locator("main button.main").click();
            Locator candidates = page.locator("main .facet a");
            assertThat(candidates.count()).isBetween(2, outlets.size());
            candidates.nth(0).click();
            candidates.nth(1).click();
            assertThat(page.locator("main h2").allTextContents())
                    .anyMatch(heading -> heading.startsWith("Both") || heading.startsWith("Only"));
            assertThat(page.url()).contains("q=" + word).contains("outlet=");
            Chromium.picture(page, "compare");
            assertThat(Chromium.barriers(page)).isEmpty();
            assertThat(chromium.complaints()).isEmpty();
        }
        JsonNode twin = json(
                "/compare?q=" + word + "&outlet=" + encoded(outlets.get(0)) + "&outlet=" + encoded(outlets.get(1)));
        assertThat(twin.path("outlets")).hasSize(2);
        assertThat(desk.get("/compare?q=" + word + "&outlet=nobody").body()).contains("nobody");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Test
    void listsGoOnToTheirEndsWhateverThePage() {
        assertThat(all("/speakers?limit=7", "speakers")).hasSize(everybody().size());
        assertThat(all("/speakers?limit=7&sort=name", "speakers"))
                .hasSize(everybody().size());
        assertThat(all("/claims?limit=9", "claims"))
                .hasSize(store.claims(ClaimQuery.all(10_000)).size());
        assertThat(all("/disputes?limit=3", "edges"))
                .hasSize(store.disputes().list(DisputeQuery.all(10_000)).size());
        SpeakerProfile busiest = everybody().get(0);
        List<JsonNode> statements = all("/speakers/" + busiest.id() + "?limit=2", "statements");
        assertThat(statements).hasSize(busiest.statements());
        assertThat(statements).extracting(one -> one.path("id").asString()).doesNotHaveDuplicates();
    }

    @Test
    void twinsSayWhatPagesShow() {
        SpeakerProfile busiest = everybody().get(0);
        JsonNode speaker = json("/speakers/" + busiest.id());
        assertThat(speaker.path("speaker").path("name").asString()).isEqualTo(busiest.name());
        JsonNode names = json("/speakers/" + busiest.id() + "/names");
        assertThat(names.path("names")).isNotEmpty();
        int articles = 0;
        for (JsonNode line : names.path("names")) {
            articles += line.path("articles").asInt();
            if (names.path("names").size() > 1) {
                assertThat(line.path("why").asString()).isNotBlank();
            }
        }
        assertThat(articles).isEqualTo(busiest.articles());
        json("/speakers/" + busiest.id() + "/wording");
        json("/speakers/" + busiest.id() + "/disputes");
        ClaimView claim = disputed();
        JsonNode twin = json("/claims/" + claim.summary().id());
        assertThat(twin.path("told")).hasSize(claim.told().size());
        assertThat(twin.path("disputes")).hasSize(claim.disputes().size());
        assertThat(twin.path("origins")).hasSize(claim.summary().origins());
        assertThat(json("/speakers?q=" + encoded(busiest.name()))
                        .path("speakers")
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo(busiest.id());
    }

    @Test
    void whatANameNobodyHasMayMeanIsSuggested() {
        SpeakerProfile busiest = everybody().get(0);
        String slip = busiest.name().substring(0, busiest.name().length() - 1) + "x";
        assertThat(json("/speakers?q=" + encoded(slip)).path("suggestions")).isNotEmpty();
        assertThat(json("/claims?outlet=Nowhere").path("outlets")).isNotEmpty();
    }

    @Test
    void claimsAreMergedAndSplitForProgramsAndTheOldAddressSaysSo() {
        List<ClaimSummary> claims = store.claims(ClaimQuery.all(2));
        HttpResponse<String> merged = send(
                "/claims/merge",
                Map.of("first", claims.get(0).id(), "second", claims.get(1).id()));
        assertThat(merged.statusCode()).isEqualTo(201);
        JsonNode result = JSON.readTree(merged.body());
        String kept = result.path("id").asString();
        String gone = claims.get(0).id().equals(kept)
                ? claims.get(1).id()
                : claims.get(0).id();
        assertThat(desk.get("/claims/" + gone).statusCode()).isEqualTo(307);
        assertThat(desk.get("/claims/" + gone + "?format=csv").headers().firstValue("Location"))
                .contains("/claims/" + kept + "?format=csv");
        HttpResponse<String> twin = desk.get("/api/v1/claims/" + gone);
        assertThat(twin.statusCode()).isEqualTo(307);
        assertThat(twin.headers().firstValue("Location")).contains("/api/v1/claims/" + kept);
        assertThat(send("/claims/merge", Map.of("first", kept, "second", kept)).statusCode())
                .isEqualTo(409);
        String decision = result.path("decision").asString();
        assertThat(json("/decisions").path("decisions").get(0).path("id").asString())
                .isEqualTo(decision);
        assertThat(send("/decisions/" + decision + "/undo", Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(send("/decisions/" + decision + "/undo", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(store.claim(gone)).isPresent();

        JsonNode claim = json("/claims/" + claims.get(0).id());
        String odd = claim.path("told")
                .get(claim.path("told").size() - 1)
                .path("proposition")
                .asString();
        HttpResponse<String> split =
                send("/claims/split", Map.of("claim", claims.get(0).id(), "proposition", odd));
        assertThat(split.statusCode()).isEqualTo(201);
        assertThat(store.claim(claims.get(0).id()).map(one -> one.told().size()))
                .contains(claim.path("told").size() - 1);
        send("/decisions/" + JSON.readTree(split.body()).path("decision").asString() + "/undo", Map.of());
        assertThat(store.claim(claims.get(0).id()).map(one -> one.told().size()))
                .contains(claim.path("told").size());
    }

    @Test
    void aSpeakerOfOneArticleIsSplitFromTheOthers() {
        SpeakerProfile busiest = everybody().stream()
                .filter(one -> one.articles() > 2)
                .findFirst()
                .orElseThrow();
        JsonNode place = json("/speakers/" + busiest.id() + "/names")
                .path("names")
                .get(0)
                .path("places")
                .get(0);
        HttpResponse<String> split = send(
                "/speakers/split",
                Map.of(
                        "identity",
                        busiest.id(),
                        "article",
                        place.path("article").asString(),
                        "speaker",
                        place.path("speaker").asString()));
        assertThat(split.statusCode()).isEqualTo(201);
        JsonNode result = JSON.readTree(split.body());
        // Others may come to them who did not fit the one that went.
        assertThat(store.people().members(result.path("id").asString(), 500))
                .isNotEmpty()
                .noneMatch(member -> member.appearance()
                                .articleId()
                                .equals(place.path("article").asString())
                        && member.appearance()
                                .speaker()
                                .id()
                                .equals(place.path("speaker").asString()));
        send("/decisions/" + result.path("decision").asString() + "/undo", Map.of());
        assertThat(store.people().get(busiest.id())).contains(busiest);
    }

    @Test
    void whatCannotBeUnderstoodIsSaid() {
        for (String path : List.of(
                "/claims?cursor=nonsense",
                "/speakers?cursor=MQpjbGFpbXMKMQ",
                "/speakers?kind=giant",
                "/disputes?kind=likes",
                "/disputes?since=soon",
                "/claims?since=2026-05&until=2026-04",
                "/speakers?limit=1000000")) {
            HttpResponse<String> response = desk.get("/api/v1" + path);
            assertThat(response.statusCode()).as(path).isEqualTo(400);
            assertThat(desk.get(path).statusCode()).as(path).isEqualTo(400);
        }
        for (String path : List.of("/speakers/", "/claims/")) {
            HttpResponse<String> nobody = desk.get(path + "0".repeat(32));
            assertThat(nobody.statusCode()).isEqualTo(404);
            assertThat(nobody.body()).contains("nothing has taken its place");
            assertThat(desk.get("/api/v1" + path + "0".repeat(32)).statusCode()).isEqualTo(404);
        }
        assertThat(send("/speakers/merge", Map.of("first", everybody().get(0).id()))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("/speakers/merge", Map.of("first", "x", "second", "y")).statusCode())
                .isEqualTo(404);
        assertThat(desk.get("/api/v1/claims?q=%25%5F%27%22%3Cscript%3E").statusCode())
                .isEqualTo(200);
        assertThat(desk.log()).isEmpty();
    }
}
