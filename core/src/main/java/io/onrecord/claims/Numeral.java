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

    /** The unit of a time of day, whose value is in hours. */
    private static final String CLOCK = "o'clock";

    private static final double MINUTES = 60;

    /** The number that begins at a word, or null. */
    static @Nullable Numeral at(Words words, int index) {
        String word = words.at(index);
        double times = Lexis.times(word);
        if (!Double.isNaN(times)) {
            return new Numeral(times, index, index + 1, "time");
        }
        int hour = hour(words, index);
        if (hour >= 0) {
            return new Numeral(hour, index, behindHalf(words, index + 1) > index + 1 ? index + 1 : index + 2, CLOCK);
        }
        double value = Lexis.number(word);
        String unit = "";
        int end = index + 1;
        if (Double.isNaN(value)) {
            if (isTail(words, index)) {
                return null;
            }
            if (word.isEmpty() || word.charAt(0) < '0' || word.charAt(0) > '9') {
                return compound(words, index);
            }
            StringBuilder digits = new StringBuilder(digits(word));
            unit = word.substring(digits.length());
            if (isClock(words, end, digits)) {
                double minutes = Double.parseDouble(digits(words.at(end + 1)));
                return new Numeral(Double.parseDouble(digits.toString()) + minutes / MINUTES, index, end + 2, CLOCK);
            }
            // "400,000" and "2.5" are cut at the mark between the digits.
            boolean broken = false;
            while (unit.isEmpty() && isInner(words, end, digits)) {
                boolean point = words.at(end).equals(".");
                // "12.3.2024" and "1.2.3" are a day and a version, "2.5,000" is nothing.
                if (broken) {
                    return null;
                }
                broken = point;
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

    /** {@code 7:58}, {@code 23.40} is none: most often it is an amount. */
    private static boolean isClock(Words words, int at, CharSequence before) {
        return before.length() <= 2
                && words.at(at).equals(":")
                && words.at(at + 1).length() == 2
                && digits(words.at(at + 1)).length() == 2
                && words.span(at + 1).start() == words.span(at - 1).end() + 1;
    }

    /** {@code 9 a.m.}, {@code nine o'clock}; -1 where it is none. Of which half of the day is not told apart. */
    private static int hour(Words words, int at) {
        if (behindHalf(words, at + 1) == at + 1 && !words.at(at + 1).equals("o'clock")) {
            return -1;
        }
        String word = words.at(at);
        double value = Lexis.number(word);
        if (!Double.isNaN(value)) {
            return (int) value;
        }
        return word.length() <= 2 && digits(word).equals(word) && !word.isEmpty() ? Integer.parseInt(word) : -1;
    }

    /** Where what belongs to it ends: behind {@code a.m.}, too, but for its last point, which may be that of the sentence. */
    int written(Words words) {
        return unit.equals(CLOCK) ? behindHalf(words, end) : end;
    }

    /** Where {@code a.m.} or {@code p.m.} ends; the index itself where there is none. */
    private static int behindHalf(Words words, int at) {
        boolean half = (words.at(at).equals("a") || words.at(at).equals("p"))
                && words.at(at + 1).equals(".")
                && words.at(at + 2).equals("m");
        return half ? at + 3 : at;
    }

    /** Whether a word goes on with digits before it: {@code 3.2024} of {@code 12.3.2024}, which is no number by itself. */
    private static boolean isTail(Words words, int index) {
        String before = words.at(index - 2);
        return !before.isEmpty()
                && Character.isDigit(before.charAt(before.length() - 1))
                && isInner(words, index - 1, "");
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
