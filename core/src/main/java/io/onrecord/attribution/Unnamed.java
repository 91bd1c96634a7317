package io.onrecord.attribution;

import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Span;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Statements whose source is not named: {@code it is alleged that …}; who {@code was told} something does not state it. */
final class Unnamed {

    /** How sure a statement is that the words alone show. */
    private static final double SURE = 0.8;

    /** Most words between the verb and its clause: {@code it is alleged in the file that …}. */
    private static final int BETWEEN = 5;

    private static final Set<String> BE = Set.of("is", "was", "are", "were", "be", "been", "being");

    private Unnamed() {}

    /** What the network found in a text, without sources that were told, and with statements that nobody is named for. */
    static List<Attribution> added(Excerpt excerpt, List<Attribution> found, Attribution outer) {
        List<Attribution> all = new ArrayList<>();
        found.forEach(words -> all.add(isToldItself(excerpt.text().value(), words) ? withoutSource(words) : words));
        for (Words words : excerpt.sentences()) {
            for (int i = 0; i < words.size(); i++) {
                impersonal(words, i, excerpt, outer)
                        .filter(made -> all.stream().noneMatch(other -> overlap(other.cue(), made.cue())))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private static boolean overlap(List<Span> one, List<Span> other) {
        return one.stream().anyMatch(span -> other.stream().anyMatch(span::overlaps));
    }

    /** Whether the source stands before a cue such as "was told": it is whom somebody told it to. */
    private static boolean isToldItself(String text, Attribution words) {
        if (words.source().isEmpty()
                || words.cue().isEmpty()
                || words.source().get(0).start() > words.cue().get(0).start()) {
            return false;
        }
        Words cue = Words.of(text, words.cue().get(0));
        for (int i = 0; i + 1 < cue.size(); i++) {
            boolean told = Lexicon.isVerb(cue.at(i + 1), Lexicon.Manner.TELL)
                    || Lexicon.isVerb(cue.at(i + 1), Lexicon.Manner.URGE);
            if (BE.contains(cue.at(i)) && told && Clauses.isPast(cue.at(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static Attribution withoutSource(Attribution words) {
        Confidence known = words.confidence();
        return new Attribution(
                words.in(),
                words.form(),
                List.of(),
                words.cue(),
                words.content(),
                new Confidence(known.statement(), Optional.empty(), known.cue(), known.content()));
    }

    private static Optional<Attribution> impersonal(Words words, int it, Excerpt excerpt, Attribution outer) {
        if (!words.at(it).equals("it") || !Clauses.isAuxiliary(words.at(it + 1))) {
            return Optional.empty();
        }
        int verb = it + 2;
        boolean passive = BE.contains(words.at(it + 1));
        while (words.at(verb).equals("been") || words.at(verb).endsWith("ly")) {
            passive |= BE.contains(words.at(verb));
            verb++;
        }
        if (!passive || !Lexicon.isVerb(words.at(verb)) || !Clauses.isPast(words.at(verb))) {
            return Optional.empty();
        }
        for (int that = verb + 1; that <= verb + 1 + BETWEEN; that++) {
            if (words.at(that).equals("that") && that + 2 < words.size()) {
                int last = words.size() - 1;
                while (!words.isWord(last)) {
                    last--;
                }
                List<Span> content = List.of(words.span(that, Math.max(that, last)));
                return Optional.of(new Attribution(
                        outer.in(),
                        excerpt.quotations().form(content),
                        List.of(),
                        List.of(words.span(it, verb)),
                        content,
                        new Confidence(SURE, Optional.empty(), Optional.of(SURE), SURE)));
            }
        }
        return Optional.empty();
    }
}
