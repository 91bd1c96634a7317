package io.onrecord.reading.web;

import java.time.Duration;
import java.util.Locale;

/**
 * How things are fetched.
 *
 * @param userAgent who asks, as servers are told; the name before its first slash is looked for in robots.txt
 * @param connectTimeout for a connection to be made, the secure handshake included
 * @param responseTimeout for the longest silence of a server that is connected
 * @param totalTimeout for one request, from name resolution to the last byte
 * @param maxBytes longest payload, as it is sent and again as it is unpacked; a longer one is refused, not cut
 * @param maxRedirects how many addresses one leads to
 * @param maxRetries how often a request that failed for the moment is made again
 * @param firstWait before the first of them; each further one waits twice as long, up to {@code longestWait}
 * @param longestWait what a server that names a longer time (Retry-After) is not waited for; also the longest pause that
 *     a robots.txt can ask for
 * @param hostPause between two requests to one host, at least
 * @param allowPrivate whether addresses of private networks, this machine included, may be asked
 * @param connections at the same time, to all hosts; to one host it is never more than two
 * @param seed of the jitter of waits
 */
public record FetchOptions(
        String userAgent,
        Duration connectTimeout,
        Duration responseTimeout,
        Duration totalTimeout,
        int maxBytes,
        int maxRedirects,
        int maxRetries,
        Duration firstWait,
        Duration longestWait,
        Duration hostPause,
        boolean allowPrivate,
        int connections,
        long seed) {

    /** Plain manners: a second between pages of one host, two minutes and 32 MiB for a page. */
    public static final FetchOptions DEFAULT = new FetchOptions(
            "Onrecord/" + version(),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            32 << 20,
            10,
            3,
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(1),
            false,
            16,
            0);

    public FetchOptions {
        if (userAgent.isBlank() || !userAgent.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException(
                    "the user agent must be plain ASCII and not blank, not '" + userAgent + "'");
        }
        if (robotsName(userAgent).isEmpty()) {
            throw new IllegalArgumentException(
                    "the user agent must begin with a name, by which robots.txt files can speak" + " of it, not with '"
                            + userAgent.charAt(0) + "'");
        }
        positive(connectTimeout, "connect time-out");
        positive(responseTimeout, "response time-out");
        positive(totalTimeout, "total time-out");
        positive(firstWait, "first wait");
        notNegative(longestWait, "longest wait");
        notNegative(hostPause, "pause between requests to a host");
        if (maxBytes < 1 || maxBytes > 1 << 30) {
            throw new IllegalArgumentException("the size limit must lie between 1 byte and 1 GiB, not " + maxBytes);
        }
        if (maxRedirects < 0 || maxRetries < 0 || connections < 1) {
            throw new IllegalArgumentException("redirects (" + maxRedirects + ") and retries (" + maxRetries
                    + ") must not be negative, and connections (" + connections + ") at least 1");
        }
    }

    private static void positive(Duration time, String what) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("the " + what + " must be longer than nothing, not " + time);
        }
    }

    private static void notNegative(Duration time, String what) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("the " + what + " must not be negative, but is " + time);
        }
    }

    private static String version() {
        String version = FetchOptions.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }

    /** These, under another name; such as {@code NewsDesk/1.0 (+https://example.org/about)}. */
    public FetchOptions withUserAgent(String agent) {
        return new FetchOptions(
                agent,
                connectTimeout,
                responseTimeout,
                totalTimeout,
                maxBytes,
                maxRedirects,
                maxRetries,
                firstWait,
                longestWait,
                hostPause,
                allowPrivate,
                connections,
                seed);
    }

    /** These, with other time-outs. */
    public FetchOptions withTimeouts(Duration connect, Duration response, Duration total) {
        return new FetchOptions(
                userAgent,
                connect,
                response,
                total,
                maxBytes,
                maxRedirects,
                maxRetries,
                firstWait,
                longestWait,
                hostPause,
                allowPrivate,
                connections,
                seed);
    }

    /** These, with other limits on what one address may take. */
    public FetchOptions withLimits(int bytes, int redirects, int retries) {
        return new FetchOptions(
                userAgent,
                connectTimeout,
                responseTimeout,
                totalTimeout,
                bytes,
                redirects,
                retries,
                firstWait,
                longestWait,
                hostPause,
                allowPrivate,
                connections,
                seed);
    }

    /** These, with other waits. */
    public FetchOptions withWaits(Duration first, Duration longest, Duration pause, long jitterSeed) {
        return new FetchOptions(
                userAgent,
                connectTimeout,
                responseTimeout,
                totalTimeout,
                maxBytes,
                maxRedirects,
                maxRetries,
                first,
                longest,
                pause,
                allowPrivate,
                connections,
                jitterSeed);
    }

    /** These, with addresses of private networks allowed or refused. */
    public FetchOptions withAllowPrivate(boolean allowed) {
        return new FetchOptions(
                userAgent,
                connectTimeout,
                responseTimeout,
                totalTimeout,
                maxBytes,
                maxRedirects,
                maxRetries,
                firstWait,
                longestWait,
                hostPause,
                allowed,
                connections,
                seed);
    }

    /** The word for it in robots.txt. */
    String robotsName() {
        return robotsName(userAgent);
    }

    private static String robotsName(String agent) {
        int end = 0;
        while (end < agent.length()
                && (Character.isLetter(agent.charAt(end)) || "_-".indexOf(agent.charAt(end)) >= 0)) {
            end++;
        }
        return agent.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
