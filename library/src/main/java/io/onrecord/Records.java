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

/**
 * Records in the order of their articles, worked out ahead on some threads; a bounded number waits in memory. For one
 * thread. Close it to stop early.
 */
public final class Records implements Iterator<Outcome<ArticleRecord>>, AutoCloseable {

    /** Articles under way or waiting, for each thread. */
    private static final int AHEAD = 3;

    private final Iterator<Outcome<Article>> articles;
    private final Function<Article, Outcome<ArticleRecord>> reader;
    private final ExecutorService workers;
    private final Queue<Future<Outcome<ArticleRecord>>> waiting = new ArrayDeque<>();
    private final int most;

    Records(Iterator<Outcome<Article>> articles, Function<Article, Outcome<ArticleRecord>> reader, int threads) {
        this.articles = articles;
        this.reader = reader;
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
        try {
            return waiting.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a record", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a reader thread died", e.getCause());
        }
    }

    private void fill() {
        while (waiting.size() < most && !workers.isShutdown() && articles.hasNext()) {
            Outcome<Article> article = articles.next();
            if (article instanceof Outcome.Kept<Article> kept) {
                waiting.add(workers.submit(() -> reader.apply(kept.value())));
            } else if (article instanceof Outcome.Skipped<Article> skipped) {
                waiting.add(CompletableFuture.completedFuture(skipped.as()));
            }
        }
    }

    /** Stops the threads; articles under way are finished, those waiting are dropped. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
