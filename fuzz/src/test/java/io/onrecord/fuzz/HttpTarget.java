package io.onrecord.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

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
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/**
 * A desk on the loopback, with a few articles. An input that begins with {@code HTTP} is sent as it is, after that word; any other is a method,
 * a path and a media type in its first line, and a body. No answer is a fault of the desk's own.
 */
final class HttpTarget {

    private static final String RAW = "HTTP";
    private static final int PATIENCE = 20_000;

    /** Nothing goes out: an address in numbers is not asked for, and names are none here (see {@code fuzz/run}). */
    private static final Pattern NUMBERS = Pattern.compile("//[^/]{0,100}?[\\[\\d%]");

    private static final Queue<String> LOG = new ConcurrentLinkedQueue<>();
    private static final Server SERVER = start();
    private static final URI ADDRESS = URI.create(SERVER.address());

    private HttpTarget() {}

    private static Server start() {
        try {
            Path file = Files.createTempDirectory("onrecord-fuzz-desk").resolve("onrecord.db");
            try (Store store = Store.open(file.toString())) {
                for (int article = 1; article <= 5; article++) {
                    store.put(NewsRecords.of(article, 8));
                }
            }
            return Server.start(ServerOptions.local(file.toString()).withPort(0), LOG::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void read(byte[] bytes) throws IOException {
        String input = new String(bytes, ISO_8859_1);
        if (mayGoOut(input)) {
            return;
        }
        String answer =
                answer((input.startsWith(RAW) ? input.substring(RAW.length()) : request(input)).getBytes(ISO_8859_1));
        String fault = LOG.poll();
        if (answer.startsWith("HTTP/1.1 500") || fault != null) {
            throw new IllegalStateException("a fault of the desk: " + fault + "\n"
                    + answer.lines().findFirst().orElse(""));
        }
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

    /** What came back, as far as its beginning goes; the rest is read and let go. */
    private static String answer(byte[] request) throws IOException {
        StringBuilder answer = new StringBuilder();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ADDRESS.getPort())) {
            socket.setSoTimeout(PATIENCE);
            OutputStream out = socket.getOutputStream();
            out.write(request);
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (answer.length() < 1000) {
                    answer.append(new String(buffer, 0, read, ISO_8859_1));
                }
            }
        } catch (SocketException e) {
            // The desk need not hear what it refuses to the end.
            return answer.toString();
        }
        return answer.toString();
    }
}
