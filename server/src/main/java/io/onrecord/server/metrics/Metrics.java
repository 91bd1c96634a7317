package io.onrecord.server.metrics;

import io.onrecord.Version;
import io.onrecord.server.desk.Desk;
import io.onrecord.server.desk.Upkeep;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.http.Served;
import io.onrecord.store.Counts;
import io.onrecord.store.StoreException;
import io.onrecord.store.Watched;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the desk counts, as {@code /metrics} shows it to Prometheus. Routes are named by their patterns, so nothing that people look at or
 * look for is in it. Safe to share between threads; each desk has its own.
 */
public final class Metrics {

    private static final String PREFIX = "onrecord_";
    private static final String NO_ROUTE = "none";
    private static final double[] SECONDS = {0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};

    /** Counting a store of millions takes its time, and asking for it must not. */
    private static final long COUNTED_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Desk desk;
    private final Health health;
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private final Counter requests;
    private final Histogram seconds;
    private @Nullable Counts counts;
    private @Nullable List<Watched> feeds;
    private long countedAt = System.nanoTime() - COUNTED_NANOS;

    /**
     * Begins to count.
     *
     * @param health which knows whether the desk's store can be read
     */
    public Metrics(Desk desk, Health health) {
        this.desk = desk;
        this.health = health;
        Info.builder()
                .name(PREFIX + "build")
                .help("The version that runs.")
                .labelNames("version")
                .register(registry)
                .setLabelValues(Version.current());
        this.requests = Counter.builder()
                .name(PREFIX + "http_requests_total")
                .help("Requests that were answered.")
                .labelNames("method", "route", "status")
                .register(registry);
        this.seconds = Histogram.builder()
                .name(PREFIX + "http_request_seconds")
                .help("How long answers took.")
                .labelNames("route")
                .classicOnly()
                .classicUpperBounds(SECONDS)
                .register(registry);
        ofWork();
        ofTheStore();
    }

    private void ofWork() {
        CounterWithCallback.builder()
                .name(PREFIX + "articles_kept_total")
                .help(
                        "Articles that jobs and feeds put into the store since the desk was opened, those that were there included.")
                .callback(value -> value.call((double) desk.keptSoFar()))
                .register(registry);
        GaugeWithCallback.builder()
                .name(PREFIX + "jobs")
                .help("Jobs that are remembered, by how far they are.")
                .labelNames("phase")
                .callback(value -> desk.jobs()
                        .phases()
                        .forEach(
                                (phase, count) -> value.call(count, phase.name().toLowerCase(Locale.ROOT))))
                .register(registry);
        gauge("upkeep_left", "What the upkeep still has to do of its present step.", () -> {
            Upkeep.State state = desk.own().upkeep().state();
            return Optional.of((double) Math.max(0, state.total() - state.done()));
        });
        gauge(
                "upkeep_failing",
                "1 where the last upkeep failed.",
                () -> Optional.of(desk.own().upkeep().state().problem().isPresent() ? 1.0 : 0.0));
    }

    private void ofTheStore() {
        gauge("store_up", "1 where the store can be read.", () -> Optional.of(health.isReady() ? 1.0 : 0.0));
        gauge(
                "store_articles",
                "Versions of articles that are kept; counted once a minute.",
                () -> counted(Counts::articles));
        gauge(
                "store_statements",
                "Statements that are kept; counted once a minute.",
                () -> counted(Counts::statements));
        gauge("feeds", "Feeds that are watched.", () -> watched(all -> all.size()));
        gauge(
                "feeds_failing",
                "Feeds whose last look failed.",
                () -> watched(all -> all.stream()
                        .filter(feed -> feed.health().failures() > 0)
                        .count()));
    }

    /** A number that is asked for when it is shown; there is no line of it where there is none. */
    private interface Figure {
        Optional<Double> now();
    }

    private void gauge(String name, String help, Figure figure) {
        GaugeWithCallback.builder()
                .name(PREFIX + name)
                .help(help)
                .callback(value -> figure.now().ifPresent(value::call))
                .register(registry);
    }

    private synchronized Optional<Double> counted(ToDoubleFunction<Counts> number) {
        look();
        return Optional.ofNullable(counts).map(number::applyAsDouble);
    }

    private synchronized Optional<Double> watched(ToDoubleFunction<List<Watched>> number) {
        look();
        return Optional.ofNullable(feeds).map(number::applyAsDouble);
    }

    private void look() {
        if (!health.isReady()) {
            forget();
            return;
        }
        if (System.nanoTime() - countedAt < COUNTED_NANOS) {
            return;
        }
        try {
            counts = desk.own().store().counts();
            feeds = desk.own().store().feeds().all();
            countedAt = System.nanoTime();
        } catch (StoreException e) {
            forget();
        }
    }

    /** Old numbers of a store that is gone would look like a store that is there. */
    private void forget() {
        counts = null;
        feeds = null;
        countedAt = System.nanoTime() - COUNTED_NANOS;
    }

    /**
     * Shows how many connections are held, once there is somebody who knows.
     *
     * @param held how many there are now
     * @param most how many are held at once
     */
    public void connections(IntSupplier held, int most) {
        gauge("http_connections", "Connections that are open.", () -> Optional.of((double) held.getAsInt()));
        gauge("http_connections_limit", "So many are held at once; more wait.", () -> Optional.of((double) most));
    }

    /** Counts a request. */
    public void served(Served served) {
        String route = served.route().orElse(NO_ROUTE);
        requests.labelValues(served.method(), route, String.valueOf(served.status()))
                .inc();
        seconds.labelValues(route).observe(served.millis() / 1_000.0);
    }

    /** Whoever may read the record may read what is counted; see {@link Route#get}. */
    public List<Route> routes() {
        return List.of(Route.get("/metrics", this::page));
    }

    private Response page(Request request) {
        return Response.of(200, PrometheusTextFormatWriter.CONTENT_TYPE, out -> {
            writer.write(out, registry.scrape(), EscapingScheme.DEFAULT);
            writer.write(out, OfJava.REGISTRY.scrape(), EscapingScheme.DEFAULT);
        });
    }

    /** Java is counted once for all desks of a process: the library keeps every registry that it was told of for ever. */
    private static final class OfJava {

        private static final PrometheusRegistry REGISTRY = registry();

        private OfJava() {}

        private static PrometheusRegistry registry() {
            PrometheusRegistry registry = new PrometheusRegistry();
            JvmMetrics.builder().register(registry);
            return registry;
        }
    }
}
