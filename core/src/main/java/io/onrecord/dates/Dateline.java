package io.onrecord.dates;

import io.onrecord.dates.CalendarDate.Grain;
import io.onrecord.dates.Expression.Given;
import io.onrecord.dates.Expression.OfYear;
import java.util.List;
import java.util.Set;

/**
 * Where and when a story was written, before its first sentence ({@code BREVIN, March 3 (Wire) —}), or a first paragraph
 * that is a date and nothing else.
 */
final class Dateline {

    /** How many words and marks a dateline may have. */
    private static final int LONGEST = 24;

    private static final int LONGEST_AGENCY = 8;
    /** What sentences begin with, not datelines. */
    private static final Set<String> LEADS =
            Set.of("on", "in", "by", "since", "until", "from", "after", "before", "at", "the", "early", "late");

    private static final Set<String> DASHES = Set.of("—", "–", "-", "―");

    private Dateline() {}

    /** Whether an expression of the first paragraph is the date of its dateline. */
    static boolean has(Tokens words, List<Match> matches, Match match) {
        boolean dated =
                match.expression() instanceof Given given && given.date().grain() == Grain.DAY
                        || match.expression() instanceof OfYear part && part.grain() == Grain.DAY;
        if (!dated || match.end() > LONGEST) {
            return false;
        }
        int last = words.is(words.size() - 1, ".") ? words.size() - 1 : words.size();
        if (matches.size() == 1 && match.start() == 0 && match.end() == last) {
            return true;
        }
        return isPlace(words, match.start()) && endsInDash(words, match.end());
    }

    /** Names and marks alone, as of places and agencies. */
    private static boolean isPlace(Tokens words, int end) {
        if (LEADS.contains(words.at(0))) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            if (words.isWord(i) && !words.isCapital(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsInDash(Tokens words, int from) {
        for (int i = from; i < Math.min(words.size(), from + LONGEST_AGENCY); i++) {
            if (DASHES.contains(words.at(i))) {
                return true;
            }
            if (words.isWord(i) && !words.isCapital(i)) {
                return false;
            }
        }
        return false;
    }
}
