package io.onrecord.reading;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Known;
import io.onrecord.reading.item.Wording;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Opens inputs and yields their articles one by one. Immutable: one reader serves any number of threads, each with its
 * own {@link Articles}.
 *
 * <ul>
 *   <li><b>Web pages, documents</b> (PDF, DOCX, ODT, RTF, EPUB, mail), <b>plain text</b>: one article a file, or several of a
 *       mailbox or the export of a news database. Its address is the path as it was given, with {@code /} between the
 *       elements; plain text is kept to the character.
 *   <li><b>JSON Lines</b> ({@code .jsonl}, {@code .ndjson}): one article a line, an object with {@code text} and
 *       {@code url} or {@code id} (the address is the first of these two that is there), and, as far as known,
 *       {@code title}, {@code published} (ISO 8601), {@code outlet}, {@code language}, {@code authors} (a list or one string). Other
 *       fields are ignored.
 *   <li><b>Tables</b> (CSV, TSV, XLSX), <b>feeds</b> (what they carry in themselves), <b>agency formats</b> (NewsML-G2, NITF,
 *       ninjs).
 *   <li><b>Archives</b> (WARC, WACZ, ZIP, tar, gzip, bzip2, xz, zstd): their entries, each read as what it is; the address of an
 *       entry is {@code archive!/entry}, that of a WARC record its own.
 *   <li><b>Any file that is named</b> is taken for what its first bytes look like.
 *   <li><b>A folder</b> is read recursively in the order of its names' code points; hidden files are left out, so are
 *       files of other kinds, which a notice counts. Links are followed, but no folder is read twice.
 *   <li><b>An address</b> is fetched.
 * </ul>
 *
 * <p>Encoding: a byte-order mark decides, then what was declared, then UTF-8 if the bytes are valid as such. Plain text
 * that is none of these is guessed where its bytes leave little doubt, which a notice says, and skipped otherwise. No
 * character is ever replaced.
 */
public final class ArticleReader {

    /** Bytes that tell one kind of file from another. */
    public static final int HEAD = Items.HEAD;

    private final ReadingOptions options;

    /** A reader with {@link ReadingOptions#DEFAULT}. */
    public ArticleReader() {
        this(ReadingOptions.DEFAULT);
    }

    public ArticleReader(ReadingOptions options) {
        this.options = options;
    }

    /**
     * Articles of files, folders and addresses, in the order given. Nothing is opened yet: what cannot be read is yielded as
     * skipped when its turn comes.
     *
     * @param notices told about what was decided while reading, on the thread that pulls the articles
     */
    public Articles open(List<Input> inputs, Consumer<Notice> notices) {
        return Articles.ofInputs(inputs, options, notices);
    }

    /**
     * Articles of something that was fetched or handed over: one or many, by what the bytes are.
     *
     * @param notices told about what was decided while reading, on the thread that pulls the articles
     */
    public Articles open(Item item, Consumer<Notice> notices) {
        return Articles.ofItem(item, options, notices);
    }

    /**
     * Articles of a stream: one or many, by what its bytes are. The stream stays open; who opened it closes it.
     *
     * @param name address of a stream that is one article, and start of the addresses within one that is many
     * @param notices told about what was decided while reading, on the thread that pulls the articles
     */
    public Articles open(InputStream in, String name, Consumer<Notice> notices) {
        return Articles.ofStream(in, name, options, notices);
    }

    /**
     * Whether a file that lies in a folder is read, for those whose folders are not files of this machine, such as a cluster's:
     * by its name, and by its first bytes where the name has no extension. Hidden files are for them to leave out.
     *
     * @param name of the file, without folders
     * @param head the first {@link #HEAD} bytes, or all where there are fewer; asked for only where the name does not tell
     * @throws UncheckedIOException what {@code head} throws
     */
    public static boolean isReadInFolders(String name, Supplier<byte[]> head) {
        String extension = Kind.extension(name);
        return !Walk.isPassedOver(name, extension) && (!extension.isEmpty() || Items.isRead(head.get()));
    }

    /**
     * Whether a file is read as JSON Lines, one article a line, for those who read a large one in parts. A name alone does not tell:
     * what is packed, or a list of agency's items, may be called so, too.
     *
     * @param name of the file, without folders
     * @param head the first {@link #HEAD} bytes, or all where there are fewer
     */
    public static boolean isReadByLines(String name, byte[] head) {
        return Items.isJsonLines(Known.named(name), head);
    }

    /**
     * The article of a text that is at hand, kept to the character whatever it looks like: mark-up in it is words.
     *
     * @param address where it is from, or any name that tells it from others
     * @param known of it beside the text
     * @return skipped with the reason if it is empty, larger than one article may be, or in a language that is not read
     */
    public Outcome<Article> text(String address, String text, Metadata known) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > options.maxArticleBytes()) {
            return Wording.skipped(
                    address,
                    "a text of " + bytes + " bytes, more than " + Wording.bytes(options.maxArticleBytes())
                            + ", the limit for one article: split it");
        }
        try (Run run = new Run(options, notice -> {})) {
            return run.finishing().of(PlainText.article(address, text, known, run));
        }
    }
}
