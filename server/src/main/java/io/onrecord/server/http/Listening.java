package io.onrecord.server.http;

import com.sun.management.UnixOperatingSystemMXBean;
import io.javalin.config.JettyConfig;
import io.onrecord.server.problem.Problem;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** How Jetty listens: everything that a stranger can have much of has a limit here. */
final class Listening {

    /** When no more connections are taken, those that say nothing go sooner. */
    private static final int CROWDED_MILLIS = 1_000;

    private static final int HEADERS = 16_384;
    private static final int QUEUE = 1_024;
    private static final int LEAST_THREADS = 8;
    private static final int MOST_CONNECTIONS = 12_000;
    private static final int CLOSING_MILLIS = 10_000;

    private final WebOptions options;
    private final Carrier carrier;

    Listening(WebOptions options, Carrier carrier) {
        this.options = options;
        this.carrier = carrier;
    }

    void configure(JettyConfig jetty) {
        Patience patience = new Patience(options.patience());
        jetty.threadPool = new QueuedThreadPool(options.threads(), LEAST_THREADS);
        jetty.modifyHttpConfiguration(this::configure);
        jetty.addConnector((server, http) -> connector(server, http, patience));
        jetty.modifyServer(server -> configure(server, patience));
    }

    private void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADERS);
        http.setIdleTimeout(options.patience().toMillis());
        http.setRelativeRedirectAllowed(true);
        // Addresses that two programs may read in two ways (%2F, //, ;, ..) are no addresses here.
        http.setUriCompliance(UriCompliance.RFC3986);
        http.addCustomizer((request, headers) -> {
            Headers.ALL.forEach(headers::put);
            return request;
        });
    }

    private Connector connector(Server server, HttpConfiguration http, Patience patience) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(options.patience().toMillis());
        connector.setAcceptQueueSize(QUEUE);
        connector.addBean(patience, false);
        NetworkConnectionLimit limit = new NetworkConnectionLimit(connections(), connector);
        limit.setEndPointIdleTimeout(CROWDED_MILLIS);
        server.addBean(limit);
        return connector;
    }

    /** As many as the process may have open, but for the store, the index and what else it needs. */
    static int connections() {
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : MOST_CONNECTIONS * 2L;
        return (int) Math.max(64, Math.min(MOST_CONNECTIONS, files * 3 / 4));
    }

    private void configure(Server server, Patience patience) {
        server.insertHandler(new Bodies(options.maxBody(), options.patience()));
        server.insertHandler(patience);
        server.insertHandler(new GracefulHandler());
        server.setStopTimeout(CLOSING_MILLIS);
        server.setErrorHandler(this::refuse);
        server.setRequestLog(this::note);
    }

    /** What Jetty refuses by itself looks as everything else does. */
    private boolean refuse(Request request, Response response, Callback callback) {
        Problem problem = Refusals.of(response.getStatus());
        String path = String.valueOf(
                request.getHttpURI() == null ? "" : request.getHttpURI().getPath());
        Headers.ALL.forEach(response.getHeaders()::put);
        Carrier.headers(problem, path).forEach(response.getHeaders()::put);
        Carrier.Answer answer = carrier.answer(path, new ErrorPage.Asked("", Map.of()), problem);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        response.write(true, ByteBuffer.wrap(answer.bytes()), callback);
        return true;
    }

    private void note(Request request, Response response) {
        options.requests()
                .accept(new Served(
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        request.getMethod(),
                        String.valueOf(request.getHttpURI().getPath()),
                        Optional.ofNullable(request.getAttribute(Carrier.ROUTE)).map(String::valueOf),
                        response.getStatus(),
                        NanoTime.millisSince(request.getBeginNanoTime())));
    }
}
