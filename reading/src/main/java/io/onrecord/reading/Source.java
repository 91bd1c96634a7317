package io.onrecord.reading;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Articles of one input; failures are outcomes, not exceptions. */
interface Source {

    /** The next outcome, or null at the end. */
    @Nullable
    Outcome<Article> next();

    void close();

    static Source of(Input input, Run run) {
        return input instanceof Input.Address web
                ? new Fetching(web.address(), run)
                : of(((Input.File) input).path(), run);
    }

    /** A named path: file or folder, there or not. */
    private static Source of(Path path, Run run) {
        String address = Messages.address(path);
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return new Folder(path, run);
            }
            return Content.ofFile(path, attributes.isRegularFile() ? attributes.size() : Content.UNKNOWN_SIZE, run);
        } catch (IOException e) {
            return new Failure(Wording.skipped(address, Messages.reason(e)));
        }
    }

    /** An input that yields nothing but the reason why. */
    final class Failure implements Source {

        private @Nullable Outcome<Article> outcome;

        Failure(Outcome<Article> outcome) {
            this.outcome = outcome;
        }

        @Override
        public @Nullable Outcome<Article> next() {
            Outcome<Article> once = outcome;
            outcome = null;
            return once;
        }

        @Override
        public void close() {
            outcome = null;
        }
    }
}
