package io.onrecord.evaluation;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Statement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who said what, in which words: the statements of the engine against a {@link GoldFile}. */
final class AttributionTask implements Task {

    @Override
    public String name() {
        return "attribution";
    }

    @Override
    public String describes() {
        return "Source, cue and content against gold attributions (JSON Lines: id, text, and attributions or spans).";
    }

    @Override
    public Evaluation run(Path file, Engine engine) throws IOException {
        Map<String, GoldArticle> gold = GoldFile.read(file);
        AttributionScore score = new AttributionScore(GoldForm::formOf);
        // What no record has come for yet. The engine may be lazy, so nothing waits for the whole corpus.
        Map<String, GoldArticle> open = new LinkedHashMap<>(gold);
        Iterator<Outcome<Article>> articles =
                gold.values().stream().map(AttributionTask::article).iterator();
        Iterator<Outcome<ArticleRecord>> records = engine.read(articles);
        while (records.hasNext()) {
            if (records.next() instanceof Outcome.Kept<ArticleRecord> kept) {
                ArticleRecord record = kept.value();
                score.add(take(open, record.article()), statements(record));
            }
        }
        open.values().forEach(score::addMissing);
        return new Evaluation(name(), file.toString(), score.figures(), score.counts(), engine.producer());
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
        return new Outcome.Kept<>(Article.of(gold.id(), GoldLayout.text(gold.text()), metadata));
    }

    private static GoldArticle take(Map<String, GoldArticle> open, Article article) {
        @Nullable GoldArticle gold = open.remove(article.address());
        if (gold == null) {
            throw new IllegalStateException(
                    "the engine gave a record of " + article.address() + ", which it was not given, or gave two");
        }
        if (!gold.text().equals(article.text().value())) {
            throw new IllegalStateException("the engine changed the text of " + article.address());
        }
        return gold;
    }

    /** Gold marks each word of the text once: not the title, not page furniture, not a statement inside another. */
    private static List<Parts> statements(ArticleRecord record) {
        return record.statements().stream()
                .filter(statement -> statement.attribution().in() == Location.TEXT)
                .filter(statement -> statement.within().isEmpty() && !statement.furniture())
                .map(Statement::attribution)
                .map(Parts::of)
                .toList();
    }
}
