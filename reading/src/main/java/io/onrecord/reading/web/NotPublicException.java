package io.onrecord.reading.web;

import java.net.UnknownHostException;

/** A host that lies in a network that is nobody's business. */
final class NotPublicException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    private final String kind;

    NotPublicException(String host, String kind) {
        super(host);
        this.kind = kind;
    }

    /** What kind of address it has, for a sentence: {@code a loopback address}. */
    String kind() {
        return kind;
    }
}
