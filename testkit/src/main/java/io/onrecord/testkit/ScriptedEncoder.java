package io.onrecord.testkit;

import io.onrecord.encoder.Encoder;
import io.onrecord.encoder.Pieces;
import io.onrecord.encoder.PointerVectors;
import io.onrecord.encoder.Tag;
import io.onrecord.encoder.TokenScores;
import io.onrecord.encoder.Transitions;
import io.onrecord.encoder.WindowScores;
import io.onrecord.encoder.WordPiece;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An encoder that holds of a text what a {@link Script} says, so that attribution can be specified without a network.
 * Words are cut as the real encoder cuts them, each into one piece unless the script cuts it further. In a text that no
 * script has, nobody says anything. Immutable and thread-safe.
 */
public final class ScriptedEncoder implements Encoder {

    /** Probability of being outside for words that carry no mark. */
    private static final double OUTSIDE = 0.99;

    /** What each tag that is not named gets, where there is enough left: above what a piece needs to keep its links. */
    private static final double FLOOR = 0.0005;

    /** Share of a cue that a span does not point at. */
    private static final double NO_SHARE = 1e-9;

    /** Knows no word, so that every word is one piece. */
    private static final WordPiece WORDS = new WordPiece(List.of("[UNK]", "[CLS]", "[SEP]"));

    private final Map<String, Script> scripts = new HashMap<>();

    private ScriptedEncoder(List<Script> scripts) {
        for (Script script : scripts) {
            if (this.scripts.put(script.text().value(), script) != null) {
                throw new IllegalArgumentException(
                        "two scripts have the text '" + script.text().value() + "'");
            }
        }
    }

    /** An encoder for some texts, each marked up as {@link Script} tells. */
    public static ScriptedEncoder of(String... marked) {
        return new ScriptedEncoder(Stream.of(marked).map(Script::of).toList());
    }

    public static ScriptedEncoder of(Script... scripts) {
        return new ScriptedEncoder(List.of(scripts));
    }

    @Override
    public String model() {
        return "scripted";
    }

    @Override
    public TokenScores encode(Text text) {
        Script script = scripts.get(text.value());
        return new Scores(script == null ? Script.of("") : script, text).build();
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    /** Builds the scores of one text. */
    private static final class Scores {

        private final Script script;
        private final Pieces pieces;
        private final int[] paragraphs;
        private final Script.Mark[] marks;
        private final boolean[] begins;
        /** Place of each cue's number in the link vectors. */
        private final Map<Integer, Integer> cues = new HashMap<>();

        Scores(Script script, Text text) {
            this.script = script;
            List<Integer> found = new ArrayList<>();
            this.pieces = pieces(text, found);
            this.paragraphs = found.stream().mapToInt(i -> i).toArray();
            this.marks = new Script.Mark[pieces.size()];
            this.begins = new boolean[pieces.size()];
            for (Script.Mark mark : script.marks()) {
                place(mark);
                if (mark.kind() == Script.Kind.CUE) {
                    mark.shares().keySet().forEach(number -> cues.put(number, cues.size()));
                }
            }
        }

        private Pieces pieces(Text text, List<Integer> found) {
            Pieces.Builder out = new Pieces.Builder();
            for (int p = 0; p < text.paragraphs().size(); p++) {
                Span paragraph = text.paragraphs().get(p);
                Pieces words = WORDS.pieces(paragraph.of(text.value()));
                for (int w = 0; w < words.size(); w++) {
                    int start = paragraph.start() + words.start(w);
                    int end = paragraph.start() + words.end(w);
                    boolean first = true;
                    for (int cut : script.cuts(start, end)) {
                        out.add(0, start, cut, first);
                        found.add(p);
                        start = cut;
                        first = false;
                    }
                    out.add(0, start, end, first);
                    found.add(p);
                }
            }
            return out.build();
        }

        private void place(Script.Mark mark) {
            boolean placed = false;
            for (int i = 0; i < pieces.size(); i++) {
                if (!pieces.span(i, i).overlaps(mark.span())) {
                    continue;
                }
                if (!mark.span().contains(pieces.span(i, i))) {
                    throw new IllegalArgumentException("the mark " + mark + " cuts the piece " + pieces.span(i, i)
                            + " of '" + script.text().value() + "'");
                }
                marks[i] = mark;
                begins[i] = !placed;
                placed = true;
            }
            if (!placed) {
                throw new IllegalArgumentException("the mark " + mark + " holds no word of '"
                        + script.text().value() + "'");
            }
        }

        TokenScores build() {
            int n = pieces.size();
            int[] owners = new int[n];
            List<TokenScores.Scope> scopes = new ArrayList<>();
            int from = 0;
            for (int i = 1; i <= n; i++) {
                if (i == n || windowOf(i) != windowOf(from)) {
                    scopes.add(new TokenScores.Scope(from, window(from, i)));
                    from = i;
                }
                if (i < n) {
                    owners[i] = scopes.size();
                }
            }
            return new TokenScores(pieces, paragraphs, owners, scopes, Transitions.NONE);
        }

        private long windowOf(int piece) {
            return script.windows().stream()
                    .filter(start -> start <= pieces.start(piece))
                    .count();
        }

        private WindowScores window(int from, int to) {
            int tags = Tag.all().size();
            int width = cues.size();
            float[] raw = new float[(to - from) * tags];
            float[] queries = new float[(to - from) * width];
            float[] keys = new float[(to - from) * width];
            // Counted from the place before the first piece, which stands for nobody.
            float[] ownerQueries = new float[(to - from + 1) * width];
            float[] ownerKeys = new float[(to - from + 1) * width];
            Arrays.fill(ownerKeys, (float) StrictMath.log(NO_SHARE));
            cues.forEach((number, place) -> ownerKeys[place] = (float) StrictMath.log(nobody(number)));
            for (int i = from; i < to; i++) {
                Map<Tag, Double> probabilities = probabilities(i);
                for (Tag tag : Tag.all()) {
                    raw[(i - from) * tags + tag.ordinal()] =
                            (float) StrictMath.log(Objects.requireNonNull(probabilities.get(tag)));
                }
                if (marks[i] != null) {
                    links(marks[i], (i - from) * width, queries, keys);
                    owners(marks[i], (i - from + 1) * width, ownerQueries, ownerKeys);
                }
            }
            return new WindowScores(
                    to - from, raw, new PointerVectors(queries, keys), new PointerVectors(ownerQueries, ownerKeys));
        }

        /** A cue has a source as surely as one points at it. */
        private double nobody(int cue) {
            double most = 0;
            for (Script.Mark mark : script.marks()) {
                if (mark.kind() == Script.Kind.SOURCE) {
                    most = Math.max(most, mark.shares().getOrDefault(cue, 0.0));
                }
            }
            return Math.max(NO_SHARE, 1 - most);
        }

        /** A cue points at its sources by the share that each gives it. */
        private void owners(Script.Mark mark, int row, float[] queries, float[] keys) {
            cues.forEach((number, place) -> {
                if (mark.kind() == Script.Kind.CUE) {
                    queries[row + place] = mark.shares().containsKey(number) ? 1 : 0;
                } else if (mark.kind() == Script.Kind.SOURCE) {
                    keys[row + place] = (float) StrictMath.log(mark.shares().getOrDefault(number, NO_SHARE));
                }
            });
        }

        /** The cue's side of a link names the cue, the other side says how much of it there is. */
        private void links(Script.Mark mark, int row, float[] queries, float[] keys) {
            cues.forEach((number, place) -> {
                double share = mark.shares().getOrDefault(number, NO_SHARE);
                if (mark.kind() == Script.Kind.CUE) {
                    keys[row + place] = mark.shares().containsKey(number) ? 1 : 0;
                } else {
                    queries[row + place] = (float) StrictMath.log(share);
                }
            });
        }

        /** Of each tag at a piece; what the script does not say is outside. */
        private Map<Tag, Double> probabilities(int piece) {
            Map<Tag, Double> said = new EnumMap<>(Tag.class);
            said.putAll(script.tags(pieces.end(piece)));
            if (said.isEmpty()) {
                Script.Mark mark = marks[piece];
                if (mark == null) {
                    said.put(Tag.OUTSIDE, OUTSIDE);
                } else {
                    said.put(begins[piece] ? mark.kind().begin : mark.kind().inside, mark.probability());
                }
            }
            double left = 1 - said.values().stream().mapToDouble(p -> p).sum();
            if (left < -1e-9) {
                throw new IllegalArgumentException(
                        "tags " + said + " of '" + script.text().value() + "' exceed 1");
            }
            int silent = Tag.all().size() - said.size();
            double each = said.containsKey(Tag.OUTSIDE) ? left / silent : Math.min(FLOOR, left / silent);
            for (Tag tag : Tag.all()) {
                if (!said.containsKey(tag)) {
                    said.put(tag, tag == Tag.OUTSIDE ? left - each * (silent - 1) : each);
                }
            }
            said.replaceAll((tag, p) -> Math.max(0, p));
            return said;
        }
    }
}
