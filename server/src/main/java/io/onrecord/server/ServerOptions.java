package io.onrecord.server;

import io.onrecord.Options;
import io.onrecord.reading.ReadingOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How the desk is served.
 *
 * @param host where it listens: a name or number of this machine
 * @param port 0 for any that is free
 * @param names further names that browsers may call it by
 * @param store address of the store, which is made where there is none
 * @param engine how articles are read
 * @param reading how inputs are read, addresses among them
 * @param demo where made-up articles are kept while the store is empty; empty for no such thing
 * @param user who works at this machine, where it is not shared
 * @param sharing how people come in, where the desk is shared; empty where whoever reaches it works at this machine
 * @param requests is told of each request, on the thread that answered it; empty for no such thing
 */
public record ServerOptions(
        String host,
        int port,
        Set<String> names,
        String store,
        Options engine,
        ReadingOptions reading,
        Optional<Path> demo,
        String user,
        Optional<Sharing> sharing,
        Optional<Consumer<RequestLine>> requests) {
    public ServerOptions {
        names = Set.copyOf(names);
    }

    /**
     * A desk for those who have a token.
     *
     * @param proxied whether a proxy before it says who asks ({@code X-Forwarded-For}) and whether by https ({@code X-Forwarded-Proto});
     *     never where people reach the desk without it, since they could say the same
     */
    public record Sharing(boolean proxied) {}

    /** The loopback, port 4180, without made-up articles. */
    public static ServerOptions local(String store) {
        return new ServerOptions(
                "127.0.0.1",
                4180,
                Set.of(),
                store,
                Options.DEFAULT,
                ReadingOptions.DEFAULT,
                Optional.empty(),
                System.getProperty("user.name", "somebody"),
                Optional.empty(),
                Optional.empty());
    }

    /** Listening elsewhere. */
    public ServerOptions withHost(String other, Set<String> otherNames) {
        return new ServerOptions(other, port, otherNames, store, engine, reading, demo, user, sharing, requests);
    }

    public ServerOptions withPort(int other) {
        return new ServerOptions(host, other, names, store, engine, reading, demo, user, sharing, requests);
    }

    public ServerOptions withDemo(Path file) {
        return new ServerOptions(host, port, names, store, engine, reading, Optional.of(file), user, sharing, requests);
    }

    public ServerOptions withReading(ReadingOptions other) {
        return new ServerOptions(host, port, names, store, engine, other, demo, user, sharing, requests);
    }

    /** Shared: people say who they are. */
    public ServerOptions withSharing(Sharing how) {
        return new ServerOptions(host, port, names, store, engine, reading, demo, user, Optional.of(how), requests);
    }

    /** Telling of each request. */
    public ServerOptions withRequests(Consumer<RequestLine> lines) {
        return new ServerOptions(host, port, names, store, engine, reading, demo, user, sharing, Optional.of(lines));
    }
}
