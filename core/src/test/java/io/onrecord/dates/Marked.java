package io.onrecord.dates;

import io.onrecord.model.Article;
import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Published;
import io.onrecord.model.Span;
import io.onrecord.model.StatementDate;
import io.onrecord.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which the parts of one statement are marked: {@code <source>}, <code>{cue}</code> and {@code [content]}. A
 * vertical bar parts paragraphs.
 *
 * @param text without the marks
 */
record Marked(String text, Attribution attribution) {

    private static final Pattern PARAGRAPH = Pattern.compile("[^\n]+");

    static Marked of(String marked) {
        return of(marked, Location.TEXT);
    }

    static Marked of(String marked, Location in) {
        StringBuilder text = new StringBuilder();
        List<Span> source = new ArrayList<>();
        List<Span> cue = new ArrayList<>();
        List<Span> content = new ArrayList<>();
        int start = 0;
        for (char c : marked.replace("|", "\n\n").toCharArray()) {
            switch (c) {
                case '<', '{', '[' -> start = text.length();
                case '>' -> source.add(new Span(start, text.length()));
                case '}' -> cue.add(new Span(start, text.length()));
                case ']' -> content.add(new Span(start, text.length()));
                default -> text.append(c);
            }
        }
        Confidence confidence = new Confidence(
                0.5,
                source.isEmpty() ? Optional.empty() : Optional.of(0.5),
                cue.isEmpty() ? Optional.empty() : Optional.of(0.5),
                0.5);
        return new Marked(text.toString(), new Attribution(in, Form.INDIRECT, source, cue, content, confidence));
    }

    /** When the statement was made in an article published then; a published date of nothing is none. */
    Optional<StatementDate> date(String published) {
        return ArticleDates.of(article(published)).of(attribution);
    }

    private Article article(String published) {
        Optional<Published> date =
                published.isEmpty() ? Optional.empty() : Optional.of(new Published(published, "test"));
        boolean title = attribution.in() == Location.TITLE;
        Metadata metadata = new Metadata(
                Optional.empty(),
                title ? Optional.of(text) : Optional.empty(),
                List.of(),
                date,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Article.of("test", text(title ? "Nothing is dated here." : text), metadata);
    }

    private static Text text(String value) {
        List<Span> paragraphs = new ArrayList<>();
        Matcher matcher = PARAGRAPH.matcher(value);
        while (matcher.find()) {
            paragraphs.add(new Span(matcher.start(), matcher.end()));
        }
        return new Text(value, paragraphs);
    }
}
