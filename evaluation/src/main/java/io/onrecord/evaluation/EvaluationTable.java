package io.onrecord.evaluation;

import io.onrecord.model.Producer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An evaluation as lines of text: a table of what has precision, recall and F1, then the other figures with the counts
 * they were made of, then the counts that belong to no figure.
 */
final class EvaluationTable {

    private static final String RECALL = ".recall";

    private final Evaluation evaluation;
    private final StringBuilder out = new StringBuilder();
    /** Names of the counts that have not been shown yet. */
    private final Set<String> left;

    EvaluationTable(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.left = new LinkedHashSet<>(evaluation.counts().keySet());
    }

    @Override
    public String toString() {
        line("%s on %s", evaluation.task(), evaluation.file());
        Set<String> measured = new LinkedHashSet<>();
        for (String name : evaluation.figures().keySet()) {
            if (name.endsWith(".f1")) {
                measured.add(name.substring(0, name.length() - ".f1".length()));
            }
        }
        int width = width();
        measured(measured, width);
        others(measured, width);
        for (String name : left) {
            line("%-" + width + "s %9s", name, grouped(evaluation.counts().getOrDefault(name, 0L)));
        }
        Producer producer = evaluation.producer();
        line("made with onrecord %s, model %s, options %s", producer.version(), producer.model(), producer.options());
        return out.toString();
    }

    private void measured(Set<String> names, int width) {
        if (names.isEmpty()) {
            return;
        }
        line("%-" + width + "s %9s %9s %9s %9s %9s", "", "P", "R", "F1", "found", "gold");
        for (String name : names) {
            line(
                    "%-" + width + "s %9s %9s %9s %9s %9s",
                    name,
                    figure(name + ".p"),
                    figure(name + ".r"),
                    figure(name + ".f1"),
                    count(name + ".predicted").orElse(""),
                    count(name + ".gold").orElse(""));
            left.remove(name + ".correct");
        }
    }

    private void others(Set<String> measured, int width) {
        for (Map.Entry<String, Double> figure : evaluation.figures().entrySet()) {
            String name = figure.getKey();
            int dot = name.lastIndexOf('.');
            if (dot > 0 && measured.contains(name.substring(0, dot))) {
                continue;
            }
            String of = name.endsWith(RECALL) ? name.substring(0, name.length() - RECALL.length()) : name;
            Optional<String> correct = count(of + ".correct");
            Optional<String> gold = count(of + ".gold");
            String behind =
                    correct.isPresent() && gold.isPresent() ? "   (" + correct.get() + " of " + gold.get() + ")" : "";
            line("%-" + width + "s %9s%s", name, figure(name), behind);
        }
    }

    private int width() {
        int width = 0;
        for (String name : evaluation.figures().keySet()) {
            width = Math.max(width, name.length());
        }
        for (String name : left) {
            width = Math.max(width, name.length());
        }
        return Math.max(width, 1);
    }

    private String figure(String name) {
        Double value = evaluation.figures().get(name);
        return value == null ? "" : String.format(Locale.ROOT, "%.2f", value);
    }

    /** A count as text, which then counts as shown. */
    private Optional<String> count(String name) {
        Long value = evaluation.counts().get(name);
        if (value == null) {
            return Optional.empty();
        }
        left.remove(name);
        return Optional.of(grouped(value));
    }

    private static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
