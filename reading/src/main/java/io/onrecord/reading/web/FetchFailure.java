package io.onrecord.reading.web;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why an address gives nothing; {@link Refused} while it is on its way up. */
final class FetchFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refused.Reason reason;
    private final String why;
    private final boolean forNow;
    private final boolean again;
    private final @Nullable Duration retryAfter;

    /**
     * @param forNow whether it may go better later
     * @param again whether it is worth trying at once, after a short wait
     */
    private FetchFailure(
            Refused.Reason reason,
            String why,
            boolean forNow,
            boolean again,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(why, cause);
        this.reason = reason;
        this.why = why;
        this.forNow = forNow;
        this.again = again;
        this.retryAfter = retryAfter;
    }

    /** It would fail again. */
    static FetchFailure lasting(Refused.Reason reason, String why) {
        return new FetchFailure(reason, why, false, false, null, null);
    }

    static FetchFailure lasting(Refused.Reason reason, String why, Throwable cause) {
        return new FetchFailure(reason, why, false, false, null, cause);
    }

    /** It may go better another day. */
    static FetchFailure forNow(Refused.Reason reason, String why, @Nullable Throwable cause) {
        return new FetchFailure(reason, why, true, false, null, cause);
    }

    /** It may go better in a moment. */
    static FetchFailure passing(Refused.Reason reason, String why, @Nullable Throwable cause) {
        return new FetchFailure(reason, why, true, true, null, cause);
    }

    static FetchFailure busy(String why, Optional<Duration> retryAfter) {
        return new FetchFailure(Refused.Reason.STATUS, why, true, true, retryAfter.orElse(null), null);
    }

    /** The same, in other words and for another reason. */
    FetchFailure as(Refused.Reason other, String words) {
        return new FetchFailure(other, words, forNow, again, retryAfter, this);
    }

    Refused.Reason reason() {
        return reason;
    }

    String why() {
        return why;
    }

    boolean isForNow() {
        return forNow;
    }

    boolean isWorthAnotherTry() {
        return again;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    Refused refused(String address) {
        return new Refused(address, reason, why, forNow, retryAfter());
    }
}
