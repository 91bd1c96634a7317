package io.onrecord.evaluation;

import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.stance.Addressees;
import io.onrecord.stance.Stances;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Scores the stance of given cues.
 *
 * <ul>
 *   <li>{@code stance.macro_f1}: the mean F1 of the stances that the gold has; {@code stance.accuracy}; {@code
 *       stance.NAME.p}, {@code .r} and {@code .f1} of each.
 *   <li>{@code negated.…} and {@code hypothetical.…}: the flags, where the gold tells them.
 *   <li>{@code addressee.…}: whom it was told, to the character, over the cues whose gold tells it.
 *   <li>{@code fallback.accuracy}: over the cues of which the lexicon has no word.
 *   <li>{@code baseline.word.…}: a bare list of words; {@code baseline.says.…}: {@code SAYS} for every cue.
 *   <li>{@code labels.kappa}: Cohen's kappa of the two people who labelled, -1 to 1.
 * </ul>
 *
 * Not safe for use by several threads.
 */
final class StanceScore {

    private final Confusion read = new Confusion();
    private final Confusion word = new Confusion();
    private final Confusion says = new Confusion();
    private final Confusion labels = new Confusion();
    private final Detection negated = new Detection();
    private final Detection hypothetical = new Detection();
    private final Detection addressee = new Detection();
    private long unknown;
    private long unknownRight;

    /** Reads a cue and compares. */
    void add(GoldCue gold) {
        StanceReading reading = Stances.read(gold.text(), gold.words());
        Stance stance = gold.counted(reading.stance());
        read.add(gold.stance(), stance);
        word.add(gold.stance(), gold.counted(Stances.ofWordAlone(gold.text(), gold.words())));
        says.add(gold.stance(), gold.counted(Stance.SAYS));
        gold.labels().ifPresent(both -> labels.add(both.first(), both.second()));
        gold.negated().ifPresent(is -> negated.add(is, reading.negated()));
        gold.hypothetical().ifPresent(is -> hypothetical.add(is, reading.hypothetical()));
        gold.addressee().ifPresent(spans -> addAddressee(spans, Addressees.of(gold.text(), gold.words())));
        if (!Stances.isKnown(gold.text(), gold.words())) {
            unknown++;
            unknownRight += stance == gold.stance() ? 1 : 0;
        }
    }

    private void addAddressee(List<Span> gold, List<Span> found) {
        addressee.gold += gold.size();
        addressee.predicted += found.size();
        addressee.correct += found.stream().filter(gold::contains).count();
    }

    /** By name, in per cent but for kappa. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("stance.macro_f1", read.macroF1());
        figures.put("stance.accuracy", read.accuracy());
        figures.put("baseline.word.macro_f1", word.macroF1());
        figures.put("baseline.word.accuracy", word.accuracy());
        figures.put("baseline.says.macro_f1", says.macroF1());
        figures.put("baseline.says.accuracy", says.accuracy());
        read.of.forEach((stance, detection) -> {
            if (detection.gold > 0) {
                detection.figures(name(stance), figures);
            }
        });
        flags().forEach((name, detection) -> detection.figures(name, figures));
        if (unknown > 0) {
            figures.put("fallback.accuracy", percent(unknownRight, unknown));
        }
        if (labels.items > 0) {
            figures.put("labels.kappa", AttributionScore.rounded(labels.kappa(), 4));
        }
        return figures;
    }

    /** The measures beside the stances, those that anything was counted for. */
    private Map<String, Detection> flags() {
        Map<String, Detection> flags = new LinkedHashMap<>();
        flags.put("negated", negated);
        flags.put("hypothetical", hypothetical);
        flags.put("addressee", addressee);
        flags.values().removeIf(detection -> detection.gold == 0);
        return flags;
    }

    /** By name. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("cues", read.items);
        counts.put("stance.accuracy.correct", read.right);
        counts.put("stance.accuracy.gold", read.items);
        read.of.forEach((stance, detection) -> {
            if (detection.gold > 0) {
                detection.counts(name(stance), counts);
            }
        });
        flags().forEach((name, detection) -> detection.counts(name, counts));
        if (unknown > 0) {
            counts.put("fallback.accuracy.correct", unknownRight);
            counts.put("fallback.accuracy.gold", unknown);
        }
        if (labels.items > 0) {
            counts.put("labels.items", labels.items);
        }
        return counts;
    }

    private static String name(Stance stance) {
        return "stance." + stance.name().toLowerCase(Locale.ROOT);
    }

    private static double percent(long part, long whole) {
        return AttributionScore.rounded(whole == 0 ? 0 : 100.0 * part / whole, 2);
    }

    /** Gold stances against read ones. */
    private static final class Confusion {
        private final Map<Stance, Detection> of = new EnumMap<>(Stance.class);
        private long items;
        private long right;

        Confusion() {
            for (Stance stance : Stance.values()) {
                of.put(stance, new Detection());
            }
        }

        void add(Stance gold, Stance read) {
            items++;
            right += gold == read ? 1 : 0;
            of.forEach((stance, detection) -> detection.add(stance == gold, stance == read));
        }

        double accuracy() {
            return percent(right, items);
        }

        double macroF1() {
            return AttributionScore.rounded(
                    of.values().stream()
                            .filter(detection -> detection.gold > 0)
                            .mapToDouble(Detection::f1)
                            .average()
                            .orElse(0),
                    2);
        }

        double kappa() {
            double chance = of.values().stream()
                    .mapToDouble(stance -> (double) stance.gold / items * stance.predicted / items)
                    .sum();
            double agreed = (double) right / items;
            return chance == 1 ? 1 : (agreed - chance) / (1 - chance);
        }
    }

    /** How often something was found that is there. */
    private static final class Detection {
        private long correct;
        private long predicted;
        private long gold;

        void add(boolean is, boolean found) {
            gold += is ? 1 : 0;
            predicted += found ? 1 : 0;
            correct += is && found ? 1 : 0;
        }

        double f1() {
            return gold + predicted == 0 ? 0 : 200.0 * correct / (gold + predicted);
        }

        void figures(String name, Map<String, Double> figures) {
            figures.put(name + ".p", percent(correct, predicted));
            figures.put(name + ".r", percent(correct, gold));
            figures.put(name + ".f1", AttributionScore.rounded(f1(), 2));
        }

        void counts(String name, Map<String, Long> counts) {
            counts.put(name + ".correct", correct);
            counts.put(name + ".predicted", predicted);
            counts.put(name + ".gold", gold);
        }
    }
}
