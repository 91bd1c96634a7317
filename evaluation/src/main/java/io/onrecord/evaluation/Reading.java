package io.onrecord.evaluation;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Location;
import io.onrecord.model.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Has the engine read gold articles. */
final class Reading {

    private Reading() {}

    /** Each article with what was found in it, in the order of the gold. */
    static List<Comparison> of(Map<String, GoldArticle> gold, Engine engine) {
        Map<String, Comparison> read = new HashMap<>();
        GoldRun.over(
                        gold.values(),
                        engine,
                        (article, record) -> read.put(article.id(), Comparison.of(article, attributions(record))))
                .forEach(missing -> read.put(missing.id(), Comparison.missing(missing)));
        return gold.keySet().stream()
                .map(id -> Objects.requireNonNull(read.get(id)))
                .toList();
    }

    /** Gold marks each word of the text once: not the title, not page furniture, not a statement inside another. */
    private static List<Attribution> attributions(ArticleRecord record) {
        return record.statements().stream()
                .filter(statement -> statement.attribution().in() == Location.TEXT)
                .filter(statement -> statement.within().isEmpty() && !statement.furniture())
                .map(Statement::attribution)
                .toList();
    }
}
