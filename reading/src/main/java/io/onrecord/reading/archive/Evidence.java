package io.onrecord.reading.archive;

import io.onrecord.model.Capture;
import io.onrecord.model.Metadata;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MessageHeaders;

/** How a payload was captured, from the header of its record; its digest is taken where the record gives none. */
final class Evidence {

    private static final int LONGEST_ID = 300;
    private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9-]{1,20}:[A-Za-z0-9+/=_-]{8,200}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]{1,40}");

    /** The word of the WARC standard for a reason that is not known. */
    private static final String UNSPECIFIED = "unspecified";

    private final Optional<String> time;
    private final Optional<String> recordId;
    private final Optional<String> digest;
    private Optional<String> truncated;

    private @Nullable MessageDigest sha256;
    private long size;

    Evidence(MessageHeaders headers) {
        time = headers.first("WARC-Date").map(String::strip).filter(Evidence::isTime);
        recordId = headers.first("WARC-Record-ID")
                .map(Evidence::withoutBrackets)
                .filter(id -> !id.isBlank() && id.length() <= LONGEST_ID)
                .map(Words::plain);
        digest = headers.first("WARC-Payload-Digest").map(String::strip).filter(DIGEST.asMatchPredicate());
        truncated = headers.first("WARC-Truncated")
                .map(String::strip)
                .map(word -> WORD.matcher(word).matches() ? word : UNSPECIFIED);
    }

    static String withoutBrackets(String value) {
        String plain = value.strip();
        boolean bracketed = plain.length() > 1 && plain.startsWith("<") && plain.endsWith(">");
        return bracketed ? plain.substring(1, plain.length() - 1) : plain;
    }

    boolean isTruncated() {
        return truncated.isPresent();
    }

    Optional<String> recordId() {
        return recordId;
    }

    /**
     * The payload as it passes by. What the digest is taken of is what WARC 1.1 calls so: the entity of the HTTP message,
     * without chunks, in its content encoding.
     */
    InputStream over(InputStream entity) {
        if (digest.isEmpty()) {
            sha256 = sha256();
        }
        return new FilterInputStream(entity) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = in.read(bytes, offset, length);
                if (read > 0) {
                    size += read;
                    if (sha256 != null) {
                        sha256.update(bytes, offset, read);
                    }
                }
                return read;
            }

            @Override
            public long skip(long count) {
                return 0;
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }

    /** A payload that is shorter than the server said is not whole, even if nobody noted it. */
    void stated(Optional<String> contentLength) {
        boolean shorter = contentLength
                .map(String::strip)
                .filter(length -> length.matches("[0-9]{1,15}"))
                .map(Long::parseLong)
                .filter(length -> length > size)
                .isPresent();
        if (shorter && truncated.isEmpty()) {
            truncated = Optional.of(UNSPECIFIED);
        }
    }

    /** To be asked for when the payload has gone by. */
    Metadata metadata() {
        Optional<String> its = digest.or(() -> sha256 == null
                ? Optional.empty()
                : Optional.of("sha256:" + HexFormat.of().formatHex(sha256.digest())));
        Capture capture = new Capture(time, Optional.empty(), recordId, its, truncated);
        return new Metadata(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(capture));
    }

    private static boolean isTime(String date) {
        try {
            OffsetDateTime.parse(date);
            return true;
        } catch (DateTimeException e) {
            // WARC 1.1 allows dates of less precision.
            return date.matches("\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}Z)?)?)?");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
