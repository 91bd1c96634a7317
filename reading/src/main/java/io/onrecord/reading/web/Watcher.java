package io.onrecord.reading.web;

import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import io.onrecord.reading.item.Wording;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Watches feeds: looks at each from time to time, and gives out the page of every entry that is new, one by one.
 *
 * <p>What is guaranteed, whenever the process or the machine ends, and however often: an entry that a look at a feed
 * found is given out until it is acknowledged, and never after that. So none is missing, and only those twice that were
 * given out and not acknowledged before the end. An entry is remembered as long as its feed lists it, and at least until
 * its feed has listed {@value WatchedFeed#REMEMBERED} others. An entry that came and went between two looks is never seen.
 *
 * <p>Arrivals are taken by one thread; they may be acknowledged by any, in any order.
 */
public final class Watcher implements Closeable {

    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})");

    private final Fetcher fetcher;
    private final WatchOptions options;
    private final WatchState state;
    /** All that were ever watched with this state, by their addresses. */
    private final Map<String, WatchedFeed> known = new LinkedHashMap<>();
    /** Those that are watched now. */
    private final List<WatchedFeed> feeds = new ArrayList<>();
    /** In {@code once}: those that were looked at. */
    private final Set<WatchedFeed> looked = new HashSet<>();
    /** Given out in this run, and not acknowledged. */
    private final Set<WatchedFeed.Pending> out = new HashSet<>();
    /** Held while what is known changes. */
    private final Object lock = new Object();

    private Watcher(Fetcher fetcher, WatchOptions options, WatchState state) {
        this.fetcher = fetcher;
        this.options = options;
        this.state = state;
    }

    /**
     * Begins to watch, or goes on.
     *
     * @param addresses of the feeds; what is known of others stays in the file
     * @param file to remember in, made when it is first needed; {@code FILE.lock} and {@code FILE.new} stand beside it
     * @param fetcher is not closed with the watcher; its clock is the watcher's
     * @throws WatchStateException if the file is damaged, of another version, or used by another watch
     * @throws IOException if the file cannot be read or its folder not be written to
     */
    public static Watcher open(Collection<String> addresses, Path file, WatchOptions options, Fetcher fetcher)
            throws IOException {
        return open(addresses, WatchFile.open(file), options, fetcher);
    }

    /**
     * The same with a memory elsewhere.
     *
     * @param memory is closed with the watcher, or if this fails
     * @param fetcher is not closed with the watcher; its clock is the watcher's
     * @throws WatchStateException if the memory is damaged
     * @throws IOException if it cannot be read
     */
    public static Watcher open(Collection<String> addresses, WatchMemory memory, WatchOptions options, Fetcher fetcher)
            throws IOException {
        return open(addresses, new WatchRecall(memory), options, fetcher);
    }

    private static Watcher open(Collection<String> addresses, WatchState state, WatchOptions options, Fetcher fetcher)
            throws IOException {
        try {
            Watcher watcher = new Watcher(fetcher, options, state);
            state.load().forEach(feed -> watcher.known.put(feed.address(), feed));
            for (String address : addresses) {
                WatchedFeed feed = watcher.known.computeIfAbsent(address.strip(), WatchedFeed::new);
                if (!watcher.feeds.contains(feed)) {
                    watcher.feeds.add(feed);
                }
            }
            return watcher;
        } catch (IOException | RuntimeException e) {
            state.close();
            throw e;
        }
    }

    /**
     * The next arrival; waits for it. Null at the end: in {@code once} when all is given out, else when the thread is
     * interrupted, which it stays.
     *
     * @throws IOException if what is known cannot be saved; nothing of it is lost, and the next call goes on
     */
    public @Nullable Arrival next() throws IOException {
        while (!Thread.currentThread().isInterrupted()) {
            Instant now = fetcher.waiting().now();
            WatchedFeed due = due(now);
            WatchedFeed of = due == null ? withPage(now) : null;
            Arrival arrival = null;
            if (due != null) {
                arrival = look(due);
            } else if (of != null) {
                arrival = page(of, now);
            } else if (options.once() || !slept(now)) {
                return null;
            }
            if (arrival != null) {
                return arrival;
            }
        }
        return null;
    }

    /**
     * What was made of the entry is safe: it will not be given out again. Nothing happens if the arrival has no entry, or
     * was acknowledged before.
     *
     * @throws IOException if that cannot be saved; after a restart the entry may then be given out again
     */
    public void acknowledge(Arrival arrival) throws IOException {
        acknowledge(List.of(arrival));
    }

    /**
     * The same for several, which costs no more than for one: the state is written once, and forced to the disk.
     *
     * @throws IOException if that cannot be saved; after a restart the entries may then be given out again
     */
    public void acknowledge(Collection<Arrival> arrivals) throws IOException {
        synchronized (lock) {
            boolean changed = false;
            for (Arrival arrival : arrivals) {
                changed |= arrival.entry().isPresent()
                        && done(arrival.feed(), arrival.entry().get());
            }
            if (changed) {
                state.save(known.values());
            }
        }
    }

    private boolean done(String address, FeedEntry entry) {
        WatchedFeed feed = known.get(address);
        if (feed == null) {
            throw new IllegalArgumentException("an arrival of another watch: " + Wording.shown(address));
        }
        out.removeIf(one -> one.entry().equals(entry));
        return feed.done(entry);
    }

    /** A feed that is to be looked at now. */
    private @Nullable WatchedFeed due(Instant now) {
        synchronized (lock) {
            for (WatchedFeed feed : feeds) {
                boolean due = options.once() ? !looked.contains(feed) : !isAhead(feed.next(), now);
                if (due) {
                    return feed;
                }
            }
            return null;
        }
    }

    /**
     * Whether a time is still to be waited for. Nothing is put off for longer than the longest interval: what lies further ahead was written
     * down before the clock was put back.
     */
    private boolean isAhead(Instant time, Instant now) {
        return time.isAfter(now) && !time.isAfter(now.plus(options.longest()));
    }

    private @Nullable Arrival look(WatchedFeed feed) throws IOException {
        looked.add(feed);
        Instant before = fetcher.waiting().now();
        if (isAhead(feed.heldUntil(), before)) {
            return new Arrival(
                    feed.address(),
                    Optional.empty(),
                    skipped(feed.address(), "its server asked not to come back before " + feed.heldUntil()));
        }
        Reply reply = fetcher.ask(feed.address(), feed.validators());
        Instant now = fetcher.waiting().now();
        Refused refused;
        if (reply instanceof Reply.Failed failed) {
            refused = failed.refused();
        } else if (reply instanceof Reply.Unchanged same) {
            synchronized (lock) {
                feed.unchanged(now.plus(interval(same.answer(), feed.ttl())));
                state.save(known.values());
            }
            return null;
        } else {
            Reply.Whole whole = (Reply.Whole) reply;
            try {
                listed(feed, whole, now);
                return null;
            } catch (FeedException e) {
                refused = FetchFailure.forNow(Refused.Reason.DAMAGED, String.valueOf(e.getMessage()), e)
                        .refused(feed.address());
            }
        }
        return failed(feed, refused, now);
    }

    private void listed(WatchedFeed feed, Reply.Whole whole, Instant now) throws FeedException, IOException {
        Fetched fetched = whole.fetched();
        Feed parsed = Feeds.parse(fetched.payload(), fetched.charset(), fetched.finalAddress());
        synchronized (lock) {
            Instant next = now.plus(interval(whole.answer(), parsed.ttl()));
            feed.listed(parsed, Reply.Validators.of(whole.answer()), next, now);
            state.save(known.values());
        }
    }

    /** As long as the feed or its server says that it keeps, within bounds. */
    private Duration interval(Answer answer, Optional<Duration> ttl) {
        Matcher age = MAX_AGE.matcher(answer.header("cache-control").orElse(""));
        Duration kept = age.find() ? Duration.ofSeconds(Long.parseLong(age.group(1))) : Duration.ZERO;
        Duration said = ttl.filter(time -> time.compareTo(kept) > 0).orElse(kept);
        return said.isZero() ? options.interval() : options.bounded(said);
    }

    private @Nullable Arrival failed(WatchedFeed feed, Refused refused, Instant now) throws IOException {
        if (refused.reason() == Refused.Reason.INTERRUPTED) {
            Thread.currentThread().interrupt();
            return null;
        }
        synchronized (lock) {
            Instant hold = now.plus(refused.retryAfter().map(options::bounded).orElse(Duration.ZERO));
            Instant next = now.plus(options.afterFailures(feed.failures() + 1));
            feed.failed(next.isAfter(hold) ? next : hold, hold);
            state.save(known.values());
        }
        return new Arrival(feed.address(), Optional.empty(), refused.skipped());
    }

    private static Outcome<Item> skipped(String address, String why) {
        return new Outcome.Skipped<>(address, Outcome.Stage.FETCHING, why);
    }

    /** The feed of the page that can be had soonest. */
    private @Nullable WatchedFeed withPage(Instant now) {
        synchronized (lock) {
            WatchedFeed best = null;
            Instant soonest = Instant.MAX;
            for (WatchedFeed feed : feeds) {
                WatchedFeed.Pending one = first(feed, now);
                if (one == null) {
                    continue;
                }
                Instant free = one.entry().link().map(fetcher::freeAt).orElse(Instant.MIN);
                if (best == null || free.isBefore(soonest)) {
                    best = feed;
                    soonest = free;
                }
            }
            return best;
        }
    }

    private WatchedFeed.@Nullable Pending first(WatchedFeed feed, Instant now) {
        for (WatchedFeed.Pending one : feed.pending()) {
            if (!isAhead(one.after(), now) && !out.contains(one)) {
                return one;
            }
        }
        return null;
    }

    private @Nullable Arrival page(WatchedFeed feed, Instant now) throws IOException {
        WatchedFeed.Pending pending;
        synchronized (lock) {
            pending = first(feed, now);
            if (pending == null) {
                return null;
            }
            out.add(pending);
        }
        FeedEntry entry = pending.entry();
        if (entry.link().isEmpty()) {
            return new Arrival(feed.address(), Optional.of(entry), ofFeed(feed, entry));
        }
        Fetch fetch = fetcher.fetch(entry.link().get());
        if (fetch instanceof Fetched fetched) {
            return new Arrival(feed.address(), Optional.of(entry), new Outcome.Kept<>(fetched.item(entry.metadata())));
        }
        Refused refused = (Refused) fetch;
        if (refused.reason() == Refused.Reason.INTERRUPTED) {
            Thread.currentThread().interrupt();
            synchronized (lock) {
                out.remove(pending);
            }
            return null;
        }
        if (!refused.forNow() || pending.tries() + 1 >= options.tries()) {
            return new Arrival(feed.address(), Optional.of(entry), refused.skipped());
        }
        return later(feed, pending, refused);
    }

    private Arrival later(WatchedFeed feed, WatchedFeed.Pending pending, Refused refused) throws IOException {
        Instant now = fetcher.waiting().now();
        Duration wait = options.afterFailures(pending.tries());
        Duration said = refused.retryAfter().map(options::bounded).orElse(Duration.ZERO);
        synchronized (lock) {
            out.remove(pending);
            feed.delayed(pending.entry(), now.plus(said.compareTo(wait) > 0 ? said : wait));
            state.save(known.values());
        }
        return new Arrival(feed.address(), Optional.empty(), refused.skipped());
    }

    /** An entry without a page: what the feed itself says of it is all there is. */
    private static Outcome<Item> ofFeed(WatchedFeed feed, FeedEntry entry) {
        String address = feed.address() + "#" + entry.id();
        if (entry.content().isEmpty()) {
            return skipped(address, "an entry without a link that can be fetched, and without text");
        }
        FeedEntry.Body body = entry.content().get();
        Known known = new Known(
                Optional.empty(),
                Optional.of(body.html() ? "text/html" : "text/plain"),
                Optional.of(StandardCharsets.UTF_8),
                entry.metadata());
        return new Outcome.Kept<>(
                new Item(address, known, new ByteArrayInputStream(body.value().getBytes(StandardCharsets.UTF_8))));
    }

    /** Until something is due; false if the thread is to end. */
    private boolean slept(Instant now) {
        Instant until = Instant.MAX;
        synchronized (lock) {
            for (WatchedFeed feed : feeds) {
                until = earlier(until, feed.next());
                for (WatchedFeed.Pending one : feed.pending()) {
                    until = out.contains(one) ? until : earlier(until, one.after());
                }
            }
        }
        if (feeds.isEmpty()) {
            return false;
        }
        try {
            fetcher.waiting().sleep(Duration.between(now, until));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * How a feed is that is watched.
     *
     * @throws IllegalArgumentException if it is not
     */
    public Health health(String address) {
        synchronized (lock) {
            WatchedFeed feed = known.get(address.strip());
            if (feed == null || !feeds.contains(feed)) {
                throw new IllegalArgumentException("not watched: " + Wording.shown(address));
            }
            Instant due = feed.next();
            for (WatchedFeed.Pending one : feed.pending()) {
                due = earlier(due, one.after());
            }
            return new Health(due, feed.failures(), feed.pending().size());
        }
    }

    /**
     * How a feed is.
     *
     * @param next when it is to be looked at next, or a page of it asked for again
     * @param failures how many of the last looks failed, one after the other
     * @param pending how many entries were found and not acknowledged
     */
    public record Health(Instant next, int failures, int pending) {}

    /** Ends watching; what was not acknowledged is given out again another time. */
    @Override
    public void close() throws IOException {
        state.close();
    }
}
