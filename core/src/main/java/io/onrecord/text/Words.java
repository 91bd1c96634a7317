package io.onrecord.text;

import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a range of a text, in small letters, and its other visible characters one by one, each with its place.
 * Indexes count from 0; one outside is an empty word. Immutable.
 */
public final class Words {

    /** Combining marks begin here. */
    private static final int FIRST_MARK = 0x300;

    private final String text;
    private final List<String> values = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();

    private Words(String text, Span range) {
        this.text = text;
        int at = range.start();
        while (at < range.end()) {
            int end = wordEnd(at, range.end());
            if (end == at) {
                end = at + Character.charCount(text.codePointAt(at));
                if (Character.isWhitespace(text.codePointAt(at)) || Character.isSpaceChar(text.codePointAt(at))) {
                    at = end;
                    continue;
                }
            }
            values.add(text.substring(at, end).toLowerCase(Locale.ROOT).replace('’', '\''));
            spans.add(new Span(at, end));
            at = end;
        }
    }

    /** Where the word ends that begins at an offset: letters and digits, with marks that join two of them. */
    private int wordEnd(int start, int limit) {
        int at = start;
        while (at < limit) {
            int c = text.codePointAt(at);
            boolean joins = at > start && "'’-".indexOf(c) >= 0 && at + 1 < limit;
            if (Character.isLetterOrDigit(c) || at > start && c >= FIRST_MARK && isMark(c)) {
                at += Character.charCount(c);
            } else if (joins && Character.isLetterOrDigit(text.codePointAt(at + 1))) {
                at++;
            } else {
                break;
            }
        }
        return Math.min(at, limit);
    }

    /** An accent or a vowel sign with a character of its own, which belongs to the letter before it. */
    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** The words within a range of a text. */
    public static Words of(String text, Span range) {
        return new Words(text, range);
    }

    /** How many words and other characters. */
    public int size() {
        return values.size();
    }

    /** A word in small letters with straight apostrophes; empty before the first and after the last. */
    public String at(int index) {
        return index < 0 || index >= values.size() ? "" : values.get(index);
    }

    /** Whether a word is one of some words in small letters. */
    public boolean isOneOf(int index, Set<String> words) {
        return words.contains(at(index));
    }

    /**
     * Where a word stands, in UTF-16 units of the text.
     *
     * @throws IndexOutOfBoundsException outside
     */
    public Span span(int index) {
        return spans.get(index);
    }

    /** From one word to another, both included. */
    public Span span(int first, int last) {
        return new Span(spans.get(first).start(), spans.get(last).end());
    }

    /** Whether it is a word, not another character, nor outside. */
    public boolean isWord(int index) {
        return !at(index).isEmpty() && Character.isLetterOrDigit(at(index).charAt(0));
    }

    /** Whether a word begins with a capital letter. */
    public boolean isCapital(int index) {
        return isWord(index)
                && Character.isUpperCase(text.charAt(spans.get(index).start()));
    }

    /** Index of the first word that ends after an offset; the size if there is none. */
    public int firstAfter(int offset) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
