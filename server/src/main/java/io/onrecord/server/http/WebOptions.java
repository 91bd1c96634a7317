package io.onrecord.server.http;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How the web server listens.
 *
 * @param host a name or number of this machine
 * @param port 0 for any that is free
 * @param names by which browsers may call it ({@code localhost}, {@code desk.example.org}), without ports; a request that calls it
 *     anything else is refused, so that no page elsewhere can make itself a name for it
 * @param maxBody the most bytes of one request
 * @param threads that answer
 * @param patience with a connection on which nothing is said, and with headers that are not whole
 * @param proxied whether a proxy before it says who asks ({@code X-Forwarded-For}) and how ({@code X-Forwarded-Proto})
 * @param requests is told of each request that was answered, on the thread that answered it
 */
public record WebOptions(
        String host,
        int port,
        Set<String> names,
        long maxBody,
        int threads,
        Duration patience,
        boolean proxied,
        Consumer<Served> requests) {
    public WebOptions {
        names = Set.copyOf(names);
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535, not " + port);
        }
        if (maxBody < 1 || threads < 8) {
            throw new IllegalArgumentException("a server takes some bytes and has at least 8 threads");
        }
    }
}
