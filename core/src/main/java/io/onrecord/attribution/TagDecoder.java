package io.onrecord.attribution;

import io.onrecord.encoder.Tag;
import io.onrecord.encoder.TokenScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The best sequence of tags (Viterbi 1967) under three rules: a span begins before it goes on, a word is not cut, and no
 * span crosses a paragraph.
 */
final class TagDecoder {

    private static final int TAGS = Tag.all().size();

    /** Which tag may follow which, [tag][before], at the first piece of a paragraph, of a word, and inside a word. */
    private static final boolean[][] FIRST = new boolean[TAGS][TAGS];

    private static final boolean[][] NEXT_WORD = new boolean[TAGS][TAGS];
    private static final boolean[][] SAME_WORD = new boolean[TAGS][TAGS];

    static {
        allow(Tag.OUTSIDE, Tag.OUTSIDE, SAME_WORD);
        for (Tag before : Tag.all()) {
            for (Tag tag : Tag.all()) {
                boolean begins =
                        tag == Tag.OUTSIDE || Arrays.stream(Role.values()).anyMatch(role -> role.begin() == tag);
                if (begins) {
                    allow(tag, before, FIRST);
                    allow(tag, before, NEXT_WORD);
                }
            }
        }
        for (Role role : Role.values()) {
            for (Tag before : List.of(role.begin(), role.inside())) {
                allow(role.inside(), before, NEXT_WORD);
                allow(role.inside(), before, SAME_WORD);
            }
        }
    }

    private static void allow(Tag tag, Tag before, boolean[][] table) {
        table[tag.ordinal()][before.ordinal()] = true;
    }

    private TagDecoder() {}

    /** All spans in the order of the text. */
    static List<RoleSpan> decode(TokenScores scores) {
        List<RoleSpan> spans = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= scores.size(); i++) {
            if (i == scores.size() || scores.paragraph(i) != scores.paragraph(from)) {
                spans(scores, from, best(scores, from, i), spans);
                from = i;
            }
        }
        return spans;
    }

    private static Tag[] best(TokenScores scores, int from, int to) {
        int n = to - from;
        byte[] back = new byte[n * TAGS];
        double[] total = new double[TAGS];
        double[] next = new double[TAGS];
        for (int i = 0; i < n; i++) {
            boolean[][] allowed = i == 0 ? FIRST : scores.pieces().startsWord(from + i) ? NEXT_WORD : SAME_WORD;
            for (Tag tag : Tag.all()) {
                int chosen = -1;
                double most = Double.NEGATIVE_INFINITY;
                for (Tag before : Tag.all()) {
                    if (allowed[tag.ordinal()][before.ordinal()] && (chosen < 0 || total[before.ordinal()] > most)) {
                        chosen = before.ordinal();
                        most = total[chosen];
                    }
                }
                back[i * TAGS + tag.ordinal()] = (byte) Math.max(chosen, 0);
                next[tag.ordinal()] = chosen < 0 ? Double.NEGATIVE_INFINITY : most + scores.tag(from + i, tag);
            }
            System.arraycopy(next, 0, total, 0, TAGS);
        }
        return trace(back, total, n);
    }

    private static Tag[] trace(byte[] back, double[] total, int n) {
        int at = 0;
        for (int t = 1; t < TAGS; t++) {
            if (total[t] > total[at]) {
                at = t;
            }
        }
        Tag[] tags = new Tag[n];
        for (int i = n - 1; i >= 0; i--) {
            tags[i] = Tag.all().get(at);
            at = back[i * TAGS + at];
        }
        return tags;
    }

    private static void spans(TokenScores scores, int from, Tag[] tags, List<RoleSpan> out) {
        for (Role role : Role.values()) {
            for (int i = 0; i < tags.length; i++) {
                if (tags[i] != role.begin()) {
                    continue;
                }
                int end = i;
                double log = 0;
                do {
                    log += scores.tag(from + end, tags[end]);
                    end++;
                } while (end < tags.length && tags[end] == role.inside());
                out.add(new RoleSpan(role, from + i, from + end - 1, StrictMath.exp(log / (end - i))));
            }
        }
    }
}
