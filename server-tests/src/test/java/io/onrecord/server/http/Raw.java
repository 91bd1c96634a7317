package io.onrecord.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * An answer to a request that is written byte by byte, as no client would.
 *
 * @param text all that came back until the server closed the connection, ISO 8859-1; empty where it said nothing
 */
public record Raw(String text) {

    private static final int PATIENCE_MILLIS = 60_000;

    /** Sends a request and reads until the server closes the connection. */
    public static Raw send(int port, String request) throws IOException {
        return send(port, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    public static Raw send(int port, byte[] request) throws IOException {
        try (Socket socket = connect(port)) {
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request);
                out.flush();
            } catch (SocketException e) {
                // Refused before all was sent: what it said can be read all the same.
            }
            return read(socket);
        }
    }

    /** A connection for whoever writes slowly. */
    public static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** What comes until the server closes. */
    public static Raw read(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            in.transferTo(all);
        } catch (SocketTimeoutException e) {
            throw new IOException("the server kept the connection open; it said: " + all, e);
        } catch (SocketException e) {
            // Closed while something was still on its way to it.
        }
        return new Raw(all.toString(StandardCharsets.ISO_8859_1));
    }

    /** 0 where there was no answer. */
    public int status() {
        return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
    }

    /** A header of the answer. */
    public Optional<String> header(String name) {
        String wanted = "\r\n" + name.toLowerCase(Locale.ROOT) + ": ";
        String head = head().toLowerCase(Locale.ROOT);
        int at = head.indexOf(wanted);
        if (at < 0) {
            return Optional.empty();
        }
        int end = head.indexOf("\r\n", at + 2);
        return Optional.of(head().substring(at + wanted.length(), end < 0 ? head().length() : end));
    }

    private String head() {
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? text : text.substring(0, end);
    }

    public String body() {
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? "" : text.substring(end + 4);
    }
}
