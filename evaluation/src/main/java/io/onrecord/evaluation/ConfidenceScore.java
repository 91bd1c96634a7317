package io.onrecord.evaluation;

import static io.onrecord.evaluation.AttributionScore.rounded;

import io.onrecord.attribution.Calibration.Target;
import io.onrecord.evaluation.Parts.Role;
import io.onrecord.model.Confidence;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What confidence is worth, each target for itself: a statement is right when it has a partner by linked.loose, a part when
 * each of its spans is exactly a span of the gold.
 *
 * <ul>
 *   <li>{@code linked.loose.ece} and {@code ROLE.ece}: expected calibration error over 15 bins of equal mass, in per cent.
 *   <li>{@code linked.loose.auc} and {@code ROLE.auc}: area under the ROC curve of right against wrong, 0 to 1.
 *   <li>{@code precision.at.X}, {@code recall.at.X}, {@code kept.at.X}: of the statements with a confidence of at least X,
 *       how many are right; how many of the gold they find; which share of all they are. In per cent.
 * </ul>
 *
 * Not safe for use by several threads.
 */
final class ConfidenceScore {

    /** Where precision is asked for. */
    static final List<Double> THRESHOLDS = List.of(0.5, 0.7, 0.8, 0.9, 0.95);

    private final Map<Target, Reliability> targets = new EnumMap<>(Target.class);

    ConfidenceScore() {
        for (Target target : Target.values()) {
            targets.put(target, new Reliability());
        }
    }

    void add(Comparison article) {
        for (int i = 0; i < article.found().size(); i++) {
            Confidence confidence = article.attributions().get(i).confidence();
            for (Target target : Target.values()) {
                if (target != Target.STATEMENT || article.gold().linked()) {
                    boolean right = isRight(article, i, target);
                    target.of(confidence).ifPresent(value -> of(target).add(value, right));
                }
            }
        }
    }

    /** Whether a found statement is right, as far as its target goes. */
    static boolean isRight(Comparison article, int found, Target target) {
        return switch (target) {
            case STATEMENT -> article.isRight(found);
            case SOURCE -> article.isExact(found, Role.SOURCE);
            case CUE -> article.isExact(found, Role.CUE);
            case CONTENT -> article.isExact(found, Role.CONTENT);
        };
    }

    Reliability of(Target target) {
        Reliability reliability = targets.get(target);
        if (reliability == null) {
            throw new IllegalStateException("no target " + target);
        }
        return reliability;
    }

    /**
     * The figures, by name; those that cannot be given are absent.
     *
     * @param gold how many statements the gold has
     */
    Map<String, Double> figures(long gold) {
        Map<String, Double> figures = new LinkedHashMap<>();
        targets.forEach((target, reliability) -> {
            String name = target == Target.STATEMENT ? "linked.loose" : target.code();
            put(figures, name, "", reliability);
        });
        Reliability statements = of(Target.STATEMENT);
        for (double threshold : THRESHOLDS) {
            Reliability.Kept kept = statements.at(threshold);
            if (kept.kept() > 0) {
                figures.put("precision.at." + threshold, percent(kept.right(), kept.kept()));
            }
            if (gold > 0) {
                figures.put("recall.at." + threshold, percent(kept.right(), gold));
            }
            if (statements.items() > 0) {
                figures.put("kept.at." + threshold, percent(kept.kept(), statements.items()));
            }
        }
        return figures;
    }

    /** The calibration error and the area of one thing that has confidence. */
    static void put(Map<String, Double> figures, String name, String suffix, Reliability reliability) {
        reliability.calibrationError().ifPresent(value -> figures.put(name + ".ece" + suffix, rounded(100 * value, 2)));
        reliability.area().ifPresent(value -> figures.put(name + ".auc" + suffix, rounded(value, 4)));
    }

    private static double percent(long part, long whole) {
        return rounded(100.0 * part / whole, 2);
    }
}
