package io.onrecord.server;

import io.onrecord.Onrecord;
import io.onrecord.Options;
import io.onrecord.demo.Demo;
import io.onrecord.memory.Claiming;
import io.onrecord.memory.Identifying;
import io.onrecord.memory.ProgressListener;
import io.onrecord.memory.Search;
import io.onrecord.server.http.Route;
import io.onrecord.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A desk on half of the demo's articles, those of three events, as the user's own, in local mode on a free port. The articles are read, and what goes over them is made, once
 * in a run of the tests; each desk stands on a copy, which its test may change. One for a test class:
 *
 * <pre>{@code
 * @TempDir
 * private static Path folder;
 *
 * private static TestDesk desk;
 *
 * @BeforeAll
 * static void start() {
 *     desk = TestDesk.open(folder);
 * }
 *
 * @AfterAll
 * static void stop() {
 *     desk.close();
 * }
 * }</pre>
 */
public final class TestDesk implements AutoCloseable {

    /** So many of the demo's articles; they have all that pages show. */
    static final int ARTICLES = 22;

    private static final String FILE = "onrecord.db";
    private static final ProgressListener NOBODY = (what, done, total) -> {};

    private final Server server;
    private final Path file;
    private final Queue<String> log;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestDesk(Server server, Path file, Queue<String> log) {
        this.server = server;
        this.file = file;
        this.log = log;
    }

    /** With the options of local mode. */
    public static TestDesk open(Path folder) {
        return open(folder, options -> options);
    }

    /**
     * With other options.
     *
     * @param folder empty; the copy of the store is made there
     * @param options changes those of local mode on port 0
     */
    public static TestDesk open(Path folder, UnaryOperator<ServerOptions> options) {
        return start(copy(folder), options);
    }

    /** On the store that another desk left there. */
    public static TestDesk again(Path folder, UnaryOperator<ServerOptions> options) {
        return start(folder.resolve(FILE), options);
    }

    private static TestDesk start(Path file, UnaryOperator<ServerOptions> options) {
        Queue<String> log = new ConcurrentLinkedQueue<>();
        try {
            Server server = Server.start(
                    options.apply(ServerOptions.local(file.toString()).withPort(0)), log::add);
            return new TestDesk(server, file, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of the store alone, with its search index beside it. */
    public static Path copy(Path folder) {
        try (Stream<Path> all = Files.walk(Golden.FOLDER)) {
            for (Path from : all.toList()) {
                Path to = folder.resolve(Golden.FOLDER.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
            return folder.resolve(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a browser finds it, with a slash at its end. */
    public String address() {
        return server.address();
    }

    /** The address of a path, which starts with a slash. */
    public String address(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with a slash: " + path);
        }
        return server.address() + path.substring(1);
    }

    /** All that it answers. */
    List<Route> routes() {
        return server.routes();
    }

    /** The store that it stands on, which others may open, too. */
    public Path file() {
        return file;
    }

    /** Lines that whoever runs it would have seen. */
    public List<String> log() {
        return List.copyOf(log);
    }

    /** Asks for a path, as a program without cookies. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address(path))).build());
    }

    /** Sends a form, as a browser without script does; what it leads to is not followed. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** Sends any request. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Made when the first desk is opened. */
    private static final class Golden {

        static final Path FOLDER = make();

        private static Path make() {
            try {
                Path folder = Files.createTempDirectory("onrecord-golden");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                fill(folder.resolve(FILE));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void fill(Path file) {
            try (Onrecord onrecord = Onrecord.open(Options.DEFAULT);
                    Store store = Store.open(file.toString());
                    Search search = Search.open(store)) {
                Demo.put(store, Demo.articles().subList(0, ARTICLES), onrecord, NOBODY);
                new Identifying().run(store, NOBODY);
                search.makeVectors(1, NOBODY);
                Claiming.byWords().run(store, NOBODY);
                search.follow(false, NOBODY);
            }
        }

        private static void delete(Path folder) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException e) {
                // Whoever cleans the temporary folder takes it.
            }
        }
    }
}
