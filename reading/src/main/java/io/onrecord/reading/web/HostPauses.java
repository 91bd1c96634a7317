package io.onrecord.reading.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When each host may be asked again. Thread-safe. */
final class HostPauses {

    /** From there on, hosts that are free are forgotten. */
    private static final int MANY = 10_000;

    private final Waiting waiting;
    private final Map<String, Instant> free = new HashMap<>();
    private Instant latest = Instant.MIN;

    HostPauses(Waiting waiting) {
        this.waiting = waiting;
    }

    /** Waits for the host's turn; the next one comes a pause after this one. */
    void await(String host, Duration pause) throws InterruptedException {
        Duration wait;
        synchronized (this) {
            Instant now = now();
            Instant turn = later(free.get(host), now);
            free.put(host, turn.plus(pause));
            wait = Duration.between(now, turn);
            if (free.size() > MANY) {
                free.values().removeIf(time -> !time.isAfter(now));
            }
        }
        if (!wait.isZero()) {
            waiting.sleep(wait);
        }
    }

    /** Nobody asks the host for that long. */
    synchronized void hold(String host, Duration wait) {
        free.put(host, later(free.get(host), now().plus(wait)));
    }

    /** When the host's next turn is; may lie in the past. */
    synchronized Instant freeAt(String host) {
        return free.getOrDefault(host, Instant.MIN);
    }

    /** The time of day; where its clock was put back, the turns of all hosts go back with it, or they would not come for as long. */
    private Instant now() {
        Instant now = waiting.now();
        if (now.isBefore(latest)) {
            Duration back = Duration.between(now, latest);
            free.replaceAll((host, time) -> time.minus(back));
        }
        latest = now;
        return now;
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }
}
