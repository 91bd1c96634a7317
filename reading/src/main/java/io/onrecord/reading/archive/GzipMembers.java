package io.onrecord.reading.archive;

import io.onrecord.reading.item.Wording;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The content of all members of a gzip stream (RFC 1952). A read ends with its member, and after damage reading can go on at
 * a later member: both of what the JDK's and commons-compress' decoders cannot do.
 */
final class GzipMembers extends InputStream {

    private static final int HISTORY = 64 << 10;
    private static final int LONGEST_NAME = 4096;
    private static final int PROBE = 2048;

    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final Window raw;
    private final boolean strict;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();

    private boolean inMember;
    private long memberStart;
    private long members;
    private long written;
    private boolean trailingBytes;
    private @Nullable String name;

    /** Thrown again until reading goes on elsewhere. */
    private @Nullable IOException fault;

    /** @param strict whether what follows a member and is not gzip is a fault, or ends the stream */
    GzipMembers(InputStream raw, boolean strict) {
        this.raw = new Window(raw, strict ? HISTORY : HISTORY / 8);
        this.strict = strict;
    }

    /** Whether bytes are the start of a gzip stream whose content starts so. */
    static boolean startsWith(byte[] bytes, int offset, int length, byte[] content) {
        try (GzipMembers members = new GzipMembers(new ByteArrayInputStream(bytes, offset, length), false)) {
            return Arrays.equals(members.readNBytes(content.length), content);
        } catch (IOException e) {
            return false;
        }
    }

    /** Where in the stream the member starts that gave the last bytes. */
    long memberStart() {
        return memberStart;
    }

    /** Whether a member was begun and not yet found to be whole. */
    boolean isWithin() {
        return inMember;
    }

    /** How many members were begun. */
    long members() {
        return members;
    }

    /** The name of the file as the first member gives it; known once something was read. */
    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** Whether something that is not gzip followed a member. */
    boolean hasTrailingBytes() {
        return trailingBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (fault != null) {
            throw fault;
        }
        try {
            return readOn(bytes, offset, length);
        } catch (IOException e) {
            fault = e;
            throw e;
        }
    }

    private int readOn(byte[] bytes, int offset, int length) throws IOException {
        while (inMember || begin()) {
            int count = inflate(bytes, offset, length);
            if (count > 0) {
                checksum.update(bytes, offset, count);
                written += count;
                return count;
            }
            finish();
        }
        return -1;
    }

    /** Reads up to the first content, so that the name is known. */
    void beginFirst() throws IOException {
        if (members == 0) {
            begin();
        }
    }

    /**
     * Goes on, after a fault, at the next member whose content starts so.
     *
     * @return false if there is none
     */
    boolean recover(byte[] content) throws IOException {
        inMember = false;
        fault = null;
        raw.moveTo(Math.max(raw.earliest(), Math.min(memberStart + 1, raw.position())));
        while (true) {
            int first = raw.peek(0);
            if (first < 0) {
                return false;
            }
            if (first == 0x1F && raw.peek(1) == 0x8B && raw.peek(2) == 8 && (raw.peek(3) & RESERVED) == 0) {
                raw.peek(PROBE);
                if (startsWith(raw.array(), raw.index(), Math.min(PROBE, raw.available()), content)) {
                    return true;
                }
            }
            raw.skipAvailable(1);
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        raw.close();
    }

    /** False at the end of the stream. */
    private boolean begin() throws IOException {
        if (raw.peek(0) < 0) {
            return false;
        }
        if (raw.peek(0) != 0x1F || raw.peek(1) != 0x8B) {
            if (members == 0) {
                throw new ArchiveException("not in gzip format: its name or its first bytes are wrong");
            }
            trailingBytes |= !onlyZerosFollow();
            if (strict && trailingBytes) {
                throw new ArchiveException("bytes that are not gzip, after byte " + raw.position());
            }
            return false;
        }
        memberStart = raw.position();
        members++;
        raw.skipAvailable(2);
        if (octet() != 8) {
            throw new ArchiveException("gzip with an unknown way of packing");
        }
        header(octet());
        inflater.reset();
        checksum.reset();
        written = 0;
        inMember = true;
        return true;
    }

    private void header(int flags) throws IOException {
        for (int i = 0; i < 6; i++) {
            octet();
        }
        if ((flags & EXTRA) != 0) {
            int length = octet() | octet() << 8;
            for (int i = 0; i < length; i++) {
                octet();
            }
        }
        if ((flags & NAME) != 0) {
            String given = zeroTerminated();
            name = members == 1 && !given.isBlank() ? given : name;
        }
        if ((flags & COMMENT) != 0) {
            zeroTerminated();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            octet();
            octet();
        }
    }

    private String zeroTerminated() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = octet(); b != 0; b = octet()) {
            if (bytes.size() == LONGEST_NAME) {
                throw new ArchiveException("gzip with a name of more than " + LONGEST_NAME + " bytes: damaged");
            }
            bytes.write(b);
        }
        // The format says Latin-1; what is written today is UTF-8.
        String utf8 = bytes.toString(StandardCharsets.UTF_8);
        return utf8.indexOf('\uFFFD') < 0 ? utf8 : bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /** Zero at the end of the member. */
    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        try {
            while (!inflater.finished()) {
                int count = inflater.inflate(bytes, offset, length);
                if (count > 0) {
                    return count;
                }
                if (inflater.needsDictionary()) {
                    throw new ArchiveException("damaged gzip: asks for a dictionary");
                }
                if (inflater.needsInput() && !inflater.finished()) {
                    feed();
                }
            }
            return 0;
        } catch (DataFormatException e) {
            throw new ArchiveException(
                    "damaged gzip: " + Wording.shown(String.valueOf(e.getMessage())) + ": get the file again", e);
        }
    }

    private void feed() throws IOException {
        if (raw.available() == 0 && !raw.fill()) {
            throw cut();
        }
        int available = raw.available();
        inflater.setInput(raw.array(), raw.index(), available);
        raw.skipAvailable(available);
    }

    private void finish() throws IOException {
        raw.moveTo(raw.position() - inflater.getRemaining());
        long stated = word();
        long length = word();
        if (stated != checksum.getValue() || length != (written & 0xFFFFFFFFL)) {
            throw new ArchiveException("damaged gzip: the checksum is wrong: get the file again");
        }
        inMember = false;
    }

    private long word() throws IOException {
        return octet() | octet() << 8 | octet() << 16 | (long) octet() << 24;
    }

    private int octet() throws IOException {
        int read = raw.read();
        if (read < 0) {
            throw cut();
        }
        return read;
    }

    private static ArchiveException cut() {
        return new ArchiveException("gzip that ends in the middle: it was cut off, get the file again");
    }

    /** Tapes and some programs fill up with zeros. */
    private boolean onlyZerosFollow() throws IOException {
        while (raw.peek(0) == 0) {
            raw.skipAvailable(1);
        }
        return raw.peek(0) < 0;
    }
}
