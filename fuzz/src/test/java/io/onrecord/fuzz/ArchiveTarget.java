package io.onrecord.fuzz;

import io.onrecord.model.Outcome;
import io.onrecord.reading.archive.ArchiveException;
import io.onrecord.reading.archive.ArchiveKind;
import io.onrecord.reading.archive.ArchiveLimits;
import io.onrecord.reading.archive.Archives;
import io.onrecord.reading.archive.Entries;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Archives, as streams and as files, with the archives in them. What both ways give is the same where nothing is damaged. */
final class ArchiveTarget {

    private static final Archives ARCHIVES = new Archives(ArchiveLimits.DEFAULT
            .withRatio(200, 1 << 16)
            .withBytes(1 << 20, 4 << 20)
            .withEntries(300, 4)
            .withMaxPayloadBytes(1 << 18)
            .withMaxSpoolBytes(1 << 20));

    private ArchiveTarget() {}

    static void read(byte[] bytes) throws IOException {
        if (Parcel.is(bytes)) {
            // Names that pages of an archive of the web have make one.
            byte[] zip = Parcel.zip(bytes);
            archive(kind(zip), zip);
            archive(ArchiveKind.WACZ, zip);
            return;
        }
        archive(kind(bytes), bytes);
        if (bytes.length > 5 && new String(bytes, 0, 5, java.nio.charset.StandardCharsets.ISO_8859_1).equals("WARC/")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(bytes);
            }
            archive(ArchiveKind.WARC, out.toByteArray());
        }
    }

    /** By the first bytes; what looks like nothing is tried as one of them all the same. */
    private static ArchiveKind kind(byte[] bytes) {
        ArchiveKind[] kinds = ArchiveKind.values();
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, ArchiveKind.HEAD));
        return ArchiveKind.of(head, Optional.of("a.tar"))
                .orElse(kinds[bytes.length == 0 ? 0 : Math.floorMod(bytes[0], kinds.length)]);
    }

    private static void archive(ArchiveKind kind, byte[] bytes) throws IOException {
        try (Entries entries = ARCHIVES.open(kind, Kept.item("a", bytes))) {
            drain(entries, 1);
        }
        try (Entries entries = ARCHIVES.open(kind, new SeekableInMemoryByteChannel(bytes), "a", Known.NOTHING)) {
            drain(entries, 1);
        }
    }

    private static void drain(Entries entries, int depth) throws IOException {
        for (Outcome<Item> next = entries.next(); next != null; next = entries.next()) {
            if (next instanceof Outcome.Skipped<Item> skipped) {
                Kept.told(skipped.why());
                continue;
            }
            Item item = ((Outcome.Kept<Item>) next).value();
            try {
                entry(entries, item, depth);
            } catch (ArchiveException e) {
                Kept.told(e.getMessage());
            }
        }
        for (Map.Entry<String, Long> passed : entries.passedOver().entrySet()) {
            if (passed.getKey().isBlank() || passed.getValue() < 1) {
                throw new IllegalStateException("passed over without a word");
            }
        }
    }

    private static void entry(Entries entries, Item item, int depth) throws IOException {
        byte[] bytes = item.bytes().readAllBytes();
        Optional<ArchiveKind> inner = ArchiveKind.of(
                Arrays.copyOf(bytes, Math.min(bytes.length, ArchiveKind.HEAD)),
                item.known().name());
        if (inner.isPresent() && depth < 6) {
            Item again = new Item(item.address(), item.known(), new java.io.ByteArrayInputStream(bytes));
            try (Entries within = entries.open(inner.get(), again)) {
                drain(within, depth + 1);
            }
        }
    }
}
