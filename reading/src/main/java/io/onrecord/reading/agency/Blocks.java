package io.onrecord.reading.agency;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Puts a text together from the elements of a body, HTML's or NITF's: each block a paragraph, white space as a page shows
 * it. What is no text of the article (pictures and their captions, scripts) is left out.
 */
final class Blocks {

    private static final Set<String> BLOCK = Set.of(
            "p",
            "div",
            "block",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hl1",
            "hl2",
            "li",
            "tr",
            "blockquote",
            "bq",
            "section",
            "article",
            "table",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "pre",
            "hr",
            "body",
            "body.content",
            "body.end",
            "tagline",
            "note",
            "fn",
            "main",
            "header",
            "footer",
            "address",
            "caption",
            "nitf-table",
            "credit");

    private static final Set<String> LEFT_OUT = Set.of(
            "script",
            "style",
            "head",
            "media",
            "figure",
            "figcaption",
            "photo",
            "object",
            "svg",
            "iframe",
            "noscript",
            "form",
            "button",
            "nav",
            "template",
            "video",
            "audio",
            "nitf-table-metadata",
            "custom-table");

    /** HTML may be this many times longer than its text. */
    private static final int MARKUP = 3;

    private final int longest;
    private final StringBuilder text = new StringBuilder();
    private final List<Span> paragraphs = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int leftOut;
    private boolean tooLong;

    /** @param longest most characters of the text */
    Blocks(int longest) {
        this.longest = longest;
    }

    void start(String element) {
        String name = element.toLowerCase(Locale.ROOT);
        if (leftOut > 0 || LEFT_OUT.contains(name)) {
            leftOut++;
        } else if (name.equals("br")) {
            endLine();
        } else if (name.equals("td") || name.equals("th")) {
            open.append(' ');
        } else if (BLOCK.contains(name)) {
            endParagraph();
        }
    }

    void end(String element) {
        if (leftOut > 0) {
            leftOut--;
        } else if (BLOCK.contains(element.toLowerCase(Locale.ROOT))) {
            endParagraph();
        }
    }

    void text(String piece) {
        if (leftOut > 0 || tooLong) {
            return;
        }
        if (text.length() + open.length() + piece.length() > longest + longest / 2) {
            tooLong = true;
            return;
        }
        open.append(piece);
    }

    /** A text that is a paragraph by itself. */
    void paragraph(String value) {
        endParagraph();
        text(value);
        endParagraph();
    }

    /** A plain text, whose lines show its paragraphs; kept to the character. */
    void plain(String value) {
        endParagraph();
        if (text.length() + value.length() > longest) {
            tooLong = true;
            return;
        }
        int start = gap();
        text.append(value);
        Layout.of(value)
                .text(value)
                .paragraphs()
                .forEach(span -> paragraphs.add(new Span(start + span.start(), start + span.end())));
    }

    /** A body in HTML; much longer than its text may be, it is not even looked at, for its tree would fill the heap. */
    void html(String html) {
        if (html.length() > (long) MARKUP * longest) {
            tooLong = true;
        } else {
            Html.into(this, html);
        }
    }

    /** Whether there was more than is taken. */
    boolean tooLong() {
        return tooLong || text.length() > longest;
    }

    Text text() {
        endParagraph();
        return new Text(text.toString(), paragraphs);
    }

    /** A line break; two of them end a paragraph. */
    private void endLine() {
        int end = open.length();
        while (end > 0
                && (open.charAt(end - 1) == ' ' || open.charAt(end - 1) == '\n' || open.charAt(end - 1) == '\r')) {
            end--;
        }
        if (end > 0 && open.charAt(end - 1) == BREAK) {
            endParagraph();
        } else {
            open.append(BREAK);
        }
    }

    /** Stands for a line break while white space is not yet as a page shows it. */
    private static final char BREAK = '\u2028';

    private void endParagraph() {
        String value = shown(open);
        open.setLength(0);
        if (value.isEmpty()) {
            return;
        }
        int start = gap();
        text.append(value);
        paragraphs.add(new Span(start, text.length()));
    }

    private int gap() {
        if (!text.isEmpty()) {
            text.append("\n\n");
        }
        return text.length();
    }

    /** White space in a row is one space, at the ends none; a space that does not break is one. */
    static String shown(CharSequence value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u00A0';
            char last = out.isEmpty() ? '\n' : out.charAt(out.length() - 1);
            if (space) {
                if (last != ' ' && last != '\n') {
                    out.append(' ');
                }
            } else if (c == BREAK) {
                if (last == ' ') {
                    out.setLength(out.length() - 1);
                }
                if (!out.isEmpty()) {
                    out.append('\n');
                }
            } else {
                out.append(c);
            }
        }
        int end = out.length();
        while (end > 0 && isInvisible(out.charAt(end - 1))) {
            end--;
        }
        out.setLength(end);
        return out.chars().allMatch(c -> isInvisible((char) c)) ? "" : out.toString();
    }

    private static boolean isInvisible(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
