package io.onrecord.evaluation;

import io.onrecord.attribution.Calibration;
import io.onrecord.attribution.Calibration.Target;
import io.onrecord.attribution.Logistic;
import io.onrecord.evaluation.LogisticFit.Example;
import io.onrecord.model.Attribution;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A calibration fitted on marked articles, and what such a one is worth on articles that it was not fitted on: the articles
 * are dealt out to five folds in turn, and each fold is judged by the fit on the four others. Not safe for use by several
 * threads.
 */
final class CrossValidation {

    static final int FOLDS = 5;

    /** Of each target the examples of each fold. */
    private final Map<Target, List<List<Example>>> folds = new EnumMap<>(Target.class);

    /**
     * @param articles with uncalibrated confidence
     */
    CrossValidation(List<Comparison> articles) {
        for (Target target : Target.values()) {
            List<List<Example>> dealt = new ArrayList<>();
            for (int fold = 0; fold < FOLDS; fold++) {
                dealt.add(new ArrayList<>());
            }
            for (int a = 0; a < articles.size(); a++) {
                addExamples(articles.get(a), target, dealt.get(a % FOLDS));
            }
            folds.put(target, dealt);
        }
    }

    private static void addExamples(Comparison article, Target target, List<Example> examples) {
        for (int i = 0; i < article.found().size(); i++) {
            Attribution raw = article.attributions().get(i);
            if (target.of(raw.confidence()).isPresent()) {
                examples.add(new Example(raw, ConfidenceScore.isRight(article, i, target)));
            }
        }
    }

    /** Fitted on all articles. */
    Calibration calibration() {
        Map<Target, Logistic> maps = new EnumMap<>(Target.class);
        for (Target target : Target.values()) {
            maps.put(target, LogisticFit.fit(but(target, -1)));
        }
        return Calibration.of(maps);
    }

    /** How far confidence can be relied on as the network gives it. */
    Reliability raw(Target target) {
        Reliability reliability = new Reliability();
        but(target, -1)
                .forEach(example ->
                        reliability.add(target.of(example.raw().confidence()).orElseThrow(), example.right()));
        return reliability;
    }

    /** The same once it is calibrated, each article by the fit on the folds that it is not in. */
    Reliability heldOut(Target target) {
        Reliability reliability = new Reliability();
        for (int fold = 0; fold < FOLDS; fold++) {
            Logistic map = LogisticFit.fit(but(target, fold));
            examples(target, fold).forEach(example -> reliability.add(map.of(example.raw()), example.right()));
        }
        return reliability;
    }

    private List<Example> but(Target target, int without) {
        List<Example> examples = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            if (fold != without) {
                examples.addAll(examples(target, fold));
            }
        }
        return examples;
    }

    private List<Example> examples(Target target, int fold) {
        List<List<Example>> dealt = folds.get(target);
        if (dealt == null) {
            throw new IllegalStateException("no target " + target);
        }
        return dealt.get(fold);
    }
}
