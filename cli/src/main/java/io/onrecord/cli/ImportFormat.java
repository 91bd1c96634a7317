package io.onrecord.cli;

import io.onrecord.store.Store;
import java.io.InputStream;
import java.util.List;

/** A format that a store takes. Immutable. */
interface ImportFormat {

    /**
     * Who corrects.
     *
     * @param author as the history names them
     * @param dryRun whether nothing is to be kept
     */
    record Corrector(String author, boolean dryRun) {}

    /** What users call it, in lower case. */
    String name();

    /** What it is and what comes of it, in one line without a full stop, for help. */
    String about();

    /** How names of its files end, with the dot and in lower case. */
    List<String> endings();

    /** Whether what comes in are corrections, which have an author and need articles that are kept already. */
    default boolean isOfCorrections() {
        return false;
    }

    /**
     * Imports one file or folder. What is taken and what is left out is told as it comes; one bad piece does not end it.
     *
     * @param name of the file; {@code -} is standard input
     * @param corrector says who corrects, for what comes in as corrections
     * @throws CommandException if the file cannot be read, or the store takes nothing any more
     */
    void run(String name, InputStream standardInput, Store store, Corrector corrector, Imported imported);
}
