package io.onrecord.reading.web;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Sends something to an address that somebody named: never to a private network unless that is allowed, bounded in time, once, and to no other
 * address that the other side may name instead. Thread-safe.
 */
public final class Poster implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Http http;

    /**
     * Posts as addresses are fetched.
     *
     * @param options how addresses are fetched; time-outs are cut to some seconds, since nobody waits for an answer
     */
    public Poster(FetchOptions options) {
        FetchOptions brief = options.withTimeouts(
                least(options.connectTimeout()), least(options.responseTimeout()), least(options.totalTimeout()));
        try {
            this.http = new Http(brief, AddressGuard.of(options.allowPrivate()), SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "the certificates that this Java trusts cannot be read: check its settings", e);
        }
    }

    private static Duration least(Duration time) {
        return time.compareTo(LONGEST) > 0 ? LONGEST : time;
    }

    /** Why nothing can be sent to an address, by its look alone; empty where it can. */
    public static Optional<String> whyNot(String address) {
        try {
            URI.create(Address.of(address.strip()).toString());
            return Optional.empty();
        } catch (Address.UnusableException e) {
            return Optional.of(e.why());
        } catch (IllegalArgumentException e) {
            return Optional.of("cannot be read as an address");
        }
    }

    /**
     * Sends.
     *
     * @param type of what is sent
     * @param headers beside the usual ones
     */
    public Posted post(String address, String type, Map<String, String> headers, byte[] body) {
        try {
            Answer answer = http.post(Address.of(address.strip()), type, headers, body);
            int status = answer.status();
            if (status >= 200 && status < 300) {
                return new Posted(Optional.of(status), Optional.empty(), true);
            }
            String why = "it answers with status " + status
                    + (answer.isRedirect()
                            ? ", a redirect, which is not followed: name the address that it leads to"
                            : "");
            return new Posted(Optional.of(status), Optional.of(why), !answer.isRedirect());
        } catch (Address.UnusableException e) {
            return new Posted(Optional.empty(), Optional.of(e.why()), false);
        } catch (FetchFailure e) {
            return new Posted(Optional.empty(), Optional.of(e.why()), e.isForNow());
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
