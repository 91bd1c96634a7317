package io.onrecord.reading.web;

/** What became of an address: its payload, whole, or the reason why not. Never half of a payload. */
public sealed interface Fetch permits Fetched, Refused {

    /** As it was asked for. */
    String address();
}
