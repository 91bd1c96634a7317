package io.onrecord.cli;

import io.onrecord.corrections.Corrected.Touched;
import io.onrecord.corrections.Differences;
import io.onrecord.corrections.Differences.What;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** What another reading changes, for people. */
final class DifferencesText {

    private final Style style;

    DifferencesText(Style style) {
        this.style = style;
    }

    String of(ArticleRecord record, Differences differences) {
        StringBuilder out = new StringBuilder();
        out.append(style.bold(Chosen.shown(record.article().address())))
                .append(style.dim("  " + differences.same() + " as before"))
                .append("\n");
        for (Statement statement : differences.added()) {
            out.append("  + ").append(line(record, statement)).append("\n");
        }
        for (Statement statement : differences.gone()) {
            out.append("  - ").append(line(record, statement)).append("\n");
        }
        for (Differences.Changed changed : differences.changed()) {
            out.append("  ~ ").append(line(record, changed.before())).append("\n");
            changed(record, changed, out);
        }
        for (Touched loose : differences.loosened()) {
            out.append("  ! loose: \"")
                    .append(Chosen.excerpt(loose.history().get(0).anchor().words()))
                    .append("\"\n");
        }
        return out.append("\n").toString();
    }

    private static void changed(ArticleRecord record, Differences.Changed changed, StringBuilder out) {
        Statement before = changed.before();
        Statement now = changed.now();
        if (changed.what().contains(What.SPEAKER)) {
            out.append("      speaker ")
                    .append(Sanitized.line(Differences.speaker(before)))
                    .append(" → ")
                    .append(Sanitized.line(Differences.speaker(now)))
                    .append("\n");
        }
        if (changed.what().contains(What.STANCE)) {
            out.append("      stance ")
                    .append(HistoryText.stance(before))
                    .append(" → ")
                    .append(HistoryText.stance(now))
                    .append("\n");
        }
        if (changed.what().contains(What.SPANS)) {
            out.append("      words ").append(words(record, now)).append("\n");
        }
    }

    private static String line(ArticleRecord record, Statement statement) {
        return Sanitized.line(Differences.speaker(statement)) + ": " + words(record, statement);
    }

    /** Cue and content, as they stand. */
    private static String words(ArticleRecord record, Statement statement) {
        Attribution words = statement.attribution();
        String text = record.textOf(words.in());
        String cue = joined(words.cue(), text);
        return (cue.isEmpty() ? "" : cue + " ") + "\"" + Chosen.excerpt(joined(words.content(), text)) + "\"";
    }

    private static String joined(List<Span> spans, String text) {
        return spans.stream().map(span -> Sanitized.line(span.of(text))).collect(Collectors.joining(" […] "));
    }
}
