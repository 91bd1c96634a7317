package io.onrecord.attribution;

import io.onrecord.encoder.Pieces;
import io.onrecord.encoder.TokenScores;
import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Quotations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Scores to attributions: who said what, in which words. A pure function; the same input gives the same output. */
public final class Attributor {

    private Attributor() {}

    /**
     * The attributions of a text in the order of the text.
     *
     * @param text what was scored
     * @param in which text of the article it is
     * @param scores of that text
     */
    public static List<Attribution> attribute(Text text, Location in, TokenScores scores) {
        Quotations quotations = Quotations.of(text);
        List<Attribution> found = new ArrayList<>();
        for (Linker.Group group : Linker.link(scores, TagDecoder.decode(scores))) {
            found.add(attribution(in, group, scores.pieces(), quotations));
        }
        found.sort(Comparator.comparingInt(Attribution::start)
                .thenComparing(attribution -> attribution.cue().get(0)));
        return found;
    }

    private static Attribution attribution(Location in, Linker.Group group, Pieces pieces, Quotations quotations) {
        List<Span> cue = List.of(pieces.span(group.cue().first(), group.cue().last()));
        List<Span> content = joined(spans(group.contents(), pieces).stream()
                .map(quotations::withMarks)
                .sorted()
                .toList());
        return new Attribution(
                in, quotations.form(content), spans(group.sources(), pieces), cue, content, confidence(group));
    }

    private static List<Span> spans(List<Linker.Link> links, Pieces pieces) {
        return links.stream()
                .map(link -> pieces.span(link.span().first(), link.span().last()))
                .toList();
    }

    /** Spans that overlap, once they have their quotation marks, are one. */
    private static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.overlaps(span)) {
                joined.set(joined.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private static Confidence confidence(Linker.Group group) {
        Optional<Double> source = group.sources().isEmpty() ? Optional.empty() : Optional.of(mean(group.sources()));
        double cue = group.cue().probability();
        double content = mean(group.contents());
        double statement = source.orElse(1.0) * cue * content;
        return new Confidence(
                rounded(statement), source.map(Attributor::rounded), Optional.of(rounded(cue)), rounded(content));
    }

    private static double mean(List<Linker.Link> links) {
        return links.stream()
                .mapToDouble(link -> link.span().probability() * link.probability())
                .average()
                .orElse(0);
    }

    /** Four decimals: what is written is what is held. */
    private static double rounded(double value) {
        return Math.rint(value * 10_000) / 10_000;
    }
}
