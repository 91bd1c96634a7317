package io.onrecord.reading.web;

/** Bytes that are no feed; the message says why and what to do. */
public final class FeedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String why;

    FeedException(String why) {
        super(why);
        this.why = why;
    }

    FeedException(String why, Throwable cause) {
        super(why, cause);
        this.why = why;
    }

    @Override
    public String getMessage() {
        return why;
    }
}
