package io.onrecord.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.dates.ArticleDates;
import io.onrecord.dates.DateExpressions;
import io.onrecord.model.Article;
import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Days;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Published;
import io.onrecord.model.Span;
import io.onrecord.model.StatementDate;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.ReadingOptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in words, dates of articles: the first line is when the article was published, the rest its text, in which every paragraph is said. */
final class DatesTarget {

    private static final ArticleReader READER =
            new ArticleReader(ReadingOptions.DEFAULT.withLanguage(Optional.empty()));

    private static final LocalDate DAY = LocalDate.of(2026, 5, 14);
    private static final int MOST = 8;
    private static final Pattern VERB = Pattern.compile(" (?:said|told|denied|announced) ");

    private DatesTarget() {}

    static void read(byte[] bytes) {
        String all = new String(bytes, 0, Math.min(bytes.length, 4000), UTF_8);
        int line = all.indexOf('\n');
        String first = line < 0 ? all : all.substring(0, line);
        String text = line < 0 ? all : all.substring(line + 1);
        DateExpressions.read(text, DAY);
        DateExpressions.readAll(List.of(first, text), DAY);
        Optional<Published> published = Optional.empty();
        if (Published.isIso(first)) {
            published = Optional.of(new Published(first, "fuzz"));
            published.get().latest();
            days(first);
        }
        statements(text, published);
    }

    private static void days(String value) {
        try {
            Days days = Days.of(value);
            if (days.last().isBefore(days.first())) {
                throw new IllegalStateException("days that end before they begin");
            }
        } catch (IllegalArgumentException e) {
            Kept.told(e.getMessage());
        }
    }

    private static void statements(String text, Optional<Published> published) {
        Metadata known = new Metadata(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                published,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        Outcome<Article> outcome = READER.text("fuzz", text, known);
        if (!(outcome instanceof Outcome.Kept<Article> kept)) {
            return;
        }
        ArticleDates dates = ArticleDates.of(kept.value());
        List<Span> paragraphs = kept.value().text().paragraphs();
        for (Span paragraph : paragraphs.subList(0, Math.min(MOST, paragraphs.size()))) {
            Optional<StatementDate> date = dates.of(said(text, paragraph));
            date.ifPresent(each -> Days.of(each.value()));
        }
    }

    /** What stands behind a verb of saying is said by what stands before it; else all of it is said. */
    private static Attribution said(String text, Span paragraph) {
        Matcher verb = VERB.matcher(text).region(paragraph.start(), paragraph.end());
        boolean found = verb.find() && verb.start() > paragraph.start() && verb.end() < paragraph.end();
        return new Attribution(
                Location.TEXT,
                Form.INDIRECT,
                found ? List.of(new Span(paragraph.start(), verb.start())) : List.of(),
                found ? List.of(new Span(verb.start(), verb.end())) : List.of(),
                List.of(found ? new Span(verb.end(), paragraph.end()) : paragraph),
                new Confidence(
                        0.5,
                        found ? Optional.of(0.5) : Optional.empty(),
                        found ? Optional.of(0.5) : Optional.empty(),
                        0.5));
    }
}
