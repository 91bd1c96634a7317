package io.onrecord.testkit;

import io.onrecord.encoder.Tag;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with mark-up that says what a network would hold of it. Immutable.
 *
 * <table>
 * <caption>Notation</caption>
 * <tr><td>{@code [s1: Ms Ito]}, {@code [q1: said]}, {@code [c1: “We will appeal,”]}</td>
 *     <td>source and content that point at the cue of the same number, which points back at its source; each tag has the
 *     probability 0.99</td></tr>
 * <tr><td>{@code [s1+2: Ms Ito]}</td><td>points at two cues alike</td></tr>
 * <tr><td>{@code [s1=0.8+2=0.2: Ms Ito]}</td><td>points at two cues with these shares</td></tr>
 * <tr><td>{@code [q1 0.6: said]}</td><td>each tag of the span has this probability, the rest is outside</td></tr>
 * <tr><td>{@code said{B-Cue 0.3, I-Cue 0.6}}</td><td>the tags of this one piece; what is left is outside</td></tr>
 * <tr><td>{@code appeal·ing}</td><td>a word of two pieces</td></tr>
 * <tr><td>{@code ||}</td><td>a new window: nothing links across; a space after it belongs to it</td></tr>
 * </table>
 *
 * Brackets and braces that have no such form are text.
 */
public final class Script {

    private static final double SURE = 0.99;
    private static final Pattern OPEN =
            Pattern.compile("\\[([sqc])(\\d+(?:=[0-9.]+)?(?:\\+\\d+(?:=[0-9.]+)?)*)(?: ([0-9.]+))?: ?");
    private static final Pattern TAGS = Pattern.compile("\\{((?:O|[BI]-\\w+) [0-9.]+(?:, (?:O|[BI]-\\w+) [0-9.]+)*)}");
    private static final List<String> LABELS = List.of(Tag.labels().split(",", -1));

    private final String marked;
    private final StringBuilder plain = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    /** Tags set by hand, by the end of the piece. */
    private final NavigableMap<Integer, Map<Tag, Double>> tags = new TreeMap<>();

    private final NavigableMap<Integer, Boolean> cuts = new TreeMap<>();
    private final Set<Integer> windows = new TreeSet<>();
    private final Text text;

    /** What a mark says its words are. */
    enum Kind {
        SOURCE(Tag.BEGIN_SOURCE, Tag.INSIDE_SOURCE),
        CUE(Tag.BEGIN_CUE, Tag.INSIDE_CUE),
        CONTENT(Tag.BEGIN_CONTENT, Tag.INSIDE_CONTENT);

        final Tag begin;
        final Tag inside;

        Kind(Tag begin, Tag inside) {
            this.begin = begin;
            this.inside = inside;
        }

        static Kind of(String letter) {
            return switch (letter) {
                case "s" -> SOURCE;
                case "q" -> CUE;
                default -> CONTENT;
            };
        }
    }

    /**
     * @param kind of its words
     * @param shares by number of the cue; of a cue, its own number
     * @param probability of each of its tags
     * @param span in the plain text
     */
    record Mark(Kind kind, Map<Integer, Double> shares, double probability, Span span) {}

    private record Opened(Kind kind, Map<Integer, Double> shares, double probability, int start) {}

    private Script(String marked) {
        this.marked = marked;
        parse();
        this.text = Paragraphs.ofLines(plain.toString());
        checkNumbers();
    }

    /**
     * The script in a marked-up text.
     *
     * @param marked text with mark-up
     * @throws IllegalArgumentException if the mark-up contradicts itself
     */
    public static Script of(String marked) {
        return new Script(marked);
    }

    /** The text without its mark-up; every line that holds something is a paragraph. */
    public Text text() {
        return text;
    }

    List<Mark> marks() {
        return Collections.unmodifiableList(marks);
    }

    /** Offsets in the plain text at which a window begins, the first one left out. */
    Set<Integer> windows() {
        return Collections.unmodifiableSet(windows);
    }

    /** Offsets strictly inside a range at which a word is cut. */
    List<Integer> cuts(int start, int end) {
        return List.copyOf(cuts.subMap(start, false, end, false).keySet());
    }

    /** Tags that were set by hand for the piece with this end. */
    Map<Tag, Double> tags(int end) {
        return tags.getOrDefault(end, Map.of());
    }

    private void parse() {
        Matcher open = OPEN.matcher(marked);
        Matcher braces = TAGS.matcher(marked);
        Opened opened = null;
        int depth = 0;
        int at = 0;
        while (at < marked.length()) {
            char c = marked.charAt(at);
            if (open.region(at, marked.length()).lookingAt()) {
                if (opened != null) {
                    throw problem("has a mark within a mark at " + at);
                }
                opened = opened(open);
                depth = 0;
                at = open.end();
            } else if (c == ']' && opened != null && depth == 0) {
                close(opened, at);
                opened = null;
                at++;
            } else if (braces.region(at, marked.length()).lookingAt()) {
                tags.put(plain.length(), tags(braces));
                at = braces.end();
            } else if (c == '·') {
                cuts.put(plain.length(), true);
                at++;
            } else if (marked.startsWith("||", at)) {
                windows.add(plain.length());
                at += marked.startsWith("|| ", at) ? 3 : 2;
            } else {
                depth += c == '[' ? 1 : c == ']' ? -1 : 0;
                plain.append(c);
                at++;
            }
        }
        if (opened != null) {
            throw problem("has a mark that is not closed");
        }
    }

    private Opened opened(Matcher open) {
        Map<Integer, Double> shares = new TreeMap<>();
        for (String part : open.group(2).split("\\+", -1)) {
            String[] pair = part.split("=", -1);
            shares.put(Integer.valueOf(pair[0]), pair.length == 1 ? 1.0 : Double.parseDouble(pair[1]));
        }
        double probability = open.group(3) == null ? SURE : Double.parseDouble(open.group(3));
        return new Opened(Kind.of(open.group(1)), shares, probability, plain.length());
    }

    private void close(Opened opened, int at) {
        if (plain.length() == opened.start()) {
            throw problem("has an empty mark before " + at);
        }
        Span span = new Span(opened.start(), plain.length());
        marks.add(new Mark(opened.kind(), opened.shares(), opened.probability(), span));
    }

    private Map<Tag, Double> tags(Matcher braces) {
        Map<Tag, Double> found = new TreeMap<>();
        for (String part : braces.group(1).split(", ", -1)) {
            String[] pair = part.split(" ", -1);
            int ordinal = LABELS.indexOf(pair[0]);
            if (ordinal < 0) {
                throw problem("names the tag " + pair[0] + ", which is none of " + LABELS);
            }
            found.put(Tag.all().get(ordinal), Double.valueOf(pair[1]));
        }
        return found;
    }

    private void checkNumbers() {
        Set<Integer> cues = new HashSet<>();
        for (Mark mark : marks) {
            if (mark.kind() == Kind.CUE
                    && (mark.shares().size() != 1 || !cues.addAll(mark.shares().keySet()))) {
                throw problem(
                        "has a cue without a number of its own: " + mark.span().of(plain));
            }
        }
        Set<Integer> named = marks.stream()
                .flatMap(mark -> mark.shares().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(cues);
        if (!named.isEmpty()) {
            throw problem("has no cues for the numbers " + named);
        }
    }

    private IllegalArgumentException problem(String what) {
        return new IllegalArgumentException("the script '" + marked + "' " + what);
    }
}
