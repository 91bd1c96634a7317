package io.onrecord.reading.web;

import java.io.IOException;

/** What is known of feeds from earlier runs cannot be used; the message says why and what to do. */
public final class WatchStateException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String why;

    WatchStateException(String why) {
        super(why);
        this.why = why;
    }

    WatchStateException(String why, Throwable cause) {
        super(why, cause);
        this.why = why;
    }

    @Override
    public String getMessage() {
        return why;
    }
}
