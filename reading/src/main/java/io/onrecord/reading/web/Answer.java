package io.onrecord.reading.web;

import java.util.Map;
import java.util.Optional;

/** What a server answered to one request. */
final class Answer {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * @param headers by their names in lower case
     * @param body of a page that came whole, unpacked; else empty
     */
    Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    int status() {
        return status;
    }

    boolean isPage() {
        return isPage(status);
    }

    static boolean isPage(int status) {
        return status == 200 || status == 203;
    }

    boolean isRedirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** The server is busy, or what stands before it has lost it. */
    boolean isBusy() {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(value -> !value.isBlank());
    }

    byte[] body() {
        return body;
    }
}
