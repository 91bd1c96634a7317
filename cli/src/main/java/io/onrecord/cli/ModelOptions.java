package io.onrecord.cli;

import io.onrecord.Onrecord;
import io.onrecord.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of every command that runs the network. */
final class ModelOptions {

    private static final Set<String> PLANNED = Set.of("large", "fast");

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE",
            defaultValue = "default",
            description = "Network to use: default, or an ONNX file written by training/train (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String model;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Articles worked on at once (all processors); never changes a record.")
    private int threads = Options.DEFAULT.threads();

    /** Opens the engine. */
    Onrecord open() {
        if (threads < 1 || threads > 1024) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--threads': '" + threads + "' is not 1 to 1024");
        }
        Options options = Options.DEFAULT.withThreads(threads);
        if (model.equals("default")) {
            return Onrecord.open(options);
        }
        Path file = Path.of(model);
        if (PLANNED.contains(model) && !Files.exists(file)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--model': this version ships 'default' alone, not '" + model + "'");
        }
        return Onrecord.open(options.withModel(file));
    }
}
