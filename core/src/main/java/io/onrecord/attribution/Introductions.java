package io.onrecord.attribution;

import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Quotations;
import io.onrecord.text.Sentences;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Quotations that stand in paragraphs of their own, behind one that says who speaks and ends with a colon: {@code The mayor went on:}.
 * Where the network gives such a quotation to another cue, or to none, it is given to the one before the colon. For one use by one thread.
 */
final class Introductions {

    /** How sure a statement is that the words alone show. */
    private static final double SURE = 0.8;

    /** Words between a verb and its colon: {@code said in a letter to the council:}. */
    private static final int BETWEEN = 8;

    private static final String MARKS = "\"“”«»„";

    /** Verbs that report before a colon alone. */
    private static final Set<String> GOING_ON = Lexicon.LISTS.kind("going-on");

    /** What is said with such a verb and the noun of what is said: {@code made the following comment:}. */
    private static final Set<String> GIVING = Lexicon.LISTS.kind("giving");

    private static final Set<String> GIVEN = Lexicon.LISTS.kind("given");

    private final Text text;
    private final Location in;
    private final Quotations quotations;
    private final List<Attribution> all;

    private Introductions(Text text, Location in, List<Attribution> found) {
        this.text = text;
        this.in = in;
        this.quotations = Quotations.of(text);
        this.all = new ArrayList<>(found);
    }

    /** What was found in a text, with each quotation behind a colon given to who speaks before it. */
    static List<Attribution> kept(Text text, Location in, List<Attribution> found) {
        Introductions introductions = new Introductions(text, in, found);
        for (int p = 1; p < text.paragraphs().size(); p++) {
            introductions.paragraph(p);
        }
        introductions.all.sort(Comparator.comparingInt(Attribution::start));
        return List.copyOf(introductions.all);
    }

    private void paragraph(int p) {
        Span before = text.paragraphs().get(p - 1);
        if (!before.of(text.value()).stripTrailing().endsWith(":")) {
            return;
        }
        @Nullable Span quotation = quotation(p);
        if (quotation == null) {
            return;
        }
        List<Span> sentences = Sentences.of(text.value(), before);
        if (!sentences.isEmpty()) {
            Span sentence = sentences.get(sentences.size() - 1);
            introduced(
                    Words.of(text.value(), sentence),
                    sentence,
                    quotation,
                    text.paragraphs().get(p));
        }
    }

    /** The quotation that a paragraph begins with: all of it where it ends with a mark, too, whatever marks stand within. */
    private @Nullable Span quotation(int p) {
        Span paragraph = text.paragraphs().get(p);
        String words = paragraph.of(text.value());
        boolean whole = words.length() > 1 && isMark(words.charAt(0)) && isMark(words.charAt(words.length() - 1));
        if (whole) {
            return paragraph;
        }
        List<Span> pairs = quotations.pairs();
        int last = -Collections.binarySearch(pairs, new Span(paragraph.start(), Integer.MAX_VALUE)) - 2;
        return last >= 0 && pairs.get(last).start() == paragraph.start() ? pairs.get(last) : null;
    }

    private static boolean isMark(char c) {
        return MARKS.indexOf(c) >= 0;
    }

    private void introduced(Words words, Span sentence, Span quotation, Span paragraph) {
        Optional<Attribution> owner = all.stream()
                .filter(one -> one.content().stream().anyMatch(quotation::overlaps))
                .findFirst();
        if (owner.isPresent() && isNear(owner.get(), sentence, paragraph)) {
            return;
        }
        int colon = words.size() - 1;
        int verb = verb(words, colon);
        if (verb < 0 || quotations.quotes(words.span(verb).start()) || isCue(words.span(verb, colon))) {
            return;
        }
        int group = Subjects.group(words, verb);
        int first = Subjects.of(words, group);
        boolean noun = words.isOneOf(group - 1, Subjects.DETERMINERS) || words.isOneOf(group - 1, Subjects.POSSESSIVES);
        if (first < 0 || noun || !Subjects.isSource(words, first, group - 1)) {
            return;
        }
        all.replaceAll(one -> Contents.without(one, quotation, quotations));
        all.removeIf(one -> one.content().stream().allMatch(quotation::contains));
        all.add(made(words.span(first, group - 1), words.span(group, colon), quotation));
    }

    /** Whether the cue of a statement stands in the sentence before the quotation, or beside the quotation itself. */
    private static boolean isNear(Attribution words, Span sentence, Span paragraph) {
        return words.cue().stream().anyMatch(cue -> sentence.contains(cue) || paragraph.contains(cue));
    }

    private boolean isCue(Span words) {
        return all.stream().anyMatch(one -> one.cue().stream().anyMatch(words::overlaps));
    }

    /** The verb before the colon that reports what comes behind it; -1 where there is none. */
    private static int verb(Words words, int colon) {
        for (int i = colon - 1; i > 0 && i >= colon - 1 - BETWEEN; i--) {
            boolean reports = Lexicon.isVerb(words.at(i)) && !Lexicon.isBase(words.at(i));
            boolean gives = words.isOneOf(i, GIVING) && words.isOneOf(colon - 1, GIVEN);
            boolean goesOn = i == colon - 1 && words.isOneOf(i, GOING_ON)
                    || i == colon - 2
                            && words.at(i).equals("went")
                            && words.at(colon - 1).equals("on");
            if (gives || goesOn || reports && !words.at(i).endsWith("ing")) {
                return i;
            }
        }
        return -1;
    }

    private Attribution made(Span source, Span cue, Span quotation) {
        List<Span> content = List.of(quotation);
        return new Attribution(
                in,
                quotations.form(content),
                List.of(source),
                List.of(cue),
                content,
                new Confidence(SURE, Optional.of(SURE), Optional.of(SURE), SURE));
    }
}
