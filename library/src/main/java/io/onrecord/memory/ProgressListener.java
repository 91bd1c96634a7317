package io.onrecord.memory;

/** Hears how far a step is; called on the thread that runs the step, as often as something is done. */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener NONE = (what, done, total) -> {};

    /**
     * Some of a step is done.
     *
     * @param what is done, in words: {@code making vectors}
     * @param done how much of it
     * @param total how much there is; 0 where that is not known
     */
    void progress(String what, long done, long total);
}
