package io.onrecord.reading.web;

import java.time.Duration;

/** How times are put in messages. */
final class Shown {

    private Shown() {}

    static String time(Duration time) {
        if (time.toMillis() < 10_000 && time.toMillis() % 1000 != 0) {
            return time.toMillis() + " ms";
        }
        return time.toSeconds() < 600 ? time.toSeconds() + " s" : time.toMinutes() + " min";
    }
}
