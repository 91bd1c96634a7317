package io.onrecord.attribution;

import io.onrecord.encoder.Pieces;
import io.onrecord.encoder.TokenScores;
import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
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
        List<Attribution> found = new ArrayList<>();
        for (Linker.Group group : Linker.link(scores, TagDecoder.decode(scores))) {
            found.add(attribution(in, group, scores.pieces()));
        }
        found.sort(Comparator.comparingInt(Attribution::start)
                .thenComparing(attribution -> attribution.cue().get(0)));
        return found;
    }

    private static Attribution attribution(Location in, Linker.Group group, Pieces pieces) {
        List<Span> cue = List.of(pieces.span(group.cue().first(), group.cue().last()));
        return new Attribution(
                in, Form.INDIRECT, spans(group.sources(), pieces), cue, spans(group.contents(), pieces), confidence(group));
    }

    private static List<Span> spans(List<Linker.Link> links, Pieces pieces) {
        return links.stream()
                .map(link -> pieces.span(link.span().first(), link.span().last()))
                .toList();
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
