package io.onrecord.claims;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import io.onrecord.speakers.Speakers;
import io.onrecord.stance.Stances;
import io.onrecord.text.Quotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The record of an article of one statement, by its marked text: {@code [source]}, {@code <cue>}, and each run of the content in
 * braces. Speakers and stances are read as ever.
 */
final class Told {

    private static final Pattern MARK = Pattern.compile("\\[([^\\]]*)\\]|<([^>]*)>|\\{([^}]*)\\}");

    private Told() {}

    /**
     * @param day of publication, such as {@code 2026-03-02}
     */
    static ArticleRecord on(String day, String marked) {
        StringBuilder text = new StringBuilder();
        List<List<Span>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int last = 0;
        Matcher mark = MARK.matcher(marked);
        while (mark.find()) {
            text.append(marked, last, mark.start());
            for (int part = 0; part < parts.size(); part++) {
                String words = mark.group(part + 1);
                if (words != null) {
                    parts.get(part).add(new Span(text.length(), text.length() + words.length()));
                    text.append(words);
                }
            }
            last = mark.end();
        }
        text.append(marked, last, marked.length());
        Article article = Article.of(
                "press.example/" + day,
                Text.line(text.toString()),
                new Metadata(
                        Optional.of("Northwire"),
                        Optional.empty(),
                        List.of(),
                        Optional.of(new Published(day, "test")),
                        Optional.of("en"),
                        Optional.empty(),
                        Optional.empty()));
        Speakers.Found found = Speakers.find(article, List.of(statement(article, parts)));
        return new ArticleRecord(
                article, found.speakers(), found.statements(), List.of(), new Producer("1", "marks", "none"));
    }

    private static Statement statement(Article article, List<List<Span>> parts) {
        String text = article.text().value();
        Attribution words = new Attribution(
                Location.TEXT,
                Quotations.of(article.text()).form(parts.get(2)),
                parts.get(0),
                parts.get(1),
                parts.get(2),
                new Confidence(0.9, Optional.of(0.9), Optional.of(0.9), 0.9));
        return new Statement(
                Ids.statement(article.id(), Location.TEXT, words.cue(), words.content(), CodePoints.of(text)),
                words,
                new Resolution.Unresolved(Resolution.Unresolved.NOT_TRIED),
                Optional.of(Stances.read(text, words)),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                false);
    }
}
