package io.onrecord.corrections;

import io.onrecord.corrections.Corrected.Problem;
import io.onrecord.corrections.Corrected.Touched;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Resolution.Unresolved;
import io.onrecord.model.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What another reading of the same text changes: a pure function of two records and what people put right. Statements are the same
 * where a correction would follow from one to the other.
 *
 * @param added statements that only the later record has, in its order
 * @param gone statements that only the earlier record has, in its order
 * @param changed statements that both have, but not alike, in the order of the earlier one
 * @param loosened corrected statements that the later record has no more, though the earlier one has
 * @param same how many statements are as they were
 */
public record Differences(
        List<Statement> added, List<Statement> gone, List<Changed> changed, List<Touched> loosened, int same) {

    /** What of a statement may change. */
    public enum What {
        /** Whom it is said to be by: another name, or another reason for none. */
        SPEAKER,
        /** Stance, negation or possibility. */
        STANCE,
        /** Where its words stand. */
        SPANS
    }

    /**
     * A statement that both records have.
     *
     * @param before of the earlier record
     * @param now of the later one
     * @param what changed, at least one thing
     */
    public record Changed(Statement before, Statement now, Set<What> what) {
        public Changed {
            what = Set.copyOf(what);
        }
    }

    public Differences {
        added = List.copyOf(added);
        gone = List.copyOf(gone);
        changed = List.copyOf(changed);
        loosened = List.copyOf(loosened);
    }

    /** Whether nothing that a person would see changes. */
    public boolean isEmpty() {
        return added.isEmpty() && gone.isEmpty() && changed.isEmpty() && loosened.isEmpty();
    }

    /** The words that name a statement's speaker: a name, or the reason why there is none. */
    public static String speaker(Statement statement) {
        return statement.speaker() instanceof Resolved resolved
                ? resolved.name()
                : ((Unresolved) statement.speaker()).reason();
    }

    /**
     * What changes.
     *
     * @param before a record of an article
     * @param now another of the same article
     * @param corrections of its text, in the order they were made
     */
    public static Differences between(ArticleRecord before, ArticleRecord now, List<Correction> corrections) {
        Map<Integer, Integer> pairs = pairs(before.statements(), now.statements());
        List<Statement> gone = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        Set<Integer> met = new HashSet<>(pairs.values());
        int same = 0;
        for (int i = 0; i < before.statements().size(); i++) {
            @Nullable Integer partner = pairs.get(i);
            Statement earlier = before.statements().get(i);
            if (partner == null) {
                gone.add(earlier);
                continue;
            }
            Statement later = now.statements().get(partner);
            Set<What> what = what(earlier, later);
            if (what.isEmpty()) {
                same++;
            } else {
                changed.add(new Changed(earlier, later, what));
            }
        }
        List<Statement> added = new ArrayList<>();
        for (int i = 0; i < now.statements().size(); i++) {
            if (!met.contains(i)) {
                added.add(now.statements().get(i));
            }
        }
        return new Differences(added, gone, changed, loosened(before, now, corrections), same);
    }

    /**
     * Which statement of the later record is which of the earlier one, by their ids; those that it has no more are not there.
     *
     * @param before a record of an article
     * @param now another of the same article
     */
    public static Map<String, String> successors(ArticleRecord before, ArticleRecord now) {
        Map<String, String> ids = new HashMap<>();
        pairs(before.statements(), now.statements())
                .forEach((earlier, later) -> ids.put(
                        before.statements().get(earlier).id(),
                        now.statements().get(later).id()));
        return ids;
    }

    private static Set<What> what(Statement before, Statement now) {
        Set<What> what = EnumSet.noneOf(What.class);
        if (!speaker(before).equals(speaker(now))) {
            what.add(What.SPEAKER);
        }
        if (!before.stance().equals(now.stance())) {
            what.add(What.STANCE);
        }
        Attribution a = before.attribution();
        Attribution b = now.attribution();
        if (!a.source().equals(b.source())
                || !a.cue().equals(b.cue())
                || !a.content().equals(b.content())) {
            what.add(What.SPANS);
        }
        return what;
    }

    private static List<Touched> loosened(ArticleRecord before, ArticleRecord now, List<Correction> corrections) {
        if (corrections.isEmpty()) {
            return List.of();
        }
        Set<Correction> looseBefore = new HashSet<>();
        loose(Corrections.apply(before, corrections)).forEach(one -> looseBefore.addAll(one.history()));
        return loose(Corrections.apply(now, corrections)).stream()
                .filter(one -> !looseBefore.containsAll(one.history()))
                .toList();
    }

    private static List<Touched> loose(Corrected corrected) {
        return corrected.touched().stream()
                .filter(one -> one.problem().filter(Problem.LOOSE::equals).isPresent())
                .toList();
    }

    /** Two statements that fit. */
    private record Pair(int before, int now, double fit) {}

    private static Map<Integer, Integer> pairs(List<Statement> before, List<Statement> now) {
        Map<Places, Integer> exact = new HashMap<>();
        for (int j = 0; j < now.size(); j++) {
            exact.putIfAbsent(places(now.get(j)), j);
        }
        Map<Integer, Integer> pairs = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < before.size(); i++) {
            @Nullable Integer same = exact.get(places(before.get(i)));
            if (same != null && taken.add(same)) {
                pairs.put(i, same);
            }
        }
        List<Pair> likely = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            for (int j = 0; !pairs.containsKey(i) && j < now.size(); j++) {
                double fit = taken.contains(j) ? 0 : places(before.get(i)).fit(places(now.get(j)));
                if (fit > 0) {
                    likely.add(new Pair(i, j, fit));
                }
            }
        }
        likely.sort(Comparator.comparingDouble(Pair::fit)
                .reversed()
                .thenComparingInt(Pair::before)
                .thenComparingInt(Pair::now));
        for (Pair pair : likely) {
            if (!pairs.containsKey(pair.before) && taken.add(pair.now)) {
                pairs.put(pair.before, pair.now);
            }
        }
        return pairs;
    }

    private static Places places(Statement statement) {
        Attribution words = statement.attribution();
        return new Places(words.in(), words.cue(), words.content());
    }
}
