package io.onrecord.server.desk;

import io.onrecord.Onrecord;
import io.onrecord.Options;
import io.onrecord.demo.Demo;
import io.onrecord.model.Article;
import io.onrecord.reading.ReadingOptions;
import io.onrecord.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What the desk stands on. As long as the user's store is empty, made-up articles of a store of their own are shown, so that nobody meets an
 * empty page; the first article that is kept ends that. Safe to share between threads.
 */
public final class Desk implements AutoCloseable {

    private final Shelf own;
    private final Engine engine;
    private final ReadingOptions reading;
    private final Watching watching;
    private final Jobs jobs;
    private final AtomicLong keptSoFar = new AtomicLong();
    private volatile @Nullable Shelf demo;
    private volatile @Nullable Shelf opened;
    private volatile Optional<String> demoProblem = Optional.empty();

    private Desk(Shelf own, Engine engine, ReadingOptions reading) {
        this.own = own;
        this.engine = engine;
        this.reading = reading;
        this.watching = new Watching(own.store(), engine, reading, this::kept);
        this.jobs = new Jobs(own.store(), engine, reading, this::kept);
    }

    /**
     * Opens it.
     *
     * @param store address of the user's store
     * @param engine how articles are read
     * @param reading how inputs are read
     * @param demo where made-up articles are kept while the user's store is empty; empty for no such thing
     * @throws StoreException if the user's store can be neither opened nor made
     */
    public static Desk open(String store, Options engine, ReadingOptions reading, Optional<Path> demo) {
        Desk desk = new Desk(Shelf.open(store), new Engine(engine), reading);
        if (demo.isPresent() && desk.own.store().counts().articles() == 0) {
            desk.showDemo(demo.get());
        }
        return desk;
    }

    private void showDemo(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Shelf shelf = Shelf.open(file.toString());
            opened = shelf;
            demo = shelf;
            Thread filling = new Thread(() -> fill(shelf), "onrecord: made-up articles");
            filling.setDaemon(true);
            filling.start();
        } catch (StoreException | IOException e) {
            // Nothing depends on it.
            demoProblem = Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void fill(Shelf shelf) {
        try {
            List<Article> articles = Demo.articles();
            if (shelf.store().counts().articles() < articles.size()) {
                Onrecord onrecord = engine.get();
                Demo.put(
                        shelf.store(),
                        Demo.missing(shelf.store(), articles, onrecord),
                        onrecord,
                        (what, done, total) -> {});
            }
            shelf.upkeep().touch();
        } catch (RuntimeException e) {
            demoProblem = Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** What pages show. */
    public Shelf shelf() {
        Shelf shown = demo;
        return shown == null ? own : shown;
    }

    /** Where the user's own articles go. */
    public Shelf own() {
        return own;
    }

    /** Whether what is shown is made up. */
    public boolean isDemo() {
        return demo != null;
    }

    /** Why made-up articles cannot be shown, if so. */
    public Optional<String> demoProblem() {
        return demoProblem;
    }

    /** An article was put into the user's store: from now on it is what is shown. */
    public void kept() {
        keptSoFar.incrementAndGet();
        demo = null;
        own.upkeep().touch();
    }

    /** How often that happened since this was opened. */
    public long keptSoFar() {
        return keptSoFar.get();
    }

    public Engine engine() {
        return engine;
    }

    public ReadingOptions reading() {
        return reading;
    }

    /** The feeds, looked at behind the pages. */
    public Watching watching() {
        return watching;
    }

    /** What is being read into the user's store. */
    public Jobs jobs() {
        return jobs;
    }

    @Override
    public void close() {
        Shelf shown = opened;
        try (own) {
            // What it reads is put into the store, which must be open until then.
            watching.close();
            jobs.close();
            if (shown != null) {
                shown.close();
            }
            engine.close();
        }
    }
}
