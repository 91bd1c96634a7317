package io.onrecord.cli;

import io.onrecord.exchange.RecordFormatException;
import io.onrecord.exchange.RecordHead;
import io.onrecord.exchange.RecordJson;
import io.onrecord.model.Producer;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the articles whose records an earlier run has written, in the order of the file: as often as each was
 * written, for the same article may have been read twice. For one thread.
 */
final class WrittenRecords implements Iterator<String>, Closeable {

    private final Path file;
    private final BufferedReader lines;
    private final long count;
    private long number;

    private WrittenRecords(Path file, BufferedReader lines, long count) {
        this.file = file;
        this.lines = lines;
        this.count = count;
    }

    /**
     * Looks through the whole file first; what is appended to it afterwards is not given out.
     *
     * @param options how they must have been written, and
     * @param producer what must have made them, so that a file holds records of one kind
     * @throws CommandException if the file holds anything else
     */
    static WrittenRecords of(Path file, RecordJson.Options options, Producer producer) {
        long count = 0;
        try (WrittenRecords all = new WrittenRecords(file, Files.newBufferedReader(file), Long.MAX_VALUE)) {
            for (RecordHead head = all.head(); head != null; head = all.head()) {
                all.check(head, options, producer);
                count++;
            }
            return new WrittenRecords(file, Files.newBufferedReader(file), count);
        } catch (IOException e) {
            throw new CommandException(file + " cannot be read: " + Reasons.of(e), e);
        }
    }

    private void check(RecordHead head, RecordJson.Options options, Producer producer) {
        if (!head.producer().equals(producer)) {
            throw new CommandException(file + ":" + number + " was written by " + head.producer() + ", this is "
                    + producer + ": one file holds the records of one producer, so write to another file");
        }
        if (!head.options().equals(options)) {
            throw new CommandException(file + ":" + number + " was written with other options (" + head.options()
                    + ", now " + options + "): give --with-text and --offsets as before, or write to another file");
        }
    }

    /** How many records there are in all. */
    long count() {
        return count;
    }

    @Override
    public boolean hasNext() {
        return number < count;
    }

    @Override
    public String next() {
        RecordHead head = hasNext() ? head() : null;
        if (head == null) {
            throw new NoSuchElementException("no more records in " + file);
        }
        return head.articleId();
    }

    /** Null at the end of the file. */
    private @Nullable RecordHead head() {
        number++;
        try {
            String line = lines.readLine();
            return line == null ? null : RecordJson.head(line);
        } catch (RecordFormatException e) {
            throw new CommandException(file + ":" + number + " is no record to go on from: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandException(file + " cannot be read: " + Reasons.of(e), e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new CommandException(file + " cannot be closed: " + Reasons.of(e), e);
        }
    }
}
