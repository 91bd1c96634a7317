package io.onrecord.model;

import java.util.Optional;

/**
 * The evidence of how an article's bytes were had.
 *
 * @param time when they were fetched or archived, ISO 8601
 * @param warcRecord id of the WARC record
 * @param digest of the payload, such as {@code sha256:…}
 */
public record Capture(Optional<String> time, Optional<String> warcRecord, Optional<String> digest) {
    public Capture {
        if (time.isEmpty() && warcRecord.isEmpty() && digest.isEmpty()) {
            throw new IllegalArgumentException("a capture has a time, a WARC record or a digest");
        }
    }
}
