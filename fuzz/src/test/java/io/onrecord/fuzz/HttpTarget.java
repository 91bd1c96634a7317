package io.onrecord.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.onrecord.memory.Claiming;
import io.onrecord.memory.Identifying;
import io.onrecord.reading.ReadingOptions;
import io.onrecord.reading.web.FetchOptions;
import io.onrecord.server.Server;
import io.onrecord.server.ServerOptions;
import io.onrecord.store.Store;
import io.onrecord.testkit.NewsRecords;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/**
 * A desk on the loopback, with a few articles. An input that begins with {@code HTTP} is sent as it is, after that word; any other is a method,
 * a path and a media type in its first line, and a body. {@link Placeholders Words in braces} stand for what is on record. Every request is answered
 * within {@link #PATIENCE}, and no answer is a fault of the desk's own.
 */
final class HttpTarget {

    private static final String RAW = "HTTP";

    /** Until the last byte of an answer; the desk itself waits 25 seconds at most for whoever sends an article. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Nothing goes out: an address in numbers is not asked for, and names are none here (see {@code fuzz/run}). */
    private static final Pattern NUMBERS = Pattern.compile("//[^/]{0,100}?[\\[\\d%]");

    /** No host is known here, so that each is given up at once: nothing is gained by asking for it again. */
    private static final FetchOptions IMPATIENT = FetchOptions.DEFAULT
            .withLimits(1 << 20, 1, 0)
            .withWaits(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO, 0)
            .withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(2));

    private static final Queue<String> LOG = new ConcurrentLinkedQueue<>();
    private static final Server SERVER = start();
    private static final URI ADDRESS = URI.create(SERVER.address());
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Placeholders PLACEHOLDERS = new Placeholders(HttpTarget::ask);

    private HttpTarget() {}

    private static Server start() {
        try {
            Path file = Files.createTempDirectory("onrecord-fuzz-desk").resolve("onrecord.db");
            try (Store store = Store.open(file.toString())) {
                for (int article = 1; article <= 5; article++) {
                    store.put(NewsRecords.of(article, 8));
                }
                // Speakers and claims are there before the first input.
                new Identifying().run(store, (what, done, total) -> {});
                Claiming.byWords().run(store, (what, done, total) -> {});
            }
            return Server.start(
                    ServerOptions.local(file.toString())
                            .withPort(0)
                            .withReading(ReadingOptions.DEFAULT.withFetching(IMPATIENT)),
                    LOG::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void read(byte[] bytes) throws IOException {
        String written = new String(bytes, ISO_8859_1);
        if (mayGoOut(written)) {
            return;
        }
        String input = filled(written);
        String answer =
                answer((input.startsWith(RAW) ? input.substring(RAW.length()) : request(input)).getBytes(ISO_8859_1));
        String fault = LOG.poll();
        if (answer.startsWith("HTTP/1.1 500") || fault != null) {
            throw new IllegalStateException("a fault of the desk: " + fault + "\n"
                    + answer.lines().findFirst().orElse(""));
        }
    }

    /** An input with what its words stand for. */
    static String filled(String written) throws IOException {
        return PLACEHOLDERS.fill(written, ADDRESS.getAuthority());
    }

    private static boolean mayGoOut(String input) {
        String decoded;
        try {
            decoded = URLDecoder.decode(input, ISO_8859_1);
        } catch (IllegalArgumentException e) {
            decoded = input;
        }
        return NUMBERS.matcher(decoded).find() || NUMBERS.matcher(input).find();
    }

    private static String request(String input) {
        int line = input.indexOf('\n');
        String first = line < 0 ? input : input.substring(0, line);
        String body = line < 0 ? "" : input.substring(line + 1);
        String[] words = (first + "  ").split(" ", 3);
        return words[0] + " " + words[1] + " HTTP/1.1\r\n"
                + "Host: " + ADDRESS.getAuthority() + "\r\n"
                + "Origin: http://" + ADDRESS.getAuthority() + "\r\n"
                + "Content-Type: " + words[2].strip() + "\r\n"
                + "Content-Length: " + body.length() + "\r\n"
                + "Connection: close\r\n\r\n" + body;
    }

    /** What the desk answers to {@link Placeholders}. */
    private static String ask(String method, String path, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(ADDRESS.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back, as far as its beginning goes; the rest is read and let go. */
    private static String answer(byte[] request) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        StringBuilder answer = new StringBuilder();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ADDRESS.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request);
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            int read = 0;
            while (read >= 0) {
                if (answer.length() < 1000) {
                    answer.append(new String(buffer, 0, read, ISO_8859_1));
                }
                socket.setSoTimeout(left(end));
                read = in.read(buffer);
            }
        } catch (SocketTimeoutException e) {
            throw new IllegalStateException("an answer that does not end within " + PATIENCE, e);
        } catch (SocketException e) {
            // The desk need not hear what it refuses to the end.
            return answer.toString();
        }
        return answer.toString();
    }

    /** Milliseconds until then; an answer that never pauses must end, too. */
    private static int left(long end) throws SocketTimeoutException {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("it goes on and on");
        }
        return Math.toIntExact(left);
    }
}
