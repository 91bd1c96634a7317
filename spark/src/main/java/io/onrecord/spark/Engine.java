package io.onrecord.spark;

import io.onrecord.Model;
import io.onrecord.Networks;
import io.onrecord.Onrecord;
import io.onrecord.Options;
import io.onrecord.encoder.ByteVector;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.encoder.SentenceVector;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.model.Producer;
import io.onrecord.reading.ReadingOptions;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The networks of one process, opened once, shared by all of its tasks, and open until the process ends: tasks come and go, and
 * nothing tells an executor that there will be no more.
 */
final class Engine {

    /** One a process is what is wanted; Spark gives its tasks no other place that outlives them. */
    private static final ConcurrentMap<Wanted, Engine> OPEN = new ConcurrentHashMap<>();

    /**
     * How it reads.
     *
     * @param model the network as the command line names it
     * @param vectors whether statements are given vectors
     * @param language of the articles that are read; blank for all
     */
    record Wanted(String model, boolean vectors, String language) implements Serializable {

        private static final long serialVersionUID = 1L;

        Options options() {
            return Options.DEFAULT.withThreads(1).withModel(Model.of(model));
        }

        ReadingOptions reading() {
            return ReadingOptions.DEFAULT.withLanguage(Optional.of(language).filter(tag -> !tag.isBlank()));
        }
    }

    private final Onrecord onrecord;
    private final Optional<SentenceEncoder> sentences;
    private final ReadWriteLock reading = new ReentrantReadWriteLock();

    private Engine(Wanted wanted) {
        onrecord = Onrecord.open(wanted.options());
        sentences = wanted.vectors ? Optional.of(Networks.sentences()) : Optional.empty();
    }

    static Engine of(Wanted wanted) {
        return OPEN.computeIfAbsent(wanted, Engine::new);
    }

    /**
     * The same, of an executor, on whose machine the file of the network may be another.
     *
     * @param maker what the driver has
     * @throws ClusterException if it is another
     */
    static Engine of(Wanted wanted, String maker) {
        Engine engine = of(wanted);
        if (!engine.maker().equals(maker)) {
            throw new ClusterException("an executor reads with " + engine.maker() + ", the driver with " + maker
                    + ": put the same version of Onrecord, and the same network, on every machine");
        }
        return engine;
    }

    /** What makes records and vectors, by name and digest. */
    String maker() {
        return producer() + " " + vectorModel();
    }

    /** How many were opened in this process. */
    static int opened() {
        return OPEN.size();
    }

    /** Tells this process from every other. */
    static String process() {
        return ManagementFactory.getRuntimeMXBean().getName();
    }

    Producer producer() {
        return onrecord.producer();
    }

    /** What vectors are made by; blank where none are. */
    String vectorModel() {
        return sentences.map(SentenceEncoder::model).orElse("");
    }

    /**
     * The record of an article, or why there is none, on the caller's thread: a task has one core. Where the memory does not suffice,
     * another task may have had it: only what cannot be read alone, either, is left out.
     */
    Outcome<ArticleRecord> read(Outcome<Article> article) {
        if (article instanceof Outcome.Skipped<Article> skipped) {
            return skipped.as();
        }
        Article one = ((Outcome.Kept<Article>) article).value();
        return beside(one).orElseGet(() -> alone(one));
    }

    /** Beside what other tasks read; empty where the memory does not suffice for all. */
    private Optional<Outcome<ArticleRecord>> beside(Article article) {
        reading.readLock().lock();
        try {
            return Optional.of(onrecord.attempt(article));
        } catch (OutOfMemoryError e) {
            return Optional.empty();
        } finally {
            reading.readLock().unlock();
        }
    }

    private Outcome<ArticleRecord> alone(Article article) {
        reading.writeLock().lock();
        try {
            return onrecord.tryRead(article);
        } finally {
            reading.writeLock().unlock();
        }
    }

    /** The vectors of a record's statements, in their order; none where none are wanted. */
    List<byte[]> vectors(ArticleRecord record, List<String> contents) {
        if (sentences.isEmpty() || record.statements().isEmpty()) {
            return List.of();
        }
        return sentences.get().encode(contents).stream()
                .map(SentenceVector::bytes)
                .map(ByteVector::toArray)
                .toList();
    }
}
