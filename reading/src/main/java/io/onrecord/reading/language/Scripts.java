package io.onrecord.reading.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The languages that their script gives away, and that are written without spaces, or in too many signs to count. */
final class Scripts {

    private static final int LOOKED_AT = 2000;

    /** Fewer signs than this say nothing. */
    private static final int FEWEST = 6;

    private Scripts() {}

    /** The language, if most letters are of such a script; names in it within another text do not count. */
    static Optional<Guess> of(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        int letters = 0;
        int limit = Math.min(text.length(), LOOKED_AT);
        for (int i = 0; i < limit; i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isLetter(c)) {
                letters++;
                counts.merge(UnicodeScript.of(c), 1, Integer::sum);
            }
        }
        int kana = of(counts, UnicodeScript.HIRAGANA) + of(counts, UnicodeScript.KATAKANA);
        int han = of(counts, UnicodeScript.HAN);
        int hangul = of(counts, UnicodeScript.HANGUL);
        int thai = of(counts, UnicodeScript.THAI);
        if (hangul >= FEWEST && 2 * (hangul + han) > letters) {
            return Optional.of(new Guess("ko", share(hangul + han, letters)));
        }
        // Japanese is never written in Chinese signs alone for long, Chinese never with kana.
        if (kana + han >= FEWEST && 2 * (kana + han) > letters) {
            return Optional.of(new Guess(10 * kana > han ? "ja" : "zh", share(kana + han, letters)));
        }
        return thai >= FEWEST && 2 * thai > letters
                ? Optional.of(new Guess("th", share(thai, letters)))
                : Optional.empty();
    }

    private static int of(Map<UnicodeScript, Integer> counts, UnicodeScript script) {
        return counts.getOrDefault(script, 0);
    }

    private static double share(int signs, int letters) {
        return (double) signs / letters;
    }
}
