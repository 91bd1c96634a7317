package io.onrecord.evaluation;

import java.io.IOException;
import java.nio.file.Path;

/** Something that can be measured on a gold file. Immutable; safe to share between threads. */
public interface Task {

    /** The name on the command line, such as {@code attribution}. */
    String name();

    /** What is measured and what the gold file holds, in one sentence. */
    String describes();

    /**
     * Whether the engine must give its confidence uncalibrated and leave no statement out for want of it. Most tasks want
     * what users get.
     */
    default boolean raw() {
        return false;
    }

    /** Whether the engine reads anything; where it does not, {@link #run} asks it only for what it is. */
    default boolean needsEngine() {
        return true;
    }

    /** Whether there is a gold file; where there is none, the task makes its gold itself and {@link #run} heeds no file. */
    default boolean needsFile() {
        return true;
    }

    /**
     * Runs the engine on the gold articles.
     *
     * @throws GoldFormatException if the file is not what this task needs; nothing was run then
     * @throws IOException if the file cannot be read
     */
    Evaluation run(Path file, Engine engine) throws IOException;
}
