package io.onrecord.server.desk;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.server.desk.JobState.KeptArticle;
import io.onrecord.server.desk.JobState.Phase;
import io.onrecord.server.desk.JobState.SkippedInput;
import io.onrecord.store.Put;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Something that is read for somebody. Safe to share between threads: one reads, others look. */
public final class Job {

    /** So many of what was kept, and of what was skipped, are listed one by one. */
    public static final int LISTED = 500;

    /** So many notices are kept. */
    public static final int NOTICES = 100;

    private final String id;
    private final String by;
    private final List<String> labels;
    private final Optional<SentFiles> files;
    private final Instant asked;
    private final CountDownLatch over = new CountDownLatch(1);

    private Phase phase = Phase.WAITING;
    private @Nullable Instant begun;
    private @Nullable Instant ended;
    private final Map<Put, Long> puts = new EnumMap<>(Put.class);
    private final List<KeptArticle> kept = new ArrayList<>();
    private final List<SkippedInput> skipped = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private long skips;
    private OptionalDouble share = OptionalDouble.empty();
    private Optional<String> problem = Optional.empty();
    private @Nullable Future<?> work;
    private boolean stopping;

    /** Keeps no texts: jobs are remembered long after they were read. */
    Job(String id, String by, Submission submission, Instant asked) {
        this.id = id;
        this.by = by;
        this.labels = submission.labels();
        this.files = submission.files();
        this.asked = asked;
    }

    public String id() {
        return id;
    }

    /** Bytes of files that lie on the disk for it. */
    synchronized long bytes() {
        return phase.isOver() ? 0 : files.map(SentFiles::bytes).orElse(0L);
    }

    /** How much of it is remembered. */
    synchronized int entries() {
        return labels.size() + kept.size() + skipped.size() + notices.size();
    }

    /** As it stands now. */
    public synchronized JobState state() {
        return new JobState(
                id,
                by,
                labels,
                phase,
                asked,
                Optional.ofNullable(begun),
                Optional.ofNullable(ended),
                puts,
                skips,
                share,
                kept,
                skipped,
                notices,
                problem);
    }

    /**
     * Waits until it is over.
     *
     * @return whether it is
     */
    public boolean await(Duration most) throws InterruptedException {
        return over.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized Phase phase() {
        return phase;
    }

    synchronized boolean isOver() {
        return phase.isOver();
    }

    /** Who stops it interrupts its work. */
    synchronized void worksAs(Future<?> future) {
        work = future;
        if (stopping) {
            future.cancel(true);
        }
    }

    /** Whether it goes on: nobody stopped it before it began. */
    synchronized boolean begin(Instant now) {
        if (phase != Phase.WAITING || stopping) {
            return false;
        }
        phase = Phase.READING;
        begun = now;
        return true;
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    /** Asks it to end. */
    synchronized void stop(Instant now) {
        if (phase.isOver()) {
            return;
        }
        stopping = true;
        Future<?> working = work;
        if (phase == Phase.WAITING) {
            end(Phase.STOPPED, now, Optional.empty());
            files.ifPresent(SentFiles::close);
        }
        if (working != null) {
            // Whoever waits for a server need not wait on.
            working.cancel(true);
        }
    }

    synchronized void end(Phase how, Instant now, Optional<String> why) {
        if (!phase.isOver()) {
            phase = how;
            ended = now;
            problem = why;
            work = null;
            over.countDown();
        }
    }

    synchronized void keep(ArticleRecord record, Put put) {
        puts.merge(put, 1L, Long::sum);
        if (kept.size() < LISTED) {
            kept.add(new KeptArticle(
                    record.article().id(),
                    record.article().metadata().title().orElse(record.article().address()),
                    record.article().metadata().outlet(),
                    record.statements().size(),
                    put));
        }
    }

    synchronized void skip(Outcome.Skipped<?> what) {
        skip(new SkippedInput(what.address(), what.why(), false));
    }

    synchronized void skip(SkippedInput what) {
        skips++;
        if (skipped.size() < LISTED) {
            skipped.add(what);
        }
    }

    synchronized void notice(String words) {
        if (notices.size() < NOTICES) {
            notices.add(words);
        }
    }

    synchronized void share(double now) {
        share = OptionalDouble.of(Math.max(0, Math.min(1, now)));
    }
}
