package io.onrecord.spark;

import io.onrecord.claims.Claim;
import io.onrecord.claims.ClaimDisputes.Reference;
import io.onrecord.claims.Proposition;
import io.onrecord.copies.Signature;
import io.onrecord.exchange.RecordJson;
import io.onrecord.memory.Claiming;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Dispute;
import io.onrecord.model.Published;
import io.onrecord.model.Statement;
import io.onrecord.store.ClaimReading;
import io.onrecord.store.Near;
import io.onrecord.store.RecordRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * One record as one row: its rows of each table as a list, and what is made of it alone for what goes over articles: propositions
 * with keys, references, the signature of its text.
 */
final class RecordRow {

    static final StructType PROPOSITION =
            Tables.ddl("id STRING, statement STRING, number INT, part INT, standing STRING,"
                    + " text STRING, place BIGINT, hashes ARRAY<BIGINT>, form BINARY, member BINARY, vector BINARY");
    static final StructType WORDS = Tables.ddl("statement STRING, number INT, form BINARY");

    static final StructType SCHEMA = schema();

    private RecordRow() {}

    private static StructType schema() {
        StructType schema = Tables.ddl("id STRING, day STRING, published STRING, signature BINARY, copy_place BIGINT,"
                + " copy_hashes ARRAY<BIGINT>, story_place BIGINT, story_hashes ARRAY<BIGINT>");
        for (Map.Entry<String, StructType> table : Tables.OF_RECORD.entrySet()) {
            schema = Tables.withList(schema, "t_" + table.getKey(), table.getValue());
        }
        schema = Tables.withList(schema, "t_vector", Tables.VECTOR);
        schema = Tables.withList(schema, "propositions", PROPOSITION);
        schema = Tables.withList(schema, "words", WORDS);
        return Tables.withList(schema, "spelled", WORDS);
    }

    /**
     * A record's row.
     *
     * @param json of the record, with its text
     * @param encoded its statements' vectors in Base64 with commas between them; blank where it has none
     * @param vectorModel what made the vectors
     */
    static Row of(String json, String encoded, String vectorModel) {
        ArticleRecord record = RecordJson.read(json);
        List<byte[]> vectors = vectors(encoded);
        Map<String, RecordRows> tables = new HashMap<>();
        RecordRows.of(record).forEach(rows -> tables.put(rows.table(), rows));
        ClaimReading reading = Claiming.reading(record);
        Optional<String> lastDay = lastDay(Objects.requireNonNull(tables.get("article")));
        Signature signature = Signature.of(record.article().text());
        String id = record.article().id();
        Near.Keyed copies = Near.copies(id, lastDay.map(LocalDate::parse), signature);
        Near.Keyed story = Near.story(reading.propositions());
        List<Object> values = new ArrayList<>();
        values.add(id);
        values.add(lastDay.orElse(Tables.NO_DAY));
        values.add(record.article().metadata().published().map(Published::value).orElse(null));
        values.add(signature.toBytes());
        values.add(copies.place());
        values.add(copies.hashes().toArray());
        values.add(story.place());
        values.add(story.hashes().toArray());
        Tables.OF_RECORD.forEach((table, schema) -> values.add(rows(tables.get(table), table, schema)));
        List<Row> bytes = new ArrayList<>();
        for (int number = 0; number < vectors.size(); number++) {
            bytes.add(RowFactory.create(id, number, vectorModel, vectors.get(number)));
        }
        values.add(bytes.toArray());
        values.add(propositions(record, reading, vectors).toArray());
        values.add(record.disputes().stream().map(RecordRow::words).toArray());
        values.add(references(reading.references()).toArray());
        return RowFactory.create(values.toArray());
    }

    private static List<byte[]> vectors(String encoded) {
        List<byte[]> vectors = new ArrayList<>();
        if (!encoded.isBlank()) {
            for (String one : encoded.split(",", -1)) {
                vectors.add(Base64.getDecoder().decode(one));
            }
        }
        return vectors;
    }

    private static Optional<String> lastDay(RecordRows article) {
        Object day = article.rows().get(0).get(article.columns().indexOf("published_last_day"));
        return day instanceof Optional<?> known ? known.map(String.class::cast) : Optional.of((String) day);
    }

    private static Row words(Dispute dispute) {
        return RowFactory.create(dispute.to(), 0, Codec.write(dispute));
    }

    private static List<Row> references(List<Reference> references) {
        List<Row> rows = new ArrayList<>();
        for (Reference one : references) {
            rows.add(RowFactory.create(one.from(), rows.size(), Codec.write(one)));
        }
        return rows;
    }

    private static List<Row> propositions(ArticleRecord record, ClaimReading reading, List<byte[]> vectors) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Statement statement : record.statements()) {
            numbers.put(statement.id(), numbers.size());
        }
        List<Row> rows = new ArrayList<>();
        for (Proposition one : reading.propositions()) {
            int number = Objects.requireNonNull(numbers.get(one.statementId()), one.statementId());
            Near.Keyed keyed = Near.proposition(one);
            byte[] vector = one.part() == 0 && number < vectors.size() ? vectors.get(number) : null;
            rows.add(RowFactory.create(
                    one.id(),
                    one.statementId(),
                    number,
                    one.part(),
                    one.standing().name(),
                    one.text(),
                    keyed.place(),
                    keyed.hashes().toArray(),
                    Codec.write(one),
                    Codec.write(Claim.Member.of(one)),
                    vector));
        }
        return rows;
    }

    /** The store's columns and those here are the same, or one of the two has changed without the other. */
    private static Object[] rows(@Nullable RecordRows table, String name, StructType schema) {
        List<String> columns = table == null ? List.of() : table.columns();
        if (table == null || columns.size() != schema.size() || !columns.containsAll(List.of(schema.fieldNames()))) {
            throw new IllegalStateException("the table " + name + " of the store has the columns " + columns + ", not "
                    + List.of(schema.fieldNames()));
        }
        List<Row> rows = new ArrayList<>();
        for (List<Object> row : table.rows()) {
            Object[] values = new Object[schema.size()];
            for (int i = 0; i < values.length; i++) {
                Object value = row.get(columns.indexOf(schema.fieldNames()[i]));
                values[i] = value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
            }
            rows.add(RowFactory.create(values));
        }
        return rows.toArray();
    }
}
