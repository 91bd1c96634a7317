package io.onrecord.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: a status, headers, and a body that is written when it is sent. */
public final class Response {

    /** Writes a body, bit by bit; whoever reads slowly holds it up. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    private final int status;
    private final Map<String, String> headers;
    private final Body body;

    private Response(int status, Map<String, String> headers, Body body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** A page, or a part of one. */
    public static Response html(String html) {
        return of(200, "text/html; charset=utf-8", bytes(html));
    }

    /** Something for programs, as {@link Json} writes it. */
    public static Response json(Object value) {
        return of(200, "application/json", out -> Json.write(value, out));
    }

    /** Anything. */
    public static Response of(int status, String type, Body body) {
        return new Response(status, Map.of("Content-Type", type), body);
    }

    /** Nothing more to say. */
    public static Response empty() {
        return new Response(204, Map.of(), out -> {});
    }

    /** After something was done: what to look at next. */
    public static Response seeOther(String path) {
        return new Response(303, Map.of("Location", path), out -> {});
    }

    /** What is asked for is elsewhere now, and may come back. */
    public static Response moved(String path) {
        return new Response(307, Map.of("Location", path, "Cache-Control", "no-cache"), out -> {});
    }

    /** A file to keep. */
    public static Response download(String name, String type, Body body) {
        return of(200, type, body).with("Content-Disposition", "attachment; filename=\"" + safe(name) + "\"");
    }

    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "-");
    }

    private static Body bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return out -> out.write(bytes);
    }

    /** The same with another status. */
    public Response status(int other) {
        return new Response(other, headers, body);
    }

    /** The same with a header. */
    public Response with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    Body body() {
        return body;
    }
}
