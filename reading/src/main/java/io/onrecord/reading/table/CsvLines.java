package io.onrecord.reading.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Lines with their ends, some of which can be put back. A line beyond a limit is cut there, and its rest dropped. */
final class CsvLines {

    private final Reader in;
    private final int longest;
    private final char[] buffer = new char[1 << 13];
    private int at;
    private int end;
    private final Deque<String> again = new ArrayDeque<>();

    CsvLines(Reader in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line with the characters that end it, or null at the end. */
    @Nullable
    String next() throws IOException {
        String line = again.pollFirst();
        return line != null ? line : read();
    }

    /** The next line without taking it. */
    @Nullable
    String peek() throws IOException {
        String line = next();
        if (line != null) {
            putBack(line);
        }
        return line;
    }

    void putBack(String line) {
        again.addFirst(line);
    }

    private @Nullable String read() throws IOException {
        StringBuilder line = new StringBuilder();
        while (fill()) {
            char c = buffer[at++];
            if (line.length() <= longest || c == '\n' || c == '\r') {
                line.append(c);
            }
            if (c == '\n') {
                break;
            }
            if (c == '\r') {
                if (fill() && buffer[at] == '\n') {
                    at++;
                    line.append('\n');
                }
                break;
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    private boolean fill() throws IOException {
        while (at == end) {
            int count = in.read(buffer, 0, buffer.length);
            if (count < 0) {
                return false;
            }
            at = 0;
            end = count;
        }
        return true;
    }
}
