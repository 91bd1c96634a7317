package io.onrecord.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody typed to search for. Words are looked for in any of their English endings, and more of them are better; words between
 * quotation marks must stand one behind the other; a word behind a minus must not be there. Every other character is nothing but
 * what stands between words, so that any string is a search, and none is a costly one: the first {@value #MOST_CHARACTERS} UTF-16
 * units count.
 *
 * @param all what was typed, without what must not be there and without marks
 * @param plain words outside of quotation marks
 * @param phrases what stands between quotation marks
 * @param without what must not be there
 * @param cut whether it was too long and its end does not count
 */
public record Words(String all, String plain, List<String> phrases, List<String> without, boolean cut) {

    static final int MOST_CHARACTERS = 2000;
    private static final int MOST_PHRASES = 8;
    private static final String MARKS = "\"“”„«»";

    public Words {
        phrases = List.copyOf(phrases);
        without = List.copyOf(without);
    }

    /** Nothing to look for. */
    public static final Words NONE = of("");

    /** What was typed. */
    public static Words of(String typed) {
        boolean cut = typed.length() > MOST_CHARACTERS;
        int end = typed.length();
        if (cut) {
            end = MOST_CHARACTERS - (Character.isHighSurrogate(typed.charAt(MOST_CHARACTERS - 1)) ? 1 : 0);
        }
        return new Parser(typed.substring(0, end)).parse(cut);
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return all.isBlank();
    }

    private static final class Parser {
        private final String typed;
        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder all = new StringBuilder();
        private final List<String> phrases = new ArrayList<>();
        private final List<String> without = new ArrayList<>();
        private int at;

        Parser(String typed) {
            this.typed = typed;
        }

        Words parse(boolean cut) {
            while (at < typed.length()) {
                char c = typed.charAt(at);
                if (isMark(c)) {
                    quoted(phrases, true);
                } else if (c == '-' && startsWord() && at + 1 < typed.length() && !blank(typed.charAt(at + 1))) {
                    at++;
                    excluded();
                } else {
                    plain.append(c);
                    all.append(c);
                    at++;
                }
            }
            return new Words(all.toString().strip(), plain.toString().strip(), phrases, without, cut);
        }

        private boolean startsWord() {
            return at == 0 || blank(typed.charAt(at - 1));
        }

        private void excluded() {
            if (isMark(typed.charAt(at))) {
                quoted(without, false);
                return;
            }
            int start = at;
            while (at < typed.length() && !blank(typed.charAt(at)) && !isMark(typed.charAt(at))) {
                at++;
            }
            add(without, typed.substring(start, at));
        }

        /** A mark without another behind it is none. */
        private void quoted(List<String> to, boolean wanted) {
            int start = at + 1;
            int end = start;
            while (end < typed.length() && !isMark(typed.charAt(end))) {
                end++;
            }
            if (end == typed.length()) {
                at++;
                plain.append(' ');
                all.append(' ');
                return;
            }
            String words = typed.substring(start, end);
            if (wanted) {
                all.append(' ').append(words).append(' ');
                plain.append(' ');
            }
            add(to, words);
            at = end + 1;
        }

        private static void add(List<String> to, String words) {
            if (!words.isBlank() && to.size() < MOST_PHRASES) {
                to.add(words.strip());
            }
        }

        private static boolean isMark(char c) {
            return MARKS.indexOf(c) >= 0;
        }

        private static boolean blank(char c) {
            return Character.isWhitespace(c);
        }
    }
}
