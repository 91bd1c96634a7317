package io.onrecord.server.page;

import io.onrecord.model.CodePoints;
import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places that a browser points at: {@code 120-140 160-171}, in code points. */
final class Pointed {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final int MOST = 50;

    private final String text;
    private final CodePoints points;

    Pointed(String text) {
        this.text = text;
        this.points = CodePoints.of(text);
    }

    /** @throws IllegalArgumentException if they are no places in the text */
    Optional<List<Span>> at(Optional<String> places) {
        return places.map(this::spans);
    }

    private List<Span> spans(String places) {
        List<Span> spans = new ArrayList<>();
        for (String place : places.strip().split("\\s+", MOST + 1)) {
            Matcher range = RANGE.matcher(place);
            if (spans.size() == MOST || !range.matches()) {
                throw new IllegalArgumentException(
                        "places are written as 120-140, at most " + MOST + " of them, in code points of the text");
            }
            int start = Integer.parseInt(range.group(1));
            int end = Integer.parseInt(range.group(2));
            if (start >= end || end > points.length()) {
                throw new IllegalArgumentException(
                        "the place " + start + "-" + end + " is none in a text of " + points.length() + " code points");
            }
            spans.add(stripped(points.toUtf16(start), points.toUtf16(end)));
        }
        return spans.stream().sorted().toList();
    }

    /** Who selects words with a mouse often has a space with them. */
    private Span stripped(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (from == to) {
            throw new IllegalArgumentException("there is nothing but white space at the place that was pointed at");
        }
        return new Span(from, to);
    }
}
