package io.onrecord.spark;

/** A run cannot go on; the message is for who started it: where, what, what to do. */
final class ClusterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClusterException(String message) {
        super(message);
    }

    ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
