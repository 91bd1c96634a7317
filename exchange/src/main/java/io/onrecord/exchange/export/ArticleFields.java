package io.onrecord.exchange.export;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Capture;
import io.onrecord.model.Metadata;
import io.onrecord.model.Published;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The columns of an article, which rows of what it holds have, too. */
final class ArticleFields {

    private ArticleFields() {}

    /** What tells people which article it is. */
    static <T> List<Field<T>> head(Function<T, ArticleRecord> record) {
        return List.of(
                Field.text(
                        "article_id",
                        "Id of the article",
                        row -> Cell.of(article(record, row).id())),
                Field.text(
                        "outlet",
                        "Who published it",
                        row -> Cell.of(metadata(record, row).outlet())),
                Field.text(
                        "published",
                        "When it was published, ISO 8601 as exactly as it is known",
                        row -> Cell.of(metadata(record, row).published().map(Published::value))),
                Field.text(
                        "title",
                        "Its headline",
                        row -> Cell.of(metadata(record, row).title())),
                Field.text(
                        "address",
                        "Its file, URL, or the input's own id",
                        row -> Cell.of(article(record, row).address())));
    }

    /** The rest of what is known of it. */
    static <T> List<Field<T>> tail(Function<T, ArticleRecord> record) {
        return List.of(
                Field.json(
                        "authors",
                        "Its by-line, a list",
                        row -> Json.strings(metadata(record, row).authors())),
                Field.text(
                        "published_from",
                        "Where the publication date was found",
                        row -> Cell.of(metadata(record, row).published().map(Published::from))),
                Field.text(
                        "language",
                        "BCP 47 tag",
                        row -> Cell.of(metadata(record, row).language())),
                Field.text(
                        "agency",
                        "The wire agency it is credited to",
                        row -> Cell.of(metadata(record, row).agency())),
                capture(record, "capture_time", "When its bytes were fetched or archived", Capture::time),
                capture(
                        record,
                        "capture_address",
                        "Where they came from in the end, if elsewhere than the address",
                        Capture::address),
                capture(record, "capture_warc_record", "Id of the WARC record", Capture::warcRecord),
                capture(record, "capture_digest", "Digest of the payload", Capture::digest),
                capture(record, "capture_truncated", "Why the payload is not whole", Capture::truncated),
                Field.text(
                        "producer_version",
                        "Version of Onrecord that read it",
                        row -> Cell.of(record.apply(row).producer().version())),
                Field.text(
                        "producer_model",
                        "The network that read it, with its digest",
                        row -> Cell.of(record.apply(row).producer().model())),
                Field.text(
                        "producer_options",
                        "Options that differ from the usual ones",
                        row -> Cell.of(record.apply(row).producer().options())));
    }

    private static <T> Field<T> capture(
            Function<T, ArticleRecord> record, String name, String about, Function<Capture, Optional<String>> value) {
        return Field.text(
                name, about, row -> Cell.of(metadata(record, row).capture().flatMap(value)));
    }

    private static <T> Article article(Function<T, ArticleRecord> record, T row) {
        return record.apply(row).article();
    }

    private static <T> Metadata metadata(Function<T, ArticleRecord> record, T row) {
        return article(record, row).metadata();
    }
}
