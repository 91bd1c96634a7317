package io.onrecord.disputes;

import io.onrecord.model.Article;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Dispute;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import io.onrecord.speakers.Speakers;
import io.onrecord.stance.Stances;
import io.onrecord.text.Layout;
import io.onrecord.text.Quotations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text whose statements are marked: {@code {1s:Ana Orell} {1c:said} {1k:the dam leaked}. {2s:Bo} {2c:denied} {2k:it}.} A number, then
 * s, c or k for source, cue and content; {@code {2.1k:…}} stands within 2. Speakers and stances are read as ever.
 */
final class Retold {

    private static final Pattern MARK = Pattern.compile("\\{([0-9.]+)([sck]):|}");

    private final Article article;
    private final List<String> numbers = new ArrayList<>();
    /** Ids of the statements, in the order of the numbers. */
    private final List<String> ids = new ArrayList<>();

    private final Disputes.Found found;

    private Retold(String marked) {
        StringBuilder text = new StringBuilder();
        Map<String, Map<String, List<Span>>> spans = new TreeMap<>();
        List<String[]> open = new ArrayList<>();
        Matcher matcher = MARK.matcher(marked);
        int at = 0;
        while (matcher.find()) {
            text.append(marked, at, matcher.start());
            at = matcher.end();
            if (matcher.group(1) != null) {
                open.add(new String[] {matcher.group(1), matcher.group(2), String.valueOf(text.length())});
            } else {
                String[] mark = open.remove(open.size() - 1);
                spans.computeIfAbsent(mark[0], key -> new TreeMap<>())
                        .computeIfAbsent(mark[1], key -> new ArrayList<>())
                        .add(new Span(Integer.parseInt(mark[2]), text.length()));
            }
        }
        text.append(marked.substring(at));
        Text laid = Layout.of(text.toString()).text(text.toString());
        article = Article.of("retold.txt", laid, Metadata.NONE);
        Map<String, Attribution> words = new TreeMap<>();
        spans.forEach((number, parts) -> words.put(number, attribution(laid, parts)));
        numbers.addAll(words.keySet());
        numbers.sort(
                Comparator.comparingInt((String number) -> of(words, number).start())
                        .thenComparing(number -> number));
        List<Statement> statements = new ArrayList<>();
        for (String number : numbers) {
            int dot = number.lastIndexOf('.');
            Optional<String> within = dot < 0 ? Optional.empty() : Optional.of(id(of(words, number.substring(0, dot))));
            statements.add(statement(of(words, number), within));
            ids.add(id(of(words, number)));
        }
        Speakers.Found speakers = Speakers.find(article, statements);
        found = Disputes.find(article, speakers.speakers(), speakers.statements());
    }

    private static Attribution of(Map<String, Attribution> words, String number) {
        return Optional.ofNullable(words.get(number)).orElseThrow();
    }

    static Retold of(String marked) {
        return new Retold(marked);
    }

    private static Attribution attribution(Text text, Map<String, List<Span>> parts) {
        List<Span> source = sorted(parts.getOrDefault("s", List.of()));
        List<Span> cue = sorted(parts.getOrDefault("c", List.of()));
        List<Span> content = sorted(parts.getOrDefault("k", List.of()));
        return new Attribution(
                Location.TEXT,
                Quotations.of(text).form(content),
                source,
                cue,
                content,
                new Confidence(1, source.isEmpty() ? Optional.empty() : Optional.of(1.0), Optional.of(1.0), 1));
    }

    private static List<Span> sorted(List<Span> spans) {
        return spans.stream().sorted().toList();
    }

    private String id(Attribution words) {
        return Ids.statement(
                article.id(),
                Location.TEXT,
                words.cue(),
                words.content(),
                CodePoints.of(article.text().value()));
    }

    private Statement statement(Attribution words, Optional<String> within) {
        return new Statement(
                id(words),
                words,
                new Resolution.Unresolved(
                        words.source().isEmpty() ? Resolution.Unresolved.NO_SOURCE : Resolution.Unresolved.NOT_TRIED),
                Optional.of(Stances.read(article.text().value(), words)),
                Optional.empty(),
                List.of(),
                List.of(),
                within,
                false);
    }

    /** The edges as {@code 2 DENIES 1 (denied)}, with the words that show each. */
    List<String> edges() {
        return found.edges().stream().map(this::shown).toList();
    }

    private String shown(Dispute edge) {
        return number(edge.from()) + " " + edge.kind() + " " + number(edge.to()) + " (" + words(edge.evidence()) + ")";
    }

    /** What goes to no statement here as {@code 2 DENIES that the dam leaked}. */
    List<String> pending() {
        return found.pending().stream()
                .map(one -> number(one.from()) + " " + one.kind() + " " + words(one.target()))
                .toList();
    }

    List<Dispute> disputes() {
        return found.edges();
    }

    List<Pending> references() {
        return found.pending();
    }

    private String number(String id) {
        return numbers.get(ids.indexOf(id));
    }

    private String words(List<Span> spans) {
        return String.join(
                " … ",
                spans.stream().map(span -> span.of(article.text().value())).toList());
    }
}
