package io.onrecord;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to open Onrecord.
 *
 * @param model file of the network; empty for the one that ships
 * @param threads how many articles are worked on at once, at least 1; never changes a record
 */
public record Options(Optional<Path> model, int threads) {

    /** The shipped network on all processors. */
    public static final Options DEFAULT =
            new Options(Optional.empty(), Runtime.getRuntime().availableProcessors());

    public Options {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
    }

    /** The same with another network. */
    public Options withModel(Path file) {
        return new Options(Optional.of(file), threads);
    }

    /** The same with another number of threads. */
    public Options withThreads(int count) {
        return new Options(model, count);
    }
}
