package io.onrecord.exchange.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Chromium without a window, driven by its DevTools protocol over the loopback. For one thread. */
final class Browser {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE = 60;

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> incoming = new LinkedBlockingQueue<>();
    private final List<JsonNode> events = new ArrayList<>();
    private int last;

    private Browser(Process process, Path profile, URI page) {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Listener(incoming))
                .join();
    }

    /** Where Chromium is on this machine. */
    static Optional<Path> installed() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of("chromium", "chromium-headless-shell", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(path.split(":", -1)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start(Path program) throws Exception {
        Path profile = Files.createTempDirectory("onrecord-browser");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader errors =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith("DevTools listening on ")) {
                URI browser = URI.create(line.substring("DevTools listening on ".length()));
                Thread drain = new Thread(() -> errors.lines().forEach(ignored -> {}));
                drain.setDaemon(true);
                drain.start();
                return new Browser(process, profile, page(browser));
            }
        }
        throw new IOException(program + " does not start");
    }

    private static URI page(URI browser) throws Exception {
        HttpRequest list = HttpRequest.newBuilder(
                        URI.create("http://" + browser.getHost() + ":" + browser.getPort() + "/json/list"))
                .build();
        for (int i = 0; i < PATIENCE; i++) {
            String body = HttpClient.newHttpClient()
                    .send(list, HttpResponse.BodyHandlers.ofString())
                    .body();
            for (JsonNode target : JSON.readTree(body)) {
                if (target.get("type").asString().equals("page")) {
                    return URI.create(target.get("webSocketDebuggerUrl").asString());
                }
            }
            Thread.sleep(200);
        }
        throw new IOException("the browser has no page");
    }

    /** Opens a page and waits until it is loaded. */
    void open(URI address) throws Exception {
        call("Page.enable", Map.of());
        call("Log.enable", Map.of());
        call("Network.enable", Map.of());
        events.clear();
        call("Page.navigate", Map.of("url", address.toString()));
        while (events.stream().noneMatch(event -> method(event).equals("Page.loadEventFired"))) {
            receive();
        }
    }

    /** What the page asked for, whomever. */
    List<String> requests() {
        return events.stream()
                .filter(event -> method(event).equals("Network.requestWillBeSent"))
                .map(event -> event.get("params").get("request").get("url").asString())
                .toList();
    }

    /** What the browser complains about. */
    List<String> complaints() {
        return events.stream()
                .filter(event -> method(event).equals("Log.entryAdded"))
                .map(event -> event.get("params").get("entry").get("text").asString())
                .toList();
    }

    /** The value of an expression, which may be a promise. */
    JsonNode value(String expression) throws Exception {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        return answer.get("result").path("value");
    }

    /** What the page looks to somebody with such a screen. */
    void screen(int width, String scheme, String media) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void picture(Path file) throws Exception {
        JsonNode picture = call("Page.captureScreenshot", Map.of("format", "png"));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(picture.get("data").asString()));
    }

    private JsonNode call(String method, Map<String, Object> parameters) throws Exception {
        int id = ++last;
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        while (true) {
            JsonNode message = receive();
            if (message.path("id").asInt(-1) == id) {
                if (message.has("error")) {
                    throw new IllegalStateException(method + ": " + message.get("error"));
                }
                return message.get("result");
            }
        }
    }

    private JsonNode receive() throws Exception {
        @Nullable JsonNode message = incoming.poll(PATIENCE, TimeUnit.SECONDS);
        if (message == null) {
            throw new IOException("the browser says nothing any more");
        }
        events.add(message);
        return message;
    }

    private static String method(JsonNode event) {
        return event.path("method").asString("");
    }

    void stop() throws Exception {
        socket.abort();
        // Those that it started write to its folder for a moment longer than it does.
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        process.destroy();
        process.waitFor(PATIENCE, TimeUnit.SECONDS);
        for (ProcessHandle one : all) {
            one.destroyForcibly();
            one.onExit().get(PATIENCE, TimeUnit.SECONDS);
        }
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Puts messages together. */
    private static final class Listener implements WebSocket.Listener {
        private final BlockingQueue<JsonNode> incoming;
        private final StringBuilder message = new StringBuilder();

        Listener(BlockingQueue<JsonNode> incoming) {
            this.incoming = incoming;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
            message.append(data);
            if (whole) {
                incoming.add(JSON.readTree(message.toString()));
                message.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
