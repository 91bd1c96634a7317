package io.onrecord.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import io.onrecord.claims.Claim;
import io.onrecord.claims.ClaimDispute;
import io.onrecord.claims.ClaimDisputes;
import io.onrecord.claims.ClaimDisputes.Reference;
import io.onrecord.claims.Link;
import io.onrecord.claims.Proposition;
import io.onrecord.claims.Standing;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Dispute;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * The edges from statements to claims. Those that lead to one claim depend on it and on what is contrary to it, so these are brought
 * together, claim by claim; claims that nothing disputes are left out before. Of a contrary claim come only the members that can
 * matter, since claims of thousands may be contrary to one another by the dozen.
 */
final class DisputeSteps {

    private static final String MEMBER = "M";
    private static final String WORDS = "W";
    private static final String REFERENCE = "R";
    private static final String LINK = "L";

    private static final StructType PARTS =
            Tables.ddl("claim STRING, kind STRING, number INT, form BINARY, vector BINARY");

    private static final StructType EDGES = Tables.ddl("from_id STRING, to_id STRING, claim STRING, kind STRING,"
            + " confidence DOUBLE, via STRING, evidence ARRAY<INT>");

    /** A part of a claim, for the claim whose edges it has a say in. */
    private static final String[] OF_TARGET = {"target", "claim", "kind", "number", "form", "vector"};

    private DisputeSteps() {}

    /** All edges, each with the articles and numbers of its two statements; {@code evidence} has UTF-16 offsets. */
    static Dataset<Row> edges(
            Dataset<Row> records, Dataset<Row> propositions, Dataset<Row> links, Dataset<Row> shares, Work work) {
        Dataset<Row> parts = work.kept(parts(records, propositions, links, shares), "claim-parts");
        Dataset<Row> opposites = work.kept(opposites(links, shares), "opposites");
        Dataset<Row> asked = asked(propositions, shares, parts, opposites);
        Dataset<Row> own = only(parts.join(asked, "claim").withColumn("target", col("claim")), OF_TARGET);
        Dataset<Row> others = others(records, propositions, shares, parts, opposites);
        FlatMapGroupsFunction<String, Row, Row> make = DisputeSteps::make;
        Dataset<Row> edges = own.union(others)
                .groupByKey((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING())
                .flatMapGroups(make, Encoders.row(EDGES));
        Dataset<Row> statements = records.select(explode(col("t_statement")).as("s"))
                .select("s.id", "s.article", "s.number", "s.location");
        return edges.join(statements.toDF("from_id", "article", "statement", "location"), "from_id")
                .join(
                        statements.select(
                                col("id").as("to_id"),
                                col("article").as("to_article"),
                                col("number").as("to_statement")),
                        "to_id");
    }

    /** Some columns, in their order. */
    private static Dataset<Row> only(Dataset<Row> rows, String... columns) {
        return rows.select(columns[0], Arrays.copyOfRange(columns, 1, columns.length));
    }

    /** All that a claim is made of: members, edges by words to its statements, references from them, contrary links with the number of their end. */
    private static Dataset<Row> parts(
            Dataset<Row> records, Dataset<Row> propositions, Dataset<Row> links, Dataset<Row> shares) {
        Dataset<Row> members = shares.join(propositions, "proposition");
        Dataset<Row> ofStatements = members.select("claim", "statement").distinct();
        Dataset<Row> contrary = links.filter(col("score").lt(0));
        Dataset<Row> places = shares.select("claim", "number", "proposition");
        MapFunction<Row, Row> link = row -> RowFactory.create(
                row.getString(0),
                LINK,
                row.getInt(1),
                Codec.write(Link.ofParts(row.getString(2), row.getString(3), row.getInt(4))),
                null);
        Dataset<Row> ofLinks = contrary.join(places, col("first").equalTo(col("proposition")))
                .select("claim", "number", "first", "second", "score")
                .union(contrary.join(places, col("second").equalTo(col("proposition")))
                        .select("claim", "number", "first", "second", "score"))
                .distinct()
                .map(link, Encoders.row(PARTS));
        return members.select(col("claim"), lit(MEMBER).as("kind"), col("number"), col("form"), col("vector"))
                .union(only(said(records, "words", WORDS, ofStatements), PARTS.fieldNames()))
                .union(only(said(records, "spelled", REFERENCE, ofStatements), PARTS.fieldNames()))
                .union(ofLinks);
    }

    /** What words say of statements, beside the columns that these have. */
    private static Dataset<Row> said(Dataset<Row> records, String column, String kind, Dataset<Row> ofStatements) {
        return records.select(explode(col(column)).as("x"))
                .select("x.statement", "x.number", "x.form")
                .join(ofStatements, "statement")
                .withColumn("kind", lit(kind))
                .withColumn("vector", lit(null).cast("binary"));
    }

    /** For each claim the propositions of others that a contrary link leads to: {@code target}, {@code claim}, {@code proposition}. */
    private static Dataset<Row> opposites(Dataset<Row> links, Dataset<Row> shares) {
        Dataset<Row> pairs = links.filter(col("score").lt(0))
                .join(shares.select(col("claim").as("one"), col("proposition").as("first")), "first")
                .join(shares.select(col("claim").as("other"), col("proposition").as("second")), "second")
                .filter(col("one").notEqual(col("other")));
        return pairs.select(
                        col("one").as("target"),
                        col("other").as("claim"),
                        col("second").as("proposition"))
                .union(pairs.select(
                        col("other").as("target"),
                        col("one").as("claim"),
                        col("first").as("proposition")))
                .distinct();
    }

    /**
     * Of the claims that are contrary to one, what has a say in the edges to it: the members by which claims are compared with their
     * links, those that a contrary link leads to, and those of articles that the two claims share, with what words say of them.
     */
    private static Dataset<Row> others(
            Dataset<Row> records,
            Dataset<Row> propositions,
            Dataset<Row> shares,
            Dataset<Row> parts,
            Dataset<Row> opposites) {
        Dataset<Row> contrary = opposites.select("target", "claim").distinct();
        Dataset<Row> members = shares.join(propositions, "proposition");
        Dataset<Row> together = members.select(col("claim").as("target"), col("article"))
                .distinct()
                .join(members.select("article", "claim", "proposition", "statement"), "article")
                .join(contrary, new String[] {"target", "claim"});
        Dataset<Row> compared = contrary.join(
                members.filter(col("number").lt(ClaimDisputes.CHECKED)).select("claim", "proposition"), "claim");
        String[] key = {"claim", "proposition"};
        Dataset<Row> needed = opposites
                .union(together.select("target", key))
                .union(compared.select("target", key))
                .distinct();
        Dataset<Row> theirs = needed.join(members.withColumn("kind", lit(MEMBER)), key);
        Dataset<Row> theirLinks = contrary.join(
                parts.filter(col("kind").equalTo(LINK).and(col("number").lt(ClaimDisputes.CHECKED))), "claim");
        Dataset<Row> statements =
                together.select("target", "claim", "statement").distinct();
        return only(theirs, OF_TARGET)
                .union(only(theirLinks, OF_TARGET))
                .union(only(said(records, "words", WORDS, statements), OF_TARGET));
    }

    /** Claims to which an edge may lead. */
    private static Dataset<Row> asked(
            Dataset<Row> propositions, Dataset<Row> shares, Dataset<Row> parts, Dataset<Row> opposites) {
        Dataset<Row> denied = shares.join(
                        propositions.filter(col("standing").isin(Standing.DENIES.name(), Standing.REJECTS.name())),
                        "proposition")
                .select("claim");
        return parts.filter(col("kind").isin(WORDS, REFERENCE))
                .select("claim")
                .union(denied)
                .union(opposites.select("claim"))
                .distinct();
    }

    /** A claim while its parts come in. */
    private static final class Parts {
        private final Map<Integer, Proposition> members = new TreeMap<>();

        /** Edges do not depend on which of them puts it best. */
        Claim claim(String id) {
            List<Claim.Member> all =
                    members.values().stream().map(Claim.Member::of).toList();
            return new Claim(id, all.get(0), all);
        }
    }

    private static Iterator<Row> make(String target, Iterator<Row> rows) {
        Map<String, Parts> claims = new TreeMap<>();
        Set<Dispute> words = new LinkedHashSet<>();
        Map<List<String>, Reference> references = new HashMap<>();
        Set<Link> links = new LinkedHashSet<>();
        rows.forEachRemaining(row -> {
            byte[] form = row.getAs(4);
            switch (row.getString(2)) {
                case MEMBER -> {
                    Parts parts = claims.computeIfAbsent(row.getString(1), id -> new Parts());
                    parts.members.put(row.getInt(3), LinkSteps.proposition(form, row.getAs(5)));
                }
                case WORDS -> words.add(Codec.read(form, Dispute.class));
                case REFERENCE -> {
                    Reference reference = Codec.read(form, Reference.class);
                    references.put(
                            List.of(reference.from(), String.format(Locale.ROOT, "%09d", row.getInt(3))), reference);
                }
                default -> links.add(Codec.read(form, Link.class));
            }
        });
        List<Claim> all = new ArrayList<>();
        List<Proposition> members = new ArrayList<>();
        claims.forEach((id, parts) -> {
            all.add(parts.claim(id));
            members.addAll(parts.members.values());
        });
        return ClaimDisputes.of(all, members, links, sorted(words), inOrder(references)).stream()
                .filter(edge -> edge.claim().equals(target))
                .map(DisputeSteps::row)
                .iterator();
    }

    private static List<Dispute> sorted(Set<Dispute> disputes) {
        return disputes.stream()
                .sorted(Comparator.comparing(Dispute::from)
                        .thenComparing(Dispute::to)
                        .thenComparing(Dispute::kind))
                .toList();
    }

    /** Rows come in no order; those of one statement are asked in that of its article. */
    private static List<Reference> inOrder(Map<List<String>, Reference> references) {
        return references.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<List<String>, Reference> one) ->
                        one.getKey().get(0) + " " + one.getKey().get(1)))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Row row(ClaimDispute edge) {
        List<Integer> evidence = new ArrayList<>();
        for (Span span : edge.evidence()) {
            evidence.add(span.start());
            evidence.add(span.end());
        }
        return RowFactory.create(
                edge.from(),
                edge.to(),
                edge.claim(),
                edge.kind().name(),
                edge.confidence(),
                edge.via().name(),
                evidence.toArray());
    }

    /** The words that show edges, in code points: the table {@code claim_dispute_evidence}. */
    static Dataset<Row> evidence(Dataset<Row> records, Dataset<Row> edges) {
        Dataset<Row> texts = records.select(col("id"), explode(col("t_article")).as("a"))
                .select(
                        col("id").as("article"),
                        col("a.text").as("text"),
                        col("a.title").as("title"));
        FlatMapFunction<Row, Row> points = DisputeSteps::points;
        return edges.join(texts, "article")
                .select("article", "statement", "claim", "kind", "via", "location", "evidence", "text", "title")
                .flatMap(points, Encoders.row(Tables.CLAIM_DISPUTE_EVIDENCE));
    }

    private static Iterator<Row> points(Row row) {
        // Words of the article show what words have found, also where the statement itself stands in the title.
        boolean inText = row.getString(4).equals(ClaimDispute.Via.WORDS.name())
                || row.getString(5).equals(Location.TEXT.name());
        CodePoints points = CodePoints.of(Objects.requireNonNullElse(row.getString(inText ? 7 : 8), ""));
        List<Integer> offsets = row.getList(6);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i + 1 < offsets.size(); i += 2) {
            rows.add(RowFactory.create(
                    row.getString(0),
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    i / 2,
                    (inText ? Location.TEXT : Location.TITLE).name(),
                    points.fromUtf16(offsets.get(i)),
                    points.fromUtf16(offsets.get(i + 1))));
        }
        return rows.iterator();
    }
}
