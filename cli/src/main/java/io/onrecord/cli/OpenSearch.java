package io.onrecord.cli;

import io.onrecord.memory.Identifying;
import io.onrecord.memory.IndexFolder;
import io.onrecord.memory.Lag;
import io.onrecord.memory.Search;
import io.onrecord.search.IndexException;
import io.onrecord.search.IndexException.Reason;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** A store with its search index, for one command. */
final class OpenSearch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Console console;
    private final boolean quiet;
    private final Store store;
    private final Search search;

    private OpenSearch(Console console, boolean quiet, Store store, Search search) {
        this.console = console;
        this.quiet = quiet;
        this.store = store;
        this.search = search;
    }

    /**
     * Opens a store that is there, with its index, which need not be.
     *
     * @param folder of the index; empty for the usual one
     * @throws CommandException if it cannot be opened
     */
    static OpenSearch open(Console console, boolean quiet, StoreOption stored, Optional<Path> folder) {
        Store store = stored.open();
        try {
            Path place = folder.orElseGet(() -> IndexFolder.of(store));
            return new OpenSearch(console, quiet, store, Search.open(store, place));
        } catch (IndexException | StoreException e) {
            store.close();
            throw new CommandException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    Search search() {
        return search;
    }

    /** What a question finds; an index that turns out damaged is made anew first. */
    <T> T answered(Function<Search, T> question) {
        try {
            return question.apply(search);
        } catch (IndexException e) {
            if (e.reason() != Reason.DAMAGED) {
                throw e;
            }
            console.say(e.getMessage() + "; that is done now");
            update(true, 1);
            return question.apply(search);
        }
    }

    Store store() {
        return store;
    }

    /**
     * Brings vectors and index up to date, and waits for others who do.
     *
     * @return what was done, in words
     */
    String update(boolean anew, int threads) {
        StepProgress progress = new StepProgress(console, !quiet);
        try {
            long vectors = search.makeVectors(threads, progress);
            UpToDate.steps(store, threads, progress);
            long articles = follow(anew, progress);
            return counted(vectors, "statement was", "statements were") + " given vectors, "
                    + counted(articles, "article was", "articles were") + " taken into the search index or out of it; "
                    + counted(search.statements(), "statement", "statements") + " can be found";
        } catch (IndexException | StoreException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        } finally {
            progress.clear();
        }
    }

    private long follow(boolean anew, StepProgress progress) {
        boolean told = false;
        while (true) {
            try {
                return search.follow(anew, progress);
            } catch (IndexException e) {
                if (e.reason() != Reason.BUSY) {
                    throw e;
                }
                if (!told) {
                    progress.clear();
                    console.say("another process changes the search index just now; waiting until it is done"
                            + " (Ctrl-C ends this)");
                    told = true;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /**
     * Brings the index up to date as far as that can be had without waiting; says what is left out.
     *
     * @param byMeaning whether vectors are needed, too
     */
    void updateToAnswer(boolean byMeaning) {
        StepProgress progress = new StepProgress(console, !quiet);
        try {
            identities(progress);
            if (byMeaning) {
                vectors(Runtime.getRuntime().availableProcessors(), progress);
            }
            search.follow(false, progress);
        } catch (IndexException e) {
            if (e.reason() == Reason.BUSY && !search.isUsable()) {
                follow(false, progress);
            } else if (e.reason() == Reason.BUSY) {
                progress.clear();
                note("another process brings the search index up to date just now; " + leftOut());
            } else {
                throw new CommandException(String.valueOf(e.getMessage()), e);
            }
        } catch (StoreException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        } finally {
            progress.clear();
        }
    }

    /** A store that cannot be written just now is searched without the vectors that are missing. */
    private void vectors(int threads, StepProgress progress) {
        try {
            search.makeVectors(threads, progress);
        } catch (StoreException e) {
            progress.clear();
            note(unwritten(e) + "; statements without vectors are found by their words alone");
        }
    }

    /** So is it searched by the names of those who are known, while what came since waits. */
    private void identities(StepProgress progress) {
        try {
            new Identifying().run(store, progress);
        } catch (StoreException e) {
            progress.clear();
            note(unwritten(e) + "; who is who in articles that came since is not known");
        }
    }

    /** Why a store cannot be written just now; whatever else is wrong ends the search. */
    private static String unwritten(StoreException e) {
        if (e.reason() != StoreException.Reason.READ_ONLY && e.reason() != StoreException.Reason.BUSY) {
            throw e;
        }
        return String.valueOf(e.getMessage());
    }

    /** What the index does not know, in words. */
    String leftOut() {
        Lag lag = search.lag();
        if (lag.isNone()) {
            return "nothing is left out";
        }
        String left = lag.articles() == 0
                ? ""
                : counted(lag.articles(), "article that changed is", "articles that changed are") + " left out";
        String vectors = lag.statements() == 0
                ? ""
                : counted(lag.statements(), "statement is", "statements are") + " found by words alone";
        return left + (left.isEmpty() || vectors.isEmpty() ? "" : ", ") + vectors;
    }

    private void note(String message) {
        if (!quiet) {
            console.say(message);
        }
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    @Override
    public void close() {
        try (store) {
            search.close();
        }
    }
}
