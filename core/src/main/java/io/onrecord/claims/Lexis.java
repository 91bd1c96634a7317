package io.onrecord.claims;

import io.onrecord.text.WordLists;
import java.util.Map;
import java.util.Set;

/** Small words, and what they do to a proposition. All in small letters with straight apostrophes. */
final class Lexis {

    /** Of {@code words.txt}, for the other classes as well. */
    static final WordLists LISTS = WordLists.of(Lexis.class, "words.txt");

    /** Words that say nothing by themselves. */
    static final Set<String> FUNCTION = LISTS.kind("function");

    /** Words that turn a proposition into its contrary. */
    static final Set<String> NEGATIONS = LISTS.kind("negation");

    /** Of these, those that stand where an object does. */
    static final Set<String> NEGATIVE_OBJECTS = LISTS.kind("negative-object");

    /** Plurals that do not end in s. */
    static final Set<String> PLURALS = LISTS.kind("plural");

    /** Behind {@code one} they are counted. */
    static final Set<String> COUNTED_ONE = LISTS.kind("counted-one");

    /** Words that make an amount or a certainty less exact. */
    static final Set<String> HEDGES = LISTS.kind("hedge");

    /** Words that open a clause by the way. */
    static final Set<String> SUBORDINATE = LISTS.kind("subordinate");

    static final Set<String> SHOULD = LISTS.kind("should");
    static final Set<String> WILL = LISTS.kind("will");
    static final Set<String> MAY = LISTS.kind("may");

    static final Set<String> FIRST_SINGULAR = LISTS.kind("first-singular");
    static final Set<String> FIRST_PLURAL = LISTS.kind("first-plural");

    /** Nouns for what somebody has said or what is said of them. */
    static final Set<String> SAYINGS = LISTS.kind("saying");

    /** Words that judge what was said rather than say something of the world. */
    static final Set<String> JUDGEMENTS = LISTS.kind("judgement");

    private static final Map<String, Double> NUMBER_WORDS = Map.ofEntries(
            Map.entry("one", 1.0),
            Map.entry("two", 2.0),
            Map.entry("three", 3.0),
            Map.entry("four", 4.0),
            Map.entry("five", 5.0),
            Map.entry("six", 6.0),
            Map.entry("seven", 7.0),
            Map.entry("eight", 8.0),
            Map.entry("nine", 9.0),
            Map.entry("ten", 10.0),
            Map.entry("eleven", 11.0),
            Map.entry("twelve", 12.0),
            Map.entry("thirteen", 13.0),
            Map.entry("fourteen", 14.0),
            Map.entry("fifteen", 15.0),
            Map.entry("sixteen", 16.0),
            Map.entry("seventeen", 17.0),
            Map.entry("eighteen", 18.0),
            Map.entry("nineteen", 19.0),
            Map.entry("twenty", 20.0),
            Map.entry("thirty", 30.0),
            Map.entry("forty", 40.0),
            Map.entry("fifty", 50.0),
            Map.entry("sixty", 60.0),
            Map.entry("seventy", 70.0),
            Map.entry("eighty", 80.0),
            Map.entry("ninety", 90.0),
            Map.entry("zero", 0.0),
            Map.entry("half", 0.5));

    /** Adverbs that count. */
    private static final Map<String, Double> TIMES = Map.of("twice", 2.0, "thrice", 3.0);

    private static final Map<String, Double> SCALES = Map.of(
            "hundred",
            1e2,
            "thousand",
            1e3,
            "million",
            1e6,
            "billion",
            1e9,
            "trillion",
            1e12,
            "m",
            1e6,
            "mn",
            1e6,
            "bn",
            1e9,
            "k",
            1e3,
            "dozen",
            12.0);

    static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("january", 1),
            Map.entry("february", 2),
            Map.entry("march", 3),
            Map.entry("april", 4),
            Map.entry("may", 5),
            Map.entry("june", 6),
            Map.entry("july", 7),
            Map.entry("august", 8),
            Map.entry("september", 9),
            Map.entry("october", 10),
            Map.entry("november", 11),
            Map.entry("december", 12),
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("aug", 8),
            Map.entry("sept", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    static final Map<String, Integer> WEEKDAYS =
            Map.of("monday", 1, "tuesday", 2, "wednesday", 3, "thursday", 4, "friday", 5, "saturday", 6, "sunday", 7);

    private Lexis() {}

    /** The value of a number word, or NaN. */
    static double number(String word) {
        return NUMBER_WORDS.getOrDefault(word, Double.NaN);
    }

    /** How often an adverb says, or NaN. */
    static double times(String word) {
        return TIMES.getOrDefault(word, Double.NaN);
    }

    /** What a number before this word is multiplied by, or NaN. */
    static double scale(String word) {
        return SCALES.getOrDefault(word, Double.NaN);
    }
}
