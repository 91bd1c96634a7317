package io.onrecord.speakers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Why each of some speakers counts as the same as others: what people decided, else the strongest likeness to another of them. A pure function, safe to call
 * from any thread; it takes time by the product of their number and of how many each is compared with.
 */
public final class Matches {

    /** The rule where somebody said so. */
    public static final String DECIDED = "DECIDED";

    /** The rule where all are linked to another by way of third ones. */
    public static final String LINKED = "LINKED";

    private Matches() {}

    /**
     * Why one speaker counts as the same as another.
     *
     * @param rule in capital letters with underscores
     * @param words the rule in words
     * @param with number of the other, from 0
     */
    public record Match(String rule, String words, int with) {}

    /**
     * For each speaker of an identity why it is one of them; empty for a single one.
     *
     * @param members of one identity
     * @param compared with how many of the first members each is compared
     * @param decisions of people, those that hold
     */
    public static List<Optional<Match>> of(List<Appearance> members, int compared, List<Decision> decisions) {
        List<Profile> profiles = members.stream()
                .map(member -> new Profile(
                        List.of(member), new TreeMap<>(member.speaker().external())))
                .toList();
        List<Optional<Match>> matches = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Optional<Match> decided = decided(members, decisions, i);
            matches.add(decided.isPresent() ? decided : best(profiles, i, compared));
        }
        return matches;
    }

    private static Optional<Match> decided(List<Appearance> members, List<Decision> decisions, int one) {
        for (Decision decision : decisions) {
            if (decision.kind() == Decision.Kind.MERGE) {
                Optional<Decision.Anchor> other = isMeant(decision.first(), members.get(one))
                        ? Optional.of(decision.second())
                        : isMeant(decision.second(), members.get(one))
                                ? Optional.of(decision.first())
                                : Optional.empty();
                for (int i = 0; other.isPresent() && i < members.size(); i++) {
                    if (i != one && isMeant(other.get(), members.get(i))) {
                        return Optional.of(new Match(DECIDED, "somebody said that they are one", i));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isMeant(Decision.Anchor anchor, Appearance member) {
        return anchor.articleId().equals(member.articleId())
                && Folding.fold(anchor.name())
                        .equals(Folding.fold(member.speaker().name()));
    }

    private static Optional<Match> best(List<Profile> profiles, int one, int compared) {
        if (profiles.size() < 2) {
            return Optional.empty();
        }
        Optional<Likeness> best = Optional.empty();
        int with = one == 0 ? 1 : 0;
        for (int i = 0; i < Math.min(compared, profiles.size()); i++) {
            if (i == one || Likeness.isApart(profiles.get(one), profiles.get(i))) {
                continue;
            }
            Optional<Likeness> likeness = Likeness.of(profiles.get(one), profiles.get(i));
            if (likeness.isPresent() && (best.isEmpty() || likeness.get().compareTo(best.get()) < 0)) {
                best = likeness;
                with = i;
            }
        }
        int other = with;
        return Optional.of(best.map(found -> new Match(found.name(), found.words(), other))
                .orElse(new Match(LINKED, "by way of third articles, which are like both", other)));
    }
}
