package io.onrecord.attribution;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Sentences;
import io.onrecord.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which quotations by themselves are sentences that somebody may have spoken: no sign, no title, no chant.
 *
 * @param text where they stand
 */
record Utterances(Text text) {

    /** Words that have this many letters in all, and no small one, are a sign's. */
    private static final int SHORTEST_SIGN = 3;

    /** Letters of a word that a title never writes small. */
    private static final int LONG_WORD = 4;

    /** Words of one sentence that are all written with a capital: fewer may be a name. */
    private static final int SHORTEST_TITLE = 3;

    boolean isOne(Span quotation) {
        String words = quotation.of(text.value());
        int end = words.length();
        while (end > 0
                && !Character.isLetterOrDigit(words.charAt(end - 1))
                && ".!?…".indexOf(words.charAt(end - 1)) < 0) {
            end--;
        }
        boolean ends = end > 0 && ".!?…".indexOf(words.charAt(end - 1)) >= 0
                || text.value().startsWith(".", quotation.end());
        long letters = words.chars().filter(Character::isLetter).count();
        boolean sign = letters >= SHORTEST_SIGN && words.chars().noneMatch(Character::isLowerCase);
        return ends && !sign && !isHeading(quotation) && !isChant(words);
    }

    /** Whether its words, or at least two long ones of them, are all written with a capital, as those of a title are. */
    private boolean isHeading(Span quotation) {
        Words words = Words.of(text.value(), quotation);
        int all = 0;
        int capitals = 0;
        int longer = 0;
        int longCapitals = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.isWord(i)) {
                int capital = words.isCapital(i) ? 1 : 0;
                boolean isLong = words.at(i).length() >= LONG_WORD;
                all++;
                capitals += capital;
                longer += isLong ? 1 : 0;
                longCapitals += isLong ? capital : 0;
            }
        }
        return longer > 1 && longCapitals == longer
                || all >= SHORTEST_TITLE
                        && capitals == all
                        && Sentences.of(text.value(), quotation).size() == 1;
    }

    /** Whether it says the same again and again. */
    private static boolean isChant(String words) {
        String[] sentences = words.toLowerCase(Locale.ROOT)
                .replaceAll("^\\P{L}+|\\P{L}+$", "")
                .split("[.!?…,]+\\s*", -1);
        return sentences.length > 1 && Set.copyOf(List.of(sentences)).size() == 1;
    }
}
