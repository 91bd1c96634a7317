package io.onrecord.server.view;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.search.Matches;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A statement in its words and in what stands around them: its paragraphs, or of long ones what is near. */
final class Excerpt {

    /** What is shown at most, in UTF-16 units. */
    private static final int MOST = 900;

    /** What is shown around a statement at most, on each side. */
    private static final int AROUND = 160;

    private static final String CUT = "…";

    private Excerpt() {}

    static List<HitPiece> of(ArticleRecord record, Statement statement, Matches matches) {
        String text = record.textOf(statement.attribution().in());
        Map<String, List<Span>> parts = parts(statement);
        Span shown = shown(record, statement, text, parts);
        List<Span> found = matches.in(shown.of(text)).stream()
                .map(span -> new Span(span.start() + shown.start(), span.end() + shown.start()))
                .toList();
        TreeSet<Integer> bounds = new TreeSet<>(List.of(shown.start(), shown.end()));
        parts.values().forEach(spans -> spans.forEach(span -> bounds.addAll(List.of(span.start(), span.end()))));
        found.forEach(span -> bounds.addAll(List.of(span.start(), span.end())));
        List<HitPiece> pieces = new ArrayList<>();
        if (begins(record, statement, shown, text)) {
            pieces.add(new HitPiece(CUT, "", false));
        }
        int at = shown.start();
        for (int bound : bounds.subSet(shown.start(), false, shown.end(), true)) {
            Span span = new Span(at, bound);
            pieces.add(new HitPiece(span.of(text), part(parts, span), covered(found, span)));
            at = bound;
        }
        if (shown.end() < end(record, statement, shown, text)) {
            pieces.add(new HitPiece(CUT, "", false));
        }
        return pieces;
    }

    /** In the order in which they win where they overlap. */
    private static Map<String, List<Span>> parts(Statement statement) {
        Map<String, List<Span>> parts = new LinkedHashMap<>();
        parts.put("source", statement.attribution().source());
        parts.put("cue", statement.attribution().cue());
        parts.put("addressee", statement.addressee());
        parts.put("content", statement.attribution().content());
        return parts;
    }

    private static String part(Map<String, List<Span>> parts, Span span) {
        return parts.entrySet().stream()
                .filter(entry -> covered(entry.getValue(), span))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static boolean covered(List<Span> spans, Span span) {
        return spans.stream().anyMatch(one -> one.start() <= span.start() && span.end() <= one.end());
    }

    private static boolean begins(ArticleRecord record, Statement statement, Span shown, String text) {
        return shown.start() > paragraph(record, statement, shown.start(), text).start();
    }

    private static int end(ArticleRecord record, Statement statement, Span shown, String text) {
        return paragraph(record, statement, shown.end() - 1, text).end();
    }

    private static Span shown(ArticleRecord record, Statement statement, String text, Map<String, List<Span>> parts) {
        int start = Integer.MAX_VALUE;
        int end = 0;
        for (List<Span> spans : parts.values()) {
            for (Span span : spans) {
                start = Math.min(start, span.start());
                end = Math.max(end, span.end());
            }
        }
        int first = Math.max(paragraph(record, statement, start, text).start(), start - AROUND);
        int last = Math.min(paragraph(record, statement, end - 1, text).end(), end + AROUND);
        first = wholeWord(text, first, start, 1);
        last = wholeWord(text, last, end, -1);
        if (last - first > MOST) {
            last = wholeWord(text, first + MOST, first + MOST - AROUND, -1);
        }
        return new Span(first, last);
    }

    /** Goes towards an end until no word is cut. */
    private static int wholeWord(String text, int from, int to, int step) {
        int at = from;
        while (at != to && at > 0 && at < text.length() && isInWord(text, at)) {
            at += step;
        }
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static boolean isInWord(String text, int at) {
        return !Character.isWhitespace(text.charAt(at - 1)) && !Character.isWhitespace(text.charAt(at));
    }

    /** The paragraph at a place; of a title, all of it. */
    private static Span paragraph(ArticleRecord record, Statement statement, int place, String text) {
        if (statement.attribution().in() == Location.TEXT) {
            for (Span paragraph : record.article().text().paragraphs()) {
                if (paragraph.start() <= place && place < paragraph.end()) {
                    return paragraph;
                }
            }
        }
        return new Span(0, text.length());
    }
}
