package io.onrecord.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Ids are derived, so that two runs, two machines and two versions give the same ones: the first 128 bits of a SHA-256,
 * as 32 hexadecimal digits.
 */
public final class Ids {

    private static final int BYTES = 16;
    private static final int SHORT = 16;

    private Ids() {}

    /** Id of the article at an address with a text. */
    public static String article(String address, String text) {
        return digest(List.of("article", address, text));
    }

    /**
     * Id of a statement: its article, where it stands, its cue and its content.
     *
     * @param points code points of the text (or title) that the spans refer to
     */
    public static String statement(
            String articleId, Location in, List<Span> cue, List<Span> content, CodePoints points) {
        return digest(List.of("statement", articleId, in.name(), positions(cue, points), positions(content, points)));
    }

    /**
     * Id of an identity: the speaker of an article that it is known by.
     *
     * @param articleId the earliest article that has them
     * @param name of the speaker there
     * @param nth among the speakers of that name in the article, from 0
     */
    public static String identity(String articleId, String name, int nth) {
        return digest(List.of("identity", articleId, name, String.valueOf(nth)));
    }

    /**
     * Id of a claim: that of the proposition that was on record first.
     *
     * @param propositionId id of a statement, with the part behind a dot where it puts several propositions
     */
    public static String claim(String propositionId) {
        return digest(List.of("claim", propositionId));
    }

    /**
     * Digits that tell an entry of a list from others: 16 of them.
     *
     * @param words all that it says
     */
    public static String entry(String words) {
        return digest(List.of("entry", words)).substring(0, SHORT);
    }

    private static String positions(List<Span> spans, CodePoints points) {
        StringBuilder out = new StringBuilder();
        for (Span span : spans) {
            out.append(points.fromUtf16(span.start()))
                    .append('-')
                    .append(points.fromUtf16(span.end()))
                    .append(' ');
        }
        return out.toString();
    }

    /** Each part is written with its length, so that no two lists of parts give the same bytes. */
    private static String digest(List<String> parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                sha.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(sha.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
