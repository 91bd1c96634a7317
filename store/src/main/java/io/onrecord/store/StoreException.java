package io.onrecord.store;

/**
 * The store cannot do what was asked. The message says what, where, and what to do; pieces of foreign text in it are cut at 80
 * characters, and the password of a database is never in it. What was put before stays as it was: nothing is half written.
 */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 80;

    /** Who must act, and how. */
    public enum Reason {
        /** The address is of no kind that is known, or its folder is not there. */
        ADDRESS,
        /** What stands at the address is something else than a store. */
        NOT_A_STORE,
        /** Something is there already, and nobody said that it may go. */
        TAKEN,
        /** A newer Onrecord made the store. */
        NEWER,
        /** The store, or its disk, cannot be written. */
        READ_ONLY,
        /** The disk is full. */
        FULL,
        /** Another process writes; asking again may do. */
        BUSY,
        /** The database cannot be reached, or does not let this user in. */
        UNREACHABLE,
        /** The store holds something that no version of Onrecord wrote. */
        DAMAGED,
        /** The record cannot be kept, for instance since it is not valid Unicode; the next one may do. */
        UNFIT,
        /** The database refused something else. */
        REFUSED
    }

    /** Not null; an enum is serialized by name. */
    private final Reason reason;

    StoreException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    StoreException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What kind of problem it is. */
    public Reason reason() {
        return reason;
    }

    static String shown(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
