package io.onrecord.reading.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time of day and its passing, as fetching sees them; a test brings its own and waits for nothing. Thread-safe. */
public interface Waiting {

    /** What the machine's clock says. */
    Waiting SYSTEM = new Waiting() {
        @Override
        public Instant now() {
            return Clock.systemUTC().instant();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time.toMillis());
        }
    };

    /** The time of day. */
    Instant now();

    /**
     * Returns when that much time has passed.
     *
     * @throws InterruptedException if the thread is to end
     */
    void sleep(Duration time) throws InterruptedException;
}
