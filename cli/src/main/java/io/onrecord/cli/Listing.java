package io.onrecord.cli;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Dispute;
import io.onrecord.model.Location;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate.Basis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A record for a person to read: each statement's source, cue and place, then its content in full. */
final class Listing {

    private static final String INDENT = "     ";
    private static final Pattern SPACES = Pattern.compile(" +");

    private final Style style;
    private final int width;

    /**
     * @param style colour or none
     * @param width columns to wrap at
     */
    Listing(Style style, int width) {
        this.style = style;
        this.width = Math.max(40, width);
    }

    String of(ArticleRecord record) {
        StringBuilder out = new StringBuilder();
        out.append(style.bold(Sanitized.line(record.article().address())));
        record.article().metadata().title().ifPresent(title -> out.append("  ").append(Sanitized.line(title)));
        out.append(style.dim("  " + count(record.statements().size()))).append("\n");
        CodePoints text = CodePoints.of(record.article().text().value());
        CodePoints title = CodePoints.of(record.article().metadata().title().orElse(""));
        Map<String, Integer> numbers = new HashMap<>();
        for (Statement statement : record.statements()) {
            numbers.put(statement.id(), numbers.size() + 1);
        }
        Map<String, List<Dispute>> disputes = new HashMap<>();
        for (Dispute dispute : record.disputes()) {
            disputes.computeIfAbsent(dispute.from(), key -> new ArrayList<>()).add(dispute);
        }
        for (Statement statement : record.statements()) {
            add(record, statement, statement.attribution().in() == Location.TEXT ? text : title, numbers, out);
            for (Dispute dispute : disputes.getOrDefault(statement.id(), List.of())) {
                out.append(INDENT).append(dispute(record, dispute, numbers)).append("\n");
            }
        }
        return out.append("\n").toString();
    }

    private static String count(int statements) {
        return switch (statements) {
            case 0 -> "no statements";
            case 1 -> "1 statement";
            default -> statements + " statements";
        };
    }

    private void add(
            ArticleRecord record,
            Statement statement,
            CodePoints points,
            Map<String, Integer> numbers,
            StringBuilder out) {
        Attribution words = statement.attribution();
        String text = record.textOf(words.in());
        String within = statement
                .within()
                .map(outer -> " · within " + numbers.getOrDefault(outer, 0))
                .orElse("");
        out.append(String.format(Locale.ROOT, "%3d. ", numbers.getOrDefault(statement.id(), 0)))
                .append(who(statement, text))
                .append(style.dim(stance(statement) + date(statement) + " · "
                        + words.form().name().toLowerCase(Locale.ROOT) + " · " + place(record, words, points) + within))
                .append("\n");
        for (String line : wrapped(joined(words.content(), text))) {
            out.append(INDENT).append(line).append("\n");
        }
    }

    /** What it does to which other statement, and the words that show it: {@code -> denies 3 ("denied")}. */
    private String dispute(ArticleRecord record, Dispute dispute, Map<String, Integer> numbers) {
        String words = joined(dispute.evidence(), record.textOf(Location.TEXT));
        return style.bold("-> " + dispute.kind().name().toLowerCase(Locale.ROOT) + " "
                        + numbers.getOrDefault(dispute.to(), 0))
                + style.dim(" (" + words + ")");
    }

    private String who(Statement statement, String text) {
        Attribution words = statement.attribution();
        if (words.cue().isEmpty()) {
            return style.dim("(goes on from before)") + speaker(statement, "");
        }
        String source = joined(words.source(), text);
        return (source.isEmpty() ? style.dim("(nobody named)") : style.source(source))
                + speaker(statement, source)
                + " · "
                + style.cue(joined(words.cue(), text));
    }

    /** Whom the source stands for, where its own words do not say so. */
    private String speaker(Statement statement, String source) {
        return statement.speaker() instanceof Resolved resolved && !source.contains(resolved.name())
                ? " = " + style.source(Sanitized.line(resolved.name()))
                : "";
    }

    /** What the cue does, where it does more than say. */
    static String stance(Statement statement) {
        return statement
                .stance()
                .filter(read -> read.stance() != Stance.SAYS || read.negated() || read.hypothetical())
                .map(read -> " · " + (read.negated() ? "not " : "")
                        + read.stance().name().toLowerCase(Locale.ROOT)
                        + (read.hypothetical() ? " (hypothetical)" : ""))
                .orElse("");
    }

    /** When it was made, where words of the article say so. */
    private static String date(Statement statement) {
        return statement
                .date()
                .filter(date -> date.basis() == Basis.ON_TEXT)
                .map(date -> " · " + date.value())
                .orElse("");
    }

    private static String joined(List<Span> spans, String text) {
        return spans.stream().map(span -> Sanitized.line(span.of(text))).collect(Collectors.joining(" […] "));
    }

    /** Paragraph and characters, both as files count them. */
    static String place(ArticleRecord record, Attribution words, CodePoints points) {
        String range = points.fromUtf16(words.start()) + "–" + points.fromUtf16(words.end());
        if (words.in() == Location.TITLE) {
            return "title, " + range;
        }
        List<Span> paragraphs = record.article().text().paragraphs();
        int low = 0;
        int high = paragraphs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (paragraphs.get(middle).start() <= words.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return "paragraph " + low + ", " + range;
    }

    private List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : SPACES.splitAsStream(text).toList()) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width - INDENT.length()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
