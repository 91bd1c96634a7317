package io.onrecord.exchange.export;

/** A record cannot be written in a format; the next one may do. The message says what and what to do. */
public final class UnfitRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 80;

    public UnfitRecordException(String message) {
        super(message);
    }

    public UnfitRecordException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Foreign text for a message, cut at 80 characters. */
    static String shown(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
