package io.onrecord.disputes;

import io.onrecord.model.Span;
import io.onrecord.text.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that tell what a text is about, cut so that forms of one word are one: {@code inspected} and {@code inspection};
 * numbers are digits.
 */
final class Stems {

    private static final int LONGEST = 6;

    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("eleven", "11"),
            Map.entry("twelve", "12"),
            Map.entry("twice", "2"),
            Map.entry("half", "0.5"));

    private static final List<String> ENDINGS = List.of("ings", "ing", "edly", "ed", "ies", "es", "s", "ly");

    private Stems() {}

    /** The stems of some spans of a text, without words of grammar. */
    static Set<String> of(String text, List<Span> spans) {
        Set<String> stems = new LinkedHashSet<>();
        for (Span span : spans) {
            Words words = Words.of(text, span);
            for (int i = 0; i < words.size(); i++) {
                if (words.isWord(i) && !words.isOneOf(i, Grammar.FUNCTION) && !Grammar.isNegation(words.at(i))) {
                    stems.add(of(words.at(i)));
                }
            }
        }
        return stems;
    }

    /** Whether a stem is that of a number. */
    static boolean isNumber(String stem) {
        return Character.isDigit(stem.charAt(0));
    }

    /** The stem of a word in small letters. */
    static String of(String word) {
        String number = NUMBERS.get(word);
        if (number != null) {
            return number;
        }
        String stem = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        boolean cut = false;
        for (String ending : ENDINGS) {
            if (stem.endsWith(ending) && stem.length() - ending.length() >= 3) {
                // "carries" is "carry", not "car".
                cut = ending.equals("ies");
                stem = stem.substring(0, stem.length() - ending.length());
                break;
            }
        }
        int last = stem.length() - 1;
        boolean doubled = !cut
                && last > 2
                && stem.charAt(last) == stem.charAt(last - 1)
                && "bdgmnprt".indexOf(stem.charAt(last)) >= 0;
        if (doubled) {
            stem = stem.substring(0, last);
        } else if (last > 2 && (stem.endsWith("e") || stem.endsWith("y"))) {
            stem = stem.substring(0, last);
        }
        return stem.length() > LONGEST ? stem.substring(0, LONGEST) : stem;
    }
}
