package io.onrecord.server.desk;

import io.onrecord.Onrecord;
import io.onrecord.Records;
import io.onrecord.encoder.EncodingException;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ReadingOptions;
import io.onrecord.server.desk.JobState.Phase;
import io.onrecord.server.desk.JobState.SkippedInput;
import io.onrecord.store.Put;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Reads one job into a store. For one thread. */
final class JobRun {

    private final Job job;
    private final Submission submission;
    private final Store store;
    private final Engine engine;
    private final ReadingOptions options;
    private final Runnable kept;

    /** @param kept is run after an article was put */
    JobRun(Job job, Submission submission, Store store, Engine engine, ReadingOptions options, Runnable kept) {
        this.job = job;
        this.submission = submission;
        this.store = store;
        this.engine = engine;
        this.options = options;
        this.kept = kept;
    }

    /** Whatever happens, the job is over then, and what was sent for it is deleted. */
    void run() {
        if (!job.begin(Instant.now())) {
            return;
        }
        try {
            read();
            end(Phase.DONE, Optional.empty());
        } catch (StoreException e) {
            end(Phase.FAILED, Optional.of("the store cannot be used just now: what was kept before is kept"));
        } catch (EncodingException e) {
            end(Phase.FAILED, Optional.of("the network that reads cannot be used: the owner of the desk can see why"));
        } catch (OutOfMemoryError e) {
            end(Phase.FAILED, Optional.of("more than the memory of the desk can hold: send less at once"));
        } catch (RuntimeException e) {
            end(Phase.FAILED, Optional.of("a fault of Onrecord, please report it: " + Words.shown(String.valueOf(e))));
        }
    }

    private void end(Phase how, Optional<String> why) {
        boolean stopped = job.isStopping();
        job.end(stopped ? Phase.STOPPED : how, Instant.now(), stopped ? Optional.empty() : why);
    }

    private void read() {
        Onrecord onrecord = engine.get();
        try (JobArticles articles = new JobArticles(job, submission, options)) {
            if (submission.files().isPresent()) {
                // Many articles, as fast as the processors go.
                take(onrecord, articles);
            } else {
                // Each at once, since the next one is waited for.
                while (articles.hasNext()) {
                    take(onrecord, List.of(articles.next()).iterator());
                }
            }
        } finally {
            submission.files().ifPresent(SentFiles::close);
        }
    }

    private void take(Onrecord onrecord, Iterator<Outcome<Article>> articles) {
        try (Records records = onrecord.readAll(new Fresh(articles, onrecord))) {
            while (!job.isStopping() && records.hasNext()) {
                Outcome<ArticleRecord> outcome = records.next();
                if (outcome instanceof Outcome.Skipped<ArticleRecord> skipped) {
                    job.skip(skipped);
                } else {
                    put(((Outcome.Kept<ArticleRecord>) outcome).value());
                }
            }
        }
    }

    private void put(ArticleRecord record) {
        try {
            Put put = store.put(record);
            job.keep(record, put);
            kept.run();
        } catch (StoreException e) {
            switch (e.reason()) {
                case UNFIT ->
                    job.skip(new Outcome.Skipped<>(
                            record.article().address(), Outcome.Stage.WRITING, String.valueOf(e.getMessage())));
                case BUSY ->
                    job.skip(new SkippedInput(
                            record.article().address(),
                            "another program was writing to the store: send it again",
                            true));
                default -> throw e;
            }
        }
    }

    /** Leaves out what is kept as this engine reads it: that costs a look instead of a reading. */
    private final class Fresh implements Iterator<Outcome<Article>> {

        private final Iterator<Outcome<Article>> articles;
        private final Onrecord onrecord;
        private Optional<Outcome<Article>> next = Optional.empty();

        Fresh(Iterator<Outcome<Article>> articles, Onrecord onrecord) {
            this.articles = articles;
            this.onrecord = onrecord;
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty() && articles.hasNext()) {
                Outcome<Article> outcome = articles.next();
                if (!isThere(outcome)) {
                    next = Optional.of(outcome);
                }
            }
            return next.isPresent();
        }

        private boolean isThere(Outcome<Article> outcome) {
            if (!(outcome instanceof Outcome.Kept<Article> one)
                    || !store.holds(one.value().id(), onrecord.producer())) {
                return false;
            }
            Optional<ArticleRecord> record = store.get(one.value().id());
            record.ifPresent(there -> job.keep(there, Put.UNCHANGED));
            return record.isPresent();
        }

        @Override
        public Outcome<Article> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no more articles");
            }
            Outcome<Article> outcome = next.orElseThrow();
            next = Optional.empty();
            return outcome;
        }
    }
}
