package io.onrecord.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Statements within statements, quotations that go on, and second objects of a cue, against a {@link GoldFile}. */
final class NestedTask implements Task {

    @Override
    public String name() {
        return "nested";
    }

    @Override
    public String describes() {
        return "Statements within statements against gold attributions (JSON Lines: id, text, and attributions with id,"
                + " within and kind).";
    }

    @Override
    public Evaluation run(Path file, Engine engine) throws IOException {
        Map<String, NestedArticle> gold = GoldFile.readNested(file);
        NestedScore score = new NestedScore();
        List<GoldArticle> articles =
                gold.values().stream().map(NestedArticle::article).toList();
        GoldRun.over(
                        articles,
                        engine,
                        (article, record) -> score.add(Objects.requireNonNull(gold.get(article.id())), record))
                .forEach(article -> score.addMissing(Objects.requireNonNull(gold.get(article.id()))));
        return new Evaluation(name(), file.toString(), score.figures(), score.counts(), engine.producer());
    }
}
