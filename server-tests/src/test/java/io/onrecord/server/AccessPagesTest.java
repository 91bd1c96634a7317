package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.sun.net.httpserver.HttpServer;
import io.onrecord.server.access.Accounts;
import io.onrecord.store.DeskRole;
import io.onrecord.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in as a person does, and what pages of other sites can make a browser do. */
class AccessPagesTest {

    @TempDir
    private static Path folder;

    private static Server shared;
    private static Server local;
    private static HttpServer elsewhere;
    private static Chromium chromium;
    private static String token;
    private static String link;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        Path file = folder.resolve("shared.db");
        try (Store store = Store.open(file.toString())) {
            Accounts accounts = new Accounts(store);
            token = accounts.add("Mara Oldin", DeskRole.EDITOR).orElseThrow();
            link = accounts.link(Optional.empty(), "Mara Oldin", Instant.now().plus(Duration.ofDays(1)));
        }
        shared = Server.start(
                ServerOptions.local(file.toString()).withPort(0).withSharing(new ServerOptions.Sharing(false)),
                line -> {});
        local = Server.start(
                ServerOptions.local(folder.resolve("local.db").toString()).withPort(0), line -> {});
        // To browsers localhost is another site than 127.0.0.1.
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            byte[] page = ("<!DOCTYPE html><title>elsewhere</title><a id=link href='" + shared.address() + "'>link</a>"
                            + "<form method=post action='" + local.address() + "read'><input name=text value=x>"
                            + "<button id=send>send</button></form><img src='" + local.address() + "api/v1/home'>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        elsewhere.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (elsewhere != null) {
            elsewhere.stop(0);
            local.close();
            shared.close();
        }
    }

    private static void signIn(Page page) {
        page.getByLabel("Your token").fill(token);
        page.keyboard().press("Enter");
        page.waitForSelector("text=Sign out");
    }

    @Test
    void aPersonSignsInWhereSheWantedToGoAndOutAgain() {
        Page page = chromium.open(shared.address() + "?x=1");
        assertThat(page.title()).contains("Sign in");
        assertThat(Chromium.barriers(page)).isEmpty();
        Chromium.picture(page, "sign-in");
        page.getByLabel("Your token").fill("onrecord_user_wrong");
        page.keyboard().press("Enter");
        page.waitForSelector("[role=alert]");
        assertThat(Chromium.barriers(page)).isEmpty();
        signIn(page);
        assertThat(page.url()).isEqualTo(shared.address() + "?x=1");
        assertThat(page.textContent("header")).contains("Mara Oldin");
        assertThat(Chromium.barriers(page)).isEmpty();
        Cookie cookie = page.context().cookies().get(0);
        assertThat(cookie.httpOnly).isTrue();
        assertThat(cookie.value).doesNotContain(token);
        assertThat(page.evaluate("document.cookie")).isEqualTo("");
        page.click("text=Share");
        page.getByLabel("Page that it opens").fill("/claims/0a1b2c");
        page.click("text=Make a link");
        assertThat(page.getByLabel("Your link").inputValue()).startsWith(shared.address() + "link#onrecord_link_");
        assertThat(page.textContent("main")).contains("2 links open something now");
        assertThat(Chromium.barriers(page)).isEmpty();
        Chromium.picture(page, "links");
        page.click("text=Sign out");
        page.waitForSelector("text=Your token");
        assertThat(page.context().cookies()).isEmpty();
        page.context().close();
    }

    @Test
    void aLinkOpensTheRecordAndLeavesNothingInTheAddress() {
        Page page = chromium.open(shared.address() + "link#" + link);
        page.waitForSelector("text=Sign out");
        assertThat(page.url()).isEqualTo(shared.address());
        page.goBack();
        assertThat(page.url()).doesNotContain(link);
        page.context().close();
    }

    @Test
    void aLinkInAMailFindsWhoeverIsSignedIn() {
        Page page = chromium.open(shared.address());
        signIn(page);
        page.navigate("http://localhost:" + elsewhere.getAddress().getPort() + "/");
        page.click("#link");
        page.waitForSelector("text=Sign out");
        assertThat(page.url()).isEqualTo(shared.address());
        page.context().close();
    }

    @Test
    void aPageElsewhereCanNeitherSendAFormNorLoadAnything() {
        Page page = chromium.open("http://localhost:" + elsewhere.getAddress().getPort() + "/");
        assertThat(page.evaluate("fetch('" + local.address() + "api/v1/home').then(r => r.text(), e => 'refused')"))
                .isEqualTo("refused");
        assertThat(
                        page.evaluate(
                                "fetch('" + local.address()
                                        + "api/v1/home', {method: 'POST', mode: 'no-cors', body: 'x'}).then(r => r.type, e => 'refused')"))
                .isIn("opaque", "refused");
        page.click("#send");
        page.waitForSelector("text=another site sent this request");
        page.context().close();
    }
}
