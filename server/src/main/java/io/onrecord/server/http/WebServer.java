package io.onrecord.server.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Carries requests to routes and answers back, with the headers that keep pages what they are: nothing runs or loads in them but the server's
 * own files. Safe to share between threads; close it once.
 */
public final class WebServer implements AutoCloseable {

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts.
     *
     * @param routes all there are
     * @param gate lets requests in
     * @param problems turns failures into problems
     * @param page shows problems to people
     * @throws IOException if the port cannot be had
     */
    public static WebServer start(WebOptions options, List<Route> routes, Gate gate, Problems problems, ErrorPage page)
            throws IOException {
        Carrier carrier = new Carrier(options, gate, problems, page);
        Javalin javalin = Javalin.create(config -> {
            configure(config);
            new Listening(options, carrier).configure(config.jetty);
            config.routes.before(carrier::before);
            routes.forEach(route -> add(config, route, carrier));
            // Its own are shown in another way than ours unless they are asked for by name.
            config.routes.exception(HttpResponseException.class, (failure, context) -> carrier.fail(context, failure));
            config.routes.exception(Exception.class, (failure, context) -> carrier.fail(context, failure));
        });
        try {
            javalin.start(options.host(), options.port());
        } catch (JavalinBindException e) {
            throw new IOException(
                    "cannot listen at " + options.host() + ":" + options.port()
                            + ": another program does already, or the port is not yours; --port names another",
                    e);
        }
        return new WebServer(javalin);
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.http.prefer405over404 = true;
        config.http.strictContentTypes = false;
    }

    private static void add(JavalinConfig config, Route route, Carrier carrier) {
        HandlerType type = HandlerType.findOrCreate(route.method().name());
        config.routes.addHttpHandler(type, route.path(), context -> carrier.carry(context, route));
        if (route.method() == Method.GET) {
            config.routes.addHttpHandler(HandlerType.HEAD, route.path(), context -> carrier.carry(context, route));
        }
    }

    /** The port it listens at. */
    public int port() {
        return javalin.port();
    }

    /** How many connections are open. */
    public int connections() {
        return (int) Arrays.stream(javalin.jettyServer().server().getConnectors())
                .mapToLong(connector -> connector.getConnectedEndPoints().size())
                .sum();
    }

    /** How many are held at once. */
    public int mostConnections() {
        return Listening.connections();
    }

    /** Takes no more requests, and waits some seconds for those that are being answered. */
    @Override
    public void close() {
        javalin.stop();
    }
}
