package io.onrecord.encoder;

/** A network could not be opened or run; the message says which, why, and what to do. */
public class EncodingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EncodingException(String message) {
        super(message);
    }

    public EncodingException(String message, Throwable cause) {
        super(message, cause);
    }
}
