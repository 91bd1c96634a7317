package io.onrecord.attribution;

import io.onrecord.encoder.TokenScores;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Spans from tag scores. Of all spans that a {@link Chain} holds possible, those are taken that do not overlap and that
 * together exceed the thresholds of their roles by most: what counts is how many spans may be expected to be right, not
 * which one row of tags is the best.
 */
final class TagDecoder {

    /** Spans less likely than this are not looked at; so at any piece few are on their way. */
    private static final double LEAST = 0.02;

    private TagDecoder() {}

    /** All spans in the order of the text. */
    static List<RoleSpan> decode(TokenScores scores, Mode mode) {
        return decode(scores, mode, Integer.MAX_VALUE);
    }

    /** Those of some paragraphs, from the first on. */
    static List<RoleSpan> decode(TokenScores scores, Mode mode, int paragraphs) {
        List<RoleSpan> spans = new ArrayList<>();
        Moves moves = new Moves(scores.transitions());
        int from = 0;
        for (int i = 1; i <= scores.size() && scores.paragraph(from) < paragraphs; i++) {
            if (i == scores.size() || scores.paragraph(i) != scores.paragraph(from)) {
                spans.addAll(chosen(candidates(new Chain(scores, moves, from, i), from), mode));
                from = i;
            }
        }
        return spans;
    }

    /** All spans that are likely enough to be looked at, in the order of their last pieces. */
    private static List<RoleSpan> candidates(Chain chain, int offset) {
        List<RoleSpan> found = new ArrayList<>();
        for (Role role : Role.values()) {
            for (int first = 0; first < chain.size(); first++) {
                if (chain.probability(first, role.begin()) >= LEAST) {
                    addCandidates(chain, role, first, offset, found);
                }
            }
        }
        found.sort(Comparator.comparingInt(RoleSpan::last)
                .thenComparingInt(RoleSpan::first)
                .thenComparing(RoleSpan::role));
        return found;
    }

    private static void addCandidates(Chain chain, Role role, int first, int offset, List<RoleSpan> out) {
        Chain.Walk walk = chain.new Walk(role, first);
        double sofar = walk.probability();
        for (int last = first; sofar >= LEAST; last++) {
            double further = walk.step() ? walk.probability() : 0;
            if (sofar - further >= LEAST) {
                out.add(new RoleSpan(role, offset + first, offset + last, Math.min(1, sofar - further)));
            }
            sofar = further;
        }
    }

    /** Weighted interval scheduling: the spans without overlap whose gains have the greatest sum. */
    private static List<RoleSpan> chosen(List<RoleSpan> candidates, Mode mode) {
        int n = candidates.size();
        double[] best = new double[n + 1];
        int[] before = new int[n];
        for (int i = 0; i < n; i++) {
            RoleSpan span = candidates.get(i);
            before[i] = endingBefore(candidates, span.first(), i);
            best[i + 1] = Math.max(best[i], best[before[i]] + gain(span, mode));
        }
        Deque<RoleSpan> chosen = new ArrayDeque<>();
        for (int i = n; i > 0; ) {
            if (best[i] > best[i - 1]) {
                chosen.addFirst(candidates.get(i - 1));
                i = before[i - 1];
            } else {
                i--;
            }
        }
        return List.copyOf(chosen);
    }

    private static double gain(RoleSpan span, Mode mode) {
        return span.probability() - mode.threshold(span.role());
    }

    /** How many of the first candidates end before a piece. */
    private static int endingBefore(List<RoleSpan> candidates, int piece, int limit) {
        int low = 0;
        int high = limit;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (candidates.get(middle).last() < piece) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
