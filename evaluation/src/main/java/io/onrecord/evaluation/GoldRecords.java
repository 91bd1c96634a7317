package io.onrecord.evaluation;

import io.onrecord.dates.ArticleDates;
import io.onrecord.disputes.Disputes;
import io.onrecord.evaluation.ClaimsGold.Labelled;
import io.onrecord.evaluation.ClaimsGold.Stated;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Producer;
import io.onrecord.model.Resolution;
import io.onrecord.model.Statement;
import io.onrecord.speakers.Speakers;
import io.onrecord.stance.Addressees;
import io.onrecord.stance.Stances;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record that an article would have, had the network found the gold spans: all else is read as ever. */
final class GoldRecords {

    private GoldRecords() {}

    static ArticleRecord of(Labelled gold, Producer producer) {
        Article article = gold.article();
        String text = article.text().value();
        CodePoints points = CodePoints.of(text);
        ArticleDates dates = ArticleDates.of(article);
        List<Stated> inOrder = new ArrayList<>(gold.statements().values());
        inOrder.sort(Comparator.comparingInt(one -> one.words().start()));
        List<Statement> statements = new ArrayList<>();
        for (Stated stated : inOrder) {
            Attribution words = stated.words();
            boolean cue = !words.cue().isEmpty();
            String none = words.source().isEmpty() ? Resolution.Unresolved.NO_SOURCE : Resolution.Unresolved.NOT_TRIED;
            statements.add(new Statement(
                    id(article, words, points),
                    words,
                    new Resolution.Unresolved(cue ? none : Resolution.CONTINUED),
                    cue ? Optional.of(Stances.read(text, words)) : Optional.empty(),
                    dates.of(words),
                    List.of(),
                    Addressees.of(text, words),
                    cue
                            ? stated.within().map(outer -> id(article, outer(gold.statements(), outer), points))
                            : Optional.empty(),
                    false));
        }
        Speakers.Found found = Speakers.find(article, statements);
        return new ArticleRecord(
                article,
                found.speakers(),
                found.statements(),
                Disputes.find(article, found.speakers(), found.statements()).edges(),
                producer);
    }

    private static Attribution outer(Map<String, Stated> statements, String id) {
        Stated outer = statements.get(id);
        if (outer == null) {
            throw new IllegalStateException("no gold statement " + id);
        }
        return outer.words();
    }

    private static String id(Article article, Attribution words, CodePoints points) {
        return Ids.statement(article.id(), Location.TEXT, words.cue(), words.content(), points);
    }
}
