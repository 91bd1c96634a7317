package io.onrecord.exchange.export;

import java.util.List;
import java.util.Set;

/**
 * A format that is exported to. Formats are immutable and may be used by any number of threads; what they open is for one.
 *
 * <p>A format takes records one by one, writes as it goes, and holds no more than one article in memory.
 */
public sealed interface ExportFormat permits RecordFormat, FolderFormat, TableFormat {

    /** What users call it, in lower case: {@code csv}. Two formats may share a name where their subjects differ. */
    String name();

    /** What it is and whom it is for, in one line without a full stop, for help. */
    String about();

    /** How names of its files end, with the dot and in lower case; the first is the usual one. Empty for a format of folders. */
    List<String> endings();

    /** What it can hold. */
    Set<Subject> subjects();

    /** Whether what people put right goes into it; else records are as the engine made them. */
    default boolean hasCorrections() {
        return true;
    }

    /** Whether it is no text, which a terminal should not be shown. */
    default boolean isBinary() {
        return false;
    }
}
