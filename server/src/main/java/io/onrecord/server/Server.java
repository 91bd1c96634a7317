package io.onrecord.server;

import io.onrecord.server.access.SigningIn;
import io.onrecord.server.alert.Alerts;
import io.onrecord.server.api.Api;
import io.onrecord.server.api.ApiPage;
import io.onrecord.server.api.DecisionsApi;
import io.onrecord.server.api.Description;
import io.onrecord.server.api.Exports;
import io.onrecord.server.api.FeedsApi;
import io.onrecord.server.api.ReadingApi;
import io.onrecord.server.api.ReviewApi;
import io.onrecord.server.api.Searches;
import io.onrecord.server.api.VisitsApi;
import io.onrecord.server.desk.Decisions;
import io.onrecord.server.desk.Desk;
import io.onrecord.server.http.Assets;
import io.onrecord.server.http.Route;
import io.onrecord.server.http.Served;
import io.onrecord.server.http.WebOptions;
import io.onrecord.server.http.WebServer;
import io.onrecord.server.list.Downloads;
import io.onrecord.server.list.ListFiles;
import io.onrecord.server.metrics.Health;
import io.onrecord.server.metrics.Metrics;
import io.onrecord.server.page.ClaimPages;
import io.onrecord.server.page.Feeds;
import io.onrecord.server.page.Looks;
import io.onrecord.server.page.Pages;
import io.onrecord.server.page.ReadingPages;
import io.onrecord.server.page.Review;
import io.onrecord.server.page.SpeakerPages;
import io.onrecord.server.page.Start;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The desk, served over HTTP: the record in a browser, and for programs. Start it once, close it once; what was put into the store is there
 * whenever it ends.
 */
public final class Server implements AutoCloseable {

    private static final long MAX_BODY = 64L << 20;

    /** Files of the desk's own; a page names those that it needs beside the first. */
    private static final List<String> ASSETS = List.of(
            "api.css",
            "desk.css",
            "desk.js",
            "desk.webmanifest",
            "icon-192.png",
            "icon-512.png",
            "icon.svg",
            "link.js",
            "people.css",
            "reading.css",
            "reading.js",
            "review.css",
            "timeline.js");

    private static final int THREADS = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Desk desk;
    private final Alerts alerts;
    private final WebServer web;
    private final List<Route> routes;
    private final @Nullable SigningIn door;
    private final String host;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Server(Desk desk, Alerts alerts, WebServer web, List<Route> routes, @Nullable SigningIn door, String host) {
        this.desk = desk;
        this.alerts = alerts;
        this.web = web;
        this.routes = List.copyOf(routes);
        this.door = door;
        this.host = host;
    }

    /**
     * Starts.
     *
     * @param log takes lines for whoever runs the server; none holds text of articles
     * @throws IOException if it cannot listen there, or is not to: beyond this machine only a shared desk is served, and only where
     *     somebody has a token
     * @throws io.onrecord.store.StoreException if the store can be neither opened nor made
     */
    public static Server start(ServerOptions options, Consumer<String> log) throws IOException {
        if (options.sharing().isEmpty() && !isLoopback(options.host())) {
            throw new IOException("the desk listens beyond this machine only where people have to say who they are:"
                    + " --shared, and a token for each from 'onrecord users add NAME'");
        }
        if (isEverywhere(options.host()) && options.names().isEmpty()) {
            throw new IOException("say with --name how browsers call this desk, such as desk.example.org:" + " at "
                    + options.host() + " it has many names, and takes no other than its own");
        }
        Desk desk = Desk.open(options.store(), options.engine(), options.reading(), options.demo());
        Alerts alerts = Alerts.start(desk, options.reading().fetching(), log);
        @Nullable SigningIn door = null;
        try {
            Assets assets = assets();
            Downloads downloads = new Downloads();
            ListFiles files = new ListFiles(desk, downloads, Description.shipped()::field);
            Pages pages = new Pages(desk, assets, files);
            List<Route> routes = new ArrayList<>(routes(desk, alerts, pages, assets));
            routes.addAll(new Exports(desk, files, downloads).routes());
            Health health = new Health(desk);
            Metrics metrics = new Metrics(desk, health);
            routes.addAll(metrics.routes());
            routes.addAll(health.routes());
            if (options.sharing().isPresent()) {
                door = new SigningIn(desk.own().store(), pages);
                if (!door.anybody()) {
                    throw new IOException("nobody could sign in to this desk: 'onrecord users add NAME' makes a token");
                }
                routes.addAll(door.routes());
            }
            WebServer web = WebServer.start(
                    web(options, metrics),
                    routes,
                    door == null ? new LocalGate(options.user()) : door.gate(),
                    new Failures(log),
                    door == null ? pages : door);
            metrics.connections(web::connections, web.mostConnections());
            if (!isLoopback(options.host()) && !isProxied(options)) {
                log.accept(
                        "tokens and the record go over the network as they are: let a proxy speak HTTPS before the desk,"
                                + " and say so with --behind-proxy");
            }
            return new Server(desk, alerts, web, routes, door, shown(options));
        } catch (IOException | RuntimeException | Error e) {
            if (door != null) {
                door.close();
            }
            try (desk) {
                alerts.close();
            }
            throw e;
        }
    }

    /** The host in the address that is shown. */
    private static String shown(ServerOptions options) {
        return isEverywhere(options.host()) ? options.names().iterator().next() : options.host();
    }

    private static WebOptions web(ServerOptions options, Metrics metrics) {
        return new WebOptions(
                options.host(),
                options.port(),
                names(options),
                MAX_BODY,
                THREADS,
                PATIENCE,
                isProxied(options),
                served -> {
                    metrics.served(served);
                    options.requests().ifPresent(lines -> lines.accept(line(served)));
                });
    }

    private static boolean isProxied(ServerOptions options) {
        return options.sharing().map(ServerOptions.Sharing::proxied).orElse(false);
    }

    private static RequestLine line(Served served) {
        return new RequestLine(
                served.at(), served.method(), served.path(), served.route(), served.status(), served.millis());
    }

    private static List<Route> routes(Desk desk, Alerts alerts, Pages pages, Assets assets) {
        List<Route> routes = new ArrayList<>();
        routes.add(assets.route());
        routes.addAll(new Start(desk, pages).routes());
        routes.addAll(new Review(desk, pages).routes());
        routes.addAll(new ReviewApi(desk).routes());
        routes.addAll(new Feeds(desk, pages).routes());
        routes.addAll(new FeedsApi(desk).routes());
        routes.addAll(new VisitsApi(desk).routes());
        routes.addAll(new ApiPage(pages).routes());
        routes.addAll(new Looks(desk, pages).routes());
        Decisions decisions = new Decisions(desk);
        routes.addAll(new SpeakerPages(desk, pages, decisions).routes());
        routes.addAll(new ClaimPages(desk, pages, decisions).routes());
        routes.addAll(new DecisionsApi(decisions).routes());
        routes.addAll(new Searches(desk, pages, alerts).routes());
        routes.addAll(new Api(desk).routes());
        routes.addAll(new ReadingPages(desk, pages).routes());
        routes.addAll(new ReadingApi(desk).routes());
        return routes;
    }

    private static Assets assets() {
        Map<String, String> resources = new LinkedHashMap<>();
        ASSETS.forEach(name -> resources.put(name, "assets/" + name));
        resources.put("d3.js", "/META-INF/resources/webjars/d3/7.9.0/dist/d3.min.js");
        resources.put("htmx.js", "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");
        return Assets.of(Server.class, resources);
    }

    private static Set<String> names(ServerOptions options) {
        Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
        options.names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        if (!isEverywhere(options.host())) {
            String host = options.host().toLowerCase(Locale.ROOT);
            names.add(host.contains(":") ? "[" + host + "]" : host);
        }
        return names;
    }

    private static boolean isEverywhere(String host) {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Where a browser finds it. */
    public String address() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + web.port() + "/";
    }

    /** All that it answers, for tests that hold something of every route. */
    List<Route> routes() {
        return routes;
    }

    /** For tests that put articles where others read them in. */
    Desk desk() {
        return desk;
    }

    /** Takes no more requests, lets those end that are being answered, and stops what goes on behind the pages. Again, it does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try (desk;
                    alerts) {
                web.close();
                if (door != null) {
                    door.close();
                }
            }
        }
    }
}
