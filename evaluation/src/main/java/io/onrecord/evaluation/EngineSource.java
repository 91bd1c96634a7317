package io.onrecord.evaluation;

import io.onrecord.attribution.Mode;

/** Opens engines, for what needs several. */
public interface EngineSource {

    /**
     * An engine, which the caller closes.
     *
     * @param model name or file of the network
     * @param mode what to prefer where the engine is not sure
     * @param raw whether confidence is to be uncalibrated, and no statement left out for want of it
     */
    OpenEngine open(String model, Mode mode, boolean raw);

    /** An engine that holds a network. */
    interface OpenEngine extends Engine, AutoCloseable {
        @Override
        void close();
    }
}
