package io.onrecord.exchange;

/**
 * A JSON text is not a record of the format {@code onrecord/1}, or a record cannot be written as one. The message says
 * where, what, and what to do; pieces of foreign text in it are cut at 80 characters.
 */
public final class RecordFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 80;

    /** JSON pointer (RFC 6901); empty for the whole document. */
    private final String pointer;

    RecordFormatException(String pointer, String problem) {
        super(message(pointer, problem));
        this.pointer = pointer;
    }

    RecordFormatException(String pointer, String problem, Throwable cause) {
        super(message(pointer, problem), cause);
        this.pointer = pointer;
    }

    private static String message(String pointer, String problem) {
        return pointer.isEmpty() ? problem : "at " + shown(pointer) + ": " + problem;
    }

    /** The place in the record as a JSON pointer (RFC 6901), such as {@code /statements/3/cue}; empty for the whole. */
    public String pointer() {
        return pointer;
    }

    static String shown(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
