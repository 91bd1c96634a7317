package io.onrecord.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A press site on the loopback: a feed, and the pages that it lists. What it does not have is not there (404). */
final class Press implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> listed = new CopyOnWriteArrayList<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final ExecutorService answering = Executors.newCachedThreadPool();

    @SuppressWarnings("ArrayRecordComponent")
    private record Page(String type, byte[] body) {}

    Press() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(answering);
        server.start();
        list();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            CountDownLatch until = held.get(path);
            if (until != null) {
                until.await();
            }
            Page page = pages.get(path);
            if (page == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", page.type());
            exchange.sendResponseHeaders(200, page.body().length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(page.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever asks for a page from now on waits until it is {@linkplain #release released}. */
    void hold(String path) {
        held.put(path, new CountDownLatch(1));
    }

    void release(String path) {
        CountDownLatch until = held.remove(path);
        if (until != null) {
            until.countDown();
        }
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    String feed() {
        return address("/feed.xml");
    }

    /** Publishes an article: its page, and its entry in the feed. */
    void publish(String name, String title, String... paragraphs) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><title>" + title
                + "</title></head><body><article><h1>" + title + "</h1>");
        for (String paragraph : paragraphs) {
            html.append("<p>").append(paragraph).append("</p>");
        }
        put(
                "/" + name,
                "text/html; charset=utf-8",
                html.append("</article></body></html>").toString());
        listed.add("<item><guid isPermaLink=\"false\">" + name + "</guid><title>" + title + "</title><link>"
                + address("/" + name) + "</link></item>");
        list();
    }

    /** Lists a page that is not there. */
    void announce(String name) {
        listed.add("<item><guid isPermaLink=\"false\">" + name + "</guid><title>" + name + "</title><link>"
                + address("/" + name) + "</link></item>");
        list();
    }

    private void list() {
        put(
                "/feed.xml",
                "application/rss+xml",
                "<rss version=\"2.0\"><channel><title>Press office of Avenia</title>" + String.join("", listed)
                        + "</channel></rss>");
    }

    void put(String path, String type, String body) {
        pages.put(path, new Page(type, body.getBytes(StandardCharsets.UTF_8)));
    }

    void remove(String path) {
        pages.remove(path);
    }

    /** How often a path was asked for. */
    long asked(String path) {
        return asked.stream().filter(path::equals).count();
    }

    @Override
    public void close() {
        server.stop(0);
        answering.shutdownNow();
    }
}
