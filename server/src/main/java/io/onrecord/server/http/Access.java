package io.onrecord.server.http;

/** Whom a route is for. */
public enum Access {
    /** Anybody: signing in, what pages look like, whether the server is well. */
    PUBLIC,
    /** Whoever may read the record. */
    READ,
    /** Whoever may add to it and put it right. */
    EDIT
}
