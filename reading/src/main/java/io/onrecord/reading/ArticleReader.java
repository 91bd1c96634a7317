package io.onrecord.reading;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Opens inputs and yields their articles one by one. Immutable: one reader serves any number of threads, each with its
 * own {@link Articles}.
 *
 * <ul>
 *   <li><b>Plain text</b> ({@code .txt}, {@code .text}): one article a file, kept to the character. Its address is the
 *       path as it was given, with {@code /} between the elements.
 *   <li><b>JSON Lines</b> ({@code .jsonl}, {@code .ndjson}): one article a line, an object with {@code text} and
 *       {@code url} or {@code id} (the address is the first of these two that is there), and, as far as known,
 *       {@code title}, {@code published} (ISO 8601), {@code outlet}, {@code authors} (a list or one string). Other
 *       fields are ignored.
 *   <li><b>Any other file that is named</b> is taken for what its first bytes look like.
 *   <li><b>A folder</b> is read recursively in the order of its names' code points; hidden files are left out, so are
 *       files of other kinds, which a notice counts. Links are followed, but no folder is read twice.
 * </ul>
 *
 * <p>Encoding: a byte-order mark decides, then what was declared, then UTF-8 if the bytes are valid as such. Plain text
 * that is none of these is guessed where its bytes leave little doubt, which a notice says, and skipped otherwise. No
 * character is ever replaced.
 */
public final class ArticleReader {

    private final ReadingOptions options;

    /** A reader with {@link ReadingOptions#DEFAULT}. */
    public ArticleReader() {
        this(ReadingOptions.DEFAULT);
    }

    public ArticleReader(ReadingOptions options) {
        this.options = options;
    }

    /**
     * Articles of files and folders, in the order given. Nothing is opened yet: what cannot be read is yielded as
     * skipped when its turn comes.
     *
     * @param notices told about what was decided while reading, on the thread that pulls the articles
     */
    public Articles open(List<Path> inputs, Consumer<Notice> notices) {
        return Articles.ofPaths(inputs, options, notices);
    }

    /**
     * Articles of a stream: JSON Lines if it starts like that, else one plain text. The stream stays open; who opened it
     * closes it.
     *
     * @param name address of a plain text, and start of the address of a line that is skipped
     * @param notices told about what was decided while reading, on the thread that pulls the articles
     */
    public Articles open(InputStream in, String name, Consumer<Notice> notices) {
        return Articles.ofStream(in, name, options, notices);
    }
}
