package io.onrecord.stance;

import io.onrecord.model.Attribution;
import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.text.Words;
import java.util.Optional;

/**
 * Reads what a cue does with its content, in its context: the stance, whether it is negated ({@code did not say}) and
 * whether it is hypothetical ({@code would say}). Never looks at whether the content is true. Stateless; safe to call from
 * any thread.
 */
public final class Stances {

    private static final StanceReading SAYS = new StanceReading(Stance.SAYS, false, false);

    private Stances() {}

    /**
     * The stance of a cue.
     *
     * @param text that the attribution refers to
     * @param words the attribution; one without a cue, or with a cue without words (a colon), {@link Stance#SAYS}
     * @throws IndexOutOfBoundsException if the attribution has spans outside the text
     */
    public static StanceReading read(String text, Attribution words) {
        if (words.cue().isEmpty()) {
            return SAYS;
        }
        Cue cue = new Cue(text, words);
        if (cue.indexes().isEmpty()) {
            return SAYS;
        }
        Optional<Telling> telling = Telling.of(cue);
        int head = telling.map(Telling::index)
                .orElseGet(() -> cue.indexes().get(cue.indexes().size() - 1));
        boolean negated =
                Mood.isNegated(cue, head) != telling.map(Telling::negated).orElse(false);
        boolean hypothetical = telling.map(Telling::wished).orElse(false) || Mood.isHypothetical(cue, head);
        return new StanceReading(telling.map(Telling::stance).orElseGet(() -> Fallback.of(cue)), negated, hypothetical);
    }

    /**
     * Whether {@link #read} goes by a word of the cue; else its stance is a guess from the content.
     *
     * @param text that the attribution refers to
     * @param words the attribution; one without words in its cue counts as known
     * @throws IndexOutOfBoundsException if the attribution has spans outside the text
     */
    public static boolean isKnown(String text, Attribution words) {
        if (words.cue().isEmpty()) {
            return true;
        }
        Cue cue = new Cue(text, words);
        return cue.indexes().isEmpty() || Telling.of(cue).isPresent();
    }

    /**
     * The stance that a bare list of words would give: that of the first word of the cue that the lexicon has, whatever
     * stands around it; else {@link Stance#SAYS}. To measure {@link #read} against.
     *
     * @param text that the attribution refers to
     * @param words the attribution
     * @throws IndexOutOfBoundsException if the attribution has spans outside the text
     */
    public static Stance ofWordAlone(String text, Attribution words) {
        for (Span span : words.cue()) {
            Words cue = Words.of(text, span);
            for (int i = 0; i < cue.size(); i++) {
                String word = cue.at(i);
                Optional<Stance> known = Lexicon.verb(word)
                        .flatMap(Entry::stance)
                        .or(() -> Lexicon.noun(word).flatMap(Entry::stance));
                if (known.isPresent()) {
                    return known.get();
                }
            }
        }
        return Stance.SAYS;
    }
}
