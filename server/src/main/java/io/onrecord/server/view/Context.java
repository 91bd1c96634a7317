package io.onrecord.server.view;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The words of a statement with some of the text around them.
 *
 * @param in {@code TEXT} or {@code TITLE} of the article
 * @param start where the first piece begins in that, in code points
 * @param pieces one after the other, without gaps
 * @param more whether the text goes on before or behind
 */
public record Context(String in, int start, List<Piece> pieces, boolean more) {

    /** How much is shown around the words, in UTF-16 units, at least where there is so much. */
    private static final int AROUND = 500;

    private static final String PLAIN = "TEXT";

    /**
     * Words with one part in the statement.
     *
     * @param part {@code SOURCE}, {@code CUE}, {@code CONTENT}, {@code ADDRESSEE}, or {@code TEXT} for none
     * @param text the words, to the letter
     */
    public record Piece(String part, String text) {

        /** The name of its style; empty for none. */
        public String style() {
            return part.equals(PLAIN) ? "" : part.toLowerCase(Locale.ROOT);
        }
    }

    private record Lit(Span span, String part) {}

    public Context {
        pieces = List.copyOf(pieces);
    }

    static Context of(ArticleRecord record, Statement statement) {
        Attribution words = statement.attribution();
        String text = record.textOf(words.in());
        List<Span> paragraphs = words.in() == Location.TEXT
                ? record.article().text().paragraphs()
                : List.of(new Span(0, text.length()));
        int from = begin(paragraphs, text, words.start());
        int to = end(paragraphs, text, words.end());
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (Lit lit : lit(statement)) {
            Span span = lit.span();
            if (span.start() < at) {
                // Words with two parts are shown with the first.
                continue;
            }
            if (span.start() > at) {
                pieces.add(new Piece(PLAIN, text.substring(at, span.start())));
            }
            pieces.add(new Piece(lit.part(), span.of(text)));
            at = span.end();
        }
        if (at < to) {
            pieces.add(new Piece(PLAIN, text.substring(at, to)));
        }
        return new Context(
                words.in().name(), CodePoints.of(text).fromUtf16(from), pieces, from > 0 || to < text.length());
    }

    private static List<Lit> lit(Statement statement) {
        Attribution words = statement.attribution();
        List<Lit> all = new ArrayList<>();
        words.source().forEach(span -> all.add(new Lit(span, "SOURCE")));
        words.cue().forEach(span -> all.add(new Lit(span, "CUE")));
        words.content().forEach(span -> all.add(new Lit(span, "CONTENT")));
        statement.addressee().forEach(span -> all.add(new Lit(span, "ADDRESSEE")));
        all.sort(Comparator.comparingInt(one -> one.span().start()));
        return all;
    }

    /** The beginning of a paragraph, not much before the place it needs; else of a word. */
    private static int begin(List<Span> paragraphs, String text, int place) {
        int wanted = Math.max(0, place - AROUND);
        int best = -1;
        for (Span paragraph : paragraphs) {
            if (paragraph.start() >= wanted && paragraph.start() <= place) {
                best = paragraph.start();
                break;
            }
        }
        return best >= 0 ? best : word(text, wanted, place);
    }

    private static int word(String text, int from, int place) {
        int at = from;
        while (at > 0 && at < place && !Character.isWhitespace(text.charAt(at - 1))) {
            at++;
        }
        return at;
    }

    /** The end of a paragraph, not much behind the place; else of a word. */
    private static int end(List<Span> paragraphs, String text, int place) {
        int wanted = Math.min(text.length(), place + AROUND);
        int best = -1;
        for (Span paragraph : paragraphs) {
            if (paragraph.end() >= place && paragraph.end() <= wanted) {
                best = paragraph.end();
            }
        }
        if (best >= 0) {
            return best;
        }
        int at = wanted;
        while (at < text.length() && at > place && !Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at;
    }
}
