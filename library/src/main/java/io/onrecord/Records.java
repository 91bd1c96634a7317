package io.onrecord;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records in the order of their articles, worked out ahead on some threads; a bounded number waits in memory. For one
 * thread. Close it to stop early.
 */
public final class Records implements Iterator<Outcome<ArticleRecord>>, AutoCloseable {

    /** Articles under way or waiting, for each thread. */
    private static final int AHEAD = 3;

    /** Of the heap that scores take for each character of an article that is full of quotations. */
    private static final int BYTES = 640;

    /**
     * Characters of the articles under way or waiting: their scores must fit half of the heap. One article alone may have
     * more, so how many are under way never decides what can be read.
     */
    private static final long CHARACTERS = Runtime.getRuntime().maxMemory() / 2 / BYTES;

    private final Iterator<Outcome<Article>> articles;
    private final Function<Article, Outcome<ArticleRecord>> reader;
    private final Function<Article, Outcome<ArticleRecord>> alone;
    private final ExecutorService workers;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private final int most;
    private long characters;
    private @Nullable Outcome<Article> next;

    /**
     * @param reader may find that the memory does not suffice; it is called on several threads
     * @param alone is then called with the same article while no other is worked on
     */
    Records(
            Iterator<Outcome<Article>> articles,
            Function<Article, Outcome<ArticleRecord>> reader,
            Function<Article, Outcome<ArticleRecord>> alone,
            int threads) {
        this.articles = articles;
        this.reader = reader;
        this.alone = alone;
        this.most = AHEAD * threads;
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "onrecord-reader");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public boolean hasNext() {
        fill();
        if (waiting.isEmpty()) {
            workers.shutdown();
        }
        return !waiting.isEmpty();
    }

    @Override
    public Outcome<ArticleRecord> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all articles have been read");
        }
        Waiting head = waiting.remove();
        characters -= head.characters();
        try {
            return outcome(head);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a record", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a reader thread died", e.getCause());
        }
    }

    private Outcome<ArticleRecord> outcome(Waiting head) throws InterruptedException, ExecutionException {
        try {
            return head.outcome().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError && head.article() != null) {
                // A long article may have had the memory that a short one beside it needed.
                idle();
                return alone.apply(head.article());
            }
            throw e;
        }
    }

    /** Waits until nothing is worked on; what came of it is still waiting. */
    private void idle() throws InterruptedException {
        for (Waiting one : waiting) {
            try {
                one.outcome().get();
            } catch (ExecutionException e) {
                // Told when its turn comes.
            }
        }
    }

    /** How many articles have been pulled and not yet been given out. */
    public int underWay() {
        return waiting.size();
    }

    private void fill() {
        while (waiting.size() < most && !workers.isShutdown()) {
            if (next == null) {
                if (!articles.hasNext()) {
                    return;
                }
                next = articles.next();
            }
            if (!admit(next)) {
                return;
            }
            next = null;
        }
    }

    /** Takes an article on, unless there is no room for it yet. */
    private boolean admit(Outcome<Article> outcome) {
        if (outcome instanceof Outcome.Skipped<Article> skipped) {
            waiting.add(new Waiting(null, CompletableFuture.completedFuture(skipped.as()), 0));
        } else if (outcome instanceof Outcome.Kept<Article> kept) {
            int length = kept.value().text().length();
            if (characters + length > CHARACTERS && !waiting.isEmpty()) {
                return false;
            }
            characters += length;
            waiting.add(new Waiting(kept.value(), workers.submit(() -> reader.apply(kept.value())), length));
        }
        return true;
    }

    /** Stops the threads; articles under way are finished, those waiting are dropped. Nothing more is given out. */
    @Override
    public void close() {
        workers.shutdownNow();
        waiting.clear();
        next = null;
    }

    /** @param article null where there is nothing to be read */
    private record Waiting(@Nullable Article article, Future<Outcome<ArticleRecord>> outcome, int characters) {}
}
