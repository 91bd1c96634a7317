package io.onrecord.server.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/**
 * Limits what is sent: how much, and how slowly. The beginning of a body is awaited before a thread is given to it, so that whoever sends
 * one byte now and then holds a connection and nothing more; what is longer than that is read by its handler, after the gate, and fails
 * where it comes slower than a bad telephone line. Only waiting for the sender counts, not what the server does meanwhile.
 */
final class Bodies extends Handler.Wrapper {

    /** Bytes that are awaited: most requests are whole by then. */
    private static final int EARLY = 16_384;

    private static final long BYTES_A_SECOND = 4_000;

    private final long most;
    private final long patienceNanos;

    /**
     * @param most bytes of one body
     * @param patience with a sender, beside the time that the bytes may take
     */
    Bodies(long most, Duration patience) {
        this.most = most;
        this.patienceNanos = patience.toNanos();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long length = request.getLength();
        if (length > most) {
            Response.writeError(request, response, callback, 413);
            return true;
        }
        boolean chunked = request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        if (length <= 0 && !chunked) {
            return super.handle(request, response, callback);
        }
        new Arriving(request, response, callback).await(true);
        return true;
    }

    private void handOn(Arriving arriving) {
        try {
            if (!super.handle(arriving, arriving.response, arriving.callback)) {
                Response.writeError(arriving, arriving.response, arriving.callback, 404);
            }
        } catch (Throwable e) {
            Response.writeError(arriving, arriving.response, arriving.callback, e);
        }
    }

    /** A request whose body is on its way. */
    private final class Arriving extends Request.Wrapper {

        private final Response response;
        private final Callback callback;
        private final ByteArrayOutputStream early = new ByteArrayOutputStream(256);
        private Content.@Nullable Chunk ready;
        private long bytes;
        private long waited;

        Arriving(Request request, Response response, Callback callback) {
            super(request);
            this.response = response;
            this.callback = callback;
        }

        /** Collects the beginning; the bytes are copied, since a piece of one byte would keep a whole buffer. */
        void await(boolean first) {
            while (ready == null) {
                Content.Chunk chunk = next();
                if (chunk == null) {
                    demand(() -> await(false));
                    return;
                }
                collect(chunk);
            }
            if (first) {
                handOn(this);
            } else {
                // Not in this call, which holds up whatever else arrives.
                getComponents().getExecutor().execute(() -> handOn(this));
            }
        }

        private void collect(Content.Chunk chunk) {
            if (Content.Chunk.isFailure(chunk)) {
                ready = chunk;
                return;
            }
            ByteBuffer piece = chunk.getByteBuffer();
            byte[] copy = new byte[piece.remaining()];
            piece.get(copy);
            early.writeBytes(copy);
            boolean last = chunk.isLast();
            chunk.release();
            if (last || early.size() >= EARLY) {
                ready = Content.Chunk.from(ByteBuffer.wrap(early.toByteArray()), last);
            }
        }

        @Override
        public void demand(Runnable arrived) {
            if (ready != null) {
                arrived.run();
                return;
            }
            long began = NanoTime.now();
            super.demand(() -> {
                waited += NanoTime.since(began);
                arrived.run();
            });
        }

        @Override
        public Content.@Nullable Chunk read() {
            Content.Chunk collected = ready;
            if (collected == null) {
                return next();
            }
            if (!Content.Chunk.isFailure(collected)) {
                ready = collected.isLast() ? Content.Chunk.EOF : null;
            }
            return collected;
        }

        private Content.@Nullable Chunk next() {
            Content.@Nullable Chunk chunk = super.read();
            if (chunk == null || Content.Chunk.isFailure(chunk)) {
                return chunk;
            }
            bytes += chunk.remaining();
            if (bytes > most) {
                return refused(chunk, 413);
            }
            return waited > patienceNanos + TimeUnit.SECONDS.toNanos(1) * (bytes / BYTES_A_SECOND)
                    ? refused(chunk, 408)
                    : chunk;
        }

        private Content.Chunk refused(Content.Chunk chunk, int status) {
            chunk.release();
            HttpException.RuntimeException failure = new HttpException.RuntimeException(status, "");
            getWrapped().fail(failure);
            Content.Chunk refused = Content.Chunk.from(failure, true);
            ready = refused;
            return refused;
        }
    }
}
