package io.onrecord.server.alert;

import io.onrecord.reading.web.FetchOptions;
import io.onrecord.reading.web.Poster;
import io.onrecord.search.IndexException;
import io.onrecord.server.desk.Desk;
import io.onrecord.server.desk.Shelf;
import io.onrecord.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows saved searches each time when all that goes over articles is up to date, and tells whom they tell, behind the pages. Safe to share
 * between threads.
 */
public final class Alerts implements AutoCloseable {

    private static final long OFTENEST_MILLIS = 50;
    private static final long SELDOMEST_MILLIS = 5_000;
    private static final long PATIENCE_SECONDS = 10;

    /** Of what other waits are in fetching, since nobody sits before it. */
    private static final int SLOWER = 30;

    /** Of the longest wait: six hours, as it is usually. */
    private static final int LONGER = 360;

    private final Poster poster;
    private final ScheduledExecutorService worker;
    private final List<Sending> sendings = new ArrayList<>();
    private final Consumer<String> log;
    private @Nullable Future<?> repeated;

    private Alerts(FetchOptions options, Consumer<String> log) {
        this.poster = new Poster(options);
        this.log = log;
        this.worker = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "onrecord: alerts");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts.
     *
     * @param options how addresses are asked; the first wait after a failure is thirty times theirs, the longest 360 times
     * @param log takes lines for whoever runs the server
     */
    public static Alerts start(Desk desk, FetchOptions options, Consumer<String> log) {
        Alerts alerts = new Alerts(options, log);
        Duration firstWait = options.firstWait().multipliedBy(SLOWER);
        Duration longestWait = options.longestWait().multipliedBy(LONGER);
        Set<Shelf> shelves = new LinkedHashSet<>(List.of(desk.own()));
        shelves.add(desk.shelf());
        for (Shelf shelf : shelves) {
            alerts.sendings.add(new Sending(shelf, alerts.poster, firstWait, longestWait, Clock.systemUTC()));
        }
        for (Shelf shelf : shelves) {
            Following following = new Following(shelf);
            shelf.upkeep().afterwards(() -> {
                if (following.run() > 0) {
                    alerts.soon();
                }
            });
        }
        long again = Math.min(Math.max(firstWait.toMillis(), OFTENEST_MILLIS), SELDOMEST_MILLIS);
        alerts.repeated = alerts.worker.scheduleWithFixedDelay(alerts::send, again, again, TimeUnit.MILLISECONDS);
        return alerts;
    }

    /** A secret for whom a search is to tell. */
    public static String newSecret() {
        return Signature.newSecret();
    }

    /** Something can be sent. Returns at once. */
    public void soon() {
        try {
            worker.execute(this::send);
        } catch (RejectedExecutionException e) {
            // Closed meanwhile: it waits in the store.
        }
    }

    private void send() {
        for (Sending sending : sendings) {
            try {
                while (sending.run() && !worker.isShutdown()) {
                    // On until all is sent.
                }
            } catch (StoreException | IndexException e) {
                log.accept("alerts: " + e.getMessage());
            } catch (RuntimeException e) {
                log.accept("alerts: a fault of Onrecord, please report it: " + e);
            }
        }
    }

    @Override
    public void close() {
        if (repeated != null) {
            repeated.cancel(false);
        }
        worker.shutdown();
        // What is under way ends at once, and is sent again the next time.
        poster.close();
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
