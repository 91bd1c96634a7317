package io.onrecord.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table in Markdown, built row by row. For one thread. */
final class MarkdownTable {

    private final StringBuilder out = new StringBuilder();

    MarkdownTable(String... head) {
        row(List.of(head));
        row(Collections.nCopies(head.length, "---"));
    }

    MarkdownTable row(String... cells) {
        return row(List.of(cells));
    }

    MarkdownTable row(List<String> cells) {
        out.append('|');
        for (String cell : cells) {
            out.append(' ').append(cell.replace("|", "\\|")).append(" |");
        }
        out.append('\n');
        return this;
    }

    /** The table, with an empty line after it. */
    String text() {
        return out + "\n";
    }

    /** A figure with two decimals; a dash where it cannot be given. */
    static String figure(Map<String, Double> figures, String name) {
        Double value = figures.get(name);
        return value == null ? "–" : decimal(value);
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String percent(long part, long whole) {
        return whole == 0 ? "–" : decimal(100.0 * part / whole);
    }
}
