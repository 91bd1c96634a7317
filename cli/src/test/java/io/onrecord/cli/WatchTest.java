package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code onrecord watch} on a server of this machine, with the shipped network. */
class WatchTest {

    private final Map<String, String> pages = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    private HttpServer server;
    private String base;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String page = pages.get(exchange.getRequestURI().getPath());
            byte[] body = (page == null ? "none" : page).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(page == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private void page(String name, String speaker) {
        pages.put(
                "/" + name,
                "<!DOCTYPE html><html lang=en><head><title>" + name + "</title></head><body><article><h1>" + name
                        + "</h1><p>“The quay opens on Monday,” " + speaker
                        + " told the dockers of Lisden after two weeks of talks about pay and shifts.</p>"
                        + "<p>The port had stood still since the first of the month, and forty ships lay in the"
                        + " roads outside.</p></article></body></html>");
    }

    private void feed(String... names) {
        StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Press</title>");
        for (String name : names) {
            feed.append("<item><title>")
                    .append(name)
                    .append("</title><link>")
                    .append(base)
                    .append("/")
                    .append(name)
                    .append("</link></item>");
        }
        pages.put("/feed", feed.append("</channel></rss>").toString());
    }

    private Run watch(Path out) {
        return Run.of(
                "watch",
                "--once",
                "--allow-private",
                "--state",
                folder.resolve("state.json"),
                "-f",
                "jsonl",
                "-o",
                out,
                base + "/feed");
    }

    @Test
    void newEntriesAreReadOnceAndAppended() throws IOException {
        Path out = folder.resolve("news.jsonl");
        page("quay", "Ilan Serrat");
        feed("quay");
        Run first = watch(out);
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(Files.readAllLines(out))
                .singleElement()
                .asString()
                .contains("Ilan Serrat", base + "/quay", "sha256:");

        assertThat(watch(out).err()).contains("0 articles read");
        assertThat(Files.readAllLines(out)).hasSize(1);

        page("pier", "Mara Oldin");
        feed("pier", "quay");
        assertThat(watch(out).code()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(2).last().asString().contains("Mara Oldin");
    }

    @Test
    void aRecordThatWasWrittenBeforeTheEndIsNotWrittenAgainAndHalfAOneIsCutOff() throws IOException {
        Path out = folder.resolve("news.jsonl");
        page("quay", "Ilan Serrat");
        feed("quay");
        watch(out);
        String written = Files.readString(out);
        // As if the process had ended after the record was written and before that was noted.
        Files.delete(folder.resolve("state.json"));
        Files.writeString(out, "{\"format\":\"onrec", StandardOpenOption.APPEND);

        Run again = watch(out);

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(Files.readString(out)).isEqualTo(written);
    }

    @Test
    void aSecondWatchDoesNotWriteToTheFileOfTheFirst() throws Exception {
        Path out = folder.resolve("news.jsonl");
        page("quay", "Ilan Serrat");
        feed("quay");
        Process first = Run.process(
                        "watch",
                        "--allow-private",
                        "--state",
                        folder.resolve("first.json"),
                        "-f",
                        "jsonl",
                        "-o",
                        out,
                        base + "/feed")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        try {
            while (first.isAlive() && (!Files.exists(out) || Files.size(out) == 0)) {
                Thread.sleep(5);
            }
            Run second = watch(out);
            assertThat(second.err()).contains(out + " is being written by another run");
            assertThat(second.code()).isEqualTo(ExitCode.FAILED);
        } finally {
            first.destroyForcibly().waitFor();
        }
        assertThat(watch(out).code()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(1);
        assertThat(folder.resolve("news.jsonl.partial.lock")).doesNotExist();
    }

    @Test
    void aPageThatIsGoneIsSkippedWithTheReasonAndTheOthersAreRead() throws IOException {
        Path out = folder.resolve("news.jsonl");
        page("quay", "Ilan Serrat");
        feed("gone", "quay");

        Run run = watch(out);

        assertThat(run.code()).isEqualTo(ExitCode.SKIPPED);
        assertThat(run.err()).contains(base + "/gone", "404", "1 skipped (1 fetching)");
        assertThat(Files.readAllLines(out)).hasSize(1);
    }

    @Test
    void whatIsNoFeedFails() {
        page("quay", "Ilan Serrat");
        Run run = Run.of("watch", "--once", "--allow-private", "--state", folder.resolve("state.json"), base + "/quay");

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("a web page, not a feed");
    }

    @Test
    void aFileOfSomethingElseIsNotAppendedTo() throws IOException {
        Path out = Files.writeString(folder.resolve("notes.txt"), "my notes\n");
        feed();

        Run run = watch(out);

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(out).hasContent("my notes\n");
    }

    @Test
    void optionsThatDoNotGoTogetherAreUsageErrors() {
        assertThat(Run.of("watch", "-o", folder.resolve("x"), base).code()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("watch", "--interval", "0", base).code()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("watch").code()).isEqualTo(ExitCode.USAGE);
        Run file = Run.of("watch", "--state", folder.resolve("state.json"), "feed.xml");
        assertThat(file.code()).isEqualTo(ExitCode.USAGE);
        assertThat(file.err()).contains("feed.xml cannot be watched: no address of a page");
        assertThat(folder.resolve("state.json")).doesNotExist();
    }
}
