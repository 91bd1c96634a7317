package io.onrecord.spark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The tables that a run writes, with the columns that the store has. Where the store has numbers of rows, which depend on what came
 * first, these have ids. Tables of an article are partitioned by its day.
 */
final class Tables {

    /** The folder of a table that is partitioned by day has one for each, and this where no day is known. */
    static final String NO_DAY = "unknown";

    static final String DAY = "day";

    /** Those that one record has, the article's own first. */
    static final Map<String, StructType> OF_RECORD = ofRecord();

    /** Their columns by which rows of one article are in order. */
    private static final List<String> IN_ORDER =
            List.of("statement", "speaker", "dispute", "part", "base", "number", "start_at");

    static final StructType VECTOR = ddl("article STRING, statement INT, model STRING, bytes BINARY");
    static final StructType ORIGIN = ddl("article STRING, origin STRING, kind STRING, score DOUBLE");
    static final StructType CLAIM_LINK = ddl("first STRING, second STRING, score INT");
    static final StructType SKIPPED = ddl("address STRING, stage STRING, why STRING");
    static final StructType CLAIM_DISPUTE_EVIDENCE = ddl("article STRING, statement INT, claim STRING, kind STRING,"
            + " number INT, location STRING, start_at INT, end_at INT");

    private static final Set<String> NO_DAYS = Set.of("claim", "claim_link", "skipped");

    /** All, with the columns that a reader may rely on. */
    static final Map<String, StructType> ALL = all();

    private Tables() {}

    private static Map<String, StructType> ofRecord() {
        Map<String, StructType> tables = new LinkedHashMap<>();
        tables.put(
                "article",
                ddl(
                        "id STRING, address STRING, outlet STRING, outlet_from STRING, title STRING, title_from STRING,"
                                + " authors_from STRING, published STRING, published_from STRING, published_first_day STRING,"
                                + " published_last_day STRING, language STRING, language_from STRING, agency STRING,"
                                + " agency_from STRING, capture_time STRING, capture_address STRING, capture_warc_record STRING,"
                                + " capture_digest STRING, capture_truncated STRING, speakers INT, statements INT, disputes INT,"
                                + " length INT, text_digest STRING, text STRING, version STRING, model STRING, options STRING"));
        tables.put("author", ddl("article STRING, number INT, name STRING"));
        tables.put("paragraph", ddl("article STRING, number INT, start_at INT, end_at INT"));
        tables.put("speaker", ddl("article STRING, number INT, id STRING, name STRING, kind STRING, how_many INT"));
        tables.put("speaker_role", ddl("article STRING, speaker INT, number INT, title STRING, belongs_to STRING"));
        tables.put("speaker_description", ddl("article STRING, speaker INT, number INT, words STRING"));
        tables.put("speaker_alias", ddl("article STRING, speaker INT, number INT, name STRING"));
        tables.put("speaker_external", ddl("article STRING, speaker INT, base STRING, id STRING"));
        tables.put(
                "statement",
                ddl(
                        "article STRING, number INT, id STRING, location STRING, form STRING, stance STRING, negated BOOLEAN,"
                                + " hypothetical BOOLEAN, furniture BOOLEAN, speaker INT, speaker_name STRING, via STRING,"
                                + " speaker_confidence DOUBLE, why STRING, unresolved STRING, within INT, date STRING,"
                                + " date_precision STRING, date_basis STRING, date_words STRING, confidence DOUBLE,"
                                + " source_confidence DOUBLE, cue_confidence DOUBLE, content_confidence DOUBLE, source STRING,"
                                + " cue STRING, content STRING, addressee STRING"));
        tables.put("statement_about", ddl("article STRING, statement INT, number INT, speaker INT"));
        tables.put("span", ddl("article STRING, statement INT, part STRING, number INT, start_at INT, end_at INT"));
        tables.put(
                "dispute",
                ddl(
                        "article STRING, number INT, from_statement INT, to_statement INT, kind STRING, confidence DOUBLE"));
        tables.put("dispute_evidence", ddl("article STRING, dispute INT, number INT, start_at INT, end_at INT"));
        return tables;
    }

    private static Map<String, StructType> all() {
        Map<String, StructType> tables = new LinkedHashMap<>(OF_RECORD);
        tables.put("vector", VECTOR);
        tables.put("origin", ORIGIN);
        tables.put(
                "proposition",
                ddl("article STRING, statement INT, part INT, claim STRING, number INT, standing STRING, text STRING"));
        tables.put("claim", ddl("id STRING, wording INT, statements INT, outlets INT, origins INT, disputes INT"));
        tables.put("claim_link", CLAIM_LINK);
        tables.put(
                "claim_dispute",
                ddl("article STRING, statement INT, claim STRING, to_article STRING, to_statement INT, kind STRING,"
                        + " confidence DOUBLE, via STRING"));
        tables.put("claim_dispute_evidence", CLAIM_DISPUTE_EVIDENCE);
        tables.put("skipped", SKIPPED);
        return tables;
    }

    /** Whether a table lies by days. */
    static boolean isByDay(String table) {
        return !NO_DAYS.contains(table);
    }

    /** A table's columns as they are read: days are words, as a table may have one that is none. */
    static StructType asRead(String table) {
        StructType schema = Objects.requireNonNull(ALL.get(table), table);
        return isByDay(table) ? schema.add(DAY, DataTypes.StringType, true) : schema;
    }

    /** The columns by which the rows of a table are put in order, so that equal runs write equal files. */
    static String[] order(StructType schema) {
        List<String> columns = List.of(schema.fieldNames());
        return columns.stream()
                .filter(name -> columns.indexOf(name) == 0 || IN_ORDER.contains(name))
                .toArray(String[]::new);
    }

    static StructType ddl(String columns) {
        StructType schema = new StructType();
        for (StructField field : StructType.fromDDL(columns).fields()) {
            schema = schema.add(field.name(), field.dataType(), true);
        }
        return schema;
    }

    /** A column of lists of rows. */
    static StructType withList(StructType schema, String name, StructType element) {
        return schema.add(name, DataTypes.createArrayType(element, false), true);
    }
}
