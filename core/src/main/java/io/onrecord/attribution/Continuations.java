package io.onrecord.attribution;

import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Quotations;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Paragraphs that are nothing but a quotation, after a statement whose speaker goes on: each is a statement of its own,
 * without source and cue. For one use by one thread.
 */
final class Continuations {

    /** How much less sure such a statement is than the one before, if the network did not link the two. */
    private static final double UNLINKED = 0.8;

    /** What words may stand on or be sung as: a paragraph that begins with it tells whose the quotation before is. */
    private static final Set<String> CARRIERS = Lexicon.LISTS.kind("carrier-of-words");

    private final Text text;
    private final Quotations quotations;
    private final Utterances utterances;
    private final List<Attribution> flat;
    private final List<Attribution> continued = new ArrayList<>();
    /** Of each paragraph, the quotation that it is; null where it is more or less than one. */
    private final @Nullable Span[] bare;
    /** Of each paragraph, whether it ends in a quotation that the next one takes up. */
    private final boolean[] leftOpen;
    /** Of each paragraph, the first statement that has content in it; -1 where none has. */
    private final int[] owners;
    /** Of each paragraph, whether its quotation goes on from before. */
    private final boolean[] going;

    private Continuations(Text text, List<Attribution> flat) {
        int paragraphs = text.paragraphs().size();
        this.text = text;
        this.quotations = Quotations.of(text);
        this.utterances = new Utterances(text);
        this.flat = new ArrayList<>(flat);
        this.flat.sort(Comparator.comparingInt(Attribution::start));
        this.bare = new Span[paragraphs];
        this.leftOpen = new boolean[paragraphs];
        this.owners = new int[paragraphs];
        this.going = new boolean[paragraphs];
        findQuotations();
        findOwners();
    }

    private void findQuotations() {
        int pair = 0;
        List<Span> pairs = quotations.pairs();
        for (int p = 0; p < bare.length; p++) {
            Span paragraph = text.paragraphs().get(p);
            for (; pair < pairs.size() && pairs.get(pair).end() <= paragraph.end(); pair++) {
                Span quotation = pairs.get(pair);
                if (quotations.isClosed(quotation)) {
                    bare[p] = isAll(quotation, paragraph) ? quotation : bare[p];
                } else {
                    leftOpen[p] |= quotation.end() == paragraph.end();
                }
            }
        }
    }

    /** Whether a paragraph holds no more than a quotation, and the full stop that may follow its marks. */
    private boolean isAll(Span quotation, Span paragraph) {
        return quotation.start() == paragraph.start()
                && (quotation.end() == paragraph.end()
                        || quotation.end() + 1 == paragraph.end()
                                && ".,".indexOf(text.value().charAt(quotation.end())) >= 0);
    }

    private void findOwners() {
        Arrays.fill(owners, -1);
        List<Span> paragraphs = text.paragraphs();
        for (int i = 0; i < flat.size(); i++) {
            for (Span content : flat.get(i).content()) {
                int found = Collections.binarySearch(paragraphs, new Span(content.start(), Integer.MAX_VALUE));
                int p = -found - 2;
                if (p >= 0 && owners[p] < 0) {
                    owners[p] = i;
                }
            }
        }
    }

    /** The attributions, with quotations that go on taken out of the content of those before, each by itself. */
    static List<Attribution> apart(Text text, List<Attribution> flat) {
        Continuations continuations = new Continuations(text, flat);
        continuations.find();
        List<Attribution> all = new ArrayList<>(continuations.flat);
        all.addAll(continuations.continued);
        all.sort(Comparator.comparingInt(Attribution::start));
        return List.copyOf(all);
    }

    private void find() {
        int next = 0;
        for (int p = 1; p < bare.length; p++) {
            Span paragraph = text.paragraphs().get(p);
            while (next < flat.size() && flat.get(next).start() < paragraph.start()) {
                next++;
            }
            @Nullable Span quotation = bare[p];
            if (quotation != null && !leftOpen[p - 1] && next > 0) {
                goOn(p, quotation, next - 1);
            }
        }
    }

    /**
     * Sets a paragraph's quotation apart.
     *
     * @param nearest index of the last statement that begins before it
     */
    private void goOn(int p, Span quotation, int nearest) {
        Span paragraph = text.paragraphs().get(p);
        int owner = owners[p];
        if (owner >= 0 && !isBefore(flat.get(owner), paragraph)) {
            return;
        }
        Attribution before = flat.get(nearest);
        if (!spoke(before, p) && owner != nearest) {
            return;
        }
        if (owner >= 0) {
            flat.set(owner, Contents.without(flat.get(owner), paragraph, quotations));
        }
        if (utterances.isOne(quotation) && !isCarried(p) && !isAnswer(before, quotation)) {
            double sure = before.confidence().statement();
            going[p] = true;
            Form form = quotations.form(List.of(quotation));
            continued.add(continued(quotation, form, owner < 0 ? UNLINKED * sure : sure, before.in()));
        }
    }

    /** Whether the cue of a statement, and content of it, stand before a paragraph. */
    private static boolean isBefore(Attribution words, Span paragraph) {
        return words.cue().get(words.cue().size() - 1).end() <= paragraph.start()
                && words.content().get(0).start() < paragraph.start();
    }

    /** Whether the speaker of a statement spoke in the paragraph before. */
    private boolean spoke(Attribution words, int p) {
        Span before = text.paragraphs().get(p - 1);
        return going[p - 1] || words.end() > before.start() && words.end() <= before.end();
    }

    /** A quotation that goes on from before, without source and cue. */
    static Attribution continued(Span quotation, Form form, double sure, Location in) {
        Confidence confidence = new Confidence(rounded(sure), Optional.empty(), Optional.empty(), rounded(sure));
        return new Attribution(in, form, List.of(), List.of(), List.of(quotation), confidence);
    }

    private static double rounded(double value) {
        return Math.rint(value * 10_000) / 10_000;
    }

    /** Whether the paragraph after says what the words stand on, or are sung as. */
    private boolean isCarried(int p) {
        if (p + 1 >= text.paragraphs().size()) {
            return false;
        }
        Words words = Words.of(text.value(), text.paragraphs().get(p + 1));
        return words.isOneOf(0, Set.of("the", "this", "that", "these"))
                && (words.isOneOf(1, CARRIERS) || words.isOneOf(2, CARRIERS));
    }

    /** Whether a quotation answers a question: another speaks then, and nobody says who. */
    private boolean isAnswer(Attribution before, Span quotation) {
        Span last = before.content().get(before.content().size() - 1);
        return last.of(text.value()).replaceAll("[^\\p{L}\\p{N}?]+$", "").endsWith("?")
                && !quotation.of(text.value()).contains("?");
    }
}
