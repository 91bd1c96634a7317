package io.onrecord.reading.web;

import io.onrecord.reading.item.Wording;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * Fetches addresses: politely (robots.txt, pauses between requests to a host, no more than two at a time), never from a
 * private network unless that is allowed, bounded in time and bytes. Thread-safe; threads that want the same host wait
 * for one another.
 *
 * <p>A fetch that fails is no exception but a {@link Refused}. An interrupted thread gets one, too, and stays interrupted.
 */
public final class Fetcher implements AutoCloseable {

    /** What RFC 9309 wants followed at least. */
    private static final int ROBOTS_REDIRECTS = 5;

    /** What is wrong with a host as a whole, whatever it is asked for. */
    private static final Set<Refused.Reason> OF_THE_HOST = Set.of(
            Refused.Reason.PRIVATE, Refused.Reason.CONNECTION, Refused.Reason.CERTIFICATE, Refused.Reason.TIMEOUT);

    private final FetchOptions options;
    private final Waiting waiting;
    private final Http http;
    private final AddressGuard guard;
    private final HostPauses pauses;
    private final Robots robots;

    /** By the machine's clock. */
    public Fetcher(FetchOptions options) {
        this(options, Waiting.SYSTEM);
    }

    /** By another clock, which all waits and capture times go by; the time-outs of a request are always real. */
    public Fetcher(FetchOptions options, Waiting waiting) {
        this(options, waiting, AddressGuard.of(options.allowPrivate()), trusted());
    }

    Fetcher(FetchOptions options, Waiting waiting, AddressGuard guard, SSLContext secure) {
        this.options = options;
        this.waiting = waiting;
        this.guard = guard;
        this.http = new Http(options, guard, secure);
        this.pauses = new HostPauses(waiting);
        this.robots = new Robots(options.robotsName(), waiting, this::robotsTxt);
    }

    /** The JDK's, which goes by {@code javax.net.ssl.trustStore} where that is set. */
    private static SSLContext trusted() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "the certificates that this Java trusts cannot be read: check its settings", e);
        }
    }

    /** The same as for its text. */
    public Fetch fetch(URI address) {
        return fetch(address.toString());
    }

    /** What the address gives; spaces, accents and the like in it are escaped. */
    public Fetch fetch(String address) {
        Reply reply = ask(address, Reply.Validators.NONE);
        if (reply instanceof Reply.Whole whole) {
            return whole.fetched();
        }
        if (reply instanceof Reply.Failed failed) {
            return failed.refused();
        }
        // Not modified since nothing was asked for.
        return FetchFailure.lasting(Refused.Reason.STATUS, "the server answers with status 304 instead of a page")
                .refused(address);
    }

    /**
     * What speaks against an address before anything is asked of it: its form, a private network, a host that nobody knows. Only the host is
     * looked up; fetching looks again, so this is for telling people early and protects nothing.
     */
    public Optional<Refused> objection(String given) {
        String address = given.strip();
        try {
            Address at = Address.of(address);
            try {
                guard.resolve(at.host());
                return Optional.empty();
            } catch (UnknownHostException e) {
                return Optional.of(Http.Failures.of(e, at, options).refused(address));
            }
        } catch (Address.UnusableException e) {
            return Optional.of(
                    FetchFailure.lasting(Refused.Reason.ADDRESS, e.why()).refused(address));
        }
    }

    /** What the address gives, or that it is still what was had with those validators. */
    Reply ask(String given, Reply.Validators had) {
        String address = given.strip();
        try {
            Address start = Address.of(address);
            Map<String, String> headers = new HashMap<>();
            had.tag().ifPresent(tag -> headers.put("If-None-Match", tag));
            had.modified().ifPresent(time -> headers.put("If-Modified-Since", time));
            return followed(address, start, headers);
        } catch (Address.UnusableException e) {
            return new Reply.Failed(
                    FetchFailure.lasting(Refused.Reason.ADDRESS, e.why()).refused(address));
        } catch (FetchFailure e) {
            return new Reply.Failed(e.refused(address));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Failed(stopped().refused(address));
        }
    }

    private static FetchFailure stopped() {
        return FetchFailure.forNow(Refused.Reason.INTERRUPTED, "stopped before it was fetched", null);
    }

    private Reply followed(String address, Address start, Map<String, String> headers)
            throws FetchFailure, InterruptedException {
        Set<String> asked = new LinkedHashSet<>();
        Set<String> hosts = new HashSet<>();
        Address at = start;
        while (true) {
            if (!asked.add(at.toString())) {
                throw FetchFailure.lasting(
                        Refused.Reason.REDIRECT,
                        "redirects go round in a circle: back to " + Wording.shown(at.toString()));
            }
            Duration pause = pause(at);
            if (hosts.add(at.host())) {
                // One page is one request to a host, however many of its redirects it takes.
                pauses.await(at.host(), pause);
            }
            Answer answer = answered(at, headers, options.maxBytes(), false);
            if (!answer.isRedirect()) {
                return reply(address, at, answer);
            }
            if (asked.size() > options.maxRedirects()) {
                throw FetchFailure.lasting(
                        Refused.Reason.REDIRECT,
                        "more than " + options.maxRedirects() + " redirects, one after the other");
            }
            at = next(at, answer);
        }
    }

    private Duration pause(Address at) throws FetchFailure {
        Duration wished = robots.pauseAt(at);
        Duration most = wished.compareTo(options.longestWait()) > 0 ? options.longestWait() : wished;
        return most.compareTo(options.hostPause()) > 0 ? most : options.hostPause();
    }

    private static Address next(Address at, Answer answer) throws FetchFailure {
        String location = answer.header("location")
                .orElseThrow(() -> FetchFailure.lasting(
                        Refused.Reason.REDIRECT, "a redirect (status " + answer.status() + ") that says not where to"));
        try {
            return at.resolve(location);
        } catch (Address.UnusableException e) {
            throw FetchFailure.lasting(
                    Refused.Reason.REDIRECT,
                    "leads to '" + Wording.shown(location) + "', which is not fetched: " + e.why(),
                    e);
        }
    }

    private Reply reply(String address, Address at, Answer answer) throws FetchFailure {
        if (answer.isPage()) {
            ContentType type =
                    answer.header("content-type").map(ContentType::of).orElse(ContentType.UNKNOWN);
            return new Reply.Whole(new Fetched(address, at, type, answer.body(), waiting.now()), answer);
        }
        int status = answer.status();
        if (status == 304) {
            return new Reply.Unchanged(answer);
        }
        String why = "the server answers with status " + status + " instead of a page";
        if (status == 401 || status == 403 || status == 402 || status == 451) {
            why += ": it is not for everyone";
        } else if (status == 404 || status == 410) {
            why += ": there is none at this address";
        }
        throw status >= 500 || status == 408
                ? FetchFailure.forNow(Refused.Reason.STATUS, why + "; try again later", null)
                : FetchFailure.lasting(Refused.Reason.STATUS, why);
    }

    /** One address, tried again where that may help; whoever else wants the host waits as well. */
    private Answer answered(Address at, Map<String, String> headers, int limit, boolean cut)
            throws FetchFailure, InterruptedException {
        for (int tries = 1; ; tries++) {
            FetchFailure failure;
            try {
                Answer answer = http.get(at, headers, limit, cut);
                if (!answer.isBusy()) {
                    return answer;
                }
                failure = busy(answer);
            } catch (FetchFailure e) {
                if (!e.isWorthAnotherTry()) {
                    throw e;
                }
                failure = e;
            }
            if (tries > options.maxRetries()
                    || failure.retryAfter().filter(this::isTooLong).isPresent()) {
                throw failure;
            }
            Duration wait =
                    Waits.beforeTry(tries, at.toString(), options.firstWait(), options.longestWait(), options.seed());
            Duration said = failure.retryAfter().orElse(Duration.ZERO);
            pauses.hold(at.host(), said.compareTo(wait) > 0 ? said : wait);
            pauses.await(at.host(), options.hostPause());
        }
    }

    private boolean isTooLong(Duration wait) {
        return wait.compareTo(options.longestWait()) > 0;
    }

    private FetchFailure busy(Answer answer) {
        Optional<Duration> wait = Waits.retryAfter(answer.header("retry-after"), waiting.now());
        String later = wait.map(time -> "in " + Shown.time(time) + ", it says").orElse("later");
        return FetchFailure.busy("the server is busy (status " + answer.status() + "): try again " + later, wait);
    }

    /** A robots.txt is had without a pause of its own: it and the first page after it are one visit. */
    private Answer robotsTxt(Address robotsAddress) throws FetchFailure {
        Address at = robotsAddress;
        try {
            for (int redirects = 0; ; redirects++) {
                Answer answer = answered(at, Map.of(), Robots.LONGEST, true);
                if (!answer.isRedirect() || redirects == ROBOTS_REDIRECTS) {
                    return answer;
                }
                at = next(at, answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped();
        } catch (FetchFailure e) {
            boolean sameForPages = at.equals(robotsAddress) && OF_THE_HOST.contains(e.reason());
            if (sameForPages || e.reason() == Refused.Reason.INTERRUPTED) {
                throw e;
            }
            throw e.as(
                    Refused.Reason.ROBOTS,
                    "the robots.txt of " + Wording.shown(robotsAddress.host())
                            + " cannot be had, and without it nothing is fetched from there: " + e.why());
        }
    }

    /** When a page of that address could be asked for without waiting; the past if at once. */
    Instant freeAt(String address) {
        try {
            return pauses.freeAt(Address.of(address).host());
        } catch (Address.UnusableException e) {
            return Instant.MIN;
        }
    }

    Waiting waiting() {
        return waiting;
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        http.close();
    }
}
