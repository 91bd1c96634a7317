package io.onrecord.evaluation;

import io.onrecord.attribution.Calibration;
import io.onrecord.attribution.Calibration.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fits the weights that make confidence mean something. Figures are those of articles that the weights were not fitted on
 * ({@link CrossValidation}): {@code TARGET.ece} and {@code TARGET.auc} as {@link ConfidenceScore} has them, and beside them
 * {@code TARGET.ece.raw} and {@code TARGET.auc.raw} of the uncalibrated confidence; counts are {@code TARGET.items} and how
 * many of these are right, {@code TARGET.right}.
 */
final class CalibrationTask implements Task {

    private final Optional<Path> weights;

    /**
     * @param weights where those fitted on all articles are written; empty for nowhere
     */
    CalibrationTask(Optional<Path> weights) {
        this.weights = weights;
    }

    @Override
    public String name() {
        return "calibration";
    }

    @Override
    public String describes() {
        return "Fits the weights of the confidence on gold attributions, and says what they are worth on others.";
    }

    @Override
    public boolean raw() {
        return true;
    }

    @Override
    public Evaluation run(Path file, Engine engine) throws IOException {
        Map<String, GoldArticle> gold = GoldFile.read(file, Marks.AS_THEY_ARE);
        if (gold.size() < CrossValidation.FOLDS || !gold.values().stream().allMatch(GoldArticle::linked)) {
            throw new GoldFormatException(
                    file,
                    "a calibration is fitted on whole attributions, of " + CrossValidation.FOLDS + " articles or more");
        }
        List<Comparison> articles = Reading.of(gold, engine);
        CrossValidation validation = new CrossValidation(articles);
        Map<String, Double> figures = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("articles", (long) articles.size());
        counts.put(
                "articles.missing",
                articles.stream().filter(Comparison::isMissing).count());
        for (Target target : Target.values()) {
            Reliability raw = validation.raw(target);
            ConfidenceScore.put(figures, target.code(), "", validation.heldOut(target));
            ConfidenceScore.put(figures, target.code(), ".raw", raw);
            counts.put(target.code() + ".items", (long) raw.items());
            counts.put(target.code() + ".right", raw.right());
        }
        if (weights.isPresent()) {
            String model = engine.producer().model();
            Files.writeString(
                    weights.get(),
                    "# Fitted by `onrecord evaluate calibration` on the statements of " + articles.size()
                            + " articles as found by\n# " + model + ".\n"
                            + validation
                                    .calibration()
                                    .withLeastOf(Calibration.shipped(model))
                                    .text());
        }
        return new Evaluation(name(), file.toString(), figures, counts, engine.producer());
    }
}
