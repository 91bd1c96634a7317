package io.onrecord;

import io.onrecord.attribution.Mode;
import io.onrecord.speakers.Gazetteer;
import java.util.Optional;

/**
 * How to open Onrecord.
 *
 * @param model which network finds statements
 * @param threads how many articles are worked on at once, at least 1; never changes a record
 * @param mode what to prefer where the engine is not sure
 * @param minConfidence least confidence of a statement, from 0 to 1: others are left out; empty for what the network has in the mode
 * @param calibrated whether confidence is calibrated; else it is what the network gives, which only orders statements
 * @param gazetteer known people, states and organisations, whose ids and aliases speakers get
 */
public record Options(
        Model model, int threads, Mode mode, Optional<Double> minConfidence, boolean calibrated, Gazetteer gazetteer) {

    /** The default network on all processors, balanced. */
    public static final Options DEFAULT = new Options(
            Model.Shipped.DEFAULT,
            Runtime.getRuntime().availableProcessors(),
            Mode.BALANCED,
            Optional.empty(),
            true,
            Gazetteer.EMPTY);

    public Options {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
        minConfidence.ifPresent(least -> {
            if (!(least >= 0 && least <= 1)) {
                throw new IllegalArgumentException("minConfidence must lie between 0 and 1, not " + least);
            }
        });
    }

    /** The same with another network. */
    public Options withModel(Model other) {
        return new Options(other, threads, mode, minConfidence, calibrated, gazetteer);
    }

    /** The same with another number of threads. */
    public Options withThreads(int count) {
        return new Options(model, count, mode, minConfidence, calibrated, gazetteer);
    }

    /** The same in another mode. */
    public Options withMode(Mode other) {
        return new Options(model, threads, other, minConfidence, calibrated, gazetteer);
    }

    /** The same without the statements below a confidence, from 0 (none is left out) to 1. */
    public Options withMinConfidence(double least) {
        return new Options(model, threads, mode, Optional.of(least), calibrated, gazetteer);
    }

    /** The same with a list of known names. */
    public Options withGazetteer(Gazetteer known) {
        return new Options(model, threads, mode, minConfidence, calibrated, known);
    }

    /** The same with confidence as the network gives it: to fit a calibration. */
    public Options withoutCalibration() {
        return new Options(model, threads, mode, minConfidence, false, gazetteer);
    }
}
