package io.onrecord.server.metrics;

import io.onrecord.server.desk.Desk;
import io.onrecord.server.http.Access;
import io.onrecord.server.http.Method;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Whether the desk is well, in two answers for whoever starts and stops it: {@code /health/live} (it answers: do not start it anew) and
 * {@code /health/ready} (it can also read its store: send people to it). Anybody may ask, so nothing else is said. Safe to share
 * between threads.
 */
public final class Health {

    /** However many ask, the store is looked at so often only. */
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Desk desk;
    private boolean ready;
    private long lookedAt = System.nanoTime() - AGAIN_NANOS;

    public Health(Desk desk) {
        this.desk = desk;
    }

    public List<Route> routes() {
        return List.of(
                new Route(Method.GET, "/health/live", Access.PUBLIC, request -> up()),
                new Route(Method.GET, "/health/ready", Access.PUBLIC, this::ready));
    }

    private static Response up() {
        return Response.json(Map.of("status", "up"));
    }

    private Response ready(Request request) {
        return isReady() ? up() : Response.json(Map.of("status", "down")).status(503);
    }

    private synchronized boolean isReady() {
        long now = System.nanoTime();
        if (now - lookedAt >= AGAIN_NANOS) {
            ready = canRead(desk);
            lookedAt = now;
        }
        return ready;
    }

    static boolean canRead(Desk desk) {
        try {
            return !desk.own().store().id().isEmpty();
        } catch (StoreException e) {
            return false;
        }
    }
}
