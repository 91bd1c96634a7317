package io.onrecord.store;

/** What putting a record did. */
public enum Put {
    /** The first version of its article. */
    NEW,
    /** The article was there, by the same producer; nothing was written. */
    UNCHANGED,
    /** The article was there, by another producer: the engine's rows are new, what users decided is as it was. */
    REPLACED,
    /** Another text of an address that was there; kept beside the older ones. */
    NEWER_VERSION
}
