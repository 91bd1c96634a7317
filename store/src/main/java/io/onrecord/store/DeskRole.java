package io.onrecord.store;

/** What somebody may do at a shared desk. */
public enum DeskRole {
    /** Sees what is on record. */
    READER,
    /** Adds to it and puts it right, too. */
    EDITOR
}
