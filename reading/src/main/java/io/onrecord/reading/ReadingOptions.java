package io.onrecord.reading;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How inputs are read.
 *
 * @param encoding of every input that has no byte-order mark; absent: UTF-8, and plain text that is not valid UTF-8 is
 *     looked at more closely
 * @param maxArticleBytes most bytes of one article: of a plain-text file, or of a line of JSON Lines
 */
public record ReadingOptions(Optional<Charset> encoding, long maxArticleBytes) {

    private static final long MIB = 1L << 20;

    /** One article is held in one array. */
    private static final long LARGEST = 1024 * MIB;

    /** UTF-8 or what the bytes look like; articles of up to 1 MiB, some 170,000 words, which the default heap can hold. */
    public static final ReadingOptions DEFAULT = new ReadingOptions(Optional.empty(), MIB);

    public ReadingOptions {
        if (maxArticleBytes < 1 || maxArticleBytes > LARGEST) {
            throw new IllegalArgumentException(
                    "maxArticleBytes must lie between 1 and " + LARGEST + ", not " + maxArticleBytes);
        }
    }

    /** The same with a declared encoding. */
    public ReadingOptions withEncoding(Charset declared) {
        return new ReadingOptions(Optional.of(declared), maxArticleBytes);
    }

    /** The same with another limit. */
    public ReadingOptions withMaxArticleBytes(long bytes) {
        return new ReadingOptions(encoding, bytes);
    }
}
