package io.onrecord.cli;

import io.onrecord.exchange.RecordFormatException;
import io.onrecord.exchange.RecordJson;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file of JSON Lines, one in memory at a time. A line that is no record is skipped with the reason; the ones after
 * it are read. For one thread.
 */
final class RecordLines implements Iterator<Outcome<ArticleRecord>>, Closeable {

    /** A record of a hundred thousand words takes some ten of them. */
    private static final int LONGEST_MB = 64;

    private static final int LONGEST = LONGEST_MB << 20;

    private final String name;
    private final InputStream in;
    private long number;
    private long bytes;
    private @Nullable Outcome<ArticleRecord> next;
    private boolean ended;

    /**
     * Begins.
     *
     * @param name of the file, for messages
     * @param in is closed with this
     */
    RecordLines(String name, InputStream in) {
        this.name = name;
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Bytes read so far. */
    long bytesRead() {
        return bytes;
    }

    /** @throws CommandException if the file cannot be read on */
    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            next = read();
        }
        return next != null;
    }

    @Override
    public Outcome<ArticleRecord> next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("no more records in " + name);
        }
        Outcome<ArticleRecord> result = next;
        next = null;
        return result;
    }

    /** Null where the line is blank, or there is none. */
    private @Nullable Outcome<ArticleRecord> read() {
        number++;
        try {
            Optional<ByteArrayOutputStream> line = line();
            return line.isEmpty() ? null : record(line.get());
        } catch (IOException e) {
            throw new CommandException(name + " cannot be read: " + Reasons.of(e), e);
        }
    }

    private @Nullable Outcome<ArticleRecord> record(ByteArrayOutputStream line) {
        if (line.size() > LONGEST) {
            return skipped("the line is longer than " + LONGEST_MB + " MB, the limit for one record");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
            String json = number == 1 && text.startsWith("\ufeff") ? text.substring(1) : text;
            return json.isBlank() ? null : new Outcome.Kept<>(RecordJson.read(json));
        } catch (RecordFormatException e) {
            return skipped(String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            return skipped("the line is not UTF-8; records are written in UTF-8");
        }
    }

    private Outcome<ArticleRecord> skipped(String why) {
        return new Outcome.Skipped<>(name + ":" + number, Outcome.Stage.READING, why);
    }

    /** The next line without its end, of one that is too long only the beginning; empty at the end of the file. */
    private Optional<ByteArrayOutputStream> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int c = in.read();
        if (c < 0) {
            ended = true;
            return Optional.empty();
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            bytes++;
            if (line.size() <= LONGEST) {
                line.write(c);
            }
        }
        bytes++;
        return Optional.of(line);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new CommandException(name + " cannot be closed: " + Reasons.of(e), e);
        }
    }
}
