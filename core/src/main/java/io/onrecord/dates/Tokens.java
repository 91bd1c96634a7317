package io.onrecord.dates;

import io.onrecord.model.Span;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a range as dates are written with them: in small letters, taken apart at hyphens, a possessive {@code 's}
 * told apart; other visible characters one by one. Indexes count from 0; one outside is an empty word. Immutable.
 */
final class Tokens {

    private final List<Token> tokens = new ArrayList<>();

    /**
     * One word or mark.
     *
     * @param joined whether a hyphen stands right before it
     * @param possessive whether it had an {@code 's}
     */
    private record Token(String value, Span span, boolean capital, boolean joined, boolean possessive) {}

    private Tokens(String text, Span range) {
        Words words = Words.of(text, range);
        for (int i = 0; i < words.size(); i++) {
            Span span = words.span(i);
            if (words.isWord(i)) {
                addParts(text, span);
            } else {
                tokens.add(new Token(words.at(i), span, false, false, false));
            }
        }
    }

    static Tokens of(String text, Span range) {
        return new Tokens(text, range);
    }

    private void addParts(String text, Span word) {
        int start = word.start();
        while (start < word.end()) {
            int end = start;
            while (end < word.end() && text.charAt(end) != '-') {
                end++;
            }
            boolean joined = start > word.start();
            String value = text.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\'');
            boolean possessive = value.length() > 2 && value.endsWith("'s");
            tokens.add(new Token(
                    possessive ? value.substring(0, value.length() - 2) : value,
                    new Span(start, possessive ? end - 2 : end),
                    Character.isUpperCase(text.charAt(start)),
                    joined,
                    possessive));
            start = end + 1;
        }
    }

    int size() {
        return tokens.size();
    }

    /** A word in small letters with straight apostrophes; empty outside. */
    String at(int index) {
        return isInside(index) ? tokens.get(index).value : "";
    }

    boolean is(int index, String word) {
        return at(index).equals(word);
    }

    /** Whether the words from here on are these, parted by spaces. */
    boolean are(int index, String words) {
        int at = index;
        int from = 0;
        while (from < words.length()) {
            String word = at(at++);
            int end = from + word.length();
            boolean whole = end == words.length() || end < words.length() && words.charAt(end) == ' ';
            if (word.isEmpty() || !whole || !words.startsWith(word, from)) {
                return false;
            }
            from = end + 1;
        }
        return true;
    }

    boolean isCapital(int index) {
        return isInside(index) && tokens.get(index).capital;
    }

    boolean isJoined(int index) {
        return isInside(index) && tokens.get(index).joined;
    }

    boolean isPossessive(int index) {
        return isInside(index) && tokens.get(index).possessive;
    }

    /** Whether nothing stands between a token and the one before. */
    boolean isClose(int index) {
        return isInside(index)
                && isInside(index - 1)
                && tokens.get(index - 1).span.end() == tokens.get(index).span.start();
    }

    /** Whether it is a word, not a mark, nor outside. */
    boolean isWord(int index) {
        return isInside(index)
                && Character.isLetterOrDigit(tokens.get(index).value.codePointAt(0));
    }

    /**
     * From one token to before another.
     *
     * @throws IndexOutOfBoundsException outside
     */
    Span span(int start, int end) {
        return new Span(tokens.get(start).span.start(), tokens.get(end - 1).span.end());
    }

    Span span(int index) {
        return tokens.get(index).span;
    }

    /** Index of the first token that ends after an offset; the size if there is none. */
    int firstAfter(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).span.end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isInside(int index) {
        return index >= 0 && index < tokens.size();
    }
}
