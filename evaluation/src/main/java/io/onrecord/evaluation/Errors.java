package io.onrecord.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what is wrong, kind by kind. Each statement of the gold is held against one that was found: its partner by
 * linked.loose, else one with its cue, else one with half of its content. A pair may show several kinds. The order of the
 * articles changes nothing. Not safe for use by several threads.
 */
final class Errors {

    private static final double HALF = 0.5;

    private final Map<ErrorKind, Integer> counts = new EnumMap<>(ErrorKind.class);

    private Errors() {}

    /** How often each kind occurs; 0 for one that does not. */
    static Map<ErrorKind, Integer> of(List<Comparison> articles) {
        Errors errors = new Errors();
        for (ErrorKind kind : ErrorKind.values()) {
            errors.counts.put(kind, 0);
        }
        articles.stream().filter(article -> article.gold().linked()).forEach(errors::add);
        return errors.counts;
    }

    private void add(Comparison article) {
        List<Covered> wanted = article.wanted();
        List<Covered> found = article.found();
        Map<Integer, Integer> pairs = pairs(article);
        pairs.forEach((i, j) -> add(wanted.get(i), found.get(j)));
        for (int i = 0; i < wanted.size(); i++) {
            if (!pairs.containsKey(i)) {
                add(hasCueOf(wanted.get(i), found) ? ErrorKind.MERGED : ErrorKind.MISSED);
            }
        }
        for (int j = 0; j < found.size(); j++) {
            if (!pairs.containsValue(j)) {
                add(hasCueOf(found.get(j), wanted) ? ErrorKind.DIVIDED : ErrorKind.INVENTED);
            }
        }
    }

    private static boolean hasCueOf(Covered statement, List<Covered> others) {
        return others.stream().anyMatch(other -> other.cue().intersects(statement.cue()));
    }

    /** By index of a statement of the gold that of the one which it is held against. */
    private static Map<Integer, Integer> pairs(Comparison article) {
        Map<Integer, Integer> pairs = new TreeMap<>(article.partners());
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < article.wanted().size(); i++) {
            for (int j = 0; j < article.found().size(); j++) {
                Covered wanted = article.wanted().get(i);
                Covered found = article.found().get(j);
                boolean cue = wanted.cue().intersects(found.cue());
                if (cue || similarity(wanted.content(), found.content()) >= HALF) {
                    candidates.add(new Candidate(cue, wanted.sharedContent(found), i, j));
                }
            }
        }
        candidates.sort(Comparator.comparing(Candidate::cue)
                .thenComparingInt(Candidate::shared)
                .reversed()
                .thenComparingInt(Candidate::wanted)
                .thenComparingInt(Candidate::found));
        for (Candidate candidate : candidates) {
            if (!pairs.containsKey(candidate.wanted()) && !pairs.containsValue(candidate.found())) {
                pairs.put(candidate.wanted(), candidate.found());
            }
        }
        return pairs;
    }

    /** Two statements that may be held against one another. */
    private record Candidate(boolean cue, int shared, int wanted, int found) {}

    private static double similarity(BitSet one, BitSet other) {
        int shared = Covered.shared(one, other);
        int union = one.cardinality() + other.cardinality() - shared;
        return union == 0 ? 0 : (double) shared / union;
    }

    private void add(Covered wanted, Covered found) {
        if (!wanted.cue().intersects(found.cue())) {
            add(ErrorKind.CUE_WRONG);
        } else if (!wanted.cue().equals(found.cue())) {
            add(ErrorKind.CUE_BOUNDS);
        }
        addSource(wanted.source(), found.source());
        addContent(wanted, found);
    }

    private void addSource(BitSet wanted, BitSet found) {
        if (wanted.equals(found)) {
            return;
        }
        if (found.isEmpty()) {
            add(ErrorKind.SOURCE_MISSING);
        } else if (wanted.isEmpty()) {
            add(ErrorKind.SOURCE_EXTRA);
        } else {
            add(wanted.intersects(found) ? ErrorKind.SOURCE_BOUNDS : ErrorKind.SOURCE_WRONG);
        }
    }

    private void addContent(Covered wanted, Covered found) {
        if (wanted.content().equals(found.content())) {
            return;
        }
        if (!wanted.content().intersects(found.content())) {
            add(ErrorKind.CONTENT_WRONG);
            return;
        }
        boolean start = wanted.content().nextSetBit(0) != found.content().nextSetBit(0);
        boolean end = wanted.content().length() != found.content().length();
        int pieces = Integer.compare(
                found.parts().content().size(), wanted.parts().content().size());
        if (start) {
            add(ErrorKind.CONTENT_START);
        }
        if (end) {
            add(ErrorKind.CONTENT_END);
        }
        if (pieces != 0) {
            add(pieces > 0 ? ErrorKind.CONTENT_SPLIT : ErrorKind.CONTENT_JOINED);
        }
        if (!start && !end && pieces == 0) {
            add(ErrorKind.CONTENT_GAP);
        }
    }

    private void add(ErrorKind kind) {
        counts.merge(kind, 1, Integer::sum);
    }
}
