package io.onrecord.corrections;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Resolution;
import io.onrecord.model.Resolution.Unresolved;
import io.onrecord.model.Span;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.speakers.Speakers;
import io.onrecord.stance.Stances;
import io.onrecord.text.Layout;
import io.onrecord.text.Quotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A record by its marked text: {@code [source]}, {@code <cue>} and the content in braces, three parts a statement in any order, an
 * empty one ({@code []}) where it lacks a part. The same text with other marks is the same article by another model.
 */
final class Marked {

    private static final Pattern MARK = Pattern.compile("\\[([^\\]]*)\\]|<([^>]*)>|\\{([^}]*)\\}");

    private Marked() {}

    static ArticleRecord record(String marked) {
        return record("harbour.txt", marked);
    }

    static ArticleRecord record(String address, String marked) {
        StringBuilder text = new StringBuilder();
        List<List<List<Span>>> parts = new ArrayList<>();
        List<List<Span>> open = new ArrayList<>(List.of(List.of(), List.of(), List.of()));
        int count = 0;
        int last = 0;
        Matcher mark = MARK.matcher(marked);
        while (mark.find()) {
            text.append(marked, last, mark.start());
            for (int part = 0; part < 3; part++) {
                String words = mark.group(part + 1);
                if (words != null) {
                    open.set(
                            part,
                            words.isEmpty()
                                    ? List.of()
                                    : List.of(new Span(text.length(), text.length() + words.length())));
                    text.append(words);
                }
            }
            if (++count % 3 == 0) {
                parts.add(List.copyOf(open));
            }
            last = mark.end();
        }
        text.append(marked, last, marked.length());
        String whole = text.toString();
        Article article = Article.of(address, Layout.of(whole).text(whole), Metadata.NONE);
        Speakers.Found found = Speakers.find(
                article, parts.stream().map(spans -> statement(article, spans)).toList());
        return new ArticleRecord(
                article, found.speakers(), found.statements(), List.of(), new Producer("1", "marks", "none"));
    }

    private static Statement statement(Article article, List<List<Span>> spans) {
        String text = article.text().value();
        List<Span> source = spans.get(0);
        List<Span> cue = spans.get(1);
        Attribution words = new Attribution(
                Location.TEXT,
                Quotations.of(article.text()).form(spans.get(2)),
                source,
                cue,
                spans.get(2),
                new Confidence(
                        0.9,
                        source.isEmpty() ? Optional.empty() : Optional.of(0.9),
                        cue.isEmpty() ? Optional.empty() : Optional.of(0.9),
                        0.9));
        Optional<StanceReading> stance = cue.isEmpty() ? Optional.empty() : Optional.of(Stances.read(text, words));
        return new Statement(
                Ids.statement(article.id(), Location.TEXT, cue, spans.get(2), CodePoints.of(text)),
                words,
                new Unresolved(cue.isEmpty() ? Resolution.CONTINUED : Unresolved.NOT_TRIED),
                stance,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                false);
    }
}
