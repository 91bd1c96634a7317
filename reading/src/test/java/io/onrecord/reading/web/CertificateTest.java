package io.onrecord.reading.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {

    private static final FetchOptions LOCAL = FetchOptions.DEFAULT
            .withAllowPrivate(true)
            .withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Certificates certificates;

    @BeforeAll
    static void make() throws Exception {
        certificates = new Certificates(folder);
    }

    private final TestTime time = new TestTime();

    private Fetch fetch(SSLContext trust, String address) {
        try (Fetcher fetcher = new Fetcher(LOCAL, time, AddressGuard.of(true), trust)) {
            return fetcher.fetch(address);
        }
    }

    private static String why(Fetch fetch) {
        assertThat(fetch).isInstanceOf(Refused.class);
        Refused refused = (Refused) fetch;
        assertThat(refused.reason()).isEqualTo(Refused.Reason.CERTIFICATE);
        assertThat(refused.forNow()).isFalse();
        return refused.why();
    }

    @Test
    void aServerThatProvesWhoItIsIsRead() throws Exception {
        try (Site site = new Site(certificates.server("-ext", "san=ip:127.0.0.1")).html("/", "News.")) {
            assertThat(fetch(certificates.trusting(), site.at("/"))).isInstanceOf(Fetched.class);
        }
    }

    @Test
    void aCertificateThatNobodySignedIsRefusedAtOnce() throws Exception {
        try (Site site = new Site(certificates.server("-ext", "san=ip:127.0.0.1")).html("/", "News.")) {
            assertThat(why(fetch(SSLContext.getDefault(), site.at("/"))))
                    .isEqualTo(
                            "its certificate does not prove that it is 127.0.0.1: nobody this machine trusts has signed it");
            assertThat(site.requests()).isEmpty();
            assertThat(time.sleeps()).as("not tried again").isEmpty();
        }
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        try (Site site = new Site(certificates.server("-ext", "san=dns:news.velia.example")).html("/", "News.")) {
            assertThat(why(fetch(certificates.trusting(), site.at("/"))))
                    .isEqualTo("its certificate does not prove that it is 127.0.0.1: it is not for this host");
            assertThat(site.requests()).isEmpty();
        }
    }

    @Test
    void aCertificateThatHasExpiredIsRefused() throws Exception {
        try (Site site = new Site(
                        certificates.server("-ext", "san=ip:127.0.0.1", "-startdate", "-30d", "-validity", "10"))
                .html("/", "News.")) {
            assertThat(why(fetch(certificates.trusting(), site.at("/"))))
                    .isEqualTo("its certificate does not prove that it is 127.0.0.1: it has expired");
        }
    }

    @Test
    void aCertificateOfTheFutureIsRefused() throws Exception {
        try (Site site =
                new Site(certificates.server("-ext", "san=ip:127.0.0.1", "-startdate", "+30d")).html("/", "News.")) {
            assertThat(why(fetch(certificates.trusting(), site.at("/"))))
                    .isEqualTo("its certificate does not prove that it is 127.0.0.1: it is not valid yet");
        }
    }

    @Test
    void aServerThatSpeaksPlainHttpIsNoSecureOne() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                while (!plain.isClosed()) {
                    try (Socket socket = plain.accept()) {
                        socket.getOutputStream().write("HTTP/1.1 400 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                        socket.getInputStream().readNBytes(100);
                    } catch (IOException e) {
                        return;
                    }
                }
            });
            thread.setDaemon(true);
            thread.start();

            Fetch fetch = fetch(trust(), "https://127.0.0.1:" + plain.getLocalPort() + "/");

            assertThat(fetch).isInstanceOf(Refused.class);
            assertThat(((Refused) fetch).reason()).isEqualTo(Refused.Reason.CONNECTION);
            assertThat(((Refused) fetch).why()).startsWith("no secure connection to 127.0.0.1: ");
        }
    }

    @Test
    void aServerThatHangsInTheHandshakeIsLeft() {
        FetchOptions options = LOCAL.withLimits(100_000, 5, 0)
                .withTimeouts(Duration.ofMillis(300), Duration.ofSeconds(20), Duration.ofSeconds(60));
        try (RawSite silent = new RawSite(out -> Thread.sleep(60_000));
                Fetcher fetcher = new Fetcher(options, time, AddressGuard.of(true), trust())) {
            Fetch fetch = fetcher.fetch(silent.at("/").replace("http:", "https:"));

            assertThat(fetch).isInstanceOf(Refused.class);
            assertThat(((Refused) fetch).reason()).isEqualTo(Refused.Reason.TIMEOUT);
        }
    }

    private static SSLContext trust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
