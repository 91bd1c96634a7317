package io.onrecord.attribution;

import io.onrecord.encoder.TokenScores;
import io.onrecord.model.Attribution;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Quotations;
import java.util.ArrayList;
import java.util.List;

/**
 * Quotations that a text begins with and that nothing in it attributes: an excerpt begins where somebody is speaking already. Each goes on from before
 * the text, so it is a statement without source and cue. A title is whole, and has none.
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
        // Hardly a text begins so: of all others the first paragraph is decoded again, and no more.
        if (in == Location.TITLE
                || before.isEmpty()
                || TagDecoder.decode(scores, mode, 1).stream().limit(1).noneMatch(Beginnings::isSure)) {
            return attributions;
        }
        List<Attribution> all = new ArrayList<>(spoken(text, in, scores, mode, before));
        all.addAll(attributions);
        return List.copyOf(all);
    }

    /** One for each of the first paragraphs that begins with a quotation, up to one that does not. */
    private static List<Attribution> spoken(
            Text text, Location in, TokenScores scores, Mode mode, List<Span> paragraphs) {
        Quotations quotations = Quotations.of(text);
        Utterances utterances = new Utterances(text);
        List<Attribution> all = new ArrayList<>();
        for (RoleSpan span : TagDecoder.decode(scores, mode, paragraphs.size())) {
            Span words = quotations.withMarks(scores.pieces().span(span.first(), span.last()));
            boolean spoken = isSure(span) && quotations.form(List.of(words)) == Form.DIRECT && utterances.isOne(words);
            if (!spoken
                    || all.size() == paragraphs.size()
                    || paragraphs.get(all.size()).start() != words.start()) {
                break;
            }
            all.add(Continuations.continued(words, Form.DIRECT, span.probability(), in));
        }
        return all;
    }

    private static boolean isSure(RoleSpan span) {
        return span.role() == Role.CONTENT && span.probability() >= SURE;
    }
}
