package io.onrecord.server;

import io.onrecord.encoder.EncodingException;
import io.onrecord.search.IndexException;
import io.onrecord.server.http.Problems;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.StoreException;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a failure means for whoever asked. */
final class Failures implements Problems {

    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Consumer<String> log;
    private @Nullable String last;
    private long lastAt;

    /** @param log takes a line about what only the owner of the server can mend */
    Failures(Consumer<String> log) {
        this.log = log;
    }

    /** The same line once a minute: while a store is gone, every request fails with it. */
    private synchronized void say(String line) {
        long now = System.nanoTime();
        if (!line.equals(last) || now - lastAt > AGAIN_NANOS) {
            last = line;
            lastAt = now;
            log.accept(line);
        }
    }

    @Override
    public Problem of(Throwable failure) {
        if (failure instanceof StoreException store) {
            return of(store);
        }
        if (failure instanceof IndexException || failure instanceof EncodingException) {
            say(String.valueOf(failure.getMessage()));
            return new Problem(503, "Not available", "the desk cannot do this just now; its owner sees why", failure);
        }
        if (failure instanceof IOException) {
            // Whoever asked is gone, or never sent the rest.
            return Problem.bad("the request broke off");
        }
        say("a fault of Onrecord, please report it: " + where(failure));
        return new Problem(
                500, "A fault", "a fault of Onrecord; nothing was lost. Please report what you did", failure);
    }

    /** Without the message, which may have words of an article in it. */
    private static String where(Throwable failure) {
        return failure.getClass().getName()
                + Arrays.stream(failure.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("io.onrecord."))
                        .findFirst()
                        .map(frame -> " at " + frame)
                        .orElse("");
    }

    /** A store's message may name places of this machine, which are for its owner. */
    private Problem of(StoreException store) {
        return switch (store.reason()) {
            case BUSY -> new Problem(503, "Busy", "another program writes to the store just now: try again", store);
            case UNFIT -> new Problem(422, "Cannot be kept", String.valueOf(store.getMessage()), store);
            default -> {
                say(String.valueOf(store.getMessage()));
                yield new Problem(
                        503, "The store is not there", "the store cannot be used just now; its owner sees why", store);
            }
        };
    }
}
