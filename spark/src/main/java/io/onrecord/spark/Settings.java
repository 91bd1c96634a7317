package io.onrecord.spark;

import java.util.List;
import java.util.Optional;

/**
 * What a run was asked for.
 *
 * @param inputs files and folders as they were given
 * @param output folder for the tables
 * @param model the network as the command line names it: one that ships, or a file that every machine has
 * @param unitBytes how much of the inputs one task reads, about
 * @param vectors whether statements are given vectors, by which claims are compared, too
 * @param language of the articles that are read; empty for all
 */
record Settings(
        List<String> inputs, String output, String model, long unitBytes, boolean vectors, Optional<String> language) {

    Settings {
        inputs = List.copyOf(inputs);
        inputs.forEach(Places::open);
        output = Places.folder(output);
        if (unitBytes < 1) {
            throw new IllegalArgumentException("a task reads at least 1 byte, not " + unitBytes);
        }
        try {
            new Engine.Wanted(model, vectors, language.orElse("")).reading();
        } catch (IllegalArgumentException e) {
            throw new ClusterException("--language: " + e.getMessage(), e);
        }
    }

    Engine.Wanted engine() {
        return new Engine.Wanted(model, vectors, language.orElse(""));
    }
}
