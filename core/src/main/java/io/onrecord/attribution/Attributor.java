package io.onrecord.attribution;

import io.onrecord.encoder.Pieces;
import io.onrecord.encoder.TokenScores;
import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Quotations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Scores to attributions: who said what, in which words. A pure function; the same input gives the same output. */
public final class Attributor {

    private final String text;
    private final List<Span> paragraphs;
    private final Location in;
    private final TokenScores scores;
    private final Pieces pieces;
    private final Quotations quotations;

    private Attributor(Text text, Location in, TokenScores scores) {
        this.text = text.value();
        this.paragraphs = text.paragraphs();
        this.in = in;
        this.scores = scores;
        this.pieces = scores.pieces();
        this.quotations = Quotations.of(text);
    }

    /**
     * The attributions of a text in the order of the text.
     *
     * @param text what was scored
     * @param in which text of the article it is
     * @param scores of that text
     * @param mode which spans are sure enough
     * @return with uncalibrated confidence: of a part the probability of its spans, of the statement the product of its
     *     parts' and its links'
     */
    public static List<Attribution> attribute(Text text, Location in, TokenScores scores, Mode mode) {
        Attributor attributor = new Attributor(text, in, scores);
        return Linker.link(scores, TagDecoder.decode(scores, mode)).stream()
                .map(attributor::attribution)
                .sorted(Comparator.comparingInt(Attribution::start)
                        .thenComparing(attribution -> attribution.cue().get(0)))
                .toList();
    }

    private Attribution attribution(Linker.Group group) {
        List<Linker.Link> contents = contents(group);
        List<Span> source = group.source().map(this::span).map(List::of).orElse(List.of());
        List<Span> content = joined(contents.stream()
                .map(link -> quotations.withMarks(span(link)))
                .sorted()
                .toList());
        Span cue = pieces.span(group.cue().first(), group.cue().last());
        return new Attribution(
                in, quotations.form(content), source, List.of(cue), content, confidence(group, contents));
    }

    /**
     * The contents of a cue. Where it has content in its own paragraph, what stands in another belongs to it only if it is
     * quoted: a headline or a list item beside it does not.
     */
    private List<Linker.Link> contents(Linker.Group group) {
        int paragraph = scores.paragraph(group.cue().first());
        boolean own = group.contents().stream()
                .anyMatch(link -> scores.paragraph(link.span().first()) == paragraph);
        return group.contents().stream()
                .filter(link -> !own
                        || scores.paragraph(link.span().first()) == paragraph
                        || quotations.form(List.of(span(link))) == Form.DIRECT)
                .toList();
    }

    private Span span(Linker.Link link) {
        int first = link.span().first();
        Span span = pieces.span(first, link.span().last());
        boolean opens = paragraphs.get(scores.paragraph(first)).start() == span.start();
        return opens ? Datelines.without(text, span) : span;
    }

    /** Spans that overlap, once they have their quotation marks, or have a mere space between them, are one. */
    private List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && isOneWith(last, span)) {
                joined.set(joined.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private boolean isOneWith(Span last, Span span) {
        boolean spaced = last.end() + 1 == span.start()
                && Character.getType(text.charAt(last.end())) == Character.SPACE_SEPARATOR;
        return spaced || last.end() >= span.start();
    }

    private static Confidence confidence(Linker.Group group, List<Linker.Link> contents) {
        Optional<Double> source = group.source().map(link -> link.span().probability());
        double sourceLink = group.source().map(Linker.Link::probability).orElse(1.0);
        double cue = group.cue().probability();
        double content = mean(contents, link -> link.span().probability());
        double contentLinks = mean(contents, Linker.Link::probability);
        double statement = source.orElse(1.0) * cue * content * sourceLink * contentLinks;
        return new Confidence(statement, source, Optional.of(cue), content);
    }

    private static double mean(List<Linker.Link> links, ToDoubleFunction<Linker.Link> value) {
        return links.stream().mapToDouble(value).average().orElseThrow();
    }
}
