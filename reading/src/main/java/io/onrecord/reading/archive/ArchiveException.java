package io.onrecord.reading.archive;

import java.io.IOException;

/**
 * An archive or an entry that is damaged, or over a limit. The message is one for people, whole as it is: what, where, and
 * what to do.
 */
public final class ArchiveException extends IOException {

    private static final long serialVersionUID = 1L;

    ArchiveException(String message) {
        super(message);
    }

    ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
