package io.onrecord.exchange.annotation;

import java.io.IOException;

/**
 * A file of annotations cannot be taken. The message says which file, where in it, what, and what to do; pieces of foreign text in it
 * are cut at 80 characters.
 */
public final class AnnotationFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    AnnotationFormatException(String file, int line, String problem) {
        super(place(file, line) + ": " + problem);
    }

    AnnotationFormatException(String file, int line, String problem, Throwable cause) {
        super(place(file, line) + ": " + problem, cause);
    }

    /** A line of 0 is the whole file. */
    private static String place(String file, int line) {
        return line == 0 ? file : file + ":" + line;
    }
}
