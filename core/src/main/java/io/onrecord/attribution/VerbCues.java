package io.onrecord.attribution;

import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Span;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sentences that begin with somebody and a verb that reports a clause, {@code the company was maintaining that …}, where
 * the network, which hears no more than the sentence, finds nothing.
 */
final class VerbCues {

    /** How sure a statement is that the words alone show. */
    private static final double SURE = 0.8;

    /** Most words of the source. */
    private static final int SOURCE_WORDS = 6;

    private static final Set<String> CLAUSES = Set.of("that", "whether");

    /** What no phrase of a source ends in: a noun follows, not a verb. */
    private static final Set<String> NEVER_LAST =
            Set.of("a", "an", "the", "his", "her", "its", "their", "my", "your", "our", "to", "no", "of");

    private VerbCues() {}

    /** What the network found in a text, with the statements that begin its sentences. */
    static List<Attribution> added(Excerpt excerpt, List<Attribution> found, Attribution outer) {
        List<Attribution> all = new ArrayList<>(found);
        for (Words words : excerpt.sentences()) {
            statement(words, excerpt, outer)
                    .filter(made -> found.stream().noneMatch(other -> overlaps(made, other)))
                    .ifPresent(all::add);
        }
        return all;
    }

    private static boolean overlaps(Attribution made, Attribution other) {
        Span words = new Span(made.start(), made.end());
        return other.content().stream().anyMatch(words::overlaps);
    }

    private static Optional<Attribution> statement(Words words, Excerpt excerpt, Attribution outer) {
        int cue = 0;
        while (cue <= SOURCE_WORDS && words.isWord(cue) && !isVerbal(words, cue) && !Clauses.isPast(words.at(cue))) {
            cue++;
        }
        int that = cue;
        while (isVerbal(words, that)) {
            that++;
        }
        int last = words.size() - 1;
        while (last >= 0 && !words.isWord(last)) {
            last--;
        }
        boolean reports = cue > 0
                && !words.isOneOf(cue - 1, NEVER_LAST)
                && that > cue
                && Lexicon.isVerb(words.at(that - 1))
                && words.isOneOf(that, CLAUSES)
                && last > that + 1;
        if (!reports) {
            return Optional.empty();
        }
        List<Span> content = List.of(words.span(that, last));
        return Optional.of(new Attribution(
                outer.in(),
                excerpt.quotations().form(content),
                List.of(words.span(0, cue - 1)),
                List.of(words.span(cue, that - 1)),
                content,
                new Confidence(SURE, Optional.of(SURE), Optional.of(SURE), SURE)));
    }

    private static boolean isVerbal(Words words, int index) {
        String word = words.at(index);
        return Clauses.isAuxiliary(word)
                || Lexicon.isVerb(word) && !Lexicon.isNoun(word)
                || word.equals("been")
                || word.equals("not")
                || word.equals("never");
    }
}
