package io.onrecord.reading.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.SplittableRandom;

/** How long to wait: what servers say, and what they do not. */
final class Waits {

    private Waits() {}

    /**
     * Before a further try: twice as long each time, the half of it by chance, so that many that failed together do not
     * come back together. The same for the same seed, address and try.
     *
     * @param tries how many have failed, from 1
     */
    static Duration beforeTry(int tries, String address, Duration first, Duration longest, long seed) {
        long full = Math.min(longest.toMillis(), first.toMillis() << Math.min(tries - 1, 20));
        SplittableRandom random = new SplittableRandom(seed * 31 + address.hashCode() * 17L + tries);
        return Duration.ofMillis(full / 2 + random.nextLong(full - full / 2 + 1));
    }

    /** The header Retry-After: seconds, or a time. */
    static Optional<Duration> retryAfter(Optional<String> header, Instant now) {
        if (header.isEmpty()) {
            return Optional.empty();
        }
        String value = header.get().strip();
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant time = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(time.isAfter(now) ? Duration.between(now, time) : Duration.ZERO);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
