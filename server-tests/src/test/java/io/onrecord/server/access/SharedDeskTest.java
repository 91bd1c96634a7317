package io.onrecord.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.onrecord.Options;
import io.onrecord.reading.ReadingOptions;
import io.onrecord.server.Server;
import io.onrecord.server.desk.Desk;
import io.onrecord.server.http.Assets;
import io.onrecord.server.http.Raw;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.http.WebOptions;
import io.onrecord.server.http.WebServer;
import io.onrecord.server.list.Downloads;
import io.onrecord.server.list.ListFiles;
import io.onrecord.server.page.Pages;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.DeskRole;
import io.onrecord.store.DeskUser;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in to a shared desk, and how far. */
class SharedDeskTest {

    private static final List<String> REQUESTS = Collections.synchronizedList(new ArrayList<>());
    private static final List<String> SECRETS = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static Desk desk;
    private static Accounts accounts;
    private static SigningIn door;
    private static WebServer server;
    private static String reader;
    private static String editor;
    private static int peers;

    @BeforeAll
    static void start() throws IOException {
        desk = Desk.open(
                folder.resolve("onrecord.db").toString(), Options.DEFAULT, ReadingOptions.DEFAULT, Optional.empty());
        accounts = new Accounts(desk.own().store());
        reader = accounts.add("Ilan Serrat", DeskRole.READER).orElseThrow();
        editor = accounts.add("Mara Oldin", DeskRole.EDITOR).orElseThrow();
        SECRETS.addAll(List.of(reader, editor));
        Assets assets = Assets.of(
                Server.class,
                Map.of(
                        "desk.css", "assets/desk.css",
                        "desk.webmanifest", "assets/desk.webmanifest",
                        "icon-192.png", "assets/icon-192.png",
                        "desk.js", "assets/desk.js",
                        "link.js", "assets/link.js",
                        "icon.svg", "assets/icon.svg",
                        "htmx.js", "assets/desk.js"));
        Pages pages =
                new Pages(desk, assets, new ListFiles(desk, new Downloads(), (path, list, field) -> Optional.empty()));
        door = new SigningIn(desk.own().store(), pages);
        List<Route> routes = new ArrayList<>(door.routes());
        routes.add(assets.route());
        routes.add(Route.get(
                "/", request -> Response.html("hello " + request.visitor().name())));
        routes.add(Route.get("/articles/{id}", request -> Response.html("article " + request.part("id"))));
        routes.add(Route.get("/articles/{id}/history", request -> Response.html("history")));
        routes.add(Route.get("/api/v1/articles/{id}", request -> Response.json(Map.of("id", request.part("id")))));
        routes.add(Route.post(
                "/articles/{id}",
                request -> Response.html("kept " + request.visitor().name())));
        server = WebServer.start(
                new WebOptions(
                        "127.0.0.1",
                        0,
                        Set.of("desk.example"),
                        1 << 20,
                        16,
                        Duration.ofSeconds(30),
                        true,
                        served -> REQUESTS.add(served.toString())),
                routes,
                door.gate(),
                failure -> new Problem(500, "A fault", "a fault", failure),
                door);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        door.close();
        desk.close();
        assertThat(REQUESTS).isNotEmpty();
        // No token stands in a line of the log, and none in the store.
        String kept;
        try (Stream<Path> files = Files.list(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            kept = all.toString();
        }
        for (String secret : SECRETS) {
            assertThat(REQUESTS).noneMatch(line -> line.contains(secret));
            assertThat(kept.contains(secret)).isFalse();
        }
    }

    /** A request over a proxy, from an address of its own. */
    private static Raw send(String method, String path, String headers, String body) throws IOException {
        return from("198.51.100." + (++peers % 250), method, path, headers, body);
    }

    private static Raw from(String peer, String method, String path, String headers, String body) throws IOException {
        return Raw.send(
                server.port(),
                method + " " + path
                        + " HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\nX-Forwarded-For: 203.0.113.9, "
                        + peer + "\r\nX-Forwarded-Proto: https\r\n" + headers
                        + (body.isEmpty()
                                ? ""
                                : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                                        + "\r\n")
                        + "\r\n" + body);
    }

    private static Raw get(String path, String headers) throws IOException {
        return send("GET", path, headers, "");
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }

    /** The cookie that a browser would send after this answer. */
    private static String cookie(Raw answer) {
        String set = answer.header("Set-Cookie").orElseThrow();
        String pair = set.substring(0, set.indexOf(';'));
        SECRETS.add(pair.substring(pair.indexOf('=') + 1));
        return "Cookie: " + pair + "\r\n";
    }

    private static Raw signIn(String token) throws IOException {
        return send("POST", "/signin", "", "to=/articles/a&token=" + token);
    }

    @Test
    void whoeverHasNoTokenSeesTheFormAtEveryAddressAndProgramsAreTold() throws IOException {
        Raw page = get("/articles/a?x=1", "");
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body())
                .contains("Your token", "value=\"/articles/a?x=1\"")
                .doesNotContain("article a");
        Raw json = get("/api/v1/articles/a", "");
        assertThat(json.status()).isEqualTo(401);
        assertThat(json.header("WWW-Authenticate")).contains("Bearer");
        assertThat(json.body()).contains("\"status\":401");
        assertThat(send("POST", "/articles/a", "", "x=1").status()).isEqualTo(401);
        assertThat(send("HEAD", "/articles/a", "", "").status()).isEqualTo(401);
    }

    @Test
    void aTokenBecomesASessionInACookieThatOnlyThisServerGets() throws IOException {
        Raw in = signIn(reader);
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.header("Location")).contains("/articles/a");
        assertThat(in.header("Set-Cookie").orElse(""))
                .startsWith("__Host-onrecord-session=onrecord_session_")
                .contains("; Path=/", "; HttpOnly", "; SameSite=Strict", "; Secure", "; Max-Age=1209600")
                .doesNotContain(reader);
        assertThat(get("/", cookie(in)).body()).isEqualTo("hello Ilan Serrat");
    }

    @Test
    void signingOutEndsTheSessionAndNotTheToken() throws IOException {
        String cookie = cookie(signIn(reader));
        Raw out = send("POST", "/signout", cookie, "x=");
        assertThat(out.status()).isEqualTo(303);
        assertThat(out.header("Set-Cookie").orElse("")).contains("Max-Age=0");
        assertThat(get("/", cookie).status()).isEqualTo(401);
        assertThat(signIn(reader).status()).isEqualTo(303);
        String other = cookie(signIn(reader));
        assertThat(send("POST", "/signout", other + "Origin: https://evil.example\r\n", "x=")
                        .status())
                .isEqualTo(403);
        assertThat(get("/", other).status()).isEqualTo(200);
    }

    @Test
    void readersReadAndEditorsEdit() throws IOException {
        assertThat(get("/api/v1/articles/a", bearer(reader)).status()).isEqualTo(200);
        Raw refused = send("POST", "/articles/a", bearer(reader), "x=1");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("only read");
        assertThat(send("POST", "/articles/a", cookie(signIn(reader)), "x=1").status())
                .isEqualTo(403);
        assertThat(send("POST", "/articles/a", bearer(editor), "x=1").body()).isEqualTo("kept Mara Oldin");
        assertThat(send("POST", "/articles/a", cookie(signIn(editor)), "x=1").body())
                .isEqualTo("kept Mara Oldin");
    }

    @Test
    void whoIsRemovedIsOutAtOnce() throws IOException {
        String token = accounts.add("Tomas Weil", DeskRole.EDITOR).orElseThrow();
        SECRETS.add(token);
        String cookie = cookie(signIn(token));
        assertThat(get("/", cookie).status()).isEqualTo(200);
        assertThat(accounts.remove("Tomas Weil")).isTrue();
        assertThat(get("/", cookie).status()).isEqualTo(401);
        assertThat(get("/", bearer(token)).status()).isEqualTo(401);
        assertThat(signIn(token).status()).isEqualTo(401);
    }

    @Test
    void anotherTokenEndsTheOldOneAndItsSessions() throws IOException {
        String old = accounts.add("Ada Brenn", DeskRole.READER).orElseThrow();
        assertThat(accounts.add("Ada Brenn", DeskRole.EDITOR)).isEmpty();
        String cookie = cookie(signIn(old));
        String other = accounts.renew("Ada Brenn", DeskRole.EDITOR).orElseThrow();
        SECRETS.addAll(List.of(old, other));
        assertThat(get("/", cookie).status()).isEqualTo(401);
        assertThat(signIn(old).status()).isEqualTo(401);
        assertThat(send("POST", "/articles/a", bearer(other), "x=1").status()).isEqualTo(200);
        assertThat(accounts.renew("Nobody", DeskRole.READER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "/%0d%0aX:1\r\n",
                "/signin",
                "\\\\evil.example",
                "/a b"
            })
    void signingInLeadsNowhereElse(String to) throws IOException {
        Raw in =
                send("POST", "/signin", "", "to=" + URLEncoder.encode(to, StandardCharsets.UTF_8) + "&token=" + reader);
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.header("Location").orElse("")).matches("/|/%0d%0aX:1");
        cookie(in);
    }

    @Test
    void aTokenInAnAddressIsNone() throws IOException {
        for (Raw answer : List.of(
                send("POST", "/signin?token=" + reader, "", "to=/"),
                get("/?token=" + reader, ""),
                get("/signin?token=" + reader, ""),
                get("/api/v1/articles/a?x=" + reader, bearer(reader)))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("have it replaced").doesNotContain(reader);
        }
        assertThat(get("/", "Authorization: Basic " + reader + "\r\n").status()).isEqualTo(401);
        assertThat(get("/", "Cookie: __Host-onrecord-session=" + reader + "\r\n")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void editorsMakeLinksAndEndThem() throws IOException {
        String cookie = cookie(signIn(editor));
        assertThat(get("/links", bearer(reader)).status()).isEqualTo(403);
        assertThat(get("/links?opens=/claims/c7", cookie).body()).contains("value=\"/claims/c7\"");
        Raw made = send("POST", "/links", cookie, "opens=/claims/c7&days=2");
        String token =
                made.body().replaceAll("(?s).*https://desk\\.example/link#(onrecord_link_[A-Za-z0-9_-]{43}).*", "$1");
        SECRETS.add(token);
        Raw in = send("POST", "/link", "", "token=" + token);
        assertThat(in.header("Location")).contains("/claims/c7");
        String prefix = Token.of(Token.Kind.LINK, token).orElseThrow().prefix();
        assertThat(get("/links", cookie).body()).contains(prefix, "Mara Oldin").doesNotContain(token);
        assertThat(send("POST", "/links/" + prefix + "/end", cookie, "x=").status())
                .isEqualTo(303);
        assertThat(send("POST", "/link", "", "token=" + token).status()).isEqualTo(401);
        Raw refused = send("POST", "/links", cookie, "opens=https://evil.example&days=2");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("a link opens all, or the page of");
        assertThat(send("POST", "/links", cookie, "days=9999").status()).isEqualTo(400);
    }

    @Test
    void whoGuessesIsHeldUpAndOthersAreNot() throws IOException {
        String guess = reader.substring(0, reader.length() - 3) + "abc";
        String peer = "192.0.2.7";
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            seen.add(from(peer, "POST", "/signin", "", "token=" + guess).status());
        }
        assertThat(seen)
                .startsWith(401, 401, 401, 401, 401, 401, 401, 401, 401, 401)
                .endsWith(429);
        Raw held = from(peer, "POST", "/signin", "", "token=" + reader);
        assertThat(held.status()).isEqualTo(429);
        assertThat(held.header("Retry-After")).contains("60");
        assertThat(from(peer, "GET", "/api/v1/articles/a", bearer(editor), "").status())
                .isEqualTo(429);
        assertThat(from(peer, "POST", "/link", "", "token=" + guess).status()).isEqualTo(429);
        assertThat(from("192.0.2.8", "POST", "/signin", "", "token=" + reader).status())
                .isEqualTo(303);
    }

    @Test
    void programsThatGuessAreHeldUpToo() throws IOException {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            // Another address each time, but of one network.
            seen.add(from("2001:db8::" + i, "GET", "/api/v1/articles/a", bearer("onrecord_user_" + i), "")
                    .status());
        }
        assertThat(seen).startsWith(401).endsWith(429);
    }

    @Test
    void aLinkReadsAllAndChangesNothing() throws IOException {
        String token =
                accounts.link(Optional.empty(), "Mara Oldin", Instant.now().plus(Duration.ofDays(1)));
        SECRETS.add(token);
        assertThat(get("/link", "").body()).contains("behind the #");
        Raw in = send("POST", "/link", "", "token=" + token);
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.header("Location")).contains("/");
        String cookie = cookie(in);
        assertThat(get("/", cookie).body()).contains("whoever has the link");
        assertThat(get("/articles/b", cookie).status()).isEqualTo(200);
        assertThat(send("POST", "/articles/b", cookie, "x=1").status()).isEqualTo(403);
        assertThat(get("/", bearer(token)).body()).contains("whoever has the link");
        assertThat(send("POST", "/articles/b", bearer(token), "x=1").status()).isEqualTo(403);
        assertThat(accounts.removeLink(accounts.links().stream()
                        .filter(link -> token.contains(link.prefix()))
                        .findFirst()
                        .orElseThrow()
                        .prefix()))
                .isTrue();
        assertThat(get("/", cookie).status()).isEqualTo(401);
        assertThat(get("/", bearer(token)).status()).isEqualTo(401);
    }

    @Test
    void readersOfFeedsSendATokenAsAPassword() throws IOException {
        assertThat(get("/", basic("anything:" + reader)).body()).isEqualTo("hello Ilan Serrat");
        assertThat(get("/", basic("anything:" + reader + "x")).status()).isEqualTo(401);
        assertThat(get("/", basic(reader + ":")).status()).isEqualTo(401);
        assertThat(get("/", "Authorization: Basic %%%\r\n").status()).isEqualTo(401);
    }

    private static String basic(String pair) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
                + "\r\n";
    }

    @Test
    void aLinkToOnePageOpensThatPageItsTwinAndWhatLiesBelow() throws IOException {
        String token = accounts.link(
                Optional.of("https://desk.example/articles/ab1?x=1#y"),
                "Mara Oldin",
                Instant.now().plus(Duration.ofHours(1)));
        SECRETS.add(token);
        Raw in = send("POST", "/link", "", "token=" + token);
        assertThat(in.header("Location")).contains("/articles/ab1");
        // No longer than the link.
        assertThat(in.header("Set-Cookie").orElse("")).containsPattern("Max-Age=(3600|35\\d\\d)");
        String cookie = cookie(in);
        assertThat(get("/articles/ab1", cookie).status()).isEqualTo(200);
        assertThat(get("/articles/ab1/history", cookie).status()).isEqualTo(200);
        assertThat(get("/api/v1/articles/ab1", cookie).status()).isEqualTo(200);
        for (String other :
                List.of("/", "/articles/ab12", "/articles/ab", "/api/v1/articles/c", "/articles/ab1%2e%2e")) {
            assertThat(get(other, cookie).status()).as(other).isIn(400, 403, 404);
        }
    }

    @Test
    void aLinkThatHasEndedOpensNothing() throws IOException {
        String token =
                accounts.link(Optional.empty(), "Mara Oldin", Instant.now().minusSeconds(5));
        SECRETS.add(token);
        Raw in = send("POST", "/link", "", "token=" + token);
        assertThat(in.status()).isEqualTo(401);
        assertThat(in.body()).contains("This link has ended");
        String forThatLong =
                accounts.link(Optional.empty(), "Mara Oldin", Instant.now().plusSeconds(2));
        SECRETS.add(forThatLong);
        Raw brief = send("POST", "/link", "", "token=" + forThatLong);
        if (brief.status() == 303) {
            String cookie = cookie(brief);
            Raw later = get("/", cookie);
            for (int i = 0; i < 100 && later.status() == 200; i++) {
                sleep();
                later = get("/", cookie);
            }
            assertThat(later.status()).isEqualTo(401);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoIsSignedInStaysSoWithALink() throws IOException {
        String token = accounts.link(
                Optional.of("/claims/c1"), "Mara Oldin", Instant.now().plusSeconds(600));
        SECRETS.add(token);
        Raw in = send("POST", "/link", cookie(signIn(editor)), "token=" + token);
        assertThat(in.header("Location")).contains("/claims/c1");
        assertThat(in.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "", "/articles", "/articles/../signin", "/articles/a b", "articles/a", "/a/b/c/d/e/f/g"})
    void aLinkOpensAPageAndNothingElse(String page) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts.link(Optional.of(page), "Mara Oldin", Instant.now()))
                .withMessageContaining("such as https://desk.example/claims/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u202Eb", "a\u0000"})
    void aNameCanBeSeen(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts.add(name, DeskRole.READER))
                .withMessageContaining("1 to 80 characters");
    }

    @Test
    void itIsNotedWhenSomebodyWasLastSeen() throws Exception {
        String token = accounts.add("Nele Marsh", DeskRole.READER).orElseThrow();
        SECRETS.add(token);
        assertThat(user("Nele Marsh").usedAt()).isEmpty();
        assertThat(get("/", bearer(token)).status()).isEqualTo(200);
        for (int i = 0; i < 300 && user("Nele Marsh").usedAt().isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertThat(user("Nele Marsh").usedAt()).isPresent();
    }

    private static DeskUser user(String name) {
        return accounts.users().stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ofATokenNothingIsKeptThatGivesItBack() {
        DeskUser kept = user("Ilan Serrat");
        assertThat(reader).startsWith("onrecord_user_" + kept.prefix()).hasSize(14 + 43);
        assertThat(kept.digest()).matches("[0-9a-f]{64}");
        assertThat(kept.toString()).doesNotContain(reader);
        assertThat(Token.of(Token.Kind.USER, reader).orElseThrow().toString()).doesNotContain(reader.substring(25));
    }
}
