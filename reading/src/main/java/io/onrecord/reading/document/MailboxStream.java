package io.onrecord.reading.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The mails of a mailbox (RFC 4155) one after the other, each as a stream. A line "From ", a sender and a date parts
 * them, at the start or after an empty line; a line that starts so within a mail has a ">" before it, which is taken
 * away. No more than one piece of a line is held.
 */
final class MailboxStream extends InputStream {

    /** Lines are passed on in pieces of at most this many bytes. */
    private static final int PIECE = 8192;

    private static final Pattern SEPARATOR =
            Pattern.compile("From .*\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\b.*\\d{1,2}:\\d{2}.*", Pattern.DOTALL);

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final byte[] piece = new byte[PIECE];
    private int buffered;
    private int taken;
    private int length;
    private int at;
    private boolean lineStart = true;
    private boolean afterEmpty = true;
    private boolean started;
    private boolean mailEnds;
    private boolean fileEnds;

    MailboxStream(InputStream in) {
        this.in = in;
    }

    /** Goes on to the next mail, past what is left of this one or stands before the first; false at the end. */
    boolean nextMail() throws IOException {
        while (!mailEnds && !fileEnds) {
            length = 0;
            at = 0;
            fill();
        }
        if (fileEnds && !mailEnds) {
            return false;
        }
        mailEnds = false;
        length = 0;
        at = 0;
        return true;
    }

    @Override
    public int read() throws IOException {
        return more() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int given = Math.min(count, length - at);
        System.arraycopy(piece, at, bytes, offset, given);
        at += given;
        return given;
    }

    private boolean more() throws IOException {
        while (at == length && !mailEnds && !fileEnds) {
            fill();
        }
        return at < length;
    }

    /** Takes the next piece, unless it parts two mails. */
    private void fill() throws IOException {
        boolean starts = lineStart;
        boolean empty = afterEmpty;
        readPiece();
        if (length == 0) {
            fileEnds = true;
            return;
        }
        if (starts && empty && isSeparator()) {
            skipRestOfLine();
            started = true;
            mailEnds = true;
            length = 0;
            return;
        }
        started = true;
        if (starts && isQuoted()) {
            at = 1;
        }
    }

    private void readPiece() throws IOException {
        length = 0;
        at = 0;
        boolean starts = lineStart;
        boolean ends = false;
        while (!ends && length < PIECE && hasBuffered()) {
            int most = Math.min(buffered - taken, PIECE - length);
            int count = 0;
            while (count < most && !ends) {
                ends = buffer[taken + count++] == '\n';
            }
            System.arraycopy(buffer, taken, piece, length, count);
            taken += count;
            length += count;
        }
        lineStart = ends;
        if (length > 0) {
            boolean blank = length == 1 || (length == 2 && piece[0] == '\r');
            afterEmpty = starts && lineStart && blank;
        }
    }

    private boolean hasBuffered() throws IOException {
        if (taken == buffered) {
            taken = 0;
            buffered = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return buffered > 0;
    }

    private boolean isSeparator() {
        if (!startsWith(0, "From ")) {
            return false;
        }
        return !started
                || SEPARATOR
                        .matcher(new String(piece, 0, length, StandardCharsets.ISO_8859_1))
                        .matches();
    }

    private boolean isQuoted() {
        int marks = 0;
        while (marks < length && piece[marks] == '>') {
            marks++;
        }
        return marks > 0 && startsWith(marks, "From ");
    }

    private boolean startsWith(int from, String start) {
        if (length - from < start.length()) {
            return false;
        }
        for (int i = 0; i < start.length(); i++) {
            if (piece[from + i] != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void skipRestOfLine() throws IOException {
        while (!lineStart) {
            readPiece();
            if (length == 0) {
                return;
            }
        }
    }
}
