package io.onrecord.attribution;

import io.onrecord.encoder.TokenScores;
import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Quotations;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Quotations that a text begins with and that nothing in it attributes: an excerpt begins where somebody is speaking already. Each goes on from before
 * the text, so it is a statement without source and cue.
 */
final class Beginnings {

    /** How likely the network must hold such a content: nothing else in the text speaks for it. */
    private static final double SURE = 0.8;

    private Beginnings() {}

    /**
     * The attributions, behind those of the paragraphs that a text begins with.
     *
     * @param attributions in the order of the text
     * @param scores of the text
     */
    static List<Attribution> added(
            Text text, Location in, TokenScores scores, Mode mode, List<Attribution> attributions) {
        int first =
                attributions.isEmpty() ? Integer.MAX_VALUE : attributions.get(0).start();
        List<Span> before = text.paragraphs().stream()
                .takeWhile(paragraph -> paragraph.end() <= first)
                .toList();
        if (before.isEmpty()) {
            return attributions;
        }
        Quotations quotations = Quotations.of(text);
        Utterances utterances = new Utterances(text);
        List<Attribution> all = new ArrayList<>();
        Iterator<Span> paragraphs = before.iterator();
        for (RoleSpan span : TagDecoder.decode(scores, mode, before.size())) {
            Span words = quotations.withMarks(scores.pieces().span(span.first(), span.last()));
            boolean spoken = span.role() == Role.CONTENT
                    && span.probability() >= SURE
                    && quotations.form(List.of(words)) == Form.DIRECT
                    && utterances.isOne(words);
            if (!spoken || !paragraphs.hasNext() || paragraphs.next().start() != words.start()) {
                break;
            }
            all.add(spoken(words, in, span.probability()));
        }
        all.addAll(attributions);
        return List.copyOf(all);
    }

    private static Attribution spoken(Span content, Location in, double sure) {
        return new Attribution(
                in,
                Form.DIRECT,
                List.of(),
                List.of(),
                List.of(content),
                new Confidence(sure, Optional.empty(), Optional.empty(), sure));
    }
}
