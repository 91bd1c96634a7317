package io.onrecord.store;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Producer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of one table, for what keeps records in tables of the same columns elsewhere. Where a store has numbers of its own, which
 * depend on what came first, these have ids: of the article in {@code article}. The article's own row has what made it ({@code
 * version}, {@code model}, {@code options}) and lacks what only a store knows: {@code key}, {@code newer_than}, {@code kept_at},
 * {@code read_at}.
 *
 * @param table as the store calls it
 * @param columns as the store calls them
 * @param rows values in the order of the columns: strings, integers, doubles and booleans, or an {@link java.util.Optional} of
 *     one where a column may be empty; offsets count code points
 */
public record RecordRows(String table, List<String> columns, List<List<Object>> rows) {

    public RecordRows {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * All rows of a record, the article's own first, the others table by table.
     *
     * @throws StoreException if the record cannot be kept: a span cuts a surrogate pair in two
     */
    public static List<RecordRows> of(ArticleRecord record) {
        Map<String, Object> values = new LinkedHashMap<>(Articles.values(record));
        Producer producer = record.producer();
        values.put("version", producer.version());
        values.put("model", producer.model());
        values.put("options", producer.options());
        List<RecordRows> all = new ArrayList<>();
        all.add(new RecordRows("article", List.copyOf(values.keySet()), List.of(new ArrayList<>(values.values()))));
        RecordInsert.of(record.article().id(), record).forEach(rows -> all.add(rows.rows()));
        return all;
    }
}
