package io.onrecord.reading;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import org.jspecify.annotations.Nullable;

/** The articles of several sources, one after the other; each is closed before the next is asked for. */
final class InTurn implements Source {

    /** What gives the sources. */
    @FunctionalInterface
    interface Following {

        /** The next source, or null at the end. */
        @Nullable
        Source source();
    }

    private final Following following;
    private @Nullable Source open;
    private boolean any;
    private boolean done;

    InTurn(Following following) {
        this.following = following;
    }

    @Override
    public @Nullable Outcome<Article> next() {
        while (!done) {
            if (open == null) {
                open = following.source();
                if (open == null) {
                    done = true;
                    return null;
                }
                any = true;
            }
            Outcome<Article> outcome = open.next();
            if (outcome != null) {
                return outcome;
            }
            open.close();
            open = null;
        }
        return null;
    }

    /** Whether there was any source so far. */
    boolean any() {
        return any;
    }

    @Override
    public void close() {
        done = true;
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
