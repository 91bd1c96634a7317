package io.onrecord.dates;

import io.onrecord.dates.Expression.InYear;
import io.onrecord.dates.Expression.Turn;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a text as the forms of date expressions look at them.
 *
 * @param told whether somebody has said that there is a date in these words, so that single ones need not prove it
 */
record TimeWords(Tokens words, Numbers numbers, boolean told) {

    static final Set<String> THIS = Set.of("this", "current");
    static final Set<String> NEXT = Set.of("next", "coming", "upcoming");
    static final Set<String> LAST = Set.of("last", "past");
    static final Set<String> PREVIOUS = Set.of("previous", "preceding", "prior");
    static final Set<String> SAME = Set.of("that", "same");
    static final Set<String> STAGES =
            Set.of("end", "beginning", "start", "middle", "later", "earlier", "late", "early", "mid");

    /** Months that are words or names as well. */
    private static final Set<String> WORDS_TOO = Set.of("may", "march");
    /** Months whose full stop ends a sentence. */
    private static final Set<String> WHOLE = Vocabulary.LISTS.kind("whole-month");

    private static final Map<String, Turn> YEARS = Map.of("last", Turn.LAST, "this", Turn.THIS, "next", Turn.NEXT);
    private static final int MOST_SKIPPED = 3;

    TimeWords(Tokens words, boolean told) {
        this(words, new Numbers(words), told);
    }

    /** Over a few words of a kind: no form has more of them, and a row of thousands must not be read from each of its words. */
    int skip(int at, Set<String> kind) {
        int next = at;
        while (next < at + MOST_SKIPPED && kind.contains(words.at(next))) {
            next++;
        }
        return next;
    }

    /** {@code this year}, {@code last year}, {@code next year}; null if it is none of these. */
    @Nullable
    InYear namedYear(int at) {
        @Nullable Turn turn = YEARS.get(words.at(at));
        if (turn == null || !words.is(at + 1, "year")) {
            return null;
        }
        return InYear.shifted(ahead(turn));
    }

    /** Units after this one. */
    static int ahead(Turn turn) {
        return switch (turn) {
            case LAST -> -1;
            case NEXT -> 1;
            default -> 0;
        };
    }

    /** Count of a month; 0 if it is none. */
    int month(int at) {
        String word = words.at(at);
        int month = Vocabulary.MONTHS.getOrDefault(word, 0);
        boolean seen = words.isCapital(at) || told && !WORDS_TOO.contains(word);
        return seen ? month : 0;
    }

    int afterDot(int at) {
        boolean cut = !WHOLE.contains(words.at(at)) && words.is(at + 1, ".") && words.isClose(at + 1);
        return cut ? at + 2 : at + 1;
    }

    @Nullable
    Turn turn(int at) {
        String word = words.at(at);
        if (LAST.contains(word)) {
            return Turn.LAST;
        }
        if (NEXT.contains(word)) {
            return Turn.NEXT;
        }
        return THIS.contains(word) ? Turn.THIS : null;
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
