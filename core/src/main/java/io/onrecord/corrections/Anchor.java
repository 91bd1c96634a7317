package io.onrecord.corrections;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Spans;
import io.onrecord.model.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;

/**
 * Where the statement stands that a correction is about. It refers to a text and places in it, never to an id of the engine's: the
 * same text read again, by another model or at another address, has the same anchors.
 *
 * @param textDigest {@link #digest} of the article's text, also for a statement in the title
 * @param in which text of the article the spans refer to
 * @param source as of a statement
 * @param cue as of a statement; empty for a quotation carried on from before
 * @param content as of a statement, never empty
 * @param words what the content spans cover, pieces joined by {@code " … "}: for people, and since the title of a text may change
 */
public record Anchor(
        String textDigest, Location in, List<Span> source, List<Span> cue, List<Span> content, String words) {

    private static final String GAP = " … ";

    public Anchor {
        if (!textDigest.startsWith("sha256:")) {
            throw new IllegalArgumentException("the digest of a text begins with sha256:, unlike '" + textDigest + "'");
        }
        source = Spans.ordered(source, "source");
        cue = Spans.ordered(cue, "cue");
        content = Spans.ordered(content, "content");
        if (content.isEmpty() || words.isEmpty()) {
            throw new IllegalArgumentException("a correction is about a statement, which has content");
        }
    }

    /** The anchor of a statement of a record. */
    public static Anchor of(ArticleRecord record, Statement statement) {
        Attribution words = statement.attribution();
        return of(record, words.in(), words.source(), words.cue(), words.content());
    }

    /**
     * An anchor in a record's article.
     *
     * @throws IllegalArgumentException if spans overlap, lie outside the text, or there is no content
     */
    public static Anchor of(ArticleRecord record, Location in, List<Span> source, List<Span> cue, List<Span> content) {
        String text = record.textOf(in);
        for (List<Span> part : List.of(source, cue, content)) {
            for (Span span : part) {
                if (span.end() > text.length()) {
                    throw new IllegalArgumentException("the span " + span + " lies outside the "
                            + (in == Location.TEXT ? "text" : "title") + " of "
                            + record.article().address() + " (length " + text.length() + ")");
                }
            }
        }
        return new Anchor(digest(record.article().text().value()), in, source, cue, content, words(text, content));
    }

    /** What a text is known by wherever it stands: SHA-256 of its UTF-8, {@code sha256:} and 64 hexadecimal digits. */
    public static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return "sha256:" + HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String words(String text, List<Span> spans) {
        StringJoiner words = new StringJoiner(GAP);
        spans.forEach(span -> words.add(span.of(text)));
        return words.toString();
    }
}
