package io.onrecord.cli;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import java.util.List;
import java.util.Optional;

/** Versions of one article, by what Ms Ito says in them. */
final class Versions {

    private Versions() {}

    static ArticleRecord of(String words) {
        String text = "Ms Ito said: " + words + ".";
        Article article = Article.of(
                "https://press.example/appeal", new Text(text, List.of(new Span(0, text.length()))), Metadata.NONE);
        Attribution attribution = new Attribution(
                Location.TEXT,
                Form.INDIRECT,
                List.of(new Span(0, 6)),
                List.of(new Span(7, 11)),
                List.of(new Span(13, 13 + words.length())),
                new Confidence(0.9, Optional.of(0.9), Optional.of(0.9), 0.9));
        Statement statement = new Statement(
                Ids.statement(
                        article.id(), Location.TEXT, attribution.cue(), attribution.content(), CodePoints.of(text)),
                attribution,
                new Resolution.Unresolved(Resolution.Unresolved.NOT_TRIED),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                false);
        return new ArticleRecord(
                article, List.of(), List.of(statement), List.of(), new Producer("0.1.0", "test", "none"));
    }
}
