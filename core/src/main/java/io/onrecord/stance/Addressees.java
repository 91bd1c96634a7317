package io.onrecord.stance;

import io.onrecord.model.Attribution;
import io.onrecord.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds whom a statement was told: {@code reporters in Lisbon} in {@code told reporters in Lisbon that …}, {@code staff} in
 * {@code wrote to staff}, {@code Passengers} in {@code Passengers were warned}. Whoever is asked, urged or told to do
 * something is part of what is stated, and no addressee here. Stateless; safe to call from any thread.
 */
public final class Addressees {

    /** Words that an addressee has at most. */
    private static final int LONGEST = 12;

    /** Prepositions within an addressee; the second kind only before a name. */
    private static final Set<String> WITHIN = Set.of("of", "and", "or");

    private static final Set<String> BEFORE_NAMES = Set.of("in", "at", "from", "for", "with");

    /** Words that tell when, behind an addressee. */
    private static final Set<String> WHEN = Grammar.words("""
            monday tuesday wednesday thursday friday saturday sunday january february march april june july
            august september october november december today yesterday tonight earlier later last once again
            recently then when while during after before this how why what where whether if that to about
            """);

    /** Before the subject of a clause. */
    private static final Set<String> CLAUSES = Grammar.words("""
            while when if as because and but after before that although though
            """);

    /** {@code told this newspaper}. */
    private static final Set<String> PUBLICATIONS =
            Set.of("newspaper", "paper", "reporter", "website", "page", "publication");

    private Addressees() {}

    /**
     * The words that name whom a statement was told; empty where nobody is named.
     *
     * @param text that the attribution refers to
     * @param words the attribution
     * @return at most one span, in UTF-16 units; it overlaps neither source nor content
     * @throws IndexOutOfBoundsException if the attribution has spans outside the text
     */
    public static List<Span> of(String text, Attribution words) {
        if (words.cue().isEmpty()) {
            return List.of();
        }
        Cue cue = new Cue(text, words);
        Optional<Telling> telling = Telling.of(cue);
        if (telling.isEmpty()) {
            return List.of();
        }
        int head = telling.get().index();
        Optional<Entry> verb = Lexicon.verb(cue.at(head));
        if (verb.isEmpty()
                || Telling.entry(cue, head).map(it -> it.traits().noun()).orElse(true)) {
            return List.of();
        }
        int last = cue.indexes().get(cue.indexes().size() - 1);
        boolean whom = verb.get().traits().whom();
        if (whom && Frames.isPassive(cue, head)) {
            return before(cue).map(List::of).orElse(List.of());
        }
        boolean to = cue.at(last + 1).equals("to") && cue.isFree(last + 1);
        if (to) {
            return behind(cue, last + 2).map(List::of).orElse(List.of());
        }
        return whom || cue.at(last).equals("to") && last > head
                ? behind(cue, last + 1).map(List::of).orElse(List.of())
                : List.of();
    }

    /** The subject of a passive: what stands before the cue in its clause. */
    private static Optional<Span> before(Cue cue) {
        int first = cue.indexes().get(0);
        while (first > 0 && Grammar.AUXILIARIES.contains(cue.at(first - 1))) {
            first--;
        }
        int start = first;
        while (start > 0
                && cue.isFree(start - 1)
                && cue.isWord(start - 1)
                && !CLAUSES.contains(cue.at(start - 1))
                && first - start < LONGEST) {
            start--;
        }
        boolean clause = start < first
                && (cue.isEnd(start - 1) || ",\"“".contains(cue.at(start - 1)) || CLAUSES.contains(cue.at(start - 1)));
        boolean pronoun = start < first && Grammar.SUBJECTS.contains(cue.at(first - 1));
        if (!clause && !pronoun) {
            return Optional.empty();
        }
        return Optional.of(cue.span(pronoun ? first - 1 : start, first - 1));
    }

    /** A noun phrase that begins with a word. */
    private static Optional<Span> behind(Cue cue, int start) {
        int end = start;
        while (end - start < LONGEST && goesOn(cue, start, end)) {
            end++;
        }
        while (end > start && isUnfinished(cue, end - 1)) {
            end--;
        }
        return end > start ? Optional.of(cue.span(start, end - 1)) : Optional.empty();
    }

    private static boolean isUnfinished(Cue cue, int last) {
        String word = cue.at(last);
        return WITHIN.contains(word)
                || BEFORE_NAMES.contains(word)
                || Grammar.DETERMINERS.contains(word)
                || !cue.isWord(last);
    }

    private static boolean goesOn(Cue cue, int start, int index) {
        if (!cue.isFree(index) || cue.isEnd(index)) {
            return false;
        }
        String word = cue.at(index);
        if (word.equals(".")) {
            return cue.isCapital(index - 1);
        }
        if ("'’".contains(word)) {
            return cue.at(index - 1).endsWith("s") && cue.isWord(index + 1);
        }
        if (!cue.isWord(index)) {
            return false;
        }
        if (WHEN.contains(word)) {
            return word.equals("this") && PUBLICATIONS.contains(cue.at(index + 1));
        }
        if (BEFORE_NAMES.contains(word)) {
            return index > start && cue.isCapital(index + 1) && !WHEN.contains(cue.at(index + 1));
        }
        boolean other = Grammar.PREPOSITIONS.contains(word) && !WITHIN.contains(word)
                || word.length() > 4 && word.endsWith("ly") && !cue.isCapital(index);
        return !other && !(index == start && WITHIN.contains(word));
    }
}
