package io.onrecord.exchange.annotation;

import io.onrecord.exchange.annotation.Edited.Edge;
import io.onrecord.exchange.annotation.Mark.Said;
import io.onrecord.exchange.annotation.Mark.Tie;
import io.onrecord.model.Dispute;
import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts the statements of a file together from marks and links. Cues that are linked as cues, and contents that are linked, are one;
 * a statement is a cue with all that is linked to it, or a content without a cue. It does not matter which way a link between parts
 * points. Made for one file, by one thread.
 */
final class Assembly {

    /** Statements of one article; long ones have a few hundred. */
    private static final int MOST_STATEMENTS = 20_000;

    /** Pieces of all statements, those that several share counted for each. */
    private static final int MOST_PIECES = 1_000_000;

    private final String file;
    private final String text;
    private final Pieces pieces;
    private final Map<String, Mark> marks;

    /** The mark that stands for those it is one with, by the key of each cue and content. */
    private final Map<String, String> leaders = new LinkedHashMap<>();

    /** Marks that are linked to a cue or content, by its leader. */
    private final Map<String, Set<String>> linked = new LinkedHashMap<>();

    /** Statements by their leader, in the order of the file. */
    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    private int counted;

    private Assembly(String file, String text, Pieces pieces, Map<String, Mark> marks) {
        this.file = file;
        this.text = text;
        this.pieces = pieces;
        this.marks = marks;
    }

    /** What a file says, put together. */
    record Assembled(List<Edited> statements, Set<Edge> edges) {}

    /**
     * @param file for messages
     * @param marks by their keys, in the order of the file
     * @throws AnnotationFormatException if they are no statements
     */
    static Assembled of(String file, String text, Pieces pieces, Map<String, Mark> marks, List<Tie> ties)
            throws AnnotationFormatException {
        return new Assembly(file, text, pieces, marks).assemble(ties);
    }

    private Assembled assemble(List<Tie> ties) throws AnnotationFormatException {
        List<Tie> between = new ArrayList<>();
        List<Tie> parts = new ArrayList<>();
        for (Mark mark : marks.values()) {
            if (isHead(mark)) {
                leaders.put(mark.key(), mark.key());
            }
        }
        for (Tie tie : ties) {
            (isBetween(tie) ? between : parts).add(checked(tie));
        }
        for (Tie tie : parts) {
            join(tie);
        }
        for (Tie tie : parts) {
            link(tie);
        }
        List<Edited> statements = statements();
        Set<Edge> edges = new LinkedHashSet<>();
        for (Tie tie : between) {
            edges.add(new Edge(kind(tie), index(tie, tie.from()), index(tie, tie.to())));
        }
        return new Assembled(statements, edges);
    }

    private static boolean isHead(Mark mark) {
        return mark.part() == Part.CUE || mark.part() == Part.CONTENT;
    }

    private static String kind(Tie tie) {
        return tie.kind().strip().toUpperCase(Locale.ROOT);
    }

    private static boolean isBetween(Tie tie) {
        String kind = kind(tie);
        return kind.equals(Tie.WITHIN) || isDispute(kind);
    }

    private static boolean isDispute(String kind) {
        for (Dispute.Kind one : Dispute.Kind.values()) {
            if (one.name().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    private Tie checked(Tie tie) throws AnnotationFormatException {
        Mark from = mark(tie, tie.from());
        Mark to = mark(tie, tie.to());
        if (from.key().equals(to.key())) {
            throw problem(tie.line(), "links " + shown(from) + " to itself: remove the link");
        }
        String kind = kind(tie);
        if (isBetween(tie) || kind.isEmpty()) {
            return tie;
        }
        Part part = Part.named(kind);
        if (part == null) {
            throw problem(
                    tie.line(),
                    "unknown link '" + Lines.shown(tie.kind()) + "': a link is " + List.of(Part.values()) + ", "
                            + Tie.WITHIN + " or " + List.of(Dispute.Kind.values()));
        }
        if (from.part() != part && to.part() != part) {
            throw problem(
                    tie.line(),
                    "a link " + part + " between " + shown(from) + " and " + shown(to) + ", of which neither is one");
        }
        return tie;
    }

    private Mark mark(Tie tie, String key) throws AnnotationFormatException {
        @Nullable Mark mark = marks.get(key);
        if (mark == null) {
            throw problem(tie.line(), "links '" + Lines.shown(key) + "', which is not in the file");
        }
        return mark;
    }

    /** Makes cues one, or contents. */
    private void join(Tie tie) throws AnnotationFormatException {
        Mark from = mark(tie, tie.from());
        Mark to = mark(tie, tie.to());
        if (from.part() != to.part() || !isHead(from)) {
            return;
        }
        if (from.part() == Part.CUE && kind(tie).isEmpty()) {
            throw problem(
                    tie.line(),
                    "a link between " + shown(from) + " and " + shown(to) + " that does not say what it is: CUE where"
                            + " both are one, " + Tie.WITHIN + ", or a dispute");
        }
        leaders.put(leader(to.key()), leader(from.key()));
    }

    private String leader(String key) {
        String at = key;
        String next = leaders.getOrDefault(at, at);
        while (!next.equals(at)) {
            // Halves the way for those who come after.
            leaders.put(at, leaders.getOrDefault(next, next));
            at = next;
            next = leaders.getOrDefault(at, at);
        }
        return at;
    }

    private void link(Tie tie) throws AnnotationFormatException {
        Mark from = mark(tie, tie.from());
        Mark to = mark(tie, tie.to());
        if (from.part() == to.part() && isHead(from)) {
            return;
        }
        boolean forward = from.part().compareTo(to.part()) < 0;
        Mark head = forward ? from : to;
        if (!isHead(head)) {
            throw problem(
                    tie.line(),
                    "a link between " + shown(from) + " and " + shown(to)
                            + ": link both to the cue of their statement");
        }
        Mark other = forward ? to : from;
        linked.computeIfAbsent(leader(head.key()), key -> new LinkedHashSet<>()).add(other.key());
    }

    private List<Edited> statements() throws AnnotationFormatException {
        Map<String, List<Mark>> heads = new LinkedHashMap<>();
        for (Mark mark : marks.values()) {
            if (isHead(mark)) {
                heads.computeIfAbsent(leader(mark.key()), leader -> new ArrayList<>())
                        .add(mark);
            }
        }
        Set<String> taken = new HashSet<>();
        Set<String> cuedContents = new HashSet<>();
        List<Edited> statements = new ArrayList<>();
        for (Map.Entry<String, List<Mark>> head : heads.entrySet()) {
            if (head.getValue().get(0).part() == Part.CUE) {
                indexes.put(head.getKey(), statements.size());
                Set<String> all = cued(head, heads, cuedContents);
                taken.addAll(all);
                add(statements, head.getValue().get(0), all);
            }
        }
        for (Map.Entry<String, List<Mark>> head : heads.entrySet()) {
            if (head.getValue().get(0).part() == Part.CONTENT && !cuedContents.contains(head.getKey())) {
                indexes.put(head.getKey(), statements.size());
                Set<String> all = keys(head.getValue());
                all.addAll(linked.getOrDefault(head.getKey(), Set.of()));
                taken.addAll(all);
                add(statements, head.getValue().get(0), all);
            }
        }
        for (Mark mark : marks.values()) {
            if (!taken.contains(mark.key()) && mark.part() != Part.EVIDENCE) {
                throw problem(mark.line(), shown(mark) + " belongs to no statement: link it to its cue, or remove it");
            }
        }
        return statements;
    }

    private static Set<String> keys(List<Mark> marks) {
        Set<String> keys = new LinkedHashSet<>();
        marks.forEach(mark -> keys.add(mark.key()));
        return keys;
    }

    /** The keys of all that belongs to a cue. */
    private Set<String> cued(Map.Entry<String, List<Mark>> cue, Map<String, List<Mark>> heads, Set<String> cuedContents)
            throws AnnotationFormatException {
        Set<String> all = keys(cue.getValue());
        Set<String> contents = new LinkedHashSet<>();
        for (String key : linked.getOrDefault(cue.getKey(), Set.of())) {
            all.add(key);
            if (leaders.containsKey(key)) {
                contents.add(leader(key));
            }
        }
        for (String leader : contents) {
            cuedContents.add(leader);
            indexes.putIfAbsent(leader, indexes.getOrDefault(cue.getKey(), 0));
            all.addAll(keys(heads.getOrDefault(leader, List.of())));
            all.addAll(linked.getOrDefault(leader, Set.of()));
        }
        return all;
    }

    private void add(List<Edited> statements, Mark head, Set<String> keys) throws AnnotationFormatException {
        if (statements.size() == MOST_STATEMENTS) {
            throw problem(head.line(), "more than " + MOST_STATEMENTS + " statements, the limit for one article");
        }
        List<Mark> all = new ArrayList<>();
        for (String key : keys) {
            Mark mark = marks.get(key);
            if (mark != null) {
                counted += mark.spans().size();
                all.add(mark);
            }
        }
        if (counted > MOST_PIECES) {
            throw problem(head.line(), "statements of more than " + MOST_PIECES + " pieces, the limit for one article");
        }
        statements.add(edited(head, all));
    }

    private Edited edited(Mark head, List<Mark> all) throws AnnotationFormatException {
        Map<Part, List<Span>> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            parts.put(part, spans(head, part, all));
        }
        if (parts.getOrDefault(Part.CONTENT, List.of()).isEmpty()) {
            throw problem(head.line(), shown(head) + " has no CONTENT: link what is said to it, or remove it");
        }
        List<Said> said = all.stream()
                .filter(mark -> mark.part() != Part.EVIDENCE)
                .map(Mark::said)
                .toList();
        return new Edited(
                one(head, "ids", said, Said::id),
                new Marked(
                        parts.getOrDefault(Part.SOURCE, List.of()),
                        parts.getOrDefault(Part.CUE, List.of()),
                        parts.getOrDefault(Part.CONTENT, List.of()),
                        parts.getOrDefault(Part.ADDRESSEE, List.of()),
                        one(head, "stances", said, Said::stance),
                        said.stream().anyMatch(Said::negated),
                        said.stream().anyMatch(Said::hypothetical),
                        one(head, "speakers", said, Said::speaker)),
                one(head, "forms", said, Said::form),
                head.line());
    }

    private List<Span> spans(Mark head, Part part, List<Mark> all) throws AnnotationFormatException {
        List<Span> spans = new ArrayList<>();
        for (Mark mark : all) {
            if (mark.part() == part) {
                spans.addAll(mark.spans());
            }
        }
        spans.sort(Comparator.naturalOrder());
        for (int i = 1; i < spans.size() && part != Part.EVIDENCE; i++) {
            if (spans.get(i).start() < spans.get(i - 1).end()) {
                throw problem(
                        head.line(),
                        shown(head) + " has two pieces of " + part + " that overlap, '"
                                + Lines.shown(spans.get(i - 1).of(text)) + "' and '"
                                + Lines.shown(spans.get(i).of(text)) + "': mark each piece once");
            }
        }
        return pieces.of(spans, text);
    }

    /** What several marks of a statement may say only once. */
    private <T> Optional<T> one(Mark head, String what, List<Said> said, Function<Said, Optional<T>> field)
            throws AnnotationFormatException {
        Set<T> values = new LinkedHashSet<>();
        for (Said one : said) {
            field.apply(one).ifPresent(values::add);
        }
        if (values.size() > 1) {
            throw problem(
                    head.line(),
                    shown(head) + " has several " + what + ": " + Lines.shown(values.toString())
                            + "; leave one of them");
        }
        return values.stream().findFirst();
    }

    private int index(Tie tie, String key) throws AnnotationFormatException {
        @Nullable Integer index = leaders.containsKey(key) ? indexes.get(leader(key)) : null;
        if (index == null) {
            throw problem(
                    tie.line(),
                    "a link " + kind(tie) + " at " + shown(mark(tie, key))
                            + ": such links go from one statement's CUE to another's");
        }
        return index;
    }

    private String shown(Mark mark) {
        String words = mark.spans().isEmpty() ? "" : mark.spans().get(0).of(text);
        return "the " + mark.part() + " '" + Lines.shown(words) + "' (" + Lines.shown(mark.key()) + ")";
    }

    private AnnotationFormatException problem(int line, String what) {
        return new AnnotationFormatException(file, line, what);
    }
}
