package io.onrecord.reading;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One article a line; a line that is no article is skipped alone. */
final class JsonLines {

    private final String file;
    private final Run run;
    private final Charset charset;
    private final ByteLines lines;
    private long yielded;

    /** @param head first bytes of {@code in}, which starts with them all the same */
    JsonLines(String file, InputStream in, byte[] head, Run run) throws IOException {
        this.file = file;
        this.run = run;
        Optional<ByteOrderMark> mark = ByteOrderMark.of(head);
        if (mark.isPresent()) {
            in.skipNBytes(mark.get().length());
            Decoding.overruled(mark.get(), run.options().encoding())
                    .ifPresent(notice -> run.tell(Notice.Kind.ENCODING, file, notice));
        }
        this.charset = mark.map(ByteOrderMark::charset)
                .orElseGet(() -> run.options()
                        .encoding()
                        .map(declared -> Decoding.resolved(declared, head))
                        .orElse(StandardCharsets.UTF_8));
        this.lines = new ByteLines(in, charset, run.options().maxArticleBytes());
    }

    /** File and number of the line last read. */
    String address() {
        return file + ":" + Math.max(1, lines.number());
    }

    /** The next article or skipped line, or null at the end. */
    @Nullable
    Outcome<Article> next() throws IOException {
        while (lines.next()) {
            Outcome<Article> outcome = outcome();
            if (outcome != null) {
                yielded++;
                return outcome;
            }
        }
        if (yielded++ == 0) {
            return Messages.skipped(file, "empty: there is no line in it");
        }
        return null;
    }

    /** Null for a blank line. */
    private @Nullable Outcome<Article> outcome() {
        if (lines.tooLong()) {
            return Messages.skipped(
                    address(),
                    "a line of " + lines.length() + " bytes, more than "
                            + Messages.bytes(run.options().maxArticleBytes())
                            + ", the limit for one article: write one article a line, and split what is longer");
        }
        Decoded decoded = Decoding.ofLine(lines.bytes(), charset);
        if (decoded instanceof Decoded.Failed failed) {
            return Messages.skipped(address(), failed.why());
        }
        String line = ((Decoded.Good) decoded).text();
        if (line.isBlank()) {
            return null;
        }
        try {
            JsonArticle json = JsonArticle.parse(line);
            json.unusedDate()
                    .ifPresent(date -> run.tell(
                            Notice.Kind.METADATA,
                            address(),
                            "publication date '" + Messages.shown(date)
                                    + "' left out: write it as ISO 8601, such as 2024-05-16 or 2024-05-16T18:02:00Z"));
            Outcome<Article> outcome = PlainText.article(json.address(), json.text(), json.metadata(), run);
            // A reader looks for the line, which the article's own address does not give.
            return outcome instanceof Outcome.Skipped<Article> skipped
                    ? Messages.skipped(address(), "'text' is " + skipped.why())
                    : outcome;
        } catch (JsonArticle.NoArticleException e) {
            return Messages.skipped(address(), e.getMessage());
        }
    }
}
