package io.onrecord.evaluation;

import io.onrecord.model.Producer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An evaluation as lines of text: a table of what has precision, recall and F1, then the other figures with the counts
 * they were made of, then the counts that belong to no figure.
 */
final class EvaluationTable {

    private static final String F1 = ".f1";
    private static final String RECALL = ".recall";
    private static final Set<String> MEASURES = Set.of(".p", ".r", ".precision", RECALL, F1);
    private static final int CELL = 9;

    private final Evaluation evaluation;
    private final StringBuilder out = new StringBuilder();
    /** Names of the counts that have not been shown yet. */
    private final Set<String> left;
    /** Of the column of names. */
    private final int width;

    EvaluationTable(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.left = new LinkedHashSet<>(evaluation.counts().keySet());
        this.width = width();
    }

    String text() {
        line(evaluation.task() + " on " + evaluation.file());
        Set<String> measured = new LinkedHashSet<>();
        for (String name : evaluation.figures().keySet()) {
            if (name.endsWith(F1)) {
                measured.add(name.substring(0, name.length() - F1.length()));
            }
        }
        measured(measured);
        others(measured);
        for (String name : left) {
            row(name, grouped(evaluation.counts().getOrDefault(name, 0L)));
        }
        evaluation.notes().forEach(note -> line("note: " + note));
        Producer producer = evaluation.producer();
        line("made with onrecord " + producer.version() + ", model " + producer.model() + ", options "
                + producer.options());
        return out.toString();
    }

    private void measured(Set<String> names) {
        if (names.isEmpty()) {
            return;
        }
        row("", "P", "R", "F1", "found", "gold");
        for (String name : names) {
            row(
                    name,
                    either(name + ".p", name + ".precision"),
                    either(name + ".r", name + RECALL),
                    figure(name + F1),
                    count(name + ".predicted").orElse(""),
                    count(name + ".gold").orElse(""));
            left.remove(name + ".correct");
        }
    }

    private void others(Set<String> measured) {
        for (String name : evaluation.figures().keySet()) {
            if (isMeasured(name, measured)) {
                continue;
            }
            String of = name.endsWith(RECALL) ? name.substring(0, name.length() - RECALL.length()) : name;
            Optional<String> correct = count(of + ".correct");
            Optional<String> gold = count(of + ".gold");
            if (correct.isPresent() && gold.isPresent()) {
                row(name, figure(name), "  (" + correct.get() + " of " + gold.get() + ")");
            } else {
                row(name, figure(name));
            }
        }
    }

    private static boolean isMeasured(String name, Set<String> measured) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && measured.contains(name.substring(0, dot)) && MEASURES.contains(name.substring(dot));
    }

    private int width() {
        int width = 0;
        for (String name : evaluation.figures().keySet()) {
            width = Math.max(width, name.length());
        }
        for (String name : left) {
            width = Math.max(width, name.length());
        }
        return width;
    }

    private String either(String name, String other) {
        return figure(evaluation.figures().containsKey(name) ? name : other);
    }

    private String figure(String name) {
        Double value = evaluation.figures().get(name);
        if (value == null) {
            return "";
        }
        boolean twoDigits = AttributionScore.rounded(value, 2) == value;
        return String.format(Locale.ROOT, twoDigits ? "%.2f" : "%.4f", value);
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

    /** A name to the left and the rest to the right, under one another. */
    private void row(String name, String... cells) {
        StringBuilder row = new StringBuilder(name).append(" ".repeat(width - name.length()));
        for (String cell : cells) {
            row.append(' ')
                    .append(" ".repeat(Math.max(0, CELL - cell.length())))
                    .append(cell);
        }
        line(row.toString());
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
