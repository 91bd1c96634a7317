package io.onrecord.server.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose next request is not there in time: its headers must be whole so long after the connection was made, or after
 * the answer before. A limit of idleness alone is kept by a byte now and then.
 */
final class Patience extends Handler.Wrapper implements Connection.Listener {

    private static final long SWEEP_SECONDS = 2;

    private final long nanos;
    private final Map<EndPoint, Long> waiting = new ConcurrentHashMap<>();
    private Scheduler.@Nullable Task sweep;

    Patience(Duration patience) {
        this.nanos = patience.toNanos();
    }

    @Override
    public void onOpened(Connection connection) {
        waiting.put(connection.getEndPoint(), NanoTime.now());
    }

    @Override
    public void onClosed(Connection connection) {
        waiting.remove(connection.getEndPoint());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint peer = request.getConnectionMetaData().getConnection().getEndPoint();
        waiting.remove(peer);
        Request.addCompletionListener(request, failure -> {
            if (peer.isOpen()) {
                waiting.put(peer, NanoTime.now());
            }
        });
        return super.handle(request, response, callback);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        again();
    }

    @Override
    protected void doStop() throws Exception {
        Scheduler.Task planned = sweep;
        if (planned != null) {
            planned.cancel();
        }
        super.doStop();
        waiting.clear();
    }

    private void again() {
        if (isStarted() || isStarting()) {
            sweep = getServer().getScheduler().schedule(this::sweep, SWEEP_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void sweep() {
        waiting.forEach((peer, since) -> {
            if (!peer.isOpen()) {
                waiting.remove(peer);
            } else if (NanoTime.since(since) > nanos) {
                waiting.remove(peer);
                peer.close();
            }
        });
        again();
    }
}
