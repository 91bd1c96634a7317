package io.onrecord.reading.web;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.onrecord.reading.item.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What hosts ask of programs (RFC 9309), kept for a day. Thread-safe. */
final class Robots {

    /** No longer than a day, says the RFC. */
    private static final Duration KEPT = Duration.ofHours(24);

    /** A host that cannot be had is asked again soon, but not for each of its pages. */
    private static final Duration FAILURE_KEPT = Duration.ofMinutes(5);

    private static final int MOST_HOSTS = 1000;

    /** At least 500 KiB, says the RFC; what comes after is ignored. */
    static final int LONGEST = 512 << 10;

    /** How a robots.txt is fetched, redirects followed. */
    @FunctionalInterface
    interface Source {
        Answer get(Address robots) throws FetchFailure;
    }

    /**
     * What is known of one host.
     *
     * @param failure why nothing is known
     */
    private record Wishes(
            @Nullable BaseRobotRules rules, @Nullable FetchFailure failure, Instant until) {}

    private final String name;
    private final Waiting waiting;
    private final Source source;
    private final Map<String, Wishes> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wishes> eldest) {
            return size() > MOST_HOSTS;
        }
    };

    /** @param name in lower case, as the parser wants it */
    Robots(String name, Waiting waiting, Source source) {
        this.name = name;
        this.waiting = waiting;
        this.source = source;
    }

    /**
     * How long the host wants programs to pause; zero if it says nothing.
     *
     * @throws FetchFailure if it does not want this address to be asked for, or its wishes cannot be had
     */
    Duration pauseAt(Address address) throws FetchFailure {
        BaseRobotRules rules = rules(address);
        if (!rules.isAllowed(address.toString())) {
            throw FetchFailure.lasting(
                    Refused.Reason.ROBOTS,
                    "the robots.txt of " + Wording.shown(address.host()) + " asks programs not to fetch it");
        }
        return Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
    }

    private BaseRobotRules rules(Address address) throws FetchFailure {
        Wishes wishes;
        synchronized (known) {
            wishes = known.get(address.origin());
        }
        if (wishes == null || !wishes.until().isAfter(waiting.now())) {
            wishes = asked(address);
            synchronized (known) {
                known.put(address.origin(), wishes);
            }
        }
        if (wishes.failure() != null) {
            throw wishes.failure();
        }
        if (wishes.rules() == null) {
            throw new IllegalStateException("neither rules nor a reason why there are none");
        }
        return wishes.rules();
    }

    private Wishes asked(Address address) throws FetchFailure {
        Address robots = new Address(address.scheme(), address.host(), address.port(), "/robots.txt");
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        try {
            Answer answer = source.get(robots);
            BaseRobotRules rules = answer.isPage()
                    ? parser.parseContent(robots.toString(), answer.body(), "text/plain", Set.of(name))
                    : unavailable(answer, robots, parser);
            return new Wishes(rules, null, waiting.now().plus(KEPT));
        } catch (FetchFailure failure) {
            if (failure.reason() == Refused.Reason.INTERRUPTED) {
                throw failure;
            }
            return new Wishes(null, failure, waiting.now().plus(FAILURE_KEPT));
        }
    }

    /** Where there is none, everything is allowed; where the server fails, nothing is. */
    private static BaseRobotRules unavailable(Answer answer, Address robots, SimpleRobotRulesParser parser)
            throws FetchFailure {
        int status = answer.status();
        if (status < 500 && status != 429) {
            return parser.failedFetch(404);
        }
        throw FetchFailure.forNow(
                Refused.Reason.ROBOTS,
                "the robots.txt of " + Wording.shown(robots.host()) + " cannot be had (status " + status
                        + "), and without it nothing is fetched from there: try again later",
                null);
    }
}
