package io.onrecord.server;

import io.onrecord.Onrecord;
import io.onrecord.Options;
import io.onrecord.memory.Claiming;
import io.onrecord.model.ArticleRecord;
import io.onrecord.reading.ReadingOptions;
import io.onrecord.reading.web.FetchOptions;
import io.onrecord.server.desk.Shelf;
import io.onrecord.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A desk on a copy of what {@link TestDesk} made of the made-up articles, up to date, to which a test can add others. */
final class DemoDesk implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Far more than anything takes on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Onrecord onrecord;
    private final Server server;
    private final HttpClient http = HttpClient.newHttpClient();

    private DemoDesk(Onrecord onrecord, Server server) {
        this.onrecord = onrecord;
        this.server = server;
    }

    /** @param fetching how others are told of what is found */
    static DemoDesk start(Path folder, FetchOptions fetching) throws IOException {
        String file = TestDesk.copy(folder).toString();
        Onrecord onrecord = Onrecord.open(Options.DEFAULT);
        ReadingOptions reading = ReadingOptions.DEFAULT.withFetching(fetching);
        DemoDesk desk = new DemoDesk(
                onrecord,
                Server.start(ServerOptions.local(file).withPort(0).withReading(reading), System.err::println));
        settle(desk.server);
        return desk;
    }

    Shelf shelf() {
        return server.desk().shelf();
    }

    Store store() {
        return shelf().store();
    }

    /** Waits until a desk has made all that it makes over articles: until then ids of people and claims may still go. */
    static void settle(Server server) {
        until(() -> isUpToDate(server.desk().shelf()));
    }

    private static boolean isUpToDate(Shelf shelf) {
        return shelf.search().lag().isNone()
                && shelf.search().statements() > 0
                && shelf.upkeep().state().isIdle()
                && Claiming.byWords().isDone(shelf.store());
    }

    /** Waits until something holds. */
    void await(BooleanSupplier condition) {
        until(condition);
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not so after " + PATIENCE);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    /** Reads an article and keeps it. */
    ArticleRecord put(String address, String text) {
        ArticleRecord record = onrecord.read(address, text);
        store().put(record);
        shelf().upkeep().touch();
        return record;
    }

    String address() {
        return server.address();
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request("GET", path, "", headers));
    }

    HttpResponse<byte[]> bytes(String path) {
        try {
            return http.send(request("GET", path, ""), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    JsonNode json(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        return MAPPER.readTree(response.body());
    }

    static JsonNode json(HttpResponse<String> response) {
        return MAPPER.readTree(response.body());
    }

    HttpResponse<String> send(String method, String path, String json) {
        return send(request(method, path, json, "Content-Type", "application/json"));
    }

    HttpResponse<String> form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + java.net.URLEncoder.encode(field.getValue(), java.nio.charset.StandardCharsets.UTF_8))
                .collect(java.util.stream.Collectors.joining("&"));
        return send(request("POST", path, body, "Content-Type", "application/x-www-form-urlencoded"));
    }

    private HttpRequest request(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(address() + (path.startsWith("/") ? path.substring(1) : path)))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A text in a list of JSON, for each of its things. */
    static List<String> texts(JsonNode list, String pointer) {
        return list.valueStream().map(one -> one.at(pointer).asString()).toList();
    }

    @Override
    public void close() {
        try (onrecord) {
            server.close();
        }
    }
}
