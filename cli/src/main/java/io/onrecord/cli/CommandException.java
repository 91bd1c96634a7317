package io.onrecord.cli;

/** A command cannot go on; the message is for the user and says what to do. Ends with {@link ExitCode#FAILED}. */
final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message);
    }

    CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
