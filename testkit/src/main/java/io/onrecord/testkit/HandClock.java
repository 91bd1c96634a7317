package io.onrecord.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock in UTC that stands until a test moves it. For one thread. */
public final class HandClock extends Clock {

    /** What it shows at first. */
    public static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private Instant now = NOON;

    /** Sets it. */
    public void set(Instant time) {
        now = time;
    }

    /** Moves it on, or back. */
    public void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
