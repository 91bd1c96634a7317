package io.onrecord.text;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.text.Normalizer;
import java.util.Locale;

/** Whether a text says its title again, so that the title is not read twice. */
public final class Titles {

    /** A kicker, a by-line and a dateline may stand before the title. */
    private static final int FIRST_PARAGRAPHS = 4;

    /** What stands between a repeated title and more text in the same paragraph. */
    private static final String TITLE_ENDS = ".!?…:;|–—-\n\r";

    private Titles() {}

    /**
     * Whether one of the first paragraphs is the title, or starts with it and then ends a sentence or a line. The title
     * may also be spread over several paragraphs. Letters and digits are compared, without case and accents.
     *
     * @return false if the title has no letter or digit
     */
    public static boolean repeated(String title, Text text) {
        String wanted = folded(title);
        if (wanted.isEmpty()) {
            return false;
        }
        int last = Math.min(FIRST_PARAGRAPHS, text.paragraphs().size());
        for (int i = 0; i < last; i++) {
            if (startsWith(text, i, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(Text text, int paragraph, String wanted) {
        int matched = 0;
        for (int p = paragraph; p < text.paragraphs().size(); p++) {
            Span span = text.paragraphs().get(p);
            String value = text.value();
            int i = span.start();
            while (i < span.end() && matched < wanted.length()) {
                int c = value.codePointAt(i);
                String folded = folded(c);
                if (!wanted.startsWith(folded, matched)) {
                    return false;
                }
                matched += folded.length();
                i += Character.charCount(c);
            }
            if (matched == wanted.length()) {
                return endsThere(value, i, span.end());
            }
        }
        return false;
    }

    /** "Talks fail" is not repeated by "Talks fail to impress", nor by "Talks fail-safe". */
    private static boolean endsThere(String value, int from, int end) {
        boolean ended = false;
        for (int i = from; i < end; i += Character.charCount(value.codePointAt(i))) {
            int c = value.codePointAt(i);
            if (!folded(c).isEmpty()) {
                return false;
            }
            if (ended) {
                return true;
            }
            ended = TITLE_ENDS.indexOf(c) >= 0;
        }
        return true;
    }

    private static String folded(String value) {
        StringBuilder out = new StringBuilder(value.length());
        value.codePoints().forEach(c -> out.append(folded(c)));
        return out.toString();
    }

    /** By way of capitals, so that "ß" and "SS", "ı" and "I" are the same. */
    private static String folded(int c) {
        if (c < 128) {
            return Character.isLetterOrDigit(c) ? String.valueOf((char) Character.toLowerCase(c)) : "";
        }
        String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(plain.length());
        plain.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        return out.toString();
    }
}
