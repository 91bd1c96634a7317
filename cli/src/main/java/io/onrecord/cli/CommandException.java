package io.onrecord.cli;

import java.util.List;

/** A command cannot go on; the message is for the user and says what to do. Ends with {@link ExitCode#FAILED}. */
final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> listed;

    CommandException(String message) {
        this(message, List.of());
    }

    /** @param listed what the message is about, each on a line of its own after it */
    CommandException(String message, List<String> listed) {
        super(message);
        this.listed = List.copyOf(listed);
    }

    CommandException(String message, Throwable cause) {
        super(message, cause);
        this.listed = List.of();
    }

    /** Lines after the message, which may have foreign text in them. */
    List<String> listed() {
        return listed;
    }
}
