package io.onrecord.evaluation;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has the engine read gold articles. */
final class Reading {

    private Reading() {}

    /** Each article with what was found in it, in the order of the gold. */
    static List<Comparison> of(Map<String, GoldArticle> gold, Engine engine) {
        Map<String, Comparison> read = new LinkedHashMap<>();
        Iterator<Outcome<Article>> articles =
                gold.values().stream().map(Reading::article).iterator();
        Iterator<Outcome<ArticleRecord>> records = engine.read(articles);
        while (records.hasNext()) {
            if (records.next() instanceof Outcome.Kept<ArticleRecord> kept) {
                ArticleRecord record = kept.value();
                GoldArticle article = gold(gold, record.article());
                if (read.put(article.id(), Comparison.of(article, attributions(record))) != null) {
                    throw new IllegalStateException("the engine gave two records of " + article.id());
                }
            }
        }
        List<Comparison> inOrder = new ArrayList<>();
        gold.forEach((id, article) -> {
            @Nullable Comparison comparison = read.get(id);
            inOrder.add(comparison == null ? Comparison.missing(article) : comparison);
        });
        return inOrder;
    }

    private static Outcome<Article> article(GoldArticle gold) {
        Metadata none = Metadata.NONE;
        Metadata metadata = new Metadata(
                Optional.empty(),
                gold.title(),
                none.authors(),
                none.published(),
                none.language(),
                none.agency(),
                none.capture());
        return new Outcome.Kept<>(Article.of(gold.id(), gold.given(), metadata));
    }

    private static GoldArticle gold(Map<String, GoldArticle> all, Article article) {
        @Nullable GoldArticle gold = all.get(article.address());
        if (gold == null) {
            throw new IllegalStateException(
                    "the engine gave a record of " + article.address() + ", which it was not given");
        }
        if (!gold.given().equals(article.text())) {
            throw new IllegalStateException("the engine changed the text of " + article.address());
        }
        return gold;
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
