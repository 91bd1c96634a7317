package io.onrecord.server.desk;

import io.onrecord.Onrecord;
import io.onrecord.Options;
import org.jspecify.annotations.Nullable;

/** The engine, opened when it is first needed: pages do not wait for the network to load. Safe to share between threads. */
public final class Engine implements AutoCloseable {

    private final Options options;
    private @Nullable Onrecord open;

    Engine(Options options) {
        this.options = options;
    }

    /**
     * The engine.
     *
     * @throws io.onrecord.encoder.EncodingException if the network cannot be loaded
     */
    public synchronized Onrecord get() {
        Onrecord now = open;
        if (now == null) {
            now = Onrecord.open(options);
            open = now;
        }
        return now;
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
