package io.onrecord.attribution;

import io.onrecord.encoder.TokenScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
     * @param source the one that says it, where one is named
     * @param contents in the order of the text, at least one
     */
    record Group(RoleSpan cue, Optional<Link> source, List<Link> contents) {}

    /** Groups of all cues that have content, in the order of the cues. */
    static List<Group> link(TokenScores scores, List<RoleSpan> spans) {
        return new Linker(scores, of(Role.CUE, spans)).groups(of(Role.SOURCE, spans), of(Role.CONTENT, spans));
    }

    private static List<RoleSpan> of(Role role, List<RoleSpan> spans) {
        return spans.stream().filter(span -> span.role() == role).toList();
    }

    private List<Group> groups(List<RoleSpan> sources, List<RoleSpan> contents) {
        List<Shares> sourceShares = sources.stream().map(this::shares).toList();
        List<List<Link>> ownSources = pointing(sourceShares);
        List<@Nullable Link> sharedSources = shared(sourceShares);
        List<List<Link>> ownContents =
                pointing(contents.stream().map(this::shares).toList());
        List<Group> groups = new ArrayList<>();
        for (int c = 0; c < cues.size(); c++) {
            RoleSpan cue = cues.get(c);
            if (!ownContents.get(c).isEmpty()) {
                Optional<Link> source = ownSources.get(c).stream()
                        .min(Comparator.comparingInt(link -> distance(link.span(), cue)))
                        .or(orEmpty(sharedSources.get(c)));
                groups.add(new Group(cue, source, ownContents.get(c)));
            }
        }
        return groups;
    }

    /** A statement has one source; of several that point at its cue the nearest is right most often. */
    private static int distance(RoleSpan source, RoleSpan cue) {
        return Math.abs(source.last() - cue.first());
    }

    private static Supplier<Optional<Link>> orEmpty(@Nullable Link link) {
        return () -> Optional.ofNullable(link);
    }

    /**
     * How the links of a span are shared out among the cues in its reach; a long text has many more.
     *
     * @param span source or content
     * @param from index of the first cue in reach
     * @param values share of each cue from there
     */
    private record Shares(RoleSpan span, int from, List<Double> values) {

        Link link(int i) {
            return new Link(span, values.get(i));
        }
    }

    private Shares shares(RoleSpan span) {
        int after = firstCueAfter(span.first());
        int from = after;
        while (from > 0 && scores.inReach(span.first(), cues.get(from - 1).first())) {
            from--;
        }
        int to = after;
        while (to < cues.size() && scores.inReach(span.first(), cues.get(to).first())) {
            to++;
        }
        double[] links = new double[to - from];
        for (int i = 0; i < links.length; i++) {
            links[i] = scores.link(span.first(), cues.get(from + i).first());
        }
        return new Shares(span, from, shares(links));
    }

    private int firstCueAfter(int piece) {
        int low = 0;
        int high = cues.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cues.get(middle).first() < piece) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The softmax of some links; none where every link is impossible. */
    private static List<Double> shares(double[] links) {
        double most = Arrays.stream(links).max().orElse(Double.NEGATIVE_INFINITY);
        if (most == Double.NEGATIVE_INFINITY) {
            return List.of();
        }
        double[] shares = new double[links.length];
        double sum = 0;
        for (int i = 0; i < links.length; i++) {
            shares[i] = StrictMath.exp(links[i] - most);
            sum += shares[i];
        }
        List<Double> divided = new ArrayList<>(shares.length);
        for (double share : shares) {
            divided.add(share / sum);
        }
        return divided;
    }

    /** Of each cue, what points at it before all others. */
    private List<List<Link>> pointing(List<Shares> spans) {
        List<List<Link>> links = new ArrayList<>();
        cues.forEach(cue -> links.add(new ArrayList<>()));
        for (Shares span : spans) {
            int best = best(span.values());
            if (best >= 0) {
                links.get(span.from() + best).add(span.link(best));
            }
        }
        return links;
    }

    private static int best(List<Double> shares) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i) > most) {
                best = i;
                most = shares.get(i);
            }
        }
        return best;
    }

    /** Of each cue, the source that gives it the greatest share, wherever it points; null if none gives it enough. */
    private List<@Nullable Link> shared(List<Shares> sources) {
        List<@Nullable Link> shared = new ArrayList<>(Collections.nCopies(cues.size(), null));
        for (Shares source : sources) {
            for (int i = 0; i < source.values().size(); i++) {
                Link before = shared.get(source.from() + i);
                double share = source.values().get(i);
                if (share >= SHARED && (before == null || share > before.probability())) {
                    shared.set(source.from() + i, source.link(i));
                }
            }
        }
        return shared;
    }
}
