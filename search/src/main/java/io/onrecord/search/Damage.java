package io.onrecord.search;

import io.onrecord.search.IndexException.Reason;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.jspecify.annotations.Nullable;

/** Tells files that are not what they should be, which only making the index anew mends, from trouble that passes. */
final class Damage {

    /** Causes have causes, but no such chain is longer than this, unless it is a ring. */
    private static final int DEPTH = 20;

    private Damage() {}

    /** Whether a problem, or what caused it, shows that files are missing, damaged or of another format. */
    static boolean shows(@Nullable Throwable problem) {
        @Nullable Throwable cause = problem;
        for (int i = 0; i < DEPTH && cause != null; i++) {
            if (cause instanceof CorruptIndexException
                    || cause instanceof IndexFormatTooOldException
                    || cause instanceof IndexFormatTooNewException
                    || cause instanceof EOFException
                    || cause instanceof FileNotFoundException
                    || cause instanceof NoSuchFileException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    static IndexException of(Path folder, Throwable cause) {
        return new IndexException(
                Reason.DAMAGED,
                "the search index in " + folder + " is damaged ("
                        + cause.getClass().getSimpleName() + "): it is made anew with 'onrecord index --rebuild'",
                cause);
    }
}
