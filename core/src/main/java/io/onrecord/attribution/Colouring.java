package io.onrecord.attribution;

import io.onrecord.attribution.Lexicon.Manner;
import io.onrecord.model.Attribution;
import io.onrecord.model.Form;
import io.onrecord.model.Span;
import io.onrecord.text.Words;
import java.util.List;
import java.util.Set;

/**
 * Tells a statement within a statement from words that only colour what is being said ({@code I think}, {@code she said
 * she believed}): an inner statement has another source, or another occasion.
 */
final class Colouring {

    private static final Set<String> FIRST = Set.of("i", "we");
    private static final Set<String> THIRD = Set.of("he", "she", "they", "it");

    private static final Set<String> PERFECT = Set.of("had", "has", "have");

    private Colouring() {}

    /**
     * Whether the inner statement is part of saying the outer one: its source is the same, and its verb one of thinking,
     * or of what is done by saying so ({@code we deny}, {@code he said he welcomed}).
     *
     * @param text that both refer to
     */
    static boolean isOnly(String text, Attribution outer, Attribution inner) {
        String source = words(text, inner.source());
        boolean first = FIRST.contains(source) && outer.form() != Form.INDIRECT;
        boolean generic = source.equals("you") && outer.form() != Form.INDIRECT;
        boolean third =
                THIRD.contains(source) && outer.form() != Form.DIRECT && mayBe(source, words(text, outer.source()));
        if (!first && !third && !generic) {
            return false;
        }
        boolean perfect = false;
        for (Span span : inner.cue()) {
            Words cue = Words.of(text, span);
            for (int i = 0; i < cue.size(); i++) {
                perfect |= PERFECT.contains(cue.at(i));
                boolean now = Lexicon.isVerb(cue.at(i), Manner.COLOUR)
                        || first && Lexicon.isBase(cue.at(i))
                        || third && !perfect && Lexicon.isVerb(cue.at(i), Manner.ANSWER);
                if (now) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a pronoun may stand for a source; another pronoun does not. */
    private static boolean mayBe(String pronoun, String source) {
        return !THIRD.contains(source) || pronoun.equals(source);
    }

    private static String words(String text, List<Span> spans) {
        StringBuilder joined = new StringBuilder();
        for (Span span : spans) {
            Words words = Words.of(text, span);
            for (int i = 0; i < words.size(); i++) {
                joined.append(joined.length() == 0 ? "" : " ").append(words.at(i));
            }
        }
        return joined.toString();
    }
}
