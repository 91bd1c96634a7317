package io.onrecord.reading.document;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects the paragraphs of a document, and makes a text of them. */
final class Paragraphs {

    /**
     * Most characters of a document. Exports of databases hold hundreds of articles, so this is no limit for one; it
     * keeps a document that unpacks to any size out of the memory.
     */
    private static final int MOST = 32 << 20;

    /** An empty line, however it was made, ends a paragraph as it does in plain text. */
    private static final Pattern EMPTY_LINE = Pattern.compile("\\n[ \\t\\u00A0]*+\\n\\s*+");

    private static final String BETWEEN = "\n\n";

    private final List<String> all = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int characters;

    void append(CharSequence text) throws DocumentException {
        check(text.length());
        current.append(text);
    }

    void append(char c) throws DocumentException {
        check(1);
        current.append(c);
    }

    /** A line ends within a paragraph. */
    void lineBreak() throws DocumentException {
        append('\n');
    }

    /** A paragraph ends; one that shows nothing is none. */
    void end() {
        if (current.isEmpty()) {
            return;
        }
        all.addAll(parts(current));
        current.setLength(0);
    }

    /** A text cut at its empty lines; what shows nothing is left out. */
    static List<String> parts(CharSequence text) {
        List<String> parts = new ArrayList<>();
        for (String part : EMPTY_LINE.split(cleaned(text), -1)) {
            String visible = strip(part);
            if (!visible.isEmpty()) {
                parts.add(visible);
            }
        }
        return parts;
    }

    void add(CharSequence paragraph) throws DocumentException {
        end();
        append(paragraph);
        end();
    }

    /** Ends the last one. */
    List<String> list() {
        end();
        return all;
    }

    private void check(int more) throws DocumentException {
        characters += more;
        if (characters > MOST) {
            throw new DocumentException("holds more than " + MOST + " characters of text: split it");
        }
    }

    /** A text whose paragraphs are these, with an empty line between two. */
    static Text text(List<String> paragraphs) {
        StringBuilder value = new StringBuilder();
        List<Span> spans = new ArrayList<>();
        for (String paragraph : paragraphs) {
            if (!value.isEmpty()) {
                value.append(BETWEEN);
            }
            spans.add(new Span(value.length(), value.length() + paragraph.length()));
            value.append(paragraph);
        }
        return new Text(value.toString(), spans);
    }

    /** Without what no text file can hold: control characters, and halves of characters. */
    static String cleaned(CharSequence text) {
        return isClean(text) ? text.toString() : rebuilt(text);
    }

    /** Nearly every text is. */
    private static boolean isClean(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean clean = c >= ' ' && c < 0x7F || c == '\n' || c == '\t' || c >= 0xA0 && !Character.isSurrogate(c);
            if (!clean) {
                return false;
            }
        }
        return true;
    }

    private static String rebuilt(CharSequence text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.getType(c) == Character.SURROGATE) {
                clean.append('\uFFFD');
            } else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    /** Without white space and invisible marks around it; empty if it shows nothing. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        boolean visible =
                text.substring(start, end).codePoints().anyMatch(c -> Character.getType(c) != Character.FORMAT);
        return visible ? text.substring(start, end) : "";
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }
}
