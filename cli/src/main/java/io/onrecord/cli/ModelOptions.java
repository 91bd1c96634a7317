package io.onrecord.cli;

import io.onrecord.Model;
import io.onrecord.Onrecord;
import io.onrecord.Options;
import io.onrecord.attribution.Mode;
import io.onrecord.speakers.Gazetteer;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of every command that runs the network. */
final class ModelOptions {

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE",
            defaultValue = "default",
            description =
                    "Network to use: default, fast (less than half the work, finds a little less), large (over twice the work,"
                            + " finds more; a download of its own), or an ONNX file written by"
                            + " training/train (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String model;

    /** The modes by the names that the command line uses. */
    enum ModeName {
        precision(Mode.PRECISION),
        balanced(Mode.BALANCED),
        recall(Mode.RECALL);

        private final Mode mode;

        ModeName(Mode mode) {
            this.mode = mode;
        }
    }

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "balanced",
            description = "Where the engine is not sure: precision leaves out, recall reports, balanced weighs"
                    + " (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private ModeName mode;

    @Option(
            names = "--min-confidence",
            paramLabel = "X",
            description = "Leave out statements with less confidence, 0 to 1 (as the network has it in the mode).")
    private Optional<Double> minConfidence = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Articles worked on at once (all processors); never changes a record.")
    private int threads = Options.DEFAULT.threads();

    /** Opens the engine. */
    Onrecord open() {
        return open(options());
    }

    /** Opens it with a list of known names. */
    Onrecord open(Gazetteer known) {
        return open(options().withGazetteer(known));
    }

    /** Opens it without calibration, and so that no statement is left out for want of confidence. */
    Onrecord openRaw() {
        if (minConfidence.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--min-confidence has no meaning here: confidence is not calibrated yet");
        }
        return open(options().withoutCalibration().withMinConfidence(0));
    }

    private Options options() {
        if (threads < 1 || threads > 1024) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--threads': '" + threads + "' is not 1 to 1024");
        }
        if (!minConfidence.map(least -> least >= 0 && least <= 1).orElse(true)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--min-confidence': '" + minConfidence.get() + "' is not 0 to 1");
        }
        Options options = Options.DEFAULT.withThreads(threads).withMode(mode.mode);
        return minConfidence.map(options::withMinConfidence).orElse(options);
    }

    private Onrecord open(Options options) {
        return Onrecord.open(options.withModel(Model.of(model)));
    }
}
