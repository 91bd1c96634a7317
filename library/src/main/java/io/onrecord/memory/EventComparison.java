package io.onrecord.memory;

import io.onrecord.claims.ClaimView;
import io.onrecord.store.Event;
import io.onrecord.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each of some outlets carries of an event, and the others do not. An outlet carries a claim if a statement in one of its articles has part in it,
 * whoever makes it.
 *
 * @param outlets that are compared, in the order in which they were named
 * @param articles of theirs about the event, in the order of publication
 * @param groups claims by who carries them: what most have first, then what one has alone, in the order of the outlets
 * @param disputes what statements of one outlet do to claims that another carries
 */
public record EventComparison(
        List<String> outlets, List<Event.Story> articles, List<Group> groups, List<Across> disputes) {

    /** Claims that are compared at most: with all that is told of each they have to be in memory together. */
    public static final int MOST = 3_000;

    /** More is carried of what was asked for than can be compared. */
    public static final class TooMuchException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private TooMuchException(Event event, int most) {
            super(event.claimIds().size() + " claims in " + event.articles().size()
                    + " articles are too many to be compared at once, " + most
                    + " are not: name more words of the event, or the days");
        }
    }

    /**
     * Claims that the same outlets carry.
     *
     * @param outlets in the order in which they were named
     * @param claims the most disputed and most carried first
     */
    public record Group(List<String> outlets, List<ClaimView> claims) {
        public Group {
            outlets = List.copyOf(outlets);
            claims = List.copyOf(claims);
        }
    }

    /**
     * A dispute from one outlet to another.
     *
     * @param outlet whose statement disputes
     * @param claim that is disputed
     * @param disputed how, and with which words
     */
    public record Across(String outlet, ClaimView claim, ClaimView.Disputed disputed) {}

    public EventComparison {
        outlets = List.copyOf(outlets);
        articles = List.copyOf(articles);
        groups = List.copyOf(groups);
        disputes = List.copyOf(disputes);
    }

    /**
     * Compares.
     *
     * @param words all of which an article about the event has, in its title or text
     * @param outlets by their names, at least one
     * @param since the first day of publication, {@link LocalDate#MIN} for any
     * @param until the last day of publication, {@link LocalDate#MAX} for any
     * @throws TooMuchException if they carry more than {@link #MOST} claims
     * @throws io.onrecord.store.StoreException if the store cannot be read
     */
    public static EventComparison of(
            Store store, List<String> words, List<String> outlets, LocalDate since, LocalDate until) {
        return of(store, words, outlets, since, until, MOST);
    }

    static EventComparison of(
            Store store, List<String> words, List<String> outlets, LocalDate since, LocalDate until, int most) {
        Event event = store.event(words, outlets, since, until);
        if (event.claimIds().size() > most) {
            throw new TooMuchException(event, most);
        }
        List<ClaimView> claims = event.claimIds().stream()
                .map(store::claim)
                .flatMap(Optional::stream)
                .toList();
        return new EventComparison(outlets, event.articles(), groups(claims, outlets), disputes(claims, outlets));
    }

    /** All claims, in the order in which the store ranks them: the most disputed and most carried first. */
    public List<ClaimView> claims() {
        return groups.stream()
                .flatMap(group -> group.claims.stream())
                .sorted(Comparator.comparingInt(
                                (ClaimView claim) -> -claim.summary().disputes())
                        .thenComparingInt(claim -> -claim.summary().origins())
                        .thenComparing(claim -> claim.summary().id()))
                .toList();
    }

    /** The articles of an outlet. */
    public List<Event.Story> articlesOf(String outlet) {
        return articles.stream().filter(story -> story.outlet().equals(outlet)).toList();
    }

    private static List<Group> groups(List<ClaimView> claims, List<String> outlets) {
        Map<List<String>, List<ClaimView>> groups = new LinkedHashMap<>();
        for (ClaimView claim : claims) {
            groups.computeIfAbsent(carriers(claim, outlets), key -> new ArrayList<>())
                    .add(claim);
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingInt((Group group) -> -group.outlets.size())
                        .thenComparingInt(group -> outlets.indexOf(group.outlets.get(0))))
                .toList();
    }

    private static List<String> carriers(ClaimView claim, List<String> outlets) {
        return outlets.stream()
                .filter(outlet -> claim.told().stream()
                        .anyMatch(told ->
                                told.statement().outlet().filter(outlet::equals).isPresent()))
                .toList();
    }

    private static List<Across> disputes(List<ClaimView> claims, List<String> outlets) {
        List<Across> across = new ArrayList<>();
        for (ClaimView claim : claims) {
            for (ClaimView.Disputed disputed : claim.disputes()) {
                disputed.statement()
                        .outlet()
                        .filter(outlets::contains)
                        .filter(own -> disputed.kind().isAgainst() && isCarriedElsewhere(claim, outlets, own))
                        .ifPresent(own -> across.add(new Across(own, claim, disputed)));
            }
        }
        return across;
    }

    private static boolean isCarriedElsewhere(ClaimView claim, List<String> outlets, String own) {
        return claim.told().stream()
                .flatMap(told -> told.statement().outlet().stream())
                .anyMatch(other -> outlets.contains(other) && !own.equals(other));
    }
}
