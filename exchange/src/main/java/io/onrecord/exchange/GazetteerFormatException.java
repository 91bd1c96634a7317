package io.onrecord.exchange;

import java.io.IOException;

/** A list of known names is not what it should be. The message begins with the file and the line: {@code people.csv:17: …}. */
public final class GazetteerFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    GazetteerFormatException(String file, long line, String problem) {
        super(file + ":" + line + ": " + problem);
    }

    GazetteerFormatException(String file, long line, String problem, Throwable cause) {
        super(file + ":" + line + ": " + problem, cause);
    }
}
