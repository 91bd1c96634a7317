package io.onrecord.dates;

import java.util.Set;

/** Reads numbers, days of a month and years off tokens. Each method gives a number and where it ends, or {@link #NONE}. */
final class Numbers {

    /** No number. */
    static final Count NONE = new Count(0, 0);

    private static final int LONGEST = 6;
    private static final int LAST_DAY = 31;
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2999;
    private static final Set<String> ORDINAL_ENDINGS = Set.of("st", "nd", "rd", "th");

    private final Tokens words;

    Numbers(Tokens words) {
        this.words = words;
    }

    /**
     * A number that was read.
     *
     * @param value the number; {@link #UNKNOWN} where words only say that there are some
     * @param end index of the first token behind it; 0 where there is no number
     */
    record Count(int value, int end) {

        /** As of {@code several}. */
        static final int UNKNOWN = -1;

        boolean isThere() {
            return end > 0;
        }
    }

    /** How many: {@code 3}, {@code twenty-four}, {@code a couple of}, {@code several}, {@code two to three}, {@code 2 1/2}. */
    Count count(int at) {
        Count first = simple(at);
        if (!first.isThere()) {
            return NONE;
        }
        int next = first.end();
        if (words.are(next + 1, "/") && isDigits(next, 1) && isDigits(next + 2, 1)) {
            next += 3;
        } else if (words.are(next, "and a half")) {
            next += 3;
        }
        // Of a range, the first: nobody can say which was meant, and the date is the coarser for it anyway.
        boolean hyphened = isDigits(next - 1, LONGEST) && words.isJoined(next) && isDigits(next, LONGEST);
        boolean range = words.is(next, "to") || words.is(next, "or") || words.is(next, "-") || words.is(next, "–");
        if (hyphened || range) {
            Count second = simple(hyphened ? next : next + 1);
            if (second.isThere()) {
                return new Count(first.value(), second.end());
            }
        }
        return new Count(first.value(), next);
    }

    private Count simple(int at) {
        String word = words.at(at);
        if (word.equals("a") || word.equals("an")) {
            return afterArticle(at);
        }
        if (Vocabulary.FEW.contains(word)) {
            return new Count(Count.UNKNOWN, at + 1);
        }
        if (isDigits(at, LONGEST)) {
            return new Count(Integer.parseInt(word), at + 1);
        }
        int value = Vocabulary.small(word);
        if (value == 0) {
            return NONE;
        }
        int end = at + 1;
        int one = Vocabulary.small(words.at(end));
        if (Vocabulary.tens(word) > 0 && one > 0 && one < 10) {
            value += one;
            end++;
        }
        if (words.is(end, "hundred")) {
            return new Count(100 * value, end + 1);
        }
        return words.is(end, "thousand") ? new Count(1000 * value, end + 1) : new Count(value, end);
    }

    private Count afterArticle(int at) {
        return switch (words.at(at + 1)) {
            case "few" -> new Count(Count.UNKNOWN, at + 2);
            case "couple" -> new Count(2, words.is(at + 2, "of") ? at + 3 : at + 2);
            case "dozen" -> new Count(12, at + 2);
            case "hundred" -> new Count(100, at + 2);
            case "number" -> words.is(at + 2, "of") ? new Count(Count.UNKNOWN, at + 3) : new Count(1, at + 1);
            default -> new Count(1, at + 1);
        };
    }

    /** Day of a month: {@code 3}, {@code 3rd}, {@code third}, {@code twenty-first}. */
    Count dayOfMonth(int at) {
        Count day = ordinal(at);
        if (!day.isThere() && isDigits(at, 2)) {
            day = new Count(Integer.parseInt(words.at(at)), at + 1);
        }
        return day.value() >= 1 && day.value() <= LAST_DAY && !goesOn(day.end()) ? day : NONE;
    }

    /** Whether digits are only the beginning of a number, a time or a share. */
    private boolean goesOn(int next) {
        boolean mark = words.is(next, ",") || words.is(next, ".") || words.is(next, ":");
        return mark && words.isClose(next) && words.isClose(next + 1) && isDigits(next + 1, LONGEST)
                || words.is(next, "%")
                || words.is(next, "percent");
    }

    /** {@code 3rd}, {@code third}, {@code twenty-first}. */
    Count ordinal(int at) {
        String word = words.at(at);
        int named = Vocabulary.ORDINALS.getOrDefault(word, word.equals("thirtieth") ? 30 : 0);
        if (named > 0) {
            return new Count(named, at + 1);
        }
        int tens = Vocabulary.tens(word);
        int ones = Vocabulary.ORDINALS.getOrDefault(words.at(at + 1), 0);
        if (tens > 0 && ones > 0 && ones < 10) {
            return new Count(tens + ones, at + 2);
        }
        int digits = word.length() - 2;
        if (digits >= 1
                && digits <= 2
                && word.charAt(0) <= '9'
                && ORDINAL_ENDINGS.contains(word.substring(digits))
                && allDigits(word.substring(0, digits))) {
            return new Count(Integer.parseInt(word.substring(0, digits)), at + 1);
        }
        return NONE;
    }

    /** A year of four digits or in words, {@code nineteen ninety-six}, {@code two thousand and five}. */
    Count year(int at) {
        if (isDigits(at, 4) && words.at(at).length() == 4) {
            int year = Integer.parseInt(words.at(at));
            boolean inRange = year >= FIRST_YEAR && year <= LAST_YEAR;
            return inRange && !goesOn(at + 1) && !words.isPossessive(at) ? new Count(year, at + 1) : NONE;
        }
        if (words.are(at, "two thousand")) {
            int next = words.is(at + 2, "and") ? at + 3 : at + 2;
            Count rest = belowHundred(next);
            return rest.isThere() ? new Count(2000 + rest.value(), rest.end()) : new Count(2000, at + 2);
        }
        int century = Vocabulary.small(words.at(at));
        if (century < 15 || century > 20) {
            return NONE;
        }
        Count rest = belowHundred(at + 1);
        return rest.value() >= 10 ? new Count(100 * century + rest.value(), rest.end()) : NONE;
    }

    private Count belowHundred(int at) {
        int value = Vocabulary.small(words.at(at));
        if (value == 0) {
            return NONE;
        }
        int one = Vocabulary.small(words.at(at + 1));
        if (value >= 20 && one > 0 && one < 10) {
            return new Count(value + one, at + 2);
        }
        return new Count(value, at + 1);
    }

    boolean isDigits(int at, int longest) {
        String word = words.at(at);
        return !word.isEmpty() && word.length() <= longest && allDigits(word);
    }

    private static boolean allDigits(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return !word.isEmpty();
    }
}
