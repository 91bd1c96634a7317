package io.onrecord.reading.archive;

import io.onrecord.reading.item.Wording;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcParser;

/**
 * The records of a WARC file, one after the other, compressed or not; after damage, the next that can be found. The library
 * parses their headers; where one begins and ends is decided here, since the library trusts the stated lengths.
 */
final class WarcRecords {

    /** How every record starts. */
    static final byte[] START = "WARC/".getBytes(StandardCharsets.US_ASCII);

    /** A stated length that is wrong by less can be put right. */
    private static final int HISTORY = 1 << 20;

    /** How much may be gone through again in any file; beyond, as much as was read. */
    private static final long ALWAYS_BACK = 64 << 20;

    private final @Nullable GzipMembers members;
    private final Window bytes;
    private final int maxHeaderBytes;
    private final WarcParser parser = new WarcParser();
    private final Body body = new Body();

    private @Nullable MessageHeaders headers;
    private long recordPlace;
    private long recordMember;
    private long bodyStart;
    private boolean lost;
    private boolean sawOne;

    /** A fault of what follows the record at hand. */
    private @Nullable ArchiveException ahead;

    /** How much was gone through again; a file must not have that done without end. */
    private long goneBack;

    WarcRecords(InputStream raw, Meter meter) throws IOException {
        Window start = new Window(raw, HISTORY);
        this.maxHeaderBytes = meter.limits().maxHeaderBytes();
        parser.setLenient(true);
        if (start.peek(0) == 0x1F && start.peek(1) == 0x8B) {
            members = new GzipMembers(start, true);
            bytes = new Window(new Unpacked(members, meter), HISTORY);
        } else {
            members = null;
            bytes = start;
        }
    }

    /**
     * The header of the next record; null at the end.
     *
     * @throws ArchiveException if there is something else; the call after goes on behind it
     */
    @Nullable
    MessageHeaders next() throws IOException {
        if (lost && !find()) {
            return null;
        }
        headers = null;
        lost = true;
        mark();
        if (ahead != null) {
            ArchiveException fault = ahead;
            ahead = null;
            throw fault;
        }
        skipLineBreaks();
        mark();
        if (bytes.peek(0) >= 0) {
            headers = parse();
        } else if (!sawOne) {
            throw new ArchiveException("holds no WARC record: an empty file");
        }
        lost = false;
        return headers;
    }

    private MessageHeaders parse() throws IOException {
        if (!bytes.comes(START)) {
            throw new ArchiveException(
                    sawOne
                            ? "something that is no WARC record"
                            : "not a WARC file: its first bytes are not those of a record");
        }
        sawOne = true;
        byte[] block = headerBlock(bytes, maxHeaderBytes);
        parser.reset();
        parser.parse(ByteBuffer.wrap(block));
        if (!parser.isFinished()) {
            throw new ArchiveException("a header that cannot be understood");
        }
        MessageHeaders parsed = parser.headers();
        body.begin(length(parsed));
        bodyStart = bytes.position();
        return parsed;
    }

    /** The header of the record at hand; null if it has none that can be understood. */
    @Nullable
    MessageHeaders headers() {
        return headers;
    }

    /** The block of the record at hand. */
    InputStream body() {
        return body;
    }

    /** Where the record at hand starts, for messages. */
    String place() {
        return members == null ? "record at byte " + recordPlace : "record in the gzip member at byte " + recordMember;
    }

    /**
     * Passes over what is left of the record and looks whether another record, or the end, follows.
     *
     * @throws ArchiveException if the record does not end where it says
     */
    void finish() throws IOException {
        lost = true;
        body.skipRest();
        if (body.cut) {
            throw new ArchiveException("says it holds " + body.length + " bytes and ends after "
                    + (body.length - body.left) + ": cut off, or its Content-Length is wrong");
        }
        if (!lookAhead()) {
            throw new ArchiveException("says it holds " + body.length
                    + " bytes, but no record follows there: its Content-Length is wrong");
        }
        lost = false;
    }

    /** Whether a record or the end follows; what is wrong with the gzip member of the next is not this one's fault. */
    private boolean lookAhead() throws IOException {
        long before = members == null ? 0 : members.members();
        try {
            skipLineBreaks();
            boolean memberIsWhole = bytes.peek(0) < 0 || members != null && members.members() != before;
            return memberIsWhole || bytes.comes(START);
        } catch (ArchiveException e) {
            if (members == null || members.isWithin() && members.members() == before) {
                throw e;
            }
            ahead = e;
            return true;
        }
    }

    void close() throws IOException {
        bytes.close();
    }

    /** Says that the record at hand cannot be trusted, so that the next is looked for. */
    void lose() {
        lost = true;
    }

    /** The lines up to the first empty one, with it. */
    static byte[] headerBlock(InputStream in, int most) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream(1024);
        boolean lineIsEmpty = true;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (block.size() == most) {
                throw new ArchiveException("a header of more than " + Words.bytes(most) + ", the limit");
            }
            block.write(b);
            if (b == '\n') {
                if (lineIsEmpty) {
                    return block.toByteArray();
                }
                lineIsEmpty = true;
            } else if (b != '\r') {
                lineIsEmpty = false;
            }
        }
        throw new ArchiveException("ends within its header: cut off, or its Content-Length is wrong");
    }

    private static long length(MessageHeaders headers) throws ArchiveException {
        String stated = headers.first("Content-Length").orElse("").strip();
        try {
            long length = Long.parseLong(stated);
            if (length >= 0) {
                return length;
            }
        } catch (NumberFormatException e) {
            throw new ArchiveException("its Content-Length is '" + Wording.shown(stated) + "', not a number", e);
        }
        throw new ArchiveException("its Content-Length is negative: " + Wording.shown(stated));
    }

    private void mark() {
        recordPlace = bytes.position();
        recordMember = members == null ? 0 : members.memberStart();
    }

    private void skipLineBreaks() throws IOException {
        for (int next = bytes.peek(0); next == '\r' || next == '\n'; next = bytes.peek(0)) {
            bytes.skipAvailable(1);
        }
    }

    /** Looks for the start of a record: in what is remembered of the block of the last, then ahead. */
    private boolean find() throws IOException {
        long here = bytes.position();
        long from = headers == null ? here : Math.max(bytes.earliest(), Math.min(bodyStart, here));
        if (goneBack + here - from <= here + ALWAYS_BACK) {
            goneBack += here - from;
            bytes.moveTo(from);
        }
        while (true) {
            try {
                return findAhead();
            } catch (ArchiveException e) {
                // Said already, or between records; what was unpacked until then is of no use.
                bytes.dropAhead();
                if (members == null || !members.recover(START)) {
                    return false;
                }
            }
        }
    }

    private boolean findAhead() throws IOException {
        int before = '\n';
        while (true) {
            if (bytes.available() == 0) {
                long member = members == null ? 0 : members.members();
                if (!bytes.fill()) {
                    return false;
                }
                before = members != null && members.members() != member ? '\n' : before;
            }
            int next = bytes.peek(0);
            if (next == 'W' && before == '\n' && bytes.comes(START) && bytes.peek(START.length) <= '9') {
                return true;
            }
            before = next;
            bytes.skipAvailable(1);
        }
    }

    /** Bytes of the record at hand, up to its stated length or the start of a gzip member with another record. */
    private final class Body extends InputStream {

        private long length;
        private long left;
        private boolean cut;

        void begin(long stated) {
            length = stated;
            left = stated;
            cut = false;
        }

        @Override
        public int read() throws IOException {
            if (!hasMore()) {
                return -1;
            }
            left--;
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            if (!hasMore()) {
                return -1;
            }
            int read = bytes.read(into, offset, (int) Math.min(count, left));
            left -= read;
            return read;
        }

        private boolean hasMore() throws IOException {
            if (left == 0 || cut) {
                return false;
            }
            if (bytes.available() == 0) {
                long before = members == null ? 0 : members.members();
                cut = !bytes.fill();
                if (!cut && members != null && members.members() != before) {
                    cut = bytes.comes(START);
                }
            }
            return !cut;
        }

        void skipRest() throws IOException {
            while (hasMore()) {
                int step = (int) Math.min(left, bytes.available());
                if (members == null && left > HISTORY) {
                    step = upToRecord(step);
                }
                bytes.skipAvailable(step);
                left -= step;
            }
        }

        /** A length beyond what can be put right later: a record that starts within ends it. */
        private int upToRecord(int step) throws IOException {
            for (int i = 0; i < step; i++) {
                if (bytes.peek(i) == 'W' && i > 0 && bytes.peek(i - 1) == '\n' && startsAt(i)) {
                    cut = true;
                    return i;
                }
            }
            return step;
        }

        private boolean startsAt(int ahead) throws IOException {
            byte[] whole = "WARC/1.".getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < whole.length; i++) {
                if (bytes.peek(ahead + i) != whole[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What gzip members unpack to; counted, since records that are passed over are unpacked all the same. */
    private static final class Unpacked extends FilterInputStream {

        private final Meter meter;
        private long count;

        Unpacked(InputStream in, Meter meter) {
            super(in);
            this.meter = meter;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            count += Math.max(0, read);
            if (meter.isBomb(count)) {
                throw new ArchiveException(
                        "the archive unpacks to more than " + meter.limits().maxRatio() + Meter.BOMB);
            }
            return read;
        }
    }
}
