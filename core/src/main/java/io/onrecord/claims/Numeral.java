package io.onrecord.claims;

import io.onrecord.text.Words;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number in words or digits: {@code 400,000}, {@code four hundred thousand}, {@code 240mn}, {@code one and a half}.
 *
 * @param value what it is
 * @param first index of its first word
 * @param end index after its last word
 * @param unit letters that are glued to it, such as {@code mm}; else empty
 */
record Numeral(double value, int first, int end, String unit) {

    /** The number that begins at a word, or null. */
    static @Nullable Numeral at(Words words, int index) {
        String word = words.at(index);
        double times = Lexis.times(word);
        if (!Double.isNaN(times)) {
            return new Numeral(times, index, index + 1, "time");
        }
        double value = Lexis.number(word);
        String unit = "";
        int end = index + 1;
        if (Double.isNaN(value)) {
            if (word.isEmpty() || word.charAt(0) < '0' || word.charAt(0) > '9') {
                return compound(words, index);
            }
            StringBuilder digits = new StringBuilder(digits(word));
            unit = word.substring(digits.length());
            // "400,000" and "2.5" are cut at the mark between the digits.
            while (unit.isEmpty() && isInner(words, end, digits)) {
                boolean point = words.at(end).equals(".");
                String more = digits(words.at(end + 1));
                digits.append(point ? "." : "").append(more);
                unit = words.at(end + 1).substring(more.length());
                end += 2;
            }
            if (digits.length() > 15
                    || unit.startsWith("-")
                    || unit.equals("th")
                    || unit.equals("st")
                    || unit.equals("nd")
                    || unit.equals("rd")) {
                return null;
            }
            value = Double.parseDouble(digits.toString());
        }
        double scaled = Lexis.scale(unit);
        if (!Double.isNaN(scaled)) {
            value *= scaled;
            unit = "";
        }
        while (unit.isEmpty()) {
            double scale = Lexis.scale(words.at(end));
            if (Double.isNaN(scale) || words.at(end).length() == 1) {
                break;
            }
            value *= scale;
            end++;
        }
        boolean half = words.at(end).equals("and")
                && words.at(end + 1).equals("a")
                && words.at(end + 2).equals("half");
        return half ? new Numeral(value + 0.5, index, end + 3, unit) : new Numeral(value, index, end, unit);
    }

    /** {@code twenty-five}, {@code eight-millimetre}: a number word with something behind a hyphen. */
    private static @Nullable Numeral compound(Words words, int index) {
        String word = words.at(index);
        int hyphen = word.indexOf('-');
        if (hyphen <= 0) {
            return null;
        }
        double first = Lexis.number(word.substring(0, hyphen));
        double second = Lexis.number(word.substring(hyphen + 1));
        if (Double.isNaN(first) || Double.isNaN(second) || second >= 10 || first < 20) {
            return null;
        }
        return new Numeral(first + second, index, index + 1, "");
    }

    private static boolean isInner(Words words, int at, CharSequence before) {
        String mark = words.at(at);
        String next = words.at(at + 1);
        if (next.isEmpty() || !Character.isDigit(next.charAt(0))) {
            return false;
        }
        boolean adjoining = words.span(at).start() == words.span(at - 1).end()
                && words.span(at + 1).start() == words.span(at).end();
        return adjoining
                && (mark.equals(",") && digits(next).length() == 3 && before.length() <= 12
                        || mark.equals(".") && before.length() <= 12);
    }

    private static String digits(String word) {
        int end = 0;
        while (end < word.length() && word.charAt(end) >= '0' && word.charAt(end) <= '9') {
            end++;
        }
        return word.substring(0, end);
    }

    /** In plain digits. */
    String plain() {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
