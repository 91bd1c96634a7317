package io.onrecord.server.desk;

import io.onrecord.reading.ReadingOptions;
import io.onrecord.store.Store;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What is being read, and what was. There are two lanes: single texts, pages and small files, for which somebody waits, go before whole
 * archives. Jobs are in memory, the newest {@link #KEPT} of them; what they read is in the store. Safe to share between threads.
 */
public final class Jobs implements AutoCloseable {

    /** So many are remembered. */
    public static final int KEPT = 1_000;

    /** So many wait in a lane. */
    public static final int WAITING = 100;

    /** Lines of lists that all of them together have; the oldest are forgotten sooner if these are long. */
    private static final int ENTRIES = 200_000;

    /** Bytes of files that wait or are read, all in all. */
    private static final long MOST_BYTES = 4L << 30;

    private static final int QUICK_THREADS = 2;
    private static final int ID_BYTES = 8;
    private static final long PATIENCE_SECONDS = 10;

    private final Store store;
    private final Engine engine;
    private final ReadingOptions options;
    private final Runnable kept;
    private final ThreadPoolExecutor quick = lane(QUICK_THREADS, "onrecord: reading");
    private final ThreadPoolExecutor bulk = lane(1, "onrecord: reading files");
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    /** @param kept is run after an article was put into the store */
    Jobs(Store store, Engine engine, ReadingOptions options, Runnable kept) {
        this.store = store;
        this.engine = engine;
        this.options = options;
        this.kept = kept;
    }

    private static ThreadPoolExecutor lane(int threads, String name) {
        return new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Takes something on. Whatever comes of it, the files that were sent are deleted in the end.
     *
     * @param by who asks
     * @return empty if too much is waiting
     */
    public Optional<Job> submit(Submission submission, String by) {
        Job job = new Job(newId(), by, submission, Instant.now());
        long bytes = submission.files().map(SentFiles::bytes).orElse(0L);
        boolean taken = hasRoom(bytes);
        if (taken) {
            remember(job);
            taken = start(job, submission);
        }
        if (!taken) {
            forget(job);
            submission.files().ifPresent(SentFiles::close);
            return Optional.empty();
        }
        return Optional.of(job);
    }

    private boolean start(Job job, Submission submission) {
        JobRun run = new JobRun(job, submission, store, engine, options, kept);
        try {
            job.worksAs((submission.isQuick() ? quick : bulk).submit(run::run));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private synchronized boolean hasRoom(long bytes) {
        long waiting = jobs.values().stream().mapToLong(Job::bytes).sum();
        return waiting + bytes <= MOST_BYTES;
    }

    private synchronized void remember(Job job) {
        jobs.put(job.id(), job);
        Iterator<Job> oldest = jobs.values().iterator();
        int entries = jobs.values().stream().mapToInt(Job::entries).sum();
        while ((jobs.size() > KEPT || entries > ENTRIES) && oldest.hasNext()) {
            Job old = oldest.next();
            if (old.isOver()) {
                oldest.remove();
                entries -= old.entries();
            }
        }
    }

    private synchronized void forget(Job job) {
        jobs.remove(job.id());
    }

    private String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /** A job that is remembered. */
    public synchronized Optional<Job> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** The newest, first. */
    public synchronized List<Job> newest(int most) {
        List<Job> all = new ArrayList<>(jobs.values());
        Collections.reverse(all);
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    /** How many are how far. */
    public synchronized Map<JobState.Phase, Integer> phases() {
        Map<JobState.Phase, Integer> phases = new EnumMap<>(JobState.Phase.class);
        for (JobState.Phase phase : JobState.Phase.values()) {
            phases.put(phase, 0);
        }
        jobs.values().forEach(job -> phases.merge(job.phase(), 1, Integer::sum));
        return phases;
    }

    /** Ends one; what it kept stays. Returns at once: the article that is being read is finished first. */
    public void stop(Job job) {
        job.stop(Instant.now());
        quick.purge();
        bulk.purge();
    }

    @Override
    public void close() {
        newest(KEPT + 2 * WAITING).forEach(this::stop);
        quick.shutdownNow();
        bulk.shutdownNow();
        try {
            // What is being put is put; nothing is half kept.
            if (quick.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                bulk.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
