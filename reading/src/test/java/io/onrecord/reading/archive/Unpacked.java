package io.onrecord.reading.archive;

import io.onrecord.model.Capture;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is in an archive, read to its end; archives in it are opened as the reader of all inputs does. */
final class Unpacked {

    /** A file that was read whole. */
    record File(String address, Known known, String text) {

        Capture capture() {
            return known.metadata().capture().orElseThrow();
        }
    }

    /** What was skipped, or failed while it was read. */
    record Skip(String address, String why) {}

    private final List<File> files = new ArrayList<>();
    private final List<Skip> skips = new ArrayList<>();
    private Map<String, Long> passedOver = Map.of();

    static Unpacked of(ArchiveKind kind, String name, byte[] bytes) {
        return of(kind, name, bytes, ArchiveLimits.DEFAULT);
    }

    static Unpacked of(ArchiveKind kind, String name, byte[] bytes, ArchiveLimits limits) {
        return of(kind, name, new ByteArrayInputStream(bytes), limits);
    }

    static Unpacked of(ArchiveKind kind, String name, InputStream bytes, ArchiveLimits limits) {
        Unpacked all = new Unpacked();
        try (Entries entries = new Archives(limits).open(kind, new Item(name, Known.named(name), bytes))) {
            all.read(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    static Unpacked of(ArchiveKind kind, Path file) {
        Unpacked all = new Unpacked();
        String name = String.valueOf(file.getFileName());
        try (Entries entries = new Archives(ArchiveLimits.DEFAULT).open(kind, file, name, Known.named(name))) {
            all.read(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private void read(Entries entries) throws IOException {
        for (Outcome<Item> next = entries.next(); next != null; next = entries.next()) {
            if (next instanceof Outcome.Skipped<Item> skipped) {
                skips.add(new Skip(skipped.address(), skipped.why()));
            } else {
                read(((Outcome.Kept<Item>) next).value(), entries);
            }
        }
        passedOver = entries.passedOver();
    }

    private void read(Item item, Entries entries) throws IOException {
        try {
            byte[] head = item.bytes().readNBytes(ArchiveKind.HEAD);
            Optional<ArchiveKind> kind = ArchiveKind.of(head, item.known().name());
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), item.bytes());
            if (kind.isPresent()) {
                try (Entries inner = entries.open(kind.get(), new Item(item.address(), item.known(), whole))) {
                    read(inner);
                }
                return;
            }
            files.add(new File(item.address(), item.known(), new String(whole.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (ArchiveException e) {
            skips.add(new Skip(item.address(), String.valueOf(e.getMessage())));
        }
    }

    List<File> files() {
        return files;
    }

    File only() {
        if (files.size() != 1) {
            throw new AssertionError("not one file but " + files + ", skipped: " + skips);
        }
        return files.get(0);
    }

    List<String> addresses() {
        return files.stream().map(File::address).toList();
    }

    List<String> texts() {
        return files.stream().map(File::text).toList();
    }

    List<Skip> skips() {
        return skips;
    }

    /** Reasons alone. */
    List<String> reasons() {
        return skips.stream().map(Skip::why).toList();
    }

    Map<String, Long> passedOver() {
        return passedOver;
    }
}
