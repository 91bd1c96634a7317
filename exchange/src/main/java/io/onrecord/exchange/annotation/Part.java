package io.onrecord.exchange.annotation;

import org.jspecify.annotations.Nullable;

/** What a marked piece of text is in a statement; what leads a statement comes first. The names stand in the files. */
enum Part {
    CUE,
    CONTENT,
    SOURCE,
    ADDRESSEE,
    /** The words that show a dispute. */
    EVIDENCE;

    /** The part of a name in a file; null if there is none. */
    static @Nullable Part named(String name) {
        for (Part part : values()) {
            if (part.name().equals(name)) {
                return part;
            }
        }
        return null;
    }
}
