package io.onrecord.reading.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PosterTest {

    private static final byte[] BODY = "{\"statements\":[\"Mara Oldin: “no”\"]}".getBytes(StandardCharsets.UTF_8);

    private final Site site = new Site();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        site.close();
    }

    private void takes(String path, int status, String... header) {
        site.with(path, exchange -> {
            bodies.add(exchange.getRequestMethod() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (header.length > 0) {
                exchange.getResponseHeaders().set(header[0], header[1]);
            }
            exchange.sendResponseHeaders(status, -1);
        });
    }

    private Posted post(boolean allowPrivate, String address) {
        FetchOptions options = FetchOptions.DEFAULT
                .withAllowPrivate(allowPrivate)
                .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));
        try (Poster poster = new Poster(options)) {
            return poster.post(address, "application/json", Map.of("Onrecord-Delivery", "7"), BODY);
        }
    }

    @Test
    void whatIsSentArrivesToTheByteWithItsHeaders() {
        takes("/hook?who=mara", 204);
        Posted posted = post(true, site.at("/hook?who=mara"));
        assertThat(posted.problem()).isEmpty();
        assertThat(posted.status()).contains(204);
        assertThat(bodies).containsExactly("POST " + new String(BODY, StandardCharsets.UTF_8));
        assertThat(site.requests().get(0).headers())
                .containsEntry("onrecord-delivery", "7")
                .containsEntry("content-type", "application/json");
    }

    @Test
    void privateNetworksAreNotAskedUnlessThatIsAllowed() {
        takes("/hook", 204);
        Posted posted = post(false, site.at("/hook"));
        assertThat(posted.status()).isEmpty();
        assertThat(posted.problem().orElseThrow()).contains("loopback address").contains("allowed");
        assertThat(bodies).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://[::1]/",
                "http://169.254.169.254/latest/meta-data",
                "http://10.1.2.3/hook",
                "http://192.168.0.1/",
                "http://[::ffff:127.0.0.1]/",
                "http://localhost/"
            })
    void noSpellingLeadsInwards(String address) {
        Posted posted = post(false, address);
        assertThat(posted.status()).isEmpty();
        assertThat(posted.problem()).isPresent();
        assertThat(posted.forNow()).isFalse();
    }

    @Test
    void aRedirectIsAFailureAndNotFollowed() {
        takes("/hook", 307, "Location", "/elsewhere");
        takes("/elsewhere", 204);
        Posted posted = post(true, site.at("/hook"));
        assertThat(posted.status()).contains(307);
        assertThat(posted.problem().orElseThrow()).contains("redirect").contains("not followed");
        assertThat(bodies).hasSize(1);
    }

    @Test
    void whatTheOtherSideRefusesIsSaid() {
        takes("/hook", 500);
        assertThat(post(true, site.at("/hook")).problem()).contains("it answers with status 500");
        assertThat(post(true, site.at("/nowhere")).problem()).contains("it answers with status 404");
        assertThat(post(true, "http://127.0.0.1:1/").problem()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hook",
                "ftp://example.org/",
                "file:///etc/passwd",
                "http://",
                "http://user:word@example.org/"
            })
    void whatIsNoAddressIsSeenBeforeAnythingIsSent(String address) {
        assertThat(Poster.whyNot(address)).isPresent();
        assertThat(Poster.whyNot("https://example.org/hook?a=b")).isEmpty();
    }
}
