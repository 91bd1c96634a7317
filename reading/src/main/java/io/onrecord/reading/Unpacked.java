package io.onrecord.reading;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.archive.ArchiveKind;
import io.onrecord.reading.archive.Entries;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.item.PassedOver;
import io.onrecord.reading.item.Wording;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The articles of an archive, entry by entry; archives in it are read like itself. */
final class Unpacked implements ItemArticles {

    /** Opens an archive that was found. */
    @FunctionalInterface
    interface Opening {
        Entries open(ArchiveKind kind, Item archive) throws IOException;
    }

    private final String address;
    private final Entries entries;
    private final Run run;
    private final PassedOver others = new PassedOver();

    private final InTurn read = new InTurn(this::following);
    private boolean done;

    Unpacked(String address, Entries entries, Run run) {
        this.address = address;
        this.entries = entries;
        this.run = run;
    }

    @Override
    public @Nullable Outcome<Article> next() {
        Outcome<Article> outcome = read.next();
        return outcome == null && !done ? finish() : outcome;
    }

    private @Nullable Source following() {
        for (Outcome<Item> entry = entries.next(); entry != null; entry = entries.next()) {
            Source source = source(entry);
            if (source != null) {
                return source;
            }
        }
        return null;
    }

    /** Null for what is passed over. */
    private @Nullable Source source(Outcome<Item> entry) {
        if (entry instanceof Outcome.Skipped<Item> skipped) {
            return new Source.Failure(skipped.as());
        }
        Item item = ((Outcome.Kept<Item>) entry).value();
        String name = item.known().name().orElse("");
        String extension = Kind.extension(name);
        boolean byName = item.known().mediaType().isPresent() || extension.isEmpty() || Kind.isReadByName(extension);
        if (!byName || isHidden(name)) {
            others.count(byName ? "hidden files" : "." + extension);
            return null;
        }
        return new ItemSource(item, run, entries::open);
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".");
    }

    private @Nullable Outcome<Article> finish() {
        done = true;
        entries.passedOver().forEach(others::count);
        String found = others.inWords();
        if (!read.any()) {
            return Wording.skipped(
                    address,
                    "no articles in this archive: read are " + Kind.WHAT_IS_READ
                            + (found.isEmpty() ? "" : "; found were " + found));
        }
        if (!found.isEmpty()) {
            run.tell(Notice.Kind.FOLDER, address, "not read: " + found);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        done = true;
        read.close();
        entries.close();
    }
}
