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

    private @Nullable Source open;
    private boolean yielded;
    private boolean done;

    Folder(Path folder, Run run) {
        this.address = Messages.address(folder);
        this.walk = new Walk(folder);
        this.run = run;
    }

    @Override
    public @Nullable Outcome<Article> next() {
        while (!done) {
            if (open == null) {
                Walk.Step step = walk.next();
                if (step == null) {
                    return finish();
                }
                open = source(step);
                yielded |= open != null;
                continue;
            }
            Outcome<Article> outcome = open.next();
            if (outcome != null) {
                return outcome;
            }
            open.close();
            open = null;
        }
        return null;
    }

    @Override
    public void close() {
        done = true;
        if (open != null) {
            open.close();
            open = null;
        }
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
        if (!yielded) {
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
