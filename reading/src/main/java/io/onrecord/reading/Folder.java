package io.onrecord.reading;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of a folder, one after the other. */
final class Folder implements Source {

    private final String address;
    private final Walk walk;
    private final Run run;

    private final InTurn files = new InTurn(this::following);
    private boolean done;

    Folder(Path folder, Run run) {
        this.address = Messages.address(folder);
        this.walk = new Walk(folder);
        this.run = run;
    }

    @Override
    public @Nullable Outcome<Article> next() {
        Outcome<Article> outcome = files.next();
        return outcome == null && !done ? finish() : outcome;
    }

    @Override
    public void close() {
        done = true;
        files.close();
    }

    private @Nullable Source following() {
        for (Walk.Step step = walk.next(); step != null; step = walk.next()) {
            Source source = source(step);
            if (source != null) {
                return source;
            }
        }
        return null;
    }

    /** Null for a file that turns out not to be text. */
    private @Nullable Source source(Walk.Step step) {
        if (step instanceof Walk.Step.Unseen unseen) {
            return new Failure(Wording.skipped(Messages.address(unseen.path()), Messages.reason(unseen.why())));
        }
        Walk.Step.File file = (Walk.Step.File) step;
        if (!file.byName() && !isRead(file.path())) {
            walk.others().count("files without extension that are not text");
            run.bytesRead().addAndGet(file.size());
            return null;
        }
        return Content.ofFile(file.path(), file.size(), run);
    }

    private @Nullable Outcome<Article> finish() {
        done = true;
        String others = walk.others().inWords();
        if (!files.any()) {
            return Wording.skipped(
                    address,
                    "no articles in this folder: read are " + Kind.WHAT_IS_READ
                            + (others.isEmpty() ? "" : "; found were " + others));
        }
        if (!others.isEmpty()) {
            run.tell(Notice.Kind.FOLDER, address, "not read: " + others + "; read are " + Kind.WHAT_IS_READ);
        }
        return null;
    }

    private boolean isRead(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Items.isRead(in.readNBytes(Items.HEAD));
        } catch (IOException e) {
            // Said when it is opened to be read.
            return true;
        }
    }
}
