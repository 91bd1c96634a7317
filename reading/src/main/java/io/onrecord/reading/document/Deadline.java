package io.onrecord.reading.document;

import java.time.Duration;

/** Ends work that might never end by itself. What was read in time never depends on the clock. */
final class Deadline {

    /** The time is up. Not an {@code IOException}: libraries take those for damage and go on. */
    static final class PassedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PassedException() {
            super("out of time");
        }
    }

    /** Looking at the clock costs more than most steps. */
    private static final int STEPS = 1024;

    private final long start = System.nanoTime();
    private final long most;
    private int steps;

    Deadline(Duration most) {
        this.most = most.toNanos();
    }

    /** One step of the work. */
    void step() {
        if (++steps >= STEPS) {
            check();
        }
    }

    void check() {
        steps = 0;
        if (System.nanoTime() - start > most) {
            throw new PassedException();
        }
    }
}
