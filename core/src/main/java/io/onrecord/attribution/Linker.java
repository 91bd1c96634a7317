package io.onrecord.attribution;

import io.onrecord.encoder.TokenScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins spans to statements: each source and content points at its cue. */
final class Linker {

    /** A cue without a source of its own takes one that points elsewhere if it gives this cue such a share. */
    private static final double SHARED = 0.005;

    private final TokenScores scores;
    private final List<RoleSpan> cues;

    private Linker(TokenScores scores, List<RoleSpan> cues) {
        this.scores = scores;
        this.cues = cues;
    }

    /**
     * A span that belongs to a cue.
     *
     * @param span source or content
     * @param probability share of this cue among all cues in reach
     */
    record Link(RoleSpan span, double probability) {}

    /**
     * A cue with what belongs to it.
     *
     * @param cue the cue
     * @param sources in the order of the text, perhaps none
     * @param contents in the order of the text, at least one
     */
    record Group(RoleSpan cue, List<Link> sources, List<Link> contents) {}

    /** Groups of all cues that have content, in the order of the cues. */
    static List<Group> link(TokenScores scores, List<RoleSpan> spans) {
        return new Linker(scores, of(Role.CUE, spans)).groups(of(Role.SOURCE, spans), of(Role.CONTENT, spans));
    }

    private static List<RoleSpan> of(Role role, List<RoleSpan> spans) {
        return spans.stream().filter(span -> span.role() == role).toList();
    }

    private List<Group> groups(List<RoleSpan> sources, List<RoleSpan> contents) {
        List<double[]> sourceShares = sources.stream().map(this::shares).toList();
        List<double[]> contentShares = contents.stream().map(this::shares).toList();
        List<Group> groups = new ArrayList<>();
        for (int c = 0; c < cues.size(); c++) {
            List<Link> content = pointing(contents, contentShares, c);
            if (content.isEmpty()) {
                continue;
            }
            List<Link> source = pointing(sources, sourceShares, c);
            if (source.isEmpty()) {
                source = shared(sources, sourceShares, c).map(List::of).orElse(List.of());
            }
            groups.add(new Group(cues.get(c), source, content));
        }
        return groups;
    }

    /** Share of each cue in the links of a span; zero for cues out of reach. */
    private double[] shares(RoleSpan span) {
        double[] shares = new double[cues.size()];
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < shares.length; c++) {
            shares[c] = scores.link(span.first(), cues.get(c).first());
            most = Math.max(most, shares[c]);
        }
        if (most == Double.NEGATIVE_INFINITY) {
            return new double[shares.length];
        }
        double sum = 0;
        for (int c = 0; c < shares.length; c++) {
            shares[c] = StrictMath.exp(shares[c] - most);
            sum += shares[c];
        }
        for (int c = 0; c < shares.length; c++) {
            shares[c] /= sum;
        }
        return shares;
    }

    private static List<Link> pointing(List<RoleSpan> spans, List<double[]> shares, int cue) {
        List<Link> links = new ArrayList<>();
        for (int s = 0; s < spans.size(); s++) {
            if (best(shares.get(s)) == cue) {
                links.add(new Link(spans.get(s), shares.get(s)[cue]));
            }
        }
        return links;
    }

    private static int best(double[] shares) {
        int best = -1;
        double most = 0;
        for (int c = 0; c < shares.length; c++) {
            if (shares[c] > most) {
                best = c;
                most = shares[c];
            }
        }
        return best;
    }

    private static Optional<Link> shared(List<RoleSpan> sources, List<double[]> shares, int cue) {
        Link found = null;
        for (int s = 0; s < sources.size(); s++) {
            double share = shares.get(s)[cue];
            if (share >= SHARED && (found == null || share > found.probability())) {
                found = new Link(sources.get(s), share);
            }
        }
        return Optional.ofNullable(found);
    }
}
