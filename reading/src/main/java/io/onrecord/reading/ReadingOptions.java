package io.onrecord.reading;

import io.onrecord.reading.archive.ArchiveLimits;
import io.onrecord.reading.document.DocumentLimits;
import io.onrecord.reading.item.Wording;
import io.onrecord.reading.table.TableOptions;
import io.onrecord.reading.web.FetchOptions;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How inputs are read.
 *
 * @param encoding of every input that has no byte-order mark and says none itself; absent: UTF-8, and plain text that is
 *     not valid UTF-8 is looked at more closely
 * @param maxArticleBytes most bytes of one article: of a plain-text file, or of a line of JSON Lines
 * @param language which articles are read, such as {@code en}: others are skipped, those whose language cannot be told are
 *     not; absent: all are read
 * @param tables where in a table what is
 * @param archives what an archive may ask for
 * @param documents how much of one document is taken on
 * @param fetching how addresses are fetched
 */
public record ReadingOptions(
        Optional<Charset> encoding,
        long maxArticleBytes,
        Optional<String> language,
        TableOptions tables,
        ArchiveLimits archives,
        DocumentLimits documents,
        FetchOptions fetching) {

    private static final long MIB = 1L << 20;

    /** One article is held in one array. */
    private static final long LARGEST = 1024 * MIB;

    /** English in UTF-8 or what the bytes look like; articles of up to 1 MiB, some 170,000 words, which the default heap can hold. */
    public static final ReadingOptions DEFAULT = new ReadingOptions(
            Optional.empty(),
            MIB,
            Optional.of("en"),
            TableOptions.GUESSED,
            ArchiveLimits.DEFAULT,
            DocumentLimits.DEFAULT,
            FetchOptions.DEFAULT);

    public ReadingOptions {
        if (maxArticleBytes < 1 || maxArticleBytes > LARGEST) {
            throw new IllegalArgumentException(
                    "maxArticleBytes must lie between 1 and " + LARGEST + ", not " + maxArticleBytes);
        }
        language.ifPresent(tag -> {
            if (!tag.matches("[a-z]{2,3}")) {
                throw new IllegalArgumentException(
                        "a language is given by its code of two or three letters, such as en, not '"
                                + Wording.shown(tag) + "'");
            }
        });
    }

    /** The same with a declared encoding. */
    public ReadingOptions withEncoding(Charset declared) {
        return new ReadingOptions(
                Optional.of(declared), maxArticleBytes, language, tables, archives, documents, fetching);
    }

    /** The same with another limit of articles, those in documents included. */
    public ReadingOptions withMaxArticleBytes(long bytes) {
        return new ReadingOptions(
                encoding, bytes, language, tables, archives, documents.withArticleBytes(bytes), fetching);
    }

    /** The same for articles in another language, or in all. */
    public ReadingOptions withLanguage(Optional<String> wanted) {
        return new ReadingOptions(encoding, maxArticleBytes, wanted, tables, archives, documents, fetching);
    }

    /** The same with columns that are known. */
    public ReadingOptions withTables(TableOptions columns) {
        return new ReadingOptions(encoding, maxArticleBytes, language, columns, archives, documents, fetching);
    }

    /** The same with other limits of archives. */
    public ReadingOptions withArchives(ArchiveLimits limits) {
        return new ReadingOptions(encoding, maxArticleBytes, language, tables, limits, documents, fetching);
    }

    /** The same with other manners on the web. */
    public ReadingOptions withFetching(FetchOptions options) {
        return new ReadingOptions(encoding, maxArticleBytes, language, tables, archives, documents, options);
    }
}
