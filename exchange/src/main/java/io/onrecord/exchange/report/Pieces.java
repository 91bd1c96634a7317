package io.onrecord.exchange.report;

import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The words of one statement in the order of the text, each with its kind; for one thread. */
final class Pieces {

    private static final String GAP = " … ";

    /** Words of one kind in one place. */
    private record Part(String kind, Span span) {}

    private final String text;
    private final List<Part> parts = new ArrayList<>();

    Pieces(String text) {
        this.text = text;
    }

    void add(String kind, List<Span> spans) {
        spans.forEach(span -> parts.add(new Part(kind, span)));
    }

    /** The parts alone; what stands between them is left out, but for what joins words. */
    List<Piece> alone() {
        List<Piece> pieces = new ArrayList<>();
        int at = -1;
        for (Part part : inOrder()) {
            if (at >= 0 && part.span.start() > at) {
                pieces.add(new Piece("", joint(text.substring(at, part.span.start()))));
            }
            at = add(pieces, part, Math.max(at, 0));
        }
        return pieces;
    }

    /** The parts among all that stands in a range, which has them. */
    List<Piece> within(Span range) {
        List<Piece> pieces = new ArrayList<>();
        int at = range.start();
        for (Part part : inOrder()) {
            if (part.span.start() > at) {
                pieces.add(new Piece("", Shown.of(text.substring(at, part.span.start()))));
            }
            at = add(pieces, part, at);
        }
        if (at < range.end()) {
            pieces.add(new Piece("", Shown.of(text.substring(at, range.end()))));
        }
        return pieces;
    }

    /** Of a part that lies in another, what stands after it: parts seldom overlap. */
    private int add(List<Piece> pieces, Part part, int at) {
        int from = Math.max(at, part.span.start());
        if (from >= part.span.end()) {
            return at;
        }
        pieces.add(new Piece(part.kind, Shown.of(text.substring(from, part.span.end()))));
        return part.span.end();
    }

    private List<Part> inOrder() {
        return parts.stream().sorted(Comparator.comparing(Part::span)).toList();
    }

    /** Spaces and a comma join; words in between are left out, and that is shown. */
    private static String joint(String between) {
        return between.chars().noneMatch(Character::isLetterOrDigit) ? Shown.of(between) : GAP;
    }
}
