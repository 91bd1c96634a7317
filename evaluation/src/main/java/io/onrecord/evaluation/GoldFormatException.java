package io.onrecord.evaluation;

import java.io.IOException;
import java.nio.file.Path;

/** A gold file is not what a task needs. The message begins with the file and the line: {@code gold.jsonl:17: …}. */
public final class GoldFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 80;

    GoldFormatException(Path file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }

    GoldFormatException(Path file, int line, String problem, Throwable cause) {
        super(file + ":" + line + ": " + problem, cause);
    }

    GoldFormatException(Path file, String problem) {
        super(file + ": " + problem);
    }

    static String shown(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
