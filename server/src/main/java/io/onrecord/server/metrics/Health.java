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
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Whether the desk is well, in two answers for whoever starts and stops it: {@code /health/live} (it answers: do not start it anew) and
 * {@code /health/ready} (it can also read its store: send people to it). Anybody may ask, so nothing else is said. Safe to share
 * between threads.
 */
public final class Health {

    /** However many ask, the store is looked at so often only. */
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final BooleanSupplier look;
    private final ReentrantLock looking = new ReentrantLock();

    /** Whoever opened the desk has just read its store. */
    private volatile boolean ready = true;

    private volatile long lookedAt = System.nanoTime() - AGAIN_NANOS;

    public Health(Desk desk) {
        this(() -> canRead(desk));
    }

    /**
     * For tests that must know when the store is looked at.
     *
     * @param look whether the store can be read; may take its time
     */
    Health(BooleanSupplier look) {
        this.look = look;
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

    /**
     * Whether the store can be read, or could when it was last looked at. One looks at a time, and nobody waits for him: a database that
     * does not answer would else take every thread of the desk.
     */
    boolean isReady() {
        if (isDue() && looking.tryLock()) {
            try {
                // Another one may have looked just before the lock.
                if (isDue()) {
                    ready = look.getAsBoolean();
                    lookedAt = System.nanoTime();
                }
            } finally {
                looking.unlock();
            }
        }
        return ready;
    }

    private boolean isDue() {
        return System.nanoTime() - lookedAt >= AGAIN_NANOS;
    }

    private static boolean canRead(Desk desk) {
        try {
            return !desk.own().store().id().isEmpty();
        } catch (StoreException e) {
            return false;
        }
    }
}
