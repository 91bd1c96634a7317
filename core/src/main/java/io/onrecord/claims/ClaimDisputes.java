package io.onrecord.claims;

import io.onrecord.disputes.Pending;
import io.onrecord.encoder.ByteVector;
import io.onrecord.model.Dispute;
import io.onrecord.model.Dispute.Kind;
import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Edges from statements to claims, in and over articles. A pure function of claims that are done, the links between their
 * members, and the edges that the articles' own words show.
 */
public final class ClaimDisputes {

    /** Of the pairs of a member of the one claim and a member of the other, the mean score that makes two claims contrary. */
    private static final double CONTRARY = 0.2;

    /** A statement is contrary to a claim if it is so to one of its statements, more likely than not. */
    private static final double LIKELY = 0.4;

    /**
     * Cosine from which two statements speak of the same thing. What is contrary and farther apart is mostly guessed
     * (docs/design/claims.md), and shown only where the one is stated right behind words that turn down the other.
     */
    private static final double NEAR = 0.4;

    /** Share of such edges that are right, on events that nothing was fitted on. */
    private static final double MEANT = 0.55;

    /** UTF-16 units from the words that turn down to what is stated behind them. */
    private static final int BEHIND = 250;

    /** Of two claims' members, the first so many tell whether they are contrary. */
    public static final int CHECKED = 64;

    /** How often what is spelled out is disputed or backed as its words say; what is repeated is so more often. */
    private static final double SPELLED_OUT = 0.5;

    private static final double SPELLED_AGAIN = 0.8;

    private final Map<String, Proposition> propositions = new HashMap<>();
    private final Map<String, List<Claim>> byStatement = new HashMap<>();
    private final Map<String, List<Claim>> byProposition = new HashMap<>();
    private final Map<String, Stating> stating = new HashMap<>();
    private final Map<String, Map<String, Link>> links = new HashMap<>();
    /** Propositions that may be contrary to more than is known. */
    private Set<String> full = Set.of();

    /** Pairs of claims of which somebody states the one right behind words that turn down the other. */
    private final Set<List<String>> opposed = new HashSet<>();

    private final Map<List<String>, ClaimDispute> edges = new LinkedHashMap<>();

    /** The statements and claims between which there are edges. */
    private final Set<List<String>> joined = new HashSet<>();

    private ClaimDisputes() {}

    /**
     * What a statement disputes or backs in other articles, too: what its own content spells out.
     *
     * @param from id of the statement
     * @param kind what it does
     * @param evidence the words that show it
     */
    public record Reference(String from, Kind kind, List<Span> evidence) {
        public Reference {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * What an article's statements dispute or back elsewhere. What they only name is left out: which of a speaker's claims
     * {@code his claim} means in some other article could be told only by all that is on record of him, so that each article of his
     * would make such edges anew.
     *
     * @param pending of the record's statements
     */
    public static List<Reference> references(Collection<Pending> pending) {
        return pending.stream()
                .filter(Pending::spelled)
                .map(one -> new Reference(one.from(), one.kind(), one.evidence()))
                .toList();
    }

    /**
     * The edges that go from some claims' statements, in the order of the record.
     *
     * @param claims those whose statements' edges are asked for, and all that a link or an edge of them leads to
     * @param propositions all of their members
     * @param links all that are kept of the claims that are asked for, and of the first {@value #CHECKED} members of the others;
     *     {@link Link.Kind#CONTRADICTS} between two claims makes edges
     * @param words edges between statements of one article, by its words ({@code ArticleRecord.disputes})
     * @param references what is spelled out of what other articles may state
     */
    public static List<ClaimDispute> of(
            Collection<Claim> claims,
            Collection<Proposition> propositions,
            Collection<Link> links,
            Collection<Dispute> words,
            Collection<Reference> references) {
        ClaimDisputes search = new ClaimDisputes();
        List<Claim> sorted = new ArrayList<>(claims);
        sorted.sort(Comparator.comparing((Claim claim) -> claim.first().place()).thenComparing(Claim::id));
        propositions.forEach(proposition -> search.propositions.put(proposition.id(), proposition));
        search.index(sorted, links);
        words.forEach(search::byWords);
        sorted.forEach(search::byStance);
        references.forEach(search::bySpelling);
        search.oppose(words);
        search.byMeaning(sorted);
        List<ClaimDispute> all = new ArrayList<>(search.edges.values());
        all.sort(Comparator.comparing((ClaimDispute edge) -> edge.from())
                .thenComparing(ClaimDispute::claim)
                .thenComparing(ClaimDispute::kind));
        return all;
    }

    private void index(List<Claim> claims, Collection<Link> some) {
        for (Claim claim : claims) {
            for (Claim.Member member : claim.members()) {
                byStatement
                        .computeIfAbsent(member.statementId(), id -> new ArrayList<>())
                        .add(claim);
                byProposition
                        .computeIfAbsent(member.propositionId(), id -> new ArrayList<>())
                        .add(claim);
            }
            stating.put(claim.id(), new Stating(claim));
        }
        for (Link link : some) {
            links.computeIfAbsent(link.first(), id -> new TreeMap<>()).put(link.second(), link);
            links.computeIfAbsent(link.second(), id -> new TreeMap<>()).put(link.first(), link);
        }
        full = Strongest.full(new HashSet<>(some), Link.Kind.CONTRADICTS);
    }

    private void add(ClaimDispute edge) {
        joined.add(List.of(edge.from(), edge.claim()));
        edges.merge(
                List.of(edge.from(), edge.claim(), edge.kind().name()),
                edge,
                (one, other) -> one.confidence() >= other.confidence() ? one : other);
    }

    /** The claim of the first proposition of a statement, which has its id; what else it says is not what is meant. */
    private List<Claim> put(String statement) {
        return byProposition.getOrDefault(statement, List.of());
    }

    /** The article's own edges go to the claims of the statement that is meant. */
    private void byWords(Dispute dispute) {
        for (Claim claim : put(dispute.to())) {
            add(new ClaimDispute(
                    dispute.from(),
                    claim.id(),
                    dispute.to(),
                    dispute.kind(),
                    dispute.evidence(),
                    dispute.confidence(),
                    ClaimDispute.Via.WORDS));
        }
    }

    /** {@code denied that p}: the claim is p, and somebody else states it, or nobody does. */
    private void byStance(Claim claim) {
        for (Claim.Member member : claim.members()) {
            boolean against = member.standing() == Standing.DENIES || member.standing() == Standing.REJECTS;
            Proposition proposition = propositions.get(member.propositionId());
            if (!against || proposition == null || proposition.cue().isEmpty() || proposition.part() > 0) {
                continue;
            }
            Optional<Claim.Member> stated = meant(claim, member);
            Kind kind = member.standing() == Standing.DENIES ? Kind.DENIES : Kind.REJECTS;
            boolean known = joined.contains(List.of(member.statementId(), claim.id()));
            if (!known && (stated.isPresent() || kind == Kind.DENIES)) {
                add(new ClaimDispute(
                        member.statementId(),
                        claim.id(),
                        stated.orElse(claim.first()).statementId(),
                        kind,
                        proposition.cue(),
                        SPELLED_OUT,
                        ClaimDispute.Via.STANCE));
            }
        }
    }

    /** The statement that an edge means: of the same article the nearest one before, else the first after, else the first on record. */
    private Optional<Claim.Member> meant(Claim claim, Claim.Member from) {
        return stating(claim).meant(from);
    }

    private Stating stating(Claim claim) {
        return Objects.requireNonNull(stating.get(claim.id()), claim.id());
    }

    /** Those who state a claim, in its order. A claim may have thousands of members, each of which asks for the one it means. */
    private static final class Stating {
        private final List<Claim.Member> all = new ArrayList<>();
        private final Map<String, List<Claim.Member>> byArticle = new HashMap<>();
        private final Map<String, Claim.Member> byStatement = new HashMap<>();

        Stating(Claim claim) {
            for (Claim.Member member : claim.members()) {
                byStatement.putIfAbsent(member.statementId(), member);
                if (member.states()) {
                    all.add(member);
                    byArticle
                            .computeIfAbsent(member.place().articleId(), id -> new ArrayList<>())
                            .add(member);
                }
            }
        }

        /** The share of a statement, the first of several, whether it states the claim or not. */
        Optional<Claim.Member> of(String statement) {
            return Optional.ofNullable(byStatement.get(statement));
        }

        Optional<Claim.Member> meant(Claim.Member from) {
            Optional<Claim.Member> here = Optional.empty();
            for (Claim.Member member : byArticle.getOrDefault(from.place().articleId(), List.of())) {
                boolean before = member.place().compareTo(from.place()) < 0;
                if (isOther(member, from) && (here.isEmpty() || before)) {
                    here = Optional.of(member);
                }
            }
            return here.or(
                    () -> all.stream().filter(member -> isOther(member, from)).findFirst());
        }

        private static boolean isOther(Claim.Member member, Claim.Member from) {
            return !member.statementId().equals(from.statementId());
        }
    }

    /**
     * What is spelled out is the statement's own claim. Whoever concedes or backs what nobody else has stated only states it; to deny,
     * to reject and to repeat take for granted that it was stated.
     */
    private void bySpelling(Reference reference) {
        for (Claim claim : put(reference.from())) {
            Optional<Claim.Member> own = stating(claim).of(reference.from());
            Optional<Claim.Member> stated = own.flatMap(member -> meant(claim, member));
            boolean granted = reference.kind() == Kind.CONCEDES || reference.kind() == Kind.SUPPORTS;
            if (own.isPresent() && (stated.isPresent() || !granted)) {
                add(new ClaimDispute(
                        reference.from(),
                        claim.id(),
                        stated.orElse(claim.first()).statementId(),
                        reference.kind(),
                        reference.evidence(),
                        reference.kind() == Kind.REPEATS ? SPELLED_AGAIN : SPELLED_OUT,
                        ClaimDispute.Via.WORDS));
            }
        }
    }

    /** {@code Halden denied it: "The plates were as ordered."}: what a source says right behind a denial is most often the contrary. */
    private void oppose(Collection<Dispute> words) {
        Map<String, List<Proposition>> byArticle = new HashMap<>();
        Map<String, Proposition> byId = new HashMap<>();
        for (Proposition proposition : propositions.values()) {
            byId.put(proposition.statementId(), proposition);
            if (proposition.speaker().isPresent() && proposition.standing() == Standing.STATES) {
                byArticle
                        .computeIfAbsent(proposition.place().articleId(), id -> new ArrayList<>())
                        .add(proposition);
            }
        }
        for (Dispute dispute : words) {
            boolean turnsDown = dispute.kind() == Kind.DENIES || dispute.kind() == Kind.REJECTS;
            Proposition target = byId.get(dispute.to());
            if (!turnsDown || target == null) {
                continue;
            }
            int at = dispute.evidence().get(0).start();
            for (Proposition proposition : byArticle.getOrDefault(target.place().articleId(), List.of())) {
                int distance = proposition.place().start() - at;
                boolean other = !target.speaker().equals(proposition.speaker());
                if (other && distance > 0 && distance <= BEHIND) {
                    addOpposed(proposition, target);
                }
            }
        }
    }

    private void addOpposed(Proposition proposition, Proposition target) {
        for (Claim claim : byStatement.getOrDefault(proposition.statementId(), List.of())) {
            for (Claim other : byStatement.getOrDefault(target.statementId(), List.of())) {
                opposed.add(List.of(claim.id(), other.id()));
                opposed.add(List.of(other.id(), claim.id()));
            }
        }
    }

    /** Claims that cannot be true together: statements of the one, from the later to what was on record before. */
    private void byMeaning(List<Claim> claims) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < claims.size(); i++) {
            for (Claim.Member member : claims.get(i).members()) {
                index.put(member.propositionId(), i);
            }
        }
        for (Claim claim : claims) {
            Map<Integer, Double> contrariety = new HashMap<>();
            for (Claim.Member member : claim.members()) {
                surest(member, index).forEach((other, link) -> {
                    if (contrariety.computeIfAbsent(other, at -> contrariety(claim, claims.get(at))) >= CONTRARY) {
                        writeOut(claim, member, claims.get(other), link);
                    }
                });
            }
        }
    }

    /** By the index of each claim that a statement is likely contrary to, the link that says so most surely. */
    private Map<Integer, Link> surest(Claim.Member member, Map<String, Integer> index) {
        Map<Integer, Link> surest = new TreeMap<>();
        links.getOrDefault(member.propositionId(), Map.of()).forEach((other, link) -> {
            Integer at = index.get(other);
            if (at != null && link.kind() == Link.Kind.CONTRADICTS && link.score() >= LIKELY) {
                surest.merge(at, link, (one, two) -> one.score() >= two.score() ? one : two);
            }
        });
        return surest;
    }

    /** The mean over the pairs; what is known not to be linked counts as nothing. */
    private double contrariety(Claim one, Claim other) {
        double sum = 0;
        int pairs = 0;
        for (Claim.Member a : first(one)) {
            Map<String, Link> of = links.getOrDefault(a.propositionId(), Map.of());
            for (Claim.Member b : first(other)) {
                Link link = of.get(b.propositionId());
                sum += link != null && link.kind() == Link.Kind.CONTRADICTS ? link.score() : 0;
                boolean known = link != null || !full.contains(a.propositionId()) || !full.contains(b.propositionId());
                pairs += known ? 1 : 0;
            }
        }
        return sum / Math.max(1, pairs);
    }

    private static List<Claim.Member> first(Claim claim) {
        return claim.members().subList(0, Math.min(CHECKED, claim.members().size()));
    }

    private void writeOut(Claim claim, Claim.Member member, Claim contrary, Link link) {
        boolean later = contrary.first().place().compareTo(member.place()) < 0;
        boolean against = opposed.contains(List.of(claim.id(), contrary.id()));
        if (!member.states() || member.recalled() || !later || !against && !isNear(link)) {
            return;
        }
        Claim.Member to = meant(contrary, member).orElse(contrary.first());
        List<Span> words = words(member.propositionId(), link.other(member.propositionId()));
        if (!words.isEmpty() && !to.statementId().equals(member.statementId())) {
            add(new ClaimDispute(
                    member.statementId(),
                    contrary.id(),
                    to.statementId(),
                    Kind.CONTRADICTS,
                    words,
                    MEANT,
                    ClaimDispute.Via.MEANING));
        }
    }

    /** The words of one that show what differs from another; none where it is not known. */
    private List<Span> words(String of, String from) {
        Proposition one = propositions.get(of);
        Proposition other = propositions.get(from);
        return one == null || other == null ? List.of() : Comparison.words(one, other);
    }

    private boolean isNear(Link link) {
        Optional<ByteVector> one = vector(link.first());
        Optional<ByteVector> other = vector(link.second());
        return one.isPresent() && other.isPresent() && one.get().cosine(other.get()) >= NEAR;
    }

    private Optional<ByteVector> vector(String id) {
        return Optional.ofNullable(propositions.get(id)).flatMap(Proposition::vector);
    }
}
