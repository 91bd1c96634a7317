package io.onrecord.server.http;

import java.util.Map;

/** What every answer says, whoever makes it: nothing runs or loads in a page but the server's own files, and nobody keeps it. */
final class Headers {

    /** Nothing from elsewhere, no inline script or style, no frames. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            // Not no-referrer: browsers then send forms of our own pages with the origin null.
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()",
            "Cache-Control", "no-store");

    private Headers() {}
}
