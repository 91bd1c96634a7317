package io.onrecord.search;

/** The index cannot do what was asked; the message says what, where, and what to do. Nothing of it is left half written. */
public final class IndexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of problem it is. */
    public enum Reason {
        /** Another process changes the index just now. */
        BUSY,
        /** Its files are damaged or not what they should be: it is to be made anew. */
        DAMAGED,
        /** The folder cannot be written or read just now, or its disk is full. */
        REFUSED
    }

    private final Reason reason;

    IndexException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
