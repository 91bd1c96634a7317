package io.onrecord.evaluation;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Gold articles through an engine, each record met with its gold. */
final class GoldRun {

    private GoldRun() {}

    /**
     * Gives each article to the engine. The engine may be lazy, so nothing waits for the whole corpus.
     *
     * @param each takes an article and its record, in the order of the records
     * @return the articles that no record came for
     */
    static List<GoldArticle> over(
            Collection<GoldArticle> gold, Engine engine, BiConsumer<GoldArticle, ArticleRecord> each) {
        Map<String, GoldArticle> open = new LinkedHashMap<>();
        gold.forEach(article -> open.put(article.id(), article));
        Iterator<Outcome<Article>> articles =
                gold.stream().map(GoldRun::article).iterator();
        Iterator<Outcome<ArticleRecord>> records = engine.read(articles);
        while (records.hasNext()) {
            if (records.next() instanceof Outcome.Kept<ArticleRecord> kept) {
                ArticleRecord record = kept.value();
                each.accept(take(open, record.article()), record);
            }
        }
        return List.copyOf(open.values());
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

    private static GoldArticle take(Map<String, GoldArticle> open, Article article) {
        @Nullable GoldArticle gold = open.remove(article.address());
        if (gold == null) {
            throw new IllegalStateException(
                    "the engine gave a record of " + article.address() + ", which it was not given, or gave two");
        }
        if (!gold.given().equals(article.text())) {
            throw new IllegalStateException("the engine changed the text of " + article.address());
        }
        return gold;
    }
}
