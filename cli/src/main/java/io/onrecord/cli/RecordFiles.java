package io.onrecord.cli;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The records of several files of JSON Lines, one file after the other; {@code -} is standard input. For one thread. */
final class RecordFiles implements Iterator<Outcome<ArticleRecord>>, Closeable {

    private final List<String> names;
    private final InputStream standardInput;
    private final long bytesTotal;
    private int opened;
    private long bytesBefore;
    private @Nullable RecordLines current;

    /**
     * Begins.
     *
     * @throws CommandException if one of the files is not there
     */
    RecordFiles(List<String> names, InputStream standardInput) {
        this.names = List.copyOf(names);
        this.standardInput = standardInput;
        long bytes = 0;
        for (String name : names) {
            if (!name.equals("-")) {
                bytes += size(name);
            }
        }
        this.bytesTotal = names.contains("-") ? 0 : bytes;
    }

    private static long size(String name) {
        try {
            Path file = Path.of(name);
            if (Files.isDirectory(file)) {
                throw new CommandException(name + " is a folder: name files of records, such as " + name + "/*.jsonl");
            }
            return Files.size(file);
        } catch (InvalidPathException e) {
            throw new CommandException("'" + name + "' cannot be the name of a file", e);
        } catch (IOException e) {
            throw new CommandException(name + " cannot be read: " + Reasons.of(e), e);
        }
    }

    /** Bytes of all files; 0 where that is not known. */
    long bytesTotal() {
        return bytesTotal;
    }

    /** Bytes read so far. */
    long bytesRead() {
        return bytesBefore + (current == null ? 0 : current.bytesRead());
    }

    @Override
    public boolean hasNext() {
        while (current == null || !current.hasNext()) {
            if (opened == names.size()) {
                return false;
            }
            close();
            current = open(names.get(opened++));
        }
        return true;
    }

    @Override
    public Outcome<ArticleRecord> next() {
        if (!hasNext() || current == null) {
            throw new NoSuchElementException("no more records");
        }
        return current.next();
    }

    private RecordLines open(String name) {
        if (name.equals("-")) {
            return new RecordLines("stdin", standardInput);
        }
        try {
            return new RecordLines(name, Files.newInputStream(Path.of(name)));
        } catch (IOException e) {
            throw new CommandException(name + " cannot be read: " + Reasons.of(e), e);
        }
    }

    @Override
    public void close() {
        if (current != null) {
            bytesBefore += current.bytesRead();
            current.close();
            current = null;
        }
    }
}
