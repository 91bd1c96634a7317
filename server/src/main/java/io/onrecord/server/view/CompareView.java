package io.onrecord.server.view;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.claims.ClaimView;
import io.onrecord.memory.EventComparison;
import io.onrecord.memory.OutletNames;
import io.onrecord.model.Dispute;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.Counted;
import io.onrecord.store.Event;
import io.onrecord.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each of some outlets carries of an event, and the others do not.
 *
 * @param event words that its articles have
 * @param since the first day of publication, as it was given
 * @param until the last
 * @param outlets that are compared
 * @param articles of theirs about the event, in the order of publication
 * @param groups claims by who carries them
 * @param disputes what statements of one outlet do to claims that another carries
 * @param candidates outlets that have articles about the event, where fewer than two were named
 * @param unknown names that no outlet has
 * @param known names of outlets to choose from
 */
public record CompareView(
        Optional<String> event,
        Optional<String> since,
        Optional<String> until,
        List<String> outlets,
        List<Event.Story> articles,
        List<Group> groups,
        List<Across> disputes,
        List<Counted> candidates,
        List<String> unknown,
        List<String> known) {

    /** Outlets that are compared at a time. */
    public static final int MOST = 6;

    private static final int KNOWN = 500;
    private static final int CLAIMS = 100;

    /**
     * Claims that the same outlets carry.
     *
     * @param outlets which
     * @param count how many there are
     * @param claims the most disputed and most carried of them
     */
    public record Group(List<String> outlets, int count, List<Carried> claims) {
        public Group {
            outlets = List.copyOf(outlets);
            claims = List.copyOf(claims);
        }
    }

    /**
     * A claim and who says it where.
     *
     * @param claim in its own words
     * @param carriers of each outlet the first statement
     */
    public record Carried(ClaimSummary claim, List<Carrier> carriers) {
        public Carried {
            carriers = List.copyOf(carriers);
        }
    }

    /**
     * An outlet's first statement that puts a claim.
     *
     * @param outlet that carries it
     * @param statement its first
     * @param more how many others it has
     */
    public record Carrier(String outlet, SpokenLine statement, int more) {}

    /**
     * A dispute from one outlet to another.
     *
     * @param kind what it does
     * @param confidence from 0 to 1
     * @param evidence the words that show it
     * @param outlet whose statement it is
     * @param statement that disputes
     * @param claim that another outlet carries
     */
    public record Across(
            Dispute.Kind kind,
            double confidence,
            List<String> evidence,
            String outlet,
            SpokenLine statement,
            ClaimSummary claim) {
        public Across {
            evidence = List.copyOf(evidence);
        }
    }

    public CompareView {
        outlets = List.copyOf(outlets);
        articles = List.copyOf(articles);
        groups = List.copyOf(groups);
        disputes = List.copyOf(disputes);
        candidates = List.copyOf(candidates);
        unknown = List.copyOf(unknown);
        known = List.copyOf(known);
    }

    /**
     * Reads what is asked for.
     *
     * @throws io.onrecord.server.problem.Problem with status 400 if a parameter is none of its kind, or too much is asked for
     */
    public static CompareView of(Shelf shelf, Request request) {
        return of(shelf, request, CLAIMS);
    }

    /** All of it, not only what is shown. */
    static CompareView whole(Shelf shelf, Request request) {
        return of(shelf, request, Integer.MAX_VALUE);
    }

    private static CompareView of(Shelf shelf, Request request, int most) {
        Store store = shelf.store();
        OutletNames names = OutletNames.of(store);
        Set<String> outlets = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String given : request.parameters("outlet").stream().limit(MOST).toList()) {
            names.named(given).ifPresentOrElse(outlets::add, () -> unknown.add(given.strip()));
        }
        List<String> words = Filters.words(request, "q");
        List<String> chosen = List.copyOf(outlets);
        Optional<EventComparison> found = words.isEmpty() || chosen.size() < 2
                ? Optional.empty()
                : Optional.of(compared(request, store, words, chosen));
        List<Counted> candidates =
                words.isEmpty() || found.isPresent() || names.all().isEmpty()
                        ? List.of()
                        : candidates(store.event(
                                words,
                                names.all()
                                        .subList(0, Math.min(KNOWN, names.all().size())),
                                Filters.since(request),
                                Filters.until(request)));
        return new CompareView(
                Filters.text(request, "q"),
                Filters.text(request, "since"),
                Filters.text(request, "until"),
                chosen,
                found.map(EventComparison::articles).orElse(List.of()),
                found.map(one -> groups(one, most)).orElse(List.of()),
                found.map(one -> disputes(one, most)).orElse(List.of()),
                candidates,
                unknown,
                names.all().subList(0, Math.min(KNOWN, names.all().size())));
    }

    private static EventComparison compared(Request request, Store store, List<String> words, List<String> outlets) {
        try {
            return EventComparison.of(store, words, outlets, Filters.since(request), Filters.until(request));
        } catch (EventComparison.TooMuchException e) {
            throw Problem.bad(String.valueOf(e.getMessage()));
        }
    }

    private static List<Counted> candidates(Event event) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        event.articles().forEach(story -> counts.merge(story.outlet(), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Counted(entry.getKey(), entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<Group> groups(EventComparison found, int most) {
        return found.groups().stream()
                .map(group -> new Group(
                        group.outlets(),
                        group.claims().size(),
                        group.claims().stream()
                                .limit(most)
                                .map(claim -> carried(claim, group.outlets()))
                                .toList()))
                .toList();
    }

    private static Carried carried(ClaimView claim, List<String> outlets) {
        List<Carrier> carriers = new ArrayList<>();
        for (String outlet : outlets) {
            List<ClaimView.Told> own = claim.told().stream()
                    .filter(told -> told.statement().outlet().equals(Optional.of(outlet)))
                    .toList();
            carriers.add(new Carrier(outlet, SpokenLine.of(own.get(0).statement(), Optional.empty()), own.size() - 1));
        }
        return new Carried(claim.summary(), carriers);
    }

    private static List<Across> disputes(EventComparison found, int most) {
        return found.disputes().stream()
                .limit(most)
                .map(across -> new Across(
                        across.disputed().kind(),
                        Math.round(1000 * across.disputed().confidence()) / 1000.0,
                        across.disputed().evidence(),
                        across.outlet(),
                        SpokenLine.of(across.disputed().statement(), Optional.empty()),
                        across.claim().summary()))
                .toList();
    }

    /** Articles of an outlet. */
    public List<Event.Story> articlesOf(String outlet) {
        return articles.stream().filter(story -> story.outlet().equals(outlet)).toList();
    }

    /** What a group is called. */
    public String heading(Group group) {
        if (group.outlets.size() == 1) {
            return "Only " + group.outlets.get(0);
        }
        return group.outlets.size() == outlets.size()
                ? (outlets.size() == 2 ? "Both" : "All")
                : String.join(", ", group.outlets);
    }

    /** The outlet that was named at a place of the form; empty where there was none. */
    public String chosen(int index) {
        return index < outlets.size() ? outlets.get(index) : "";
    }
}
