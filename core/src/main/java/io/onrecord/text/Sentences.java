package io.onrecord.text;

import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where the sentences of a paragraph end, as news writes them. A mark that ends a sentence ends it with the quotation
 * marks and brackets that close behind it, unless the text goes on in small letters ({@code "Is it safe?" asked Ito}), or
 * its full stop belongs to an abbreviation. Abbreviations that stand before a name ({@code Mr.}, {@code Sen.}) end none;
 * the others ({@code Inc.}, {@code U.S.}) only before a word that seldom begins a name ({@code The}, {@code He}).
 */
public final class Sentences {

    private static final WordLists LISTS = WordLists.of(Sentences.class, "sentences.txt");

    private static final String ENDS = ".!?…。！？؟۔।";
    private static final String CLOSING = "\"'”’»›)]}」』";
    private static final String OPENING = "\"'“‘«‹„‚([{「『—–-";

    /** Abbreviations that a name or a number follows. */
    private static final Set<String> BEFORE_NAMES = LISTS.kind("before-names");

    /** Abbreviations that may end a sentence. */
    private static final Set<String> MAY_END = LISTS.kind("may-end");

    /** Words that begin sentences and hardly ever a name. */
    private static final Set<String> STARTERS = LISTS.kind("starter");

    private Sentences() {}

    /**
     * The sentences of a range, in its order, without the white space around them. Every visible character is in one.
     *
     * @param text what the spans count in, UTF-16 units
     * @param range usually a paragraph
     */
    public static List<Span> of(String text, Span range) {
        List<Span> sentences = new ArrayList<>();
        int start = visible(text, range.start(), range.end());
        int at = start;
        while (at < range.end()) {
            if (ENDS.indexOf(text.charAt(at)) < 0) {
                at++;
                continue;
            }
            int mark = at;
            while (at < range.end() && ENDS.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            int afterMarks = at;
            while (at < range.end() && CLOSING.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            int next = visible(text, at, range.end());
            if (next == range.end() || next > at && ends(text, start, mark, afterMarks, next, range.end())) {
                sentences.add(new Span(start, at));
                start = next;
                at = next;
            }
        }
        if (start < range.end()) {
            int end = range.end();
            while (end > start && isSpace(text.charAt(end - 1))) {
                end--;
            }
            sentences.add(new Span(start, end));
        }
        return sentences;
    }

    /** Whether marks that white space follows end a sentence. */
    private static boolean ends(String text, int start, int mark, int afterMarks, int next, int limit) {
        int letter = next;
        while (letter < limit && OPENING.indexOf(text.charAt(letter)) >= 0) {
            letter++;
        }
        if (letter < limit && Character.isLowerCase(text.codePointAt(letter))) {
            return false;
        }
        boolean fullStop = afterMarks == mark + 1 && text.charAt(mark) == '.';
        if (!fullStop) {
            return true;
        }
        String before = lastWord(text, start, mark);
        if (BEFORE_NAMES.contains(before)) {
            return false;
        }
        boolean initial = before.length() == 1 && Character.isLetter(before.charAt(0)) && !before.equals("i");
        boolean dotted = before.indexOf('.') >= 0;
        return !initial && !dotted && !MAY_END.contains(before) || STARTERS.contains(firstWord(text, letter, limit));
    }

    /** The word right before an offset in small letters, full stops inside included. */
    private static String lastWord(String text, int start, int end) {
        int at = end;
        while (at > start && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '.')) {
            at--;
        }
        return text.substring(at, end).toLowerCase(Locale.ROOT);
    }

    private static String firstWord(String text, int start, int limit) {
        int at = start;
        while (at < limit && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private static int visible(String text, int from, int limit) {
        int at = from;
        while (at < limit && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
