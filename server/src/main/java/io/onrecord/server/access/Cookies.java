package io.onrecord.server.access;

import io.onrecord.server.http.Request;
import java.time.Duration;
import java.util.Optional;

/** The cookie of a session: for this server alone, unseen by scripts, sent by no other site's pages. */
final class Cookies {

    private static final String PLAIN = "onrecord-session";
    /** Browsers take this name from secure servers only, for the whole of one host. */
    private static final String SECURE = "__Host-onrecord-session";

    private static final String FLAGS = "; Path=/; HttpOnly; SameSite=Strict";

    private Cookies() {}

    /** What the cookie of a request holds. */
    static Optional<String> session(Request request) {
        return request.cookie(request.isSecure() ? SECURE : PLAIN);
    }

    static String set(Request request, String session, Duration lasts) {
        return header(request, session, lasts.toSeconds());
    }

    static String clear(Request request) {
        return header(request, "", 0);
    }

    private static String header(Request request, String value, long seconds) {
        boolean secure = request.isSecure();
        return (secure ? SECURE : PLAIN) + "=" + value + FLAGS + "; Max-Age=" + seconds + (secure ? "; Secure" : "");
    }
}
