package io.onrecord.reading;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The articles of a run, read as they are pulled, one in memory at a time. An input that cannot be read is yielded as
 * {@link Outcome.Skipped}; the iterator itself does not throw for it.
 *
 * <p>One thread pulls; {@link #bytesRead} and {@link #bytesTotal} may be called from any other.
 */
public final class Articles implements Iterator<Outcome<Article>>, AutoCloseable {

    private final InTurn sources;
    private final List<Input> inputs;
    private final boolean measurable;
    private final Run run;

    private @Nullable Outcome<Article> next;
    private @Nullable OptionalLong total;

    private Articles(Iterator<Source> sources, List<Input> inputs, boolean measurable, Run run) {
        this.sources = new InTurn(() -> sources.hasNext() ? sources.next() : null);
        this.inputs = inputs;
        this.measurable = measurable;
        this.run = run;
    }

    static Articles ofInputs(List<Input> inputs, ReadingOptions options, Consumer<Notice> notices) {
        List<Input> all = List.copyOf(inputs);
        Run run = new Run(options, notices);
        Iterator<Source> sources =
                all.stream().map(input -> Source.of(input, run)).iterator();
        return new Articles(sources, all, true, run);
    }

    static Articles ofItem(Item item, ReadingOptions options, Consumer<Notice> notices) {
        Run run = new Run(options, notices);
        Source source = new ItemSource(item, run, run.archives()::open);
        return new Articles(List.of(source).iterator(), List.of(), false, run);
    }

    static Articles ofStream(InputStream in, String name, ReadingOptions options, Consumer<Notice> notices) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of a stream must not be blank");
        }
        Run run = new Run(options, notices);
        Source source = Content.ofStream(in, name, run);
        return new Articles(List.of(source).iterator(), List.of(), false, run);
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            Outcome<Article> read = sources.next();
            next = read == null ? null : run.finishing().of(read);
        }
        return next != null;
    }

    /** @throws NoSuchElementException if there are no more, or after {@link #close} */
    @Override
    public Outcome<Article> next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("no more articles");
        }
        Outcome<Article> outcome = next;
        next = null;
        return outcome;
    }

    /** Bytes taken from the inputs so far; at the end of all files equal to {@link #bytesTotal}. */
    public long bytesRead() {
        return run.bytesRead().get();
    }

    /**
     * Size of all files that are going to be read; empty if it is not known beforehand, as for a stream. The first call
     * walks the folders, which takes a moment where they are large.
     */
    public synchronized OptionalLong bytesTotal() {
        if (total == null) {
            total = measurable ? sizeOf(inputs) : OptionalLong.empty();
        }
        return total;
    }

    /** Closes the file that is open; there is nothing more to pull then. */
    @Override
    public void close() {
        next = null;
        sources.close();
        run.close();
    }

    private static OptionalLong sizeOf(List<Input> inputs) {
        long size = 0;
        for (Input named : inputs) {
            if (!(named instanceof Input.File file)) {
                return OptionalLong.empty();
            }
            Path input = file.path();
            try {
                BasicFileAttributes attributes = Files.readAttributes(input, BasicFileAttributes.class);
                if (attributes.isDirectory()) {
                    size += new Walk(input).bytes();
                } else if (attributes.isRegularFile()) {
                    size += attributes.size();
                } else {
                    return OptionalLong.empty();
                }
            } catch (IOException e) {
                // Reported as skipped when its turn comes; there is nothing to read.
            }
        }
        return OptionalLong.of(size);
    }
}
