package io.onrecord.server.view;

import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.server.view.Piece.Begin;
import io.onrecord.server.view.Piece.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Lights the words of statements in a text: cuts it where any part of one begins or ends. Statements that overlap get levels, so that they can
 * be told apart. Immutable; costs about as much as there are parts.
 */
final class Lit {

    /** So many parts are shown of words that belong to more: the innermost. */
    static final int MOST = 4;

    /** The highest level. */
    static final int DEEPEST = 3;

    /** Part of a statement in one place. */
    private record Patch(Span span, int statement, String part, int level, String id, boolean again, boolean goesOn) {

        Mark mark(int from, int to) {
            return new Mark(statement, part, level, span.start() == from, span.end() == to, again, goesOn);
        }
    }

    /** The shortest lie on top. */
    private static final Comparator<Patch> INNERMOST = Comparator.comparingInt(
                    (Patch patch) -> patch.span().length())
            .thenComparing(patch -> patch.part())
            .thenComparingInt(patch -> -patch.statement())
            .thenComparing(Patch::span);

    private final String text;
    private final CodePoints points;
    private final List<Patch> patches = new ArrayList<>();

    /**
     * @param statements of the whole record, in its order
     * @param in the text that is meant
     */
    Lit(String text, CodePoints points, List<Statement> statements, Location in) {
        this.text = text;
        this.points = points;
        Map<String, Integer> levels = levels(statements, in);
        int number = 0;
        for (Statement statement : statements) {
            number++;
            Attribution words = statement.attribution();
            if (words.in() == in) {
                int level = levels.getOrDefault(statement.id(), 0);
                add(statement, number, "source", level, words.source());
                add(statement, number, "cue", level, words.cue());
                add(statement, number, "content", level, words.content());
                add(statement, number, "addressee", level, statement.addressee());
            }
        }
        patches.sort(Comparator.comparing(Patch::span));
    }

    private void add(Statement statement, int number, String part, int level, List<Span> spans) {
        for (int i = 0; i < spans.size(); i++) {
            patches.add(new Patch(spans.get(i), number, part, level, statement.id(), i > 0, i + 1 < spans.size()));
        }
    }

    /** The lowest level that no statement has which it overlaps; the innermost ones share the highest. */
    private static Map<String, Integer> levels(List<Statement> statements, Location in) {
        record Open(int end, int level) {}
        Map<String, Integer> levels = new HashMap<>();
        PriorityQueue<Open> open = new PriorityQueue<>(Comparator.comparingInt(Open::end));
        int[] taken = new int[DEEPEST + 1];
        List<Statement> inOrder = statements.stream()
                .filter(statement -> statement.attribution().in() == in)
                .sorted(Comparator.comparingInt((Statement one) ->
                                one.attribution().content().get(0).start())
                        .thenComparingInt(one -> -lastEnd(one)))
                .toList();
        for (Statement statement : inOrder) {
            int start = statement.attribution().content().get(0).start();
            while (!open.isEmpty() && open.element().end() <= start) {
                taken[open.remove().level()]--;
            }
            int level = 0;
            while (level < DEEPEST && taken[level] > 0) {
                level++;
            }
            taken[level]++;
            open.add(new Open(lastEnd(statement), level));
            levels.put(statement.id(), level);
        }
        return levels;
    }

    private static int lastEnd(Statement statement) {
        List<Span> content = statement.attribution().content();
        return content.get(content.size() - 1).end();
    }

    /** The words of a stretch of the text; what reaches beyond it is cut. */
    List<Piece> pieces(Span stretch) {
        List<Patch> within =
                patches.stream().filter(patch -> patch.span().overlaps(stretch)).toList();
        TreeSet<Integer> cuts = new TreeSet<>(List.of(stretch.start(), stretch.end()));
        for (Patch patch : within) {
            cuts.add(Math.max(stretch.start(), patch.span().start()));
            cuts.add(Math.min(stretch.end(), patch.span().end()));
        }
        List<Piece> pieces = new ArrayList<>();
        TreeSet<Patch> on = new TreeSet<>(INNERMOST);
        PriorityQueue<Patch> ends = new PriorityQueue<>(
                Comparator.comparingInt(patch -> patch.span().end()));
        int next = 0;
        int from = stretch.start();
        for (int to : cuts.tailSet(from, false)) {
            while (!ends.isEmpty() && ends.element().span().end() <= from) {
                on.remove(ends.remove());
            }
            List<Begin> begins = new ArrayList<>();
            for (; next < within.size() && within.get(next).span().start() <= from; next++) {
                Patch patch = within.get(next);
                on.add(patch);
                ends.add(patch);
                if (patch.part().equals("content") && patch.span().start() == from) {
                    begins.add(new Begin(patch.statement(), patch.id(), patch.again()));
                }
            }
            pieces.add(new Piece(points.fromUtf16(from), text.substring(from, to), marks(on, from, to), begins));
            from = to;
        }
        return pieces;
    }

    private static List<Mark> marks(SortedSet<Patch> on, int from, int to) {
        List<Mark> marks = new ArrayList<>();
        on.stream().limit(MOST).forEach(patch -> marks.add(0, patch.mark(from, to)));
        return marks;
    }
}
