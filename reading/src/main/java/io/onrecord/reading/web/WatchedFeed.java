package io.onrecord.reading.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of one feed from one look to the next. Not thread-safe. */
final class WatchedFeed {

    /** How many entries are remembered that the feed does not list any more. */
    static final int REMEMBERED = 1000;

    /**
     * An entry whose page is to be had.
     *
     * @param tries that failed
     * @param after not to be asked for before
     */
    record Pending(FeedEntry entry, int tries, Instant after) {}

    private final String address;
    private Reply.Validators validators = Reply.Validators.NONE;
    private Optional<Duration> ttl = Optional.empty();
    private Instant next = Instant.EPOCH;
    private Instant heldUntil = Instant.EPOCH;
    private int failures;
    /** Keys of entries that are done with, the latest last. */
    private final Set<String> seen = new LinkedHashSet<>();
    /** By their keys, in the order they are given out. */
    private final Map<String, Pending> pending = new LinkedHashMap<>();

    WatchedFeed(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    Reply.Validators validators() {
        return validators;
    }

    Optional<Duration> ttl() {
        return ttl;
    }

    Instant next() {
        return next;
    }

    /** Until then the server wants to be left alone. */
    Instant heldUntil() {
        return heldUntil;
    }

    int failures() {
        return failures;
    }

    Collection<String> seen() {
        return seen;
    }

    Collection<Pending> pending() {
        return pending.values();
    }

    /** As it was kept. */
    void restore(
            Reply.Validators keptValidators,
            Optional<Duration> keptTtl,
            Instant keptNext,
            Instant keptHold,
            int keptFailures,
            List<String> keptSeen,
            List<Pending> keptPending) {
        validators = keptValidators;
        ttl = keptTtl;
        next = keptNext;
        heldUntil = keptHold;
        failures = keptFailures;
        seen.addAll(keptSeen);
        keptPending.forEach(one -> pending.put(key(one.entry()), one));
    }

    /** What an entry is remembered by: 96 bits, since ids are long and there are many. */
    static String key(FeedEntry entry) {
        return Entries.digest(entry.id()).substring("sha256:".length(), "sha256:".length() + 24);
    }

    /** The feed lists these; the new ones are pending from now on, the oldest first. */
    void listed(Feed feed, Reply.Validators given, Instant nextLook, Instant now) {
        Map<String, FeedEntry> fresh = new LinkedHashMap<>();
        Set<String> listed = new HashSet<>();
        List<FeedEntry> entries = new ArrayList<>(feed.entries());
        Collections.reverse(entries);
        for (FeedEntry entry : entries) {
            String key = key(entry);
            listed.add(key);
            if (!seen.contains(key) && !pending.containsKey(key)) {
                fresh.putIfAbsent(key, entry);
            }
        }
        fresh.forEach((key, entry) -> pending.put(key, new Pending(kept(entry), 0, now)));
        forget(listed);
        validators = given;
        ttl = feed.ttl();
        unchanged(nextLook);
    }

    /** The text of an entry is needed only where there is no page. */
    private static FeedEntry kept(FeedEntry entry) {
        Optional<FeedEntry.Body> text =
                entry.link().isPresent() ? Optional.empty() : entry.content().or(entry::summary);
        return new FeedEntry(
                entry.id(), entry.link(), entry.title(), entry.authors(), entry.published(), Optional.empty(), text);
    }

    /** What the feed lists is never forgotten; of the rest, the oldest is. */
    private void forget(Set<String> listed) {
        List<String> gone = new ArrayList<>(seen);
        gone.removeAll(listed);
        gone.subList(0, Math.max(0, gone.size() - REMEMBERED)).forEach(seen::remove);
    }

    /** The feed was there. */
    void unchanged(Instant nextLook) {
        failures = 0;
        heldUntil = Instant.EPOCH;
        next = nextLook;
    }

    /** The feed was not there. */
    void failed(Instant nextLook, Instant hold) {
        failures++;
        next = nextLook;
        heldUntil = hold;
    }

    /** The page was not there, but may be later. */
    void delayed(FeedEntry entry, Instant after) {
        pending.computeIfPresent(key(entry), (key, one) -> new Pending(one.entry(), one.tries() + 1, after));
    }

    /** Whether it was not done before. */
    boolean done(FeedEntry entry) {
        String key = key(entry);
        return pending.remove(key) != null && seen.add(key);
    }
}
