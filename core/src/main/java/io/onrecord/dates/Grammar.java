package io.onrecord.dates;

import io.onrecord.dates.CalendarDate.Grain;
import io.onrecord.dates.Expression.From;
import io.onrecord.dates.Expression.None;
import io.onrecord.dates.Expression.Shifted;
import io.onrecord.dates.Expression.Since;
import io.onrecord.dates.Expression.Unknown;
import io.onrecord.dates.Numbers.Count;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The forms that date expressions have. At each token every form is tried and the longest kept; a form looks a bounded
 * number of tokens ahead, so a text takes time in proportion to its length.
 */
final class Grammar {

    /**
     * Words that an expression of running text begins with: most are none of them, and no form need be tried there. A form with
     * a new first word puts it here.
     */
    private static final Set<String> FIRST = Stream.of(
                    Vocabulary.MONTHS.keySet(),
                    Vocabulary.WEEKDAYS.keySet(),
                    Vocabulary.UNITS.keySet(),
                    Vocabulary.SEASONS.keySet(),
                    Vocabulary.DECADES.keySet(),
                    Vocabulary.REPEATED,
                    Vocabulary.countWords(),
                    TimeWords.THIS,
                    TimeWords.NEXT,
                    TimeWords.LAST,
                    TimeWords.PREVIOUS,
                    TimeWords.SAME,
                    TimeWords.STAGES,
                    RelativeForms.COUNTED,
                    RelativeForms.LONG,
                    Set.of("the", "its", "year", "fiscal", "latest", "latter", "following"),
                    Set.of("today", "tonight", "yesterday", "tomorrow", "every", "each", "since"),
                    Set.of("'", "’"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final TimeWords time;
    private final Tokens words;
    private final List<IntFunction<@Nullable Match>> forms;

    /** @param told whether somebody has said that there is a date in these words, so that single ones need not prove it */
    Grammar(Tokens words, boolean told) {
        this.time = new TimeWords(words, told);
        this.words = words;
        this.forms = Stream.of(new CalendarForms(time).all(), new RelativeForms(time).all())
                .flatMap(List::stream)
                .toList();
    }

    /** The longest expression that begins with a token; null if none does. */
    @Nullable
    Match at(int start) {
        if (!words.isWord(start) && !words.is(start, "'") && !words.is(start, "’")
                || !time.told() && !mayOpen(words.at(start))) {
            return null;
        }
        return longer(longer(simple(start), occasion(start)), since(start));
    }

    /** Besides the words it is digits, {@code Q3} and {@code Mondays} that may open. */
    static boolean mayOpen(String word) {
        char first = word.charAt(0);
        return TimeWords.isDigit(first) || first == 'q' || FIRST.contains(word) || word.endsWith("days");
    }

    /** The same of what holds no other expression, so that nothing goes deeper than once. */
    @Nullable
    Match simple(int start) {
        @Nullable Match best = null;
        for (IntFunction<@Nullable Match> form : forms) {
            best = longer(best, form.apply(start));
        }
        return best;
    }

    private static @Nullable Match longer(@Nullable Match one, @Nullable Match other) {
        return one == null || other != null && other.end() > one.end() ? other : one;
    }

    /** {@code the tenth anniversary}, {@code the day of the vote}: of something that has its own date. */
    private @Nullable Match occasion(int at) {
        if (time.told() || !words.is(at, "the")) {
            return null;
        }
        Count which = time.numbers().ordinal(at + 1);
        int next = which.isThere() ? which.end() : at + 1;
        if (words.is(next, "anniversary") || words.is(next, "centenary") || words.is(next, "bicentenary")) {
            return new Match(at, next + 1, new Unknown());
        }
        boolean part = words.is(at + 1, "day") || Vocabulary.PARTS_OF_DAY.contains(words.at(at + 1));
        @Nullable Match day = part && words.is(at + 2, "of") ? simple(at + 3) : null;
        if (day != null && !(day.expression() instanceof None)) {
            return new Match(at, day.end(), day.expression());
        }
        boolean link = words.is(at + 2, "of") || words.is(at + 2, "that");
        if (link && (words.is(at + 1, "day") || words.is(at + 1, "night") || words.is(at + 1, "morning"))) {
            return new Match(at, at + 3, new Shifted(Grain.DAY, Grain.DAY, 0, From.EVENT));
        }
        return link && words.is(at + 1, "eve")
                ? new Match(at, at + 3, new Shifted(Grain.DAY, Grain.DAY, -1, From.EVENT))
                : null;
    }

    /** {@code since then}, {@code since November}. */
    private @Nullable Match since(int at) {
        if (time.told() || !words.is(at, "since")) {
            return null;
        }
        if (words.is(at + 1, "then")) {
            return new Match(at, at + 2, new Since(new Shifted(Grain.DAY, Grain.DAY, 0, From.BEFORE)));
        }
        @Nullable Match start = simple(at + 1);
        return start == null || start.expression() instanceof None
                ? null
                : new Match(at, start.end(), new Since(start.expression()));
    }
}
