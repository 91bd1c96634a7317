package io.onrecord.reading.document;

import java.time.Duration;

/**
 * How much of one document is taken on.
 *
 * @param articleBytes most bytes of one article's text in UTF-8
 * @param documentBytes most bytes of one document as it is stored; a mailbox has no limit, a mail in it has this one
 * @param pages most pages of a PDF
 * @param time most time spent on one PDF, whose programs could otherwise run for ever
 */
public record DocumentLimits(long articleBytes, long documentBytes, int pages, Duration time) {

    private static final long MIB = 1L << 20;

    /** Articles of up to 1 MiB in documents of up to 256 MiB, and of up to 5,000 pages read within two minutes. */
    public static final DocumentLimits DEFAULT = new DocumentLimits(MIB, 256 * MIB, 5000, Duration.ofMinutes(2));

    public DocumentLimits {
        if (articleBytes < 1 || documentBytes < 1 || pages < 1) {
            throw new IllegalArgumentException(
                    "limits must be 1 or more, not " + articleBytes + ", " + documentBytes + ", " + pages);
        }
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("the time for a document must be positive, not " + time);
        }
    }

    /** The same with another limit for articles. */
    public DocumentLimits withArticleBytes(long bytes) {
        return new DocumentLimits(bytes, documentBytes, pages, time);
    }

    /** The same with another limit for documents. */
    public DocumentLimits withDocumentBytes(long bytes) {
        return new DocumentLimits(articleBytes, bytes, pages, time);
    }

    /** The same with another limit for pages. */
    public DocumentLimits withPages(int most) {
        return new DocumentLimits(articleBytes, documentBytes, most, time);
    }

    /** The same with another limit for time. */
    public DocumentLimits withTime(Duration most) {
        return new DocumentLimits(articleBytes, documentBytes, pages, most);
    }
}
