package io.onrecord.server.http;

/** What is to be done with what a path names. */
public enum Method {
    GET,
    POST,
    PUT,
    DELETE
}
