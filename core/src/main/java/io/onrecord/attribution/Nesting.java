package io.onrecord.attribution;

import io.onrecord.model.Attribution;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Sentences;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Statements within statements: what a statement contains is scored again as a text of its own, and what is found there
 * is looked into in turn. For one use by one thread.
 */
final class Nesting {

    /** A said that B said that C said that D said. */
    private static final int LEVELS = 3;

    /** Words of a sentence that can report another, its full stop included. */
    private static final int SHORTEST = 4;

    /** UTF-16 units of content that are looked into at once; hardly a statement has more. */
    private static final int LONGEST = 10_000;

    /** Least confidence in what the network finds within a statement. */
    private static final double LEAST = 0.4;

    private final String text;
    private final Reader reader;
    private final List<Node> nodes = new ArrayList<>();
    /** Cue and content of what was found, which no two share. */
    private final Set<List<List<Span>>> known = new HashSet<>();

    private Nesting(Text text, Reader reader) {
        this.text = text.value();
        this.reader = reader;
    }

    /** An attribution with the one that reports it. */
    private record Node(Attribution words, @Nullable Node outer) {
        int depth() {
            int depth = 0;
            for (Node at = outer; at != null; at = at.outer()) {
                depth++;
            }
            return depth;
        }
    }

    /** What was found and what stands within it. */
    static List<Finding> nest(Text text, List<Attribution> flat, Reader reader) {
        Nesting nesting = new Nesting(text, reader);
        List<Node> level = new ArrayList<>();
        for (Attribution words : flat) {
            nesting.keep(new Node(words, null), level);
        }
        for (int i = 0; i < LEVELS && !level.isEmpty(); i++) {
            level = nesting.within(level);
        }
        return nesting.findings();
    }

    private void keep(Node node, List<Node> level) {
        if (known.add(List.of(node.words().cue(), node.words().content()))) {
            nodes.add(node);
            level.add(node);
        }
    }

    /** Some of what a statement contains, as a text of its own. */
    private record Part(Node outer, Excerpt excerpt) {}

    /** Statements within those of one level; the network is asked once for all of them. */
    private List<Node> within(List<Node> level) {
        List<Part> parts = new ArrayList<>();
        List<Text> asked = new ArrayList<>();
        for (Node node : level) {
            for (List<Span> piece : pieces(node.words().content())) {
                Excerpt excerpt = Excerpt.of(text, piece);
                parts.add(new Part(node, excerpt));
                Text text = excerpt.only(Nesting::mayReport);
                if (!text.paragraphs().isEmpty()) {
                    asked.add(text);
                }
            }
        }
        Iterator<List<Attribution>> answers =
                reader.readAll(asked, level.get(0).words().in()).iterator();
        List<Node> found = new ArrayList<>();
        for (Part part : parts) {
            boolean heard = part.excerpt().sentences().stream().anyMatch(Nesting::mayReport);
            keep(part.outer(), part.excerpt(), heard ? answers.next() : List.of(), found);
        }
        return found;
    }

    /**
     * Content in pieces that are looked into each by itself: what is found in one is held against all else that is, so a speech
     * printed at length would take the square of its sentences. A sentence that is longer than a piece is left out.
     */
    private List<List<Span>> pieces(List<Span> content) {
        List<List<Span>> pieces = new ArrayList<>();
        List<Span> piece = new ArrayList<>();
        int length = 0;
        for (Span span : content) {
            for (Span part : span.length() > LONGEST ? Sentences.of(text, span) : List.of(span)) {
                if (length + part.length() > LONGEST && !piece.isEmpty()) {
                    pieces.add(piece);
                    piece = new ArrayList<>();
                    length = 0;
                }
                if (part.length() <= LONGEST) {
                    piece.add(part);
                    length += part.length();
                }
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
        return pieces;
    }

    /** Keeps what the network found within a statement and what its words show. */
    private void keep(Node outer, Excerpt excerpt, List<Attribution> heard, List<Node> found) {
        List<Attribution> inner =
                heard.stream().filter(words -> isReport(excerpt, words)).toList();
        inner = NounCues.added(excerpt, inner, outer.words());
        inner = Unnamed.added(excerpt, inner, outer.words());
        inner = VerbCues.added(excerpt, inner, outer.words());
        for (Attribution words : inner) {
            Attribution placed = placed(words, excerpt);
            if (!Colouring.isOnly(text, outer.words(), placed)) {
                keep(new Node(placed, outer), found);
            }
        }
    }

    private static Attribution placed(Attribution words, Excerpt excerpt) {
        return new Attribution(
                words.in(),
                words.form(),
                excerpt.origin(words.source()),
                excerpt.origin(words.cue()),
                excerpt.origin(words.content()),
                words.confidence());
    }

    /** Whether a sentence is worth a second look. */
    private static boolean mayReport(Words words) {
        return words.size() >= SHORTEST && reports(words, 0, words.size());
    }

    private static boolean reports(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Reporting.isPossible(words, i)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether what the network finds within a statement is one: it is fairly sure, and the cue has a word that reports.
     * Without its surroundings the network finds too much.
     */
    private static boolean isReport(Excerpt excerpt, Attribution found) {
        Words words = excerpt.sentence(found.cue().get(0));
        int first = words.firstAfter(found.cue().get(0).start());
        int last = words.firstAfter(found.cue().get(0).end() - 1);
        return found.confidence().statement() >= LEAST && reports(words, first, last + 1);
    }

    private List<Finding> findings() {
        nodes.sort(Comparator.comparingInt((Node node) -> node.words().start())
                .thenComparingInt(Node::depth)
                .thenComparingInt(node -> node.words().content().get(0).start()));
        IdentityHashMap<Node, Integer> indices = new IdentityHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Node node : nodes) {
            indices.put(node, findings.size());
            @Nullable Integer outer = node.outer() == null ? null : indices.get(node.outer());
            findings.add(new Finding(node.words(), outer == null ? OptionalInt.empty() : OptionalInt.of(outer)));
        }
        return findings;
    }
}
