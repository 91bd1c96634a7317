package io.onrecord.spark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** All tables as lines, sorted: of a run on a cluster, and of a store that one process has made. */
final class Dumped {

    private static final String OF_ARTICLE = " JOIN article a ON a.key = t.article";
    private static final String PROPOSITION =
            "SELECT p.key AS key, s.id || CASE WHEN p.part > 0 THEN '.' || p.part ELSE ''"
                    + " END AS id FROM proposition p JOIN statement s ON s.article = p.article AND s.number = p.statement";

    /** What stands for the rows of a store, where it is not simply the table with the article's id. */
    private static final Map<String, String> STORED = Map.of(
            "article", "SELECT t.*, p.version, p.model, p.options FROM article t JOIN producer p ON p.key = t.producer",
            "vector",
                    "SELECT a.id AS article, t.statement, m.name AS model, t.bytes FROM vector t" + OF_ARTICLE
                            + " JOIN vector_model m ON m.key = t.model",
            "origin",
                    "SELECT a.id AS article, o.id AS origin, t.kind, t.score FROM origin t" + OF_ARTICLE
                            + " JOIN article o ON o.key = t.origin",
            "proposition",
                    "SELECT a.id AS article, t.statement, t.part, c.id AS claim, t.number, t.standing, '' AS text"
                            + " FROM proposition t" + OF_ARTICLE + " JOIN claim c ON c.key = t.claim",
            "claim", "SELECT * FROM claim",
            "claim_link",
                    "SELECT min(f.id, s.id) AS first, max(f.id, s.id) AS second, t.score FROM claim_link t JOIN ("
                            + PROPOSITION + ") f ON f.key = t.first JOIN (" + PROPOSITION + ") s ON s.key = t.second",
            "claim_dispute",
                    "SELECT a.id AS article, t.statement, c.id AS claim, b.id AS to_article, t.to_statement, t.kind,"
                            + " t.confidence, t.via FROM claim_dispute t" + OF_ARTICLE
                            + " JOIN article b ON b.key = t.to_article JOIN claim c ON c.key = t.claim",
            "claim_dispute_evidence",
                    "SELECT a.id AS article, d.statement, c.id AS claim, d.kind, t.number, t.location, t.start_at,"
                            + " t.end_at FROM claim_dispute_evidence t JOIN claim_dispute d ON d.key = t.dispute"
                            + " JOIN article a ON a.key = d.article JOIN claim c ON c.key = d.claim");

    private Dumped() {}

    /** As DuckDB reads them. */
    static Map<String, List<String>> ofRun(Path output) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            for (Map.Entry<String, StructType> table : Tables.ALL.entrySet()) {
                statement.execute("CREATE TABLE \"" + table.getKey() + "\" AS SELECT * FROM read_parquet('"
                        + output.resolve("tables").resolve(table.getKey())
                        + "/**/*.parquet', hive_partitioning = true)");
                List<String> lines = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table.getKey() + "\"")) {
                    while (rows.next()) {
                        lines.add(line(table.getValue(), name -> column(rows, table.getKey(), name)));
                    }
                }
                Collections.sort(lines);
                tables.put(table.getKey(), lines);
            }
        }
        return tables;
    }

    /** As they were loaded. */
    static Map<String, List<String>> ofPostgres(String address) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, StructType> table : Tables.ALL.entrySet()) {
                List<String> lines = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table.getKey())) {
                    while (rows.next()) {
                        lines.add(line(table.getValue(), name -> column(rows, table.getKey(), name)));
                    }
                }
                Collections.sort(lines);
                tables.put(table.getKey(), lines);
            }
        }
        return tables;
    }

    /** A store keeps the text of a proposition only where it is other than the statement's. */
    private static Object column(ResultSet rows, String table, String name) throws SQLException {
        if (name.equals("text") && table.equals("proposition")) {
            return "";
        }
        return name.equals("bytes") ? rows.getBytes(name) : rows.getObject(name);
    }

    static Map<String, List<String>> ofStore(Path file) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, StructType> table : Tables.ALL.entrySet()) {
                if (table.getKey().equals("skipped")) {
                    continue;
                }
                String columns = Arrays.stream(table.getValue().fieldNames())
                        .map(name -> name.equals("article") ? "a.id AS article" : "t." + name)
                        .collect(Collectors.joining(", "));
                String sql = STORED.getOrDefault(
                        table.getKey(), "SELECT " + columns + " FROM " + table.getKey() + " t" + OF_ARTICLE);
                List<String> lines = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        lines.add(line(table.getValue(), name -> rows.getObject(name)));
                    }
                }
                Collections.sort(lines);
                tables.put(table.getKey(), lines);
            }
        }
        return tables;
    }

    private interface Values {
        Object get(String column) throws SQLException;
    }

    private static String line(StructType schema, Values values) {
        List<String> words = new ArrayList<>();
        for (StructField field : schema.fields()) {
            try {
                Object value = values.get(field.name());
                if (field.dataType() instanceof BooleanType && value instanceof Integer flag) {
                    value = flag != 0;
                }
                words.add(field.name() + "="
                        + (value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return String.join("\t", words);
    }
}
