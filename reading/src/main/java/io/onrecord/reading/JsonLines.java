package io.onrecord.reading;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.item.Wording;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One article a line; a line that is no article is skipped alone. */
final class JsonLines implements ItemArticles {

    private final String file;
    private final Metadata known;
    private final Run run;
    private final Charset charset;
    private final ByteLines lines;
    private long yielded;

    /** @param head first bytes of the item, which starts with them all the same */
    JsonLines(Item item, byte[] head, Run run) throws IOException {
        this.file = item.address();
        this.known = item.known().metadata();
        this.run = run;
        Optional<ByteOrderMark> mark = ByteOrderMark.of(head);
        if (mark.isPresent()) {
            item.bytes().skipNBytes(mark.get().length());
            Decoding.overruled(mark.get(), run.options().encoding())
                    .ifPresent(notice -> run.tell(Notice.Kind.ENCODING, file, notice));
        }
        this.charset = mark.map(ByteOrderMark::charset)
                .orElseGet(() -> item.known()
                        .charset()
                        .or(run.options()::encoding)
                        .map(declared -> Decoding.resolved(declared, head))
                        .orElse(StandardCharsets.UTF_8));
        this.lines = new ByteLines(item.bytes(), charset, run.options().maxArticleBytes());
    }

    @Override
    public Optional<String> place() {
        return Optional.of(address());
    }

    /** File and number of the line last read. */
    private String address() {
        return file + ":" + Math.max(1, lines.number());
    }

    /** The next article or skipped line, or null at the end. */
    @Override
    public @Nullable Outcome<Article> next() throws IOException {
        while (lines.next()) {
            Outcome<Article> outcome = outcome();
            if (outcome != null) {
                yielded++;
                return outcome;
            }
        }
        if (yielded++ == 0) {
            return Wording.skipped(file, "empty: there is no line in it");
        }
        return null;
    }

    /** Null for a blank line. */
    private @Nullable Outcome<Article> outcome() {
        if (lines.tooLong()) {
            return Wording.skipped(
                    address(),
                    "a line of " + lines.length() + " bytes, more than "
                            + Wording.bytes(run.options().maxArticleBytes())
                            + ", the limit for one article: write one article a line, and split what is longer");
        }
        Decoded decoded = Decoding.ofLine(lines.bytes(), charset);
        if (decoded instanceof Decoded.Failed failed) {
            return Wording.skipped(address(), failed.why());
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
                            "publication date '" + Wording.shown(date)
                                    + "' left out: write it as ISO 8601, such as 2024-05-16 or 2024-05-16T18:02:00Z"));
            Outcome<Article> outcome = PlainText.article(
                    json.address(), json.text(), json.metadata().orElse(known), run);
            // A reader looks for the line, which the article's own address does not give.
            return outcome instanceof Outcome.Skipped<Article> skipped
                    ? Wording.skipped(address(), "'text' is " + skipped.why())
                    : outcome;
        } catch (JsonArticle.NoArticleException e) {
            return Wording.skipped(address(), e.getMessage());
        }
    }

    @Override
    public void close() {
        // Nothing is held but the item's own stream.
    }
}
