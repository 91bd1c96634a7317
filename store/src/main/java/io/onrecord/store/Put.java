package io.onrecord.store;

/** What putting a record did. */
public enum Put {
    /** The first version of its article. */
    NEW,
    /** The article was there, by the same producer, and no less was known of it; nothing was written. */
    UNCHANGED,
    /**
     * The article was there, by another producer, or without an outlet, title or day that is known now: the engine's rows are new, what users decided
     * is as it was.
     */
    REPLACED,
    /** Another text of an address that was there; kept beside the older ones. */
    NEWER_VERSION
}
