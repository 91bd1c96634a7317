package io.onrecord.reading;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What the sources of one run share.
 *
 * @param options how to read
 * @param notices who is told what was decided
 * @param bytesRead progress, read from other threads
 */
record Run(ReadingOptions options, Consumer<Notice> notices, AtomicLong bytesRead) {

    void tell(Notice.Kind kind, String address, String message) {
        notices.accept(new Notice(kind, address, message));
    }
}
