package io.onrecord.cli;

import io.onrecord.memory.Claiming;
import io.onrecord.memory.Identifying;
import io.onrecord.memory.Meanings;
import io.onrecord.memory.ProgressListener;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;

/** Brings what goes over articles up to date before a command answers from it: who is the same, meanings, claims. */
final class UpToDate {

    private UpToDate() {}

    /**
     * Does what is to be done. A store that cannot be written just now answers as it is, with a word about that.
     *
     * @throws CommandException if the store fails otherwise
     */
    static void bring(Store store, Console console) {
        StepProgress progress = new StepProgress(console, true);
        try {
            steps(store, Runtime.getRuntime().availableProcessors(), progress);
        } catch (StoreException e) {
            progress.clear();
            if (e.reason() != StoreException.Reason.READ_ONLY && e.reason() != StoreException.Reason.BUSY) {
                throw new CommandException(String.valueOf(e.getMessage()), e);
            }
            console.say("onrecord: " + e.getMessage() + "; what was read since the last update is not in this answer");
        } finally {
            progress.clear();
        }
    }

    /**
     * Does what is to be done; each step needs the one before it.
     *
     * @param threads how many work at once where that pays
     * @throws StoreException if the store cannot be read or written
     */
    static void steps(Store store, int threads, ProgressListener progress) {
        new Identifying().run(store, progress);
        Meanings.make(store, threads, progress);
        Claiming.byWords().run(store, progress);
    }
}
