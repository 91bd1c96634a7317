package io.onrecord.corrections;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Dispute;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Resolution;
import io.onrecord.model.Resolution.Unresolved;
import io.onrecord.model.Span;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
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
        return record(address, "", marked);
    }

    /** Both with marks. */
    static ArticleRecord titled(String title, String marked) {
        return record("harbour.txt", title, marked);
    }

    private static ArticleRecord record(String address, String title, String marked) {
        Parsed above = parsed(title);
        Parsed below = parsed(marked);
        Article article = Article.of(
                address,
                Layout.of(below.text()).text(below.text()),
                above.text().isEmpty()
                        ? Metadata.NONE
                        : new Metadata(
                                Optional.empty(),
                                Optional.of(above.text()),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        List<Statement> statements = new ArrayList<>();
        above.parts().forEach(spans -> statements.add(statement(article, Location.TITLE, spans)));
        below.parts().forEach(spans -> statements.add(statement(article, Location.TEXT, spans)));
        Speakers.Found found = Speakers.find(article, statements);
        return new ArticleRecord(
                article, found.speakers(), found.statements(), List.of(), new Producer("1", "marks", "none"));
    }

    /** Records of one text as one: with the statements of each, in this order. */
    static ArticleRecord merged(ArticleRecord first, ArticleRecord second) {
        List<Statement> statements = new ArrayList<>(first.statements());
        statements.addAll(second.statements());
        return new ArticleRecord(first.article(), first.speakers(), statements, List.of(), first.producer());
    }

    /** The same record, in which each of some statements stands within the one before it in the list, by their places in the record. */
    static ArticleRecord nested(ArticleRecord record, int... places) {
        List<Statement> statements = new ArrayList<>(record.statements());
        for (int i = 1; i < places.length; i++) {
            Statement inner = statements.get(places[i]);
            statements.set(
                    places[i],
                    new Statement(
                            inner.id(),
                            inner.attribution(),
                            inner.speaker(),
                            inner.stance(),
                            inner.date(),
                            inner.about(),
                            inner.addressee(),
                            Optional.of(statements.get(places[i - 1]).id()),
                            inner.furniture()));
        }
        return new ArticleRecord(record.article(), record.speakers(), statements, record.disputes(), record.producer());
    }

    /** The same record, in which one statement denies another, by their places in the record. */
    static ArticleRecord disputed(ArticleRecord record, int from, int to) {
        Statement denial = record.statements().get(from);
        List<Dispute> disputes = new ArrayList<>(record.disputes());
        disputes.add(new Dispute(
                denial.id(),
                record.statements().get(to).id(),
                Dispute.Kind.DENIES,
                denial.attribution().cue(),
                0.75));
        return new ArticleRecord(record.article(), record.speakers(), record.statements(), disputes, record.producer());
    }

    /** A text without its marks, and source, cue and content of each statement. */
    private record Parsed(String text, List<List<List<Span>>> parts) {}

    private static Parsed parsed(String marked) {
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
        return new Parsed(text.toString(), parts);
    }

    private static Statement statement(Article article, Location in, List<List<Span>> spans) {
        Text whole = in == Location.TEXT
                ? article.text()
                : Text.line(article.metadata().title().orElseThrow());
        String text = whole.value();
        List<Span> source = spans.get(0);
        List<Span> cue = spans.get(1);
        Attribution words = new Attribution(
                in,
                Quotations.of(whole).form(spans.get(2)),
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
                Ids.statement(article.id(), in, cue, spans.get(2), CodePoints.of(text)),
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
