package io.onrecord.store;

import io.onrecord.claims.Claim;
import io.onrecord.claims.ClaimDispute;
import io.onrecord.claims.ClaimDisputes;
import io.onrecord.claims.Link;
import io.onrecord.claims.Proposition;
import io.onrecord.model.Dispute;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes the edges from and to some claims anew, and counts what the claims are ranked by. An edge depends on two claims and what
 * lies between them, so that the claims at the other ends are looked at, too. Within one transaction; a claim's rows are read together, not
 * member by member.
 */
final class ClaimEdges {

    private final Session session;
    private final Propositions propositions;
    private final ClaimLinks names;
    private final Texts texts;

    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final Map<String, Proposition> members = new LinkedHashMap<>();
    private final Set<Link> links = new LinkedHashSet<>();

    private ClaimEdges(Session session) {
        this.session = session;
        this.propositions = new Propositions(session);
        this.names = new ClaimLinks(session);
        this.texts = new Texts(session);
    }

    /**
     * Makes all edges of some claims.
     *
     * @param own claims that were made or changed, by their rows
     */
    static void make(Session session, Map<Integer, Claim> own) {
        Set<Integer> affected = new TreeSet<>(own.keySet());
        for (int key : own.keySet()) {
            affected.addAll(clear(session, key));
        }
        affected.addAll(new ClaimEdges(session).make(own));
        count(session, affected);
    }

    /**
     * Takes away the edges to a claim, and those that go from its statements.
     *
     * @return the claims that lost one
     */
    private static List<Integer> clear(Session session, int claim) {
        String from = " FROM claim_dispute JOIN proposition ON proposition.article = claim_dispute.article"
                + " AND proposition.statement = claim_dispute.statement WHERE proposition.claim = ?";
        List<Integer> lost =
                session.list("SELECT DISTINCT claim_dispute.claim AS claim" + from, row -> row.integer("claim"), claim);
        session.update("DELETE FROM claim_dispute WHERE key IN (SELECT claim_dispute.key" + from + ")", claim);
        session.update("DELETE FROM claim_dispute WHERE claim = ?", claim);
        return lost;
    }

    /** @return the claims that edges lead to */
    private Set<Integer> make(Map<Integer, Claim> own) {
        Set<String> statements = new TreeSet<>();
        own.forEach((key, claim) -> {
            add(key, claim, true);
            claim.members().forEach(member -> statements.add(member.statementId()));
        });
        // A statement that puts several propositions may have its edges by another claim than these.
        for (int key : own.keySet()) {
            related(SIBLINGS, key).forEach(sibling -> add(sibling, true));
        }
        Set<Integer> neighbours = new TreeSet<>();
        for (int key : List.copyOf(keys.values())) {
            for (String which : List.of(CONTRARY_AFTER, CONTRARY_BEFORE, DISPUTED)) {
                neighbours.addAll(related(which, key));
            }
        }
        neighbours.forEach(neighbour -> add(neighbour, false));
        Set<Dispute> words = new LinkedHashSet<>();
        keys.values().forEach(key -> words.addAll(words(key)));
        Set<ClaimDisputes.Reference> references = new LinkedHashSet<>();
        own.keySet().forEach(key -> references.addAll(References.ofClaim(session, texts, key)));
        Set<Integer> to = new TreeSet<>();
        for (ClaimDispute edge : ClaimDisputes.of(claims, members.values(), links, sorted(words), references)) {
            int claim = Objects.requireNonNull(keys.get(edge.claim()), edge.claim());
            if (own.containsKey(claim) || statements.contains(edge.from())) {
                insert(edge, claim);
                to.add(claim);
            }
        }
        return to;
    }

    private void add(int key, boolean whole) {
        if (!keys.containsValue(key)) {
            List<Propositions.Kept> kept = propositions.ofClaim(key);
            add(key, ClaimMerge.claim(session, key, kept), kept, whole);
        }
    }

    private void add(int key, Claim claim, boolean whole) {
        add(key, claim, propositions.ofClaim(key), whole);
    }

    /** @param whole whether all links of it are needed, or only what tells how contrary it is to another */
    private void add(int key, Claim claim, List<Propositions.Kept> kept, boolean whole) {
        keys.put(claim.id(), key);
        claims.add(claim);
        for (Propositions.Kept one : kept) {
            members.put(one.proposition().id(), one.proposition());
            names.know(one.key(), one.proposition().id());
        }
        int most = whole ? kept.size() : ClaimDisputes.CHECKED;
        for (String end : List.of("first", "second")) {
            session.list(
                            "SELECT claim_link.first AS first, claim_link.second AS second, claim_link.score AS score"
                                    + " FROM proposition JOIN claim_link ON claim_link." + end + " = proposition.key"
                                    + " WHERE proposition.claim = ? AND proposition.number < ? AND claim_link.score < 0",
                            ClaimLinks.Scored::read,
                            key,
                            most)
                    .forEach(scored -> links.add(names.link(scored)));
        }
    }

    private static final String SIBLINGS = "SELECT DISTINCT other.claim AS claim FROM proposition"
            + " JOIN proposition other ON other.article = proposition.article"
            + " AND other.statement = proposition.statement WHERE proposition.claim = ?";

    private static final String CONTRARY_AFTER = "SELECT DISTINCT other.claim AS claim FROM proposition"
            + " JOIN claim_link ON claim_link.first = proposition.key JOIN proposition other"
            + " ON other.key = claim_link.second WHERE claim_link.score < 0 AND proposition.claim = ?";

    private static final String CONTRARY_BEFORE = "SELECT DISTINCT other.claim AS claim FROM proposition"
            + " JOIN claim_link ON claim_link.second = proposition.key JOIN proposition other"
            + " ON other.key = claim_link.first WHERE claim_link.score < 0 AND proposition.claim = ?";

    private static final String DISPUTED = "SELECT DISTINCT other.claim AS claim FROM proposition"
            + " JOIN dispute ON dispute.article = proposition.article"
            + " AND (dispute.from_statement = proposition.statement OR dispute.to_statement = proposition.statement)"
            + " JOIN proposition other ON other.article = dispute.article"
            + " AND (other.statement = dispute.from_statement OR other.statement = dispute.to_statement)"
            + " WHERE proposition.claim = ?";

    private List<Integer> related(String which, int key) {
        // Those that were touched and are still to be merged may have none.
        return session.list(
                "SELECT claim FROM (" + which + ") x WHERE claim IS NOT NULL ORDER BY claim",
                row -> row.integer("claim"),
                key);
    }

    private static List<Dispute> sorted(Collection<Dispute> disputes) {
        return disputes.stream()
                .sorted(Comparator.comparing(Dispute::from)
                        .thenComparing(Dispute::to)
                        .thenComparing(Dispute::kind))
                .toList();
    }

    /** The edges between statements of one article, by its words, that have a member of a claim at either end; none of what people rejected. */
    private List<Dispute> words(int claim) {
        record Row(
                int article,
                int number,
                String articleId,
                String from,
                String to,
                Dispute.Kind kind,
                double confidence) {}
        return session
                .list(
                        "SELECT DISTINCT dispute.article AS article, dispute.number AS number, article.id AS article_id,"
                                + " source.id AS source, target.id AS target, dispute.kind AS kind,"
                                + " dispute.confidence AS confidence FROM proposition"
                                + " JOIN dispute ON dispute.article = proposition.article"
                                + " AND (dispute.from_statement = proposition.statement"
                                + " OR dispute.to_statement = proposition.statement)"
                                + " JOIN article ON article.key = dispute.article"
                                + " JOIN statement source ON source.article = dispute.article"
                                + " AND source.number = dispute.from_statement"
                                + " JOIN statement target ON target.article = dispute.article"
                                + " AND target.number = dispute.to_statement WHERE proposition.claim = ?"
                                + " AND NOT EXISTS (SELECT 1 FROM corrected_statement rejected"
                                + " WHERE rejected.article = dispute.article AND rejected.id IS NULL"
                                + " AND rejected.statement IN (dispute.from_statement, dispute.to_statement))",
                        row -> new Row(
                                row.integer("article"),
                                row.integer("number"),
                                row.string("article_id"),
                                row.string("source"),
                                row.string("target"),
                                Dispute.Kind.valueOf(row.string("kind")),
                                row.real("confidence")),
                        claim)
                .stream()
                .map(row -> new Dispute(
                        row.from, row.to, row.kind, evidence(row.articleId, row.article, row.number), row.confidence))
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
    private static void count(Session session, Set<Integer> claims) {
        record Counts(int statements, int outlets, int origins) {}
        List<Object[]> rows = new ArrayList<>();
        for (int claim : claims) {
            Counts counts = session.first(
                            "SELECT count(DISTINCT statement.id) AS statements,"
                                    + " count(DISTINCT article.outlet) AS outlets,"
                                    + " count(DISTINCT COALESCE(origin.origin, article.key)) AS origins FROM proposition"
                                    + " JOIN statement ON statement.article = proposition.article"
                                    + " AND statement.number = proposition.statement"
                                    + " JOIN article ON article.key = proposition.article"
                                    + " LEFT JOIN origin ON origin.article = article.key WHERE proposition.claim = ?",
                            row -> new Counts(
                                    row.integer("statements"), row.integer("outlets"), row.integer("origins")),
                            claim)
                    .orElseThrow();
            rows.add(new Object[] {
                counts.statements,
                counts.outlets,
                counts.origins,
                session.count(
                        "SELECT count(*) FROM (SELECT DISTINCT article, statement FROM claim_dispute WHERE claim = ?"
                                + " AND kind IN " + StoredDisputes.AGAINST + ") x",
                        claim),
                claim
            });
        }
        session.batch("UPDATE claim SET statements = ?, outlets = ?, origins = ?, disputes = ? WHERE key = ?", rows);
    }
}
