package io.onrecord.model;

import java.util.Optional;

/**
 * The evidence of how an article's bytes were had.
 *
 * @param time when they were fetched or archived, ISO 8601
 * @param address where they came from in the end, if that is another address than the article's
 * @param warcRecord id of the WARC record
 * @param digest of the payload, such as {@code sha256:…}
 * @param truncated why the payload is not whole, in the word of the archive or fetcher, such as {@code length}
 */
public record Capture(
        Optional<String> time,
        Optional<String> address,
        Optional<String> warcRecord,
        Optional<String> digest,
        Optional<String> truncated) {

    public Capture {
        if (time.isEmpty() && warcRecord.isEmpty() && digest.isEmpty()) {
            throw new IllegalArgumentException("a capture has a time, a WARC record or a digest");
        }
    }
}
