package io.onrecord.store;

import io.onrecord.claims.Claim;
import io.onrecord.claims.ClaimDispute;
import io.onrecord.claims.ClaimDisputes;
import io.onrecord.claims.Constraint;
import io.onrecord.claims.Link;
import io.onrecord.claims.Merge;
import io.onrecord.claims.Proposition;
import io.onrecord.model.Dispute;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Links to claims, for propositions that were touched: each set that hangs together by links of the same meaning, or by what
 * users decided, is merged anew, and the edges from and to its claims are made anew. Within one transaction.
 */
final class ClaimMerge {

    /** Propositions that are merged in one transaction; a set that hangs together is taken as a whole. */
    private static final int PROPOSITIONS = 500;

    private final Session session;
    private final Propositions propositions;
    private final Texts texts;
    private final List<Constraint> constraints;
    /** Links that were read; they do not change while claims are made of them. */
    private final Map<KeyTable.Two, Link> known = new HashMap<>();

    /** Those that users said are the same, by their rows. */
    private final Map<Integer, Set<Integer>> decided = new HashMap<>();

    private ClaimMerge(Session session) {
        this.session = session;
        this.propositions = new Propositions(session);
        this.texts = new Texts(session);
        this.constraints = ClaimTables.constraints(session);
        for (Constraint constraint : constraints) {
            Optional<Integer> first = ClaimTables.keyOf(session, constraint.first());
            Optional<Integer> second = ClaimTables.keyOf(session, constraint.second());
            if (constraint.kind() == Constraint.Kind.MERGE && first.isPresent() && second.isPresent()) {
                decided.computeIfAbsent(first.get(), key -> new TreeSet<>()).add(second.get());
                decided.computeIfAbsent(second.get(), key -> new TreeSet<>()).add(first.get());
            }
        }
    }

    /**
     * Merges some of what was touched.
     *
     * @return whether anything was
     */
    static boolean step(Session session) {
        ClaimMerge merge = new ClaimMerge(session);
        int merged = 0;
        while (merged < PROPOSITIONS) {
            Optional<Integer> touched = session.first(
                    "SELECT proposition FROM claim_touched ORDER BY proposition LIMIT 1",
                    row -> row.integer("proposition"));
            if (touched.isEmpty()) {
                break;
            }
            merged += merge.merge(merge.component(touched.get()));
            merge.propositions.forget();
        }
        return merged > 0;
    }

    /** All that hangs together with a proposition. */
    private Set<Integer> component(int one) {
        Set<Integer> found = new TreeSet<>(Set.of(one));
        Deque<Integer> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            int next = open.remove();
            List<Integer> partners = new ArrayList<>(ClaimTables.SAME.partners(session, next));
            partners.addAll(decided.getOrDefault(next, Set.of()));
            for (int partner : partners) {
                if (found.add(partner)) {
                    open.add(partner);
                }
            }
        }
        return found;
    }

    private int merge(Set<Integer> component) {
        Map<String, Integer> rows = new TreeMap<>();
        List<Proposition> members = new ArrayList<>();
        for (int key : component) {
            Proposition proposition = propositions.get(key);
            rows.put(proposition.id(), key);
            members.add(proposition);
        }
        List<Link> links = links(component);
        Set<Integer> affected = clear(component);
        List<Claim> claims = Merge.claims(members, links, constraints);
        Map<String, Integer> kept = new LinkedHashMap<>();
        for (Claim claim : claims) {
            kept.put(claim.id(), insert(claim, rows));
        }
        affected.addAll(edges(claims, kept, links, members));
        affected.addAll(kept.values());
        count(affected);
        session.batch(
                "DELETE FROM claim_touched WHERE proposition = ?",
                component.stream().map(key -> new Object[] {key}).toList());
        return component.size();
    }

    /** The links of propositions, also those that lead out. */
    private List<Link> links(Collection<Integer> component) {
        Map<KeyTable.Two, Link> links = new LinkedHashMap<>();
        for (int key : component) {
            record Row(KeyTable.Two two, Link.Kind kind, double score) {}
            for (Row row : session.list(
                    "SELECT first, second, kind, score FROM claim_link WHERE first = ? UNION ALL"
                            + " SELECT first, second, kind, score FROM claim_link WHERE second = ?",
                    found -> new Row(
                            new KeyTable.Two(found.integer("first"), found.integer("second")),
                            Link.Kind.valueOf(found.string("kind")),
                            found.real("score")),
                    key,
                    key)) {
                links.put(row.two, known.computeIfAbsent(row.two, two -> link(two, row.kind, row.score)));
            }
        }
        return List.copyOf(links.values());
    }

    private Link link(KeyTable.Two two, Link.Kind kind, double score) {
        Proposition first = propositions.get(two.first());
        Proposition second = propositions.get(two.second());
        boolean turned = first.id().compareTo(second.id()) > 0;
        boolean shown = kind == Link.Kind.CONTRADICTS;
        List<Span> firstWords = shown ? words(two, two.first(), first) : List.of();
        List<Span> secondWords = shown ? words(two, two.second(), second) : List.of();
        return turned
                ? new Link(second.id(), first.id(), kind, score, secondWords, firstWords)
                : new Link(first.id(), second.id(), kind, score, firstWords, secondWords);
    }

    private List<Span> words(KeyTable.Two two, int key, Proposition proposition) {
        return session
                .list(
                        "SELECT start_at, end_at FROM claim_link_word WHERE first = ? AND second = ? AND proposition = ?"
                                + " ORDER BY number",
                        row -> new int[] {row.integer("start_at"), row.integer("end_at")},
                        two.first(),
                        two.second(),
                        key)
                .stream()
                .map(range -> texts.loaded(
                        proposition.place().articleId(), proposition.place().location(), range[0], range[1]))
                .toList();
    }

    /**
     * Takes away the claims of propositions, and the edges that go from their statements.
     *
     * @return other claims that lost an edge
     */
    private Set<Integer> clear(Set<Integer> component) {
        Set<Integer> claims = new TreeSet<>();
        Set<Integer> others = new TreeSet<>();
        for (int key : component) {
            session.first("SELECT claim FROM proposition WHERE key = ?", row -> row.number("claim"), key)
                    .flatMap(claim -> claim)
                    .ifPresent(claims::add);
            others.addAll(session.list(
                    "SELECT claim_dispute.claim AS claim FROM claim_dispute JOIN proposition"
                            + " ON proposition.article = claim_dispute.article"
                            + " AND proposition.statement = claim_dispute.statement WHERE proposition.key = ?",
                    row -> row.integer("claim"),
                    key));
            session.update(
                    "DELETE FROM claim_dispute WHERE key IN (SELECT claim_dispute.key FROM claim_dispute JOIN proposition"
                            + " ON proposition.article = claim_dispute.article"
                            + " AND proposition.statement = claim_dispute.statement WHERE proposition.key = ?)",
                    key);
        }
        session.batch(
                "DELETE FROM claim WHERE key = ?",
                claims.stream().map(claim -> new Object[] {claim}).toList());
        others.removeAll(claims);
        return others;
    }

    private int insert(Claim claim, Map<String, Integer> rows) {
        int key = session.first(
                        "INSERT INTO claim (id, wording, statements, outlets, origins, disputes)"
                                + " VALUES (?, ?, 0, 0, 0, 0) RETURNING key",
                        row -> row.integer("key"),
                        claim.id(),
                        claim.members().indexOf(claim.representative()))
                .orElseThrow();
        List<Object[]> members = new ArrayList<>();
        for (Claim.Member member : claim.members()) {
            members.add(new Object[] {key, members.size(), row(rows, member.propositionId())});
        }
        session.batch("UPDATE proposition SET claim = ?, number = ? WHERE key = ?", members);
        return key;
    }

    private static int row(Map<String, Integer> rows, String id) {
        return Objects.requireNonNull(rows.get(id), id);
    }

    /** Claims around those that were just made, with what lies between them. */
    private final class Around {
        private final Map<String, Integer> keys = new LinkedHashMap<>();
        private final List<Claim> claims = new ArrayList<>();
        private final Map<String, Proposition> members = new LinkedHashMap<>();
        private final Set<Link> links = new LinkedHashSet<>();

        void add(Claim claim, int key, List<Proposition> own, Collection<Link> leading) {
            if (keys.putIfAbsent(claim.id(), key) == null) {
                claims.add(claim);
                own.forEach(member -> members.put(member.id(), member));
                links.addAll(leading);
            }
        }

        /** Another claim of a statement, with what it is linked to. */
        void addSibling(int key) {
            if (!keys.containsValue(key)) {
                List<Propositions.Kept> kept = propositions.ofClaim(key);
                List<Integer> rows = kept.stream().map(Propositions.Kept::key).toList();
                add(claim(session, key, kept), key, Propositions.plain(kept), links(rows));
            }
        }

        /** A claim at the other end: what lies between it and the others is known from these. */
        void addNeighbour(int key) {
            if (!keys.containsValue(key)) {
                List<Propositions.Kept> kept = propositions.ofClaim(key);
                add(claim(session, key, kept), key, Propositions.plain(kept), List.of());
            }
        }

        /** The claims at the other ends of links and edges. */
        void addNeighbours(List<Dispute> words) {
            Set<Integer> neighbours = new TreeSet<>();
            for (Link link : links) {
                for (String end : List.of(link.first(), link.second())) {
                    if (link.kind() == Link.Kind.CONTRADICTS
                            && link.score() >= ClaimTables.DECISIVE
                            && !members.containsKey(end)) {
                        neighbours.addAll(claimsOf(ClaimTables.statementOf(end)));
                    }
                }
            }
            for (Dispute dispute : words) {
                neighbours.addAll(claimsOf(dispute.from()));
                neighbours.addAll(claimsOf(dispute.to()));
            }
            neighbours.forEach(this::addNeighbour);
        }
    }

    /**
     * Makes the edges from and to claims that were just made. A statement that puts several propositions may have its edges by
     * another claim than these, so its other claims are looked at, too.
     *
     * @return other claims that edges lead to
     */
    private Set<Integer> edges(
            List<Claim> own, Map<String, Integer> kept, List<Link> links, Collection<Proposition> members) {
        Around around = new Around();
        own.forEach(claim -> around.add(claim, key(kept, claim.id()), List.of(), List.of()));
        members.forEach(member -> around.members.put(member.id(), member));
        around.links.addAll(links);
        Set<String> statements = new TreeSet<>();
        own.forEach(claim -> claim.members().forEach(member -> statements.add(member.statementId())));
        statements.forEach(statement -> claimsOf(statement).forEach(around::addSibling));
        List<Dispute> words = words(own);
        around.addNeighbours(words);
        List<ClaimDisputes.Reference> references = references(own);
        Set<Integer> others = new TreeSet<>();
        for (ClaimDispute edge :
                ClaimDisputes.of(around.claims, around.members.values(), around.links, words, references)) {
            if (kept.containsKey(edge.claim()) || statements.contains(edge.from())) {
                int claim = key(around.keys, edge.claim());
                insert(edge, claim);
                others.add(claim);
            }
        }
        return others;
    }

    private static int key(Map<String, Integer> keys, String id) {
        return Objects.requireNonNull(keys.get(id), id);
    }

    private List<ClaimDisputes.Reference> references(List<Claim> claims) {
        Map<String, String> articles = new TreeMap<>();
        claims.forEach(claim -> claim.members()
                .forEach(member ->
                        articles.put(member.statementId(), member.place().articleId())));
        List<ClaimDisputes.Reference> references = new ArrayList<>();
        articles.forEach((statement, article) -> references.addAll(References.of(session, texts, statement, article)));
        return references;
    }

    /** The edges between statements of one article, by its words, that have a member at either end. */
    private List<Dispute> words(List<Claim> claims) {
        Set<Dispute> disputes = new LinkedHashSet<>();
        for (Claim claim : claims) {
            for (Claim.Member member : claim.members()) {
                disputes.addAll(words(member));
            }
        }
        return disputes.stream()
                .sorted(Comparator.comparing(Dispute::from)
                        .thenComparing(Dispute::to)
                        .thenComparing(Dispute::kind))
                .toList();
    }

    private List<Dispute> words(Claim.Member member) {
        record Row(int article, int number, String from, String to, Dispute.Kind kind, double confidence) {}
        String article = member.place().articleId();
        return session
                .list(
                        "SELECT dispute.article AS article, dispute.number AS number, source.id AS source,"
                                + " target.id AS target, dispute.kind AS kind, dispute.confidence AS confidence"
                                + " FROM statement own JOIN dispute ON dispute.article = own.article"
                                + " AND (dispute.from_statement = own.number OR dispute.to_statement = own.number)"
                                + " JOIN statement source ON source.article = dispute.article"
                                + " AND source.number = dispute.from_statement"
                                + " JOIN statement target ON target.article = dispute.article"
                                + " AND target.number = dispute.to_statement WHERE own.id = ? ORDER BY dispute.number",
                        row -> new Row(
                                row.integer("article"),
                                row.integer("number"),
                                row.string("source"),
                                row.string("target"),
                                Dispute.Kind.valueOf(row.string("kind")),
                                row.real("confidence")),
                        member.statementId())
                .stream()
                .map(row -> new Dispute(
                        row.from, row.to, row.kind, evidence(article, row.article, row.number), row.confidence))
                .toList();
    }

    private List<Span> evidence(String articleId, int article, int dispute) {
        return session
                .list(
                        "SELECT start_at, end_at FROM dispute_evidence WHERE article = ? AND dispute = ? ORDER BY number",
                        row -> new int[] {row.integer("start_at"), row.integer("end_at")},
                        article,
                        dispute)
                .stream()
                .map(range -> texts.loaded(articleId, Location.TEXT, range[0], range[1]))
                .toList();
    }

    private List<Integer> claimsOf(String statementId) {
        return session.list(
                "SELECT DISTINCT proposition.claim AS claim FROM statement JOIN proposition"
                        + " ON proposition.article = statement.article AND proposition.statement = statement.number"
                        + " WHERE statement.id = ? AND proposition.claim IS NOT NULL ORDER BY proposition.claim",
                row -> row.integer("claim"),
                statementId);
    }

    /** A claim from its rows. */
    static Claim claim(Session session, int key, List<Propositions.Kept> kept) {
        record Row(String id, int wording) {}
        Row row = session.first(
                        "SELECT id, wording FROM claim WHERE key = ?",
                        found -> new Row(found.string("id"), found.integer("wording")),
                        key)
                .orElseThrow();
        List<Claim.Member> members =
                kept.stream().map(one -> member(one.proposition())).toList();
        return new Claim(row.id, members.get(row.wording), members);
    }

    private static Claim.Member member(Proposition proposition) {
        return new Claim.Member(
                proposition.id(),
                proposition.statementId(),
                proposition.place(),
                proposition.outlet(),
                proposition.standing(),
                proposition.recalled());
    }

    private void insert(ClaimDispute edge, int claim) {
        record Place(int article, int number, String articleId, Location location) {}
        Map<String, Place> places = new HashMap<>();
        for (String id : List.of(edge.from(), edge.to())) {
            places.put(
                    id,
                    session.first(
                                    "SELECT statement.article AS article, statement.number AS number, article.id AS id,"
                                            + " statement.location AS location FROM statement JOIN article"
                                            + " ON article.key = statement.article WHERE statement.id = ?",
                                    row -> new Place(
                                            row.integer("article"),
                                            row.integer("number"),
                                            row.string("id"),
                                            Location.valueOf(row.string("location"))),
                                    id)
                            .orElseThrow());
        }
        Place from = Objects.requireNonNull(places.get(edge.from()));
        Place to = Objects.requireNonNull(places.get(edge.to()));
        int key = session.first(
                        "INSERT INTO claim_dispute (article, statement, claim, to_article, to_statement, kind, confidence,"
                                + " via) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING key",
                        row -> row.integer("key"),
                        from.article,
                        from.number,
                        claim,
                        to.article,
                        to.number,
                        edge.kind().name(),
                        edge.confidence(),
                        edge.via().name())
                .orElseThrow();
        // Words of the article show what words have found, also where the statement itself stands in the title.
        Location location = edge.via() == ClaimDispute.Via.WORDS ? Location.TEXT : from.location;
        Rows rows = new Rows("claim_dispute_evidence", "dispute, number, location, start_at, end_at");
        int number = 0;
        for (int[] range : texts.stored(from.articleId, location, edge.evidence())) {
            rows.add(key, number++, location.name(), range[0], range[1]);
        }
        rows.write(session);
    }

    /** Writes beside claims what they are ranked by. */
    private void count(Set<Integer> claims) {
        String members = " FROM proposition JOIN article ON article.key = proposition.article"
                + " LEFT JOIN origin ON origin.article = article.key WHERE proposition.claim = ?";
        List<Object[]> rows = new ArrayList<>();
        for (int claim : claims) {
            rows.add(new Object[] {
                session.count(
                        "SELECT count(*) FROM (SELECT DISTINCT proposition.article, proposition.statement" + members
                                + ") x",
                        claim),
                session.count("SELECT count(DISTINCT article.outlet)" + members, claim),
                session.count("SELECT count(DISTINCT COALESCE(origin.origin, article.key))" + members, claim),
                session.count(
                        "SELECT count(*) FROM (SELECT DISTINCT article, statement FROM claim_dispute WHERE claim = ?"
                                + " AND kind IN ('DENIES', 'REJECTS', 'CONTRADICTS')) x",
                        claim),
                claim
            });
        }
        session.batch("UPDATE claim SET statements = ?, outlets = ?, origins = ?, disputes = ? WHERE key = ?", rows);
    }
}
