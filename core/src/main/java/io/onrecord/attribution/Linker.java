package io.onrecord.attribution;

import io.onrecord.encoder.TokenScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Joins spans to statements. Each content points at its cue. Each cue takes the source that is likeliest by both sides: the
 * source points at cues, and the cue points at sources or at nobody. So one source may serve several cues.
 */
final class Linker {

    /** What the source's side counts for beside the cue's. */
    private static final double OWN = 0.5;

    /** What the cue's share of nobody counts for beside that sum. */
    private static final double NOBODY = 0.7;

    /** A content stays in its paragraph if a cue there has such a share of it. */
    private static final double NEAR = 0.02;

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
     * @param probability of a content, share of this cue among all cues in reach; of a source, what both sides give it:
     *     the cue's share, and that of the cue, which counts half as much
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
        List<@Nullable Link> owners = owners(sources);
        List<List<Link>> ownContents = owned(contents);
        List<Group> groups = new ArrayList<>();
        for (int c = 0; c < cues.size(); c++) {
            if (!ownContents.get(c).isEmpty()) {
                groups.add(new Group(cues.get(c), Optional.ofNullable(owners.get(c)), ownContents.get(c)));
            }
        }
        return groups;
    }

    /** Of each cue, its source; null where it has none. */
    private List<@Nullable Link> owners(List<RoleSpan> sources) {
        List<Shares> pointing = sources.stream().map(this::shares).toList();
        double[] nobody = new double[cues.size()];
        double[] total = new double[cues.size()];
        for (int c = 0; c < cues.size(); c++) {
            nobody[c] = StrictMath.exp(scores.nobody(cues.get(c).first()));
            total[c] = nobody[c];
        }
        for (int s = 0; s < sources.size(); s++) {
            for (int c = pointing.get(s).from(); c < pointing.get(s).to(); c++) {
                total[c] += owner(c, sources.get(s));
            }
        }
        List<@Nullable Link> owners = new ArrayList<>(Collections.nCopies(cues.size(), null));
        double[] most = new double[cues.size()];
        for (int c = 0; c < cues.size(); c++) {
            most[c] = total[c] == 0 ? Double.POSITIVE_INFINITY : NOBODY * nobody[c] / total[c];
        }
        for (int s = 0; s < sources.size(); s++) {
            for (int c = pointing.get(s).from(); c < pointing.get(s).to(); c++) {
                double both = owner(c, sources.get(s)) / total[c]
                        + OWN * pointing.get(s).of(c);
                if (both > most[c]) {
                    most[c] = both;
                    owners.set(c, new Link(sources.get(s), Math.min(1, both / (1 + OWN))));
                }
            }
        }
        return owners;
    }

    /** How likely a cue holds a source, among all pieces that may begin one, and nobody. */
    private double owner(int cue, RoleSpan source) {
        return StrictMath.exp(scores.owner(cues.get(cue).first(), source.first()));
    }

    /** How the links of a span are shared out among the cues in its reach; a long text has many more. */
    private static final class Shares {

        private final int from;
        private final double[] values;

        /**
         * @param from index of the first cue in reach
         * @param links log probability of each cue from there
         */
        Shares(int from, double[] links) {
            this.from = from;
            this.values = links;
            double most = Arrays.stream(links).max().orElse(Double.NEGATIVE_INFINITY);
            double sum = 0;
            for (int i = 0; i < links.length; i++) {
                values[i] = most == Double.NEGATIVE_INFINITY ? 0 : StrictMath.exp(links[i] - most);
                sum += values[i];
            }
            for (int i = 0; i < links.length; i++) {
                values[i] = sum == 0 ? 0 : values[i] / sum;
            }
        }

        int from() {
            return from;
        }

        int to() {
            return from + values.length;
        }

        double of(int cue) {
            return values[cue - from];
        }

        /** Of some cues the one with the greatest share; -1 where none has any. */
        int best(IntPredicate some) {
            int best = -1;
            for (int cue = from; cue < to(); cue++) {
                if (some.test(cue) && of(cue) > (best < 0 ? 0 : of(best))) {
                    best = cue;
                }
            }
            return best;
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
        return new Shares(from, links);
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

    /** Of each cue, the contents that point at it before all others. */
    private List<List<Link>> owned(List<RoleSpan> contents) {
        List<List<Link>> links = new ArrayList<>();
        cues.forEach(cue -> links.add(new ArrayList<>()));
        for (RoleSpan content : contents) {
            Shares shares = shares(content);
            int paragraph = scores.paragraph(content.first());
            int near = shares.best(cue -> scores.paragraph(cues.get(cue).first()) == paragraph);
            int best = near >= 0 && shares.of(near) >= NEAR ? near : shares.best(cue -> true);
            if (best >= 0) {
                links.get(best).add(new Link(content, shares.of(best)));
            }
        }
        return links;
    }
}
