package io.onrecord.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.onrecord.Options;
import io.onrecord.reading.ReadingOptions;
import io.onrecord.reading.web.FetchOptions;
import io.onrecord.server.desk.JobState.Phase;
import io.onrecord.store.Put;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read behind the pages, with a site of this machine that may be asked here. */
class JobsTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    private static final String PAGE =
            "<!doctype html><html lang=en><head><title>Quay to open</title></head><body><article>"
                    + "<h1>Quay to open</h1><p>Mara Oldin said on Monday that the old quay of Velia would be open to all ships"
                    + " by the end of May, after three years of work.</p><p>Ilan Serrat, who speaks for the dockers, denied"
                    + " that anybody had asked them, and said that they would not work there.</p></article></body></html>";

    @TempDir
    private static Path folder;

    private static HttpServer site;
    private static CountDownLatch let;
    private static Desk desk;

    @BeforeAll
    static void start() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.setExecutor(Executors.newCachedThreadPool());
        let = new CountDownLatch(1);
        answer("/robots.txt", 404, "", Optional.empty());
        answer("/quay", 200, PAGE, Optional.empty());
        answer("/moved", 302, "", Optional.of("/quay"));
        site.createContext("/slow", exchange -> {
            try {
                let.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        site.start();
        FetchOptions fetching = FetchOptions.DEFAULT
                .withAllowPrivate(true)
                .withLimits(1 << 20, 5, 0)
                .withWaits(Duration.ofMillis(1), Duration.ofMillis(10), Duration.ZERO, 1);
        desk = Desk.open(
                folder.resolve("onrecord.db").toString(),
                Options.DEFAULT.withThreads(1),
                ReadingOptions.DEFAULT.withFetching(fetching),
                Optional.empty());
    }

    private static void answer(String path, int status, String body, Optional<String> location) {
        site.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            location.ifPresent(to -> exchange.getResponseHeaders().set("Location", to));
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterAll
    static void stop() {
        let.countDown();
        desk.close();
        site.stop(0);
    }

    private static String at(String path) {
        return "http://127.0.0.1:" + site.getAddress().getPort() + path;
    }

    private static JobState over(Job job) throws InterruptedException {
        assertThat(job.await(LONG)).isTrue();
        return job.state();
    }

    private static Job submit(Submission submission) {
        return desk.jobs().submit(submission, "Ana").orElseThrow();
    }

    @Test
    void aPageIsFetchedOverARedirectAndKeptWithItsEvidence() throws InterruptedException {
        JobState state = over(submit(Submission.of(at("/moved"))));
        assertThat(state.phase()).isEqualTo(Phase.DONE);
        assertThat(state.by()).isEqualTo("Ana");
        assertThat(state.kept()).hasSize(1);
        assertThat(state.kept().get(0).title()).isEqualTo("Quay to open");
        var capture = desk.own()
                .store()
                .get(state.kept().get(0).id())
                .orElseThrow()
                .article()
                .metadata()
                .capture()
                .orElseThrow();
        assertThat(capture.address()).contains(at("/quay"));
        assertThat(capture.digest().orElseThrow()).startsWith("sha256:");
    }

    @Test
    void filesAreReadAsWhatTheyAreAndDeletedAfterwards() throws Exception {
        SentFiles files = new SentFiles();
        files.add("C:\\news\\quay.HTML", new ByteArrayInputStream(PAGE.getBytes(StandardCharsets.UTF_8)));
        files.add("..", new ByteArrayInputStream("Mara Oldin said no.".getBytes(StandardCharsets.UTF_8)));
        List<Path> paths = files.all().stream().map(SentFiles.Sent::path).toList();
        assertThat(paths).allMatch(path -> path.toFile().isFile());
        JobState state = over(submit(Submission.of(files)));
        assertThat(state.keeps()).isEqualTo(2);
        assertThat(state.labels()).containsExactly("quay.HTML", "file");
        assertThat(paths)
                .noneMatch(path -> Files.exists(path.resolveSibling("..").normalize()));
    }

    @Test
    void whatIsNotReadIsToldOneByOne() throws InterruptedException {
        JobState state = over(submit(new Submission(List.of(), List.of(at("/none"), at("/quay")), Optional.empty())));
        assertThat(state.phase()).isEqualTo(Phase.DONE);
        assertThat(state.keeps()).isEqualTo(1);
        assertThat(state.skipped()).hasSize(1);
        assertThat(state.skipped().get(0).address()).isEqualTo(at("/none"));
        assertThat(state.skipped().get(0).why()).contains("404");
    }

    @Test
    void oneWhoWaitsForASlowSiteCanStopAndWhatWaitsIsBounded() throws Exception {
        List<Job> all = new ArrayList<>();
        for (Optional<Job> taken = slow(); taken.isPresent(); taken = slow()) {
            all.add(taken.get());
        }
        assertThat(all).hasSizeBetween(Jobs.WAITING, Jobs.WAITING + 2);
        SentFiles file = new SentFiles();
        file.add("a.txt", new ByteArrayInputStream(new byte[] {'a'}));
        Path path = file.all().get(0).path();
        assertThat(desk.jobs().submit(Submission.of(file), "Ana")).isEmpty();
        assertThat(path.toFile()).doesNotExist();
        all.forEach(desk.jobs()::stop);
        for (Job job : all) {
            assertThat(over(job).phase()).isEqualTo(Phase.STOPPED);
        }
        assertThat(over(submit(Submission.of(at("/quay")))).phase()).isEqualTo(Phase.DONE);
    }

    private static Optional<Job> slow() {
        return desk.jobs().submit(Submission.of(at("/slow")), "Ana");
    }

    @Test
    void theNewestAreFirstAndOnlySoManyAreRemembered() throws InterruptedException {
        Job first = submit(Submission.of(Pasted.of("Mara Oldin said that it rained.")));
        over(first);
        Job last = first;
        for (int i = 0; i < Jobs.KEPT; i++) {
            last = submit(Submission.of(Pasted.of("Mara Oldin said that it rained.")));
            over(last);
        }
        assertThat(desk.jobs().find(first.id())).isEmpty();
        assertThat(desk.jobs().newest(Jobs.KEPT * 2)).hasSize(Jobs.KEPT).first().isEqualTo(last);
        assertThat(last.state().puts()).containsOnlyKeys(Put.UNCHANGED);
    }
}
