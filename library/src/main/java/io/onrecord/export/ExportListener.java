package io.onrecord.export;

import io.onrecord.model.Outcome;

/** Hears of an export while it runs, in its thread. */
public interface ExportListener {

    /** Hears nothing. */
    ExportListener NONE = new ExportListener() {
        @Override
        public void skipped(Outcome.Skipped<?> skip) {
            // It is counted.
        }

        @Override
        public void progress(long articles, long skipped) {
            // It is seen in the end.
        }
    };

    /** Something could not be read or written. */
    void skipped(Outcome.Skipped<?> skip);

    /** So much is written or skipped. */
    void progress(long articles, long skipped);
}
