package io.onrecord.reading.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on this machine that says exactly what it is told to, right or wrong; it has no robots.txt. */
final class RawSite implements AutoCloseable {

    /** Says something after a request. */
    interface Answer {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Answer answer;
    private final List<String> paths = new CopyOnWriteArrayList<>();

    RawSite(Answer answer) {
        this.answer = answer;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    /** Says the same text to each. */
    static RawSite saying(String text) {
        return new RawSite(out -> out.write(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> answer(socket));
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String first = in.readLine();
            if (first == null) {
                return;
            }
            for (String line = first; line != null && !line.isEmpty(); ) {
                line = in.readLine();
            }
            String path = first.split(" ", 3)[1];
            OutputStream out = socket.getOutputStream();
            if (path.equals("/robots.txt")) {
                out.write("HTTP/1.1 404 None\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            } else {
                paths.add(path);
                answer.to(out);
            }
            out.flush();
        } catch (IOException e) {
            // The client has had enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String at(String path) {
        return "http://127.0.0.1:" + server.getLocalPort() + path;
    }

    List<String> paths() {
        return paths;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
