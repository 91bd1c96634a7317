package io.onrecord.server.desk;

import io.onrecord.Records;
import io.onrecord.encoder.EncodingException;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.ReadingOptions;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.web.Arrival;
import io.onrecord.reading.web.Fetcher;
import io.onrecord.reading.web.Refused;
import io.onrecord.reading.web.WatchMemory;
import io.onrecord.reading.web.WatchOptions;
import io.onrecord.reading.web.WatchStateException;
import io.onrecord.reading.web.Watcher;
import io.onrecord.store.FeedTask;
import io.onrecord.store.Feeds;
import io.onrecord.store.Put;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import io.onrecord.store.StoreException.Reason;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the watched feeds behind the pages, and reads what is new in them. All that is remembered stands in the store: an entry is read
 * until its article is kept, whenever the desk ends, and never after that. Safe to share between threads.
 */
public final class Watching implements AutoCloseable {

    private static final int THREADS = 4;
    private static final long TICK_MILLIS = 1_000;
    private static final long PATIENCE_SECONDS = 10;
    /** How long nothing is looked at after the store or the engine failed. */
    private static final Duration REST = Duration.ofMinutes(1);
    /** Between two looks at one feed, at least. */
    private static final Duration SHORT_REST = Duration.ofSeconds(10);
    /** When a feed is looked at again that cannot be watched before somebody does something about it. */
    private static final Duration LONG_REST = Duration.ofHours(6);

    private final Store store;
    private final Engine engine;
    private final ReadingOptions reading;
    private final Runnable kept;
    private final Clock clock = Clock.systemUTC();
    private final String holder = UUID.randomUUID().toString();
    private final Semaphore free = new Semaphore(THREADS);
    private final ScheduledExecutorService ticker;
    private final ExecutorService lookers;
    private @Nullable Fetcher fetcher;
    private volatile Instant restingUntil = Instant.EPOCH;
    private volatile Optional<String> problem = Optional.empty();
    private volatile boolean closing;

    /**
     * Begins.
     *
     * @param kept is called when an article was put into the store
     */
    Watching(Store store, Engine engine, ReadingOptions reading, Runnable kept) {
        this.store = store;
        this.engine = engine;
        this.reading = reading;
        this.kept = kept;
        this.ticker = Executors.newSingleThreadScheduledExecutor(work -> thread(work, "onrecord: feeds"));
        this.lookers = Executors.newFixedThreadPool(THREADS, work -> thread(work, "onrecord: a feed"));
        // Both end when the ticker does.
        ScheduledFuture<?> unusedTick =
                ticker.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        long sign = Feeds.HELD.toMillis() / 4;
        ScheduledFuture<?> unusedHold = ticker.scheduleWithFixedDelay(this::hold, sign, sign, TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Something changed about the feeds. Returns at once. */
    public void touch() {
        try {
            ticker.execute(this::tick);
        } catch (RejectedExecutionException e) {
            // Closed meanwhile: whoever opens the store next goes on.
            return;
        }
    }

    /** Why no feed can be looked at just now, in words; empty where that is not so. */
    public Optional<String> problem() {
        return problem;
    }

    /**
     * What speaks against watching an address, as far as that can be told without asking it: its form, a private network. An unknown host is
     * no such thing, since it may be known tomorrow.
     */
    public Optional<String> objection(String address) {
        return fetcher()
                .objection(address)
                .filter(refused -> refused.reason() != Refused.Reason.CONNECTION)
                .map(Refused::why);
    }

    private void tick() {
        try {
            while (!closing && !clock.instant().isBefore(restingUntil) && free.tryAcquire()) {
                Optional<FeedTask> task = Optional.empty();
                try {
                    task = store.feeds().take(holder);
                    task.ifPresent(one -> lookers.execute(() -> run(one)));
                } finally {
                    if (task.isEmpty()) {
                        free.release();
                    }
                }
                if (task.isEmpty()) {
                    problem = Optional.empty();
                    return;
                }
            }
        } catch (RejectedExecutionException e) {
            // Closed meanwhile.
            return;
        } catch (RuntimeException e) {
            // Whatever it is, an executor would look at no feed ever again.
            rest(e);
        }
    }

    /** Long pages and slow hosts must not look like a desk that was killed. */
    private void hold() {
        if (free.availablePermits() < THREADS) {
            try {
                store.feeds().hold(holder);
            } catch (RuntimeException e) {
                // As above.
                rest(e);
            }
        }
    }

    private void rest(Exception why) {
        problem = Optional.of(
                why instanceof StoreException || why instanceof EncodingException
                        ? String.valueOf(why.getMessage())
                        : "a fault of Onrecord, please report it: " + why);
        restingUntil = clock.instant().plus(REST);
    }

    private void run(FeedTask task) {
        try {
            look(task);
        } catch (StoreException | EncodingException e) {
            rest(e);
            release(task);
        } catch (WatchStateException e) {
            over(task, "what is remembered of this feed is damaged: remove it and add it again");
        } catch (IOException e) {
            // Another has it by now, or somebody removed it.
            release(task);
        } catch (RuntimeException e) {
            over(task, "a fault of Onrecord, please report it: " + e);
        } finally {
            free.release();
        }
        touch();
    }

    private void over(FeedTask task, String why) {
        try {
            store.feeds().looked(task, clock.instant().plus(LONG_REST), 1, Optional.of(why));
        } catch (StoreException e) {
            rest(e);
        }
    }

    private void release(FeedTask task) {
        try {
            store.feeds().release(task);
        } catch (StoreException e) {
            // It is anybody's by itself some minutes later.
            rest(e);
        }
    }

    private void look(FeedTask task) throws IOException {
        WatchOptions options =
                WatchOptions.DEFAULT.withInterval(task.interval()).withOnce(true);
        try (Watcher watcher = Watcher.open(List.of(task.address()), new Remembered(store, task), options, fetcher())) {
            Optional<String> failure = Optional.empty();
            for (Arrival arrival = watcher.next(); arrival != null && !closing; arrival = watcher.next()) {
                if (arrival.entry().isPresent()) {
                    read(task, arrival);
                    watcher.acknowledge(arrival);
                } else if (arrival.outcome() instanceof Outcome.Skipped<Item> skipped) {
                    // The feed is not there, or a page that is asked for again later.
                    failure = Optional.of(skipped.why());
                }
            }
            if (closing) {
                release(task);
                return;
            }
            Watcher.Health health = watcher.health(task.address());
            Instant soonest = clock.instant().plus(SHORT_REST);
            Instant next = health.next().isBefore(soonest) ? soonest : health.next();
            store.feeds().looked(task, next, health.failures(), failure);
        }
    }

    /** What came of an entry is kept before the entry is acknowledged: whatever ends the desk in between gives it out again. */
    private void read(FeedTask task, Arrival arrival) {
        if (arrival.outcome() instanceof Outcome.Kept<Item> page) {
            List<String> articles = new ArrayList<>();
            List<String> reasons = new ArrayList<>();
            read(page.value(), articles, reasons);
            if (articles.isEmpty()) {
                String reason = reasons.isEmpty() ? "there is no article in it" : reasons.get(0);
                store.feeds().failed(task, page.value().address(), reason);
            } else {
                store.feeds().came(task, page.value().address(), articles);
            }
        } else if (arrival.outcome() instanceof Outcome.Skipped<Item> skipped) {
            store.feeds().failed(task, skipped.address(), skipped.why());
        }
    }

    private void read(Item item, List<String> articles, List<String> reasons) {
        try (Articles found = new ArticleReader(reading).open(item, notice -> {});
                Records records = engine.get().readAll(found)) {
            while (records.hasNext()) {
                Outcome<ArticleRecord> outcome = records.next();
                if (outcome instanceof Outcome.Kept<ArticleRecord> record) {
                    put(record.value(), articles, reasons);
                } else if (outcome instanceof Outcome.Skipped<ArticleRecord> skipped) {
                    reasons.add(skipped.why());
                }
            }
        }
    }

    private void put(ArticleRecord record, List<String> articles, List<String> reasons) {
        try {
            Put put = store.put(record);
            articles.add(record.article().id());
            if (put != Put.UNCHANGED) {
                kept.run();
            }
        } catch (StoreException e) {
            if (e.reason() != Reason.UNFIT) {
                throw e;
            }
            reasons.add(String.valueOf(e.getMessage()));
        }
    }

    /** Opened when it is first needed. */
    private synchronized Fetcher fetcher() {
        if (fetcher == null) {
            fetcher = new Fetcher(reading.fetching());
        }
        return fetcher;
    }

    @Override
    public void close() {
        closing = true;
        ticker.shutdownNow();
        lookers.shutdownNow();
        try {
            ticker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
            lookers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (fetcher != null) {
                fetcher.close();
            }
        }
    }

    /** What is remembered of one feed, in the store. */
    private record Remembered(Store store, FeedTask task) implements WatchMemory {

        @Override
        public Map<String, String> load() {
            return task.state().map(state -> Map.of(task.address(), state)).orElse(Map.of());
        }

        @Override
        public void save(Map<String, String> feeds) throws IOException {
            String state = feeds.get(task.address());
            if (state != null && !store.feeds().remember(task, state)) {
                throw new IOException("the feed is watched no more, or by another desk");
            }
        }

        @Override
        public void close() {
            // The store stays open.
        }
    }
}
