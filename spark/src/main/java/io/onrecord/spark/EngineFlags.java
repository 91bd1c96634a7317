package io.onrecord.spark;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say how articles are read. */
final class EngineFlags {

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE",
            defaultValue = "default",
            description =
                    "The network: default, fast, or a file at the same place on every machine (${DEFAULT-VALUE}).")
    private String model = "default";

    @Option(
            names = "--no-vectors",
            description = "No vectors of statements: faster, and claims are compared by their words alone.")
    private boolean noVectors;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            defaultValue = "en",
            description = "Articles in other languages are skipped (${DEFAULT-VALUE}); 'any' reads all.")
    private String language = "en";

    Settings settings(List<String> inputs, String output, long unitBytes) {
        return new Settings(
                inputs,
                output,
                model,
                unitBytes,
                !noVectors,
                Optional.of(language).filter(code -> !code.equals("any")));
    }
}
