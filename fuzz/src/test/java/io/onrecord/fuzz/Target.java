package io.onrecord.fuzz;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is fuzzed: every parser of what strangers send, and the whole of {@code onrecord read}. A target takes any bytes; whatever it throws is a
 * finding.
 */
public enum Target {
    READ(ReadTarget::read, "io.onrecord.Onrecord", "io.onrecord.Records", "io.onrecord.text.*"),
    TEXT(
            TextTarget::read,
            "io.onrecord.reading.PlainText",
            "io.onrecord.reading.Decod*",
            "io.onrecord.reading.CharsetGuess",
            "io.onrecord.reading.ByteOrderMark",
            "io.onrecord.reading.ByteLines",
            "io.onrecord.reading.Kind",
            "io.onrecord.reading.Json*",
            "io.onrecord.reading.Items",
            "io.onrecord.reading.language.*"),
    PAGE(PageTarget::read, "io.onrecord.reading.page.*"),
    FEED(
            FeedTarget::read,
            "io.onrecord.reading.web.Feed",
            "io.onrecord.reading.web.FeedDates",
            "io.onrecord.reading.web.FeedEntry",
            "io.onrecord.reading.web.FeedFilter",
            "io.onrecord.reading.web.FeedText",
            "io.onrecord.reading.web.Feeds",
            "io.onrecord.reading.web.JsonFeed",
            "io.onrecord.reading.web.Mended",
            "io.onrecord.reading.web.XmlFeed",
            "io.onrecord.reading.web.ContentType"),
    ARCHIVE(ArchiveTarget::read, "io.onrecord.reading.archive.*", "io.onrecord.reading.item.Zip*"),
    PDF(DocumentTarget::pdf, "io.onrecord.reading.document.Pdf*"),
    OFFICE(
            DocumentTarget::office,
            "io.onrecord.reading.document.Docx",
            "io.onrecord.reading.document.Odt",
            "io.onrecord.reading.document.Epub",
            "io.onrecord.reading.document.ZipParts",
            "io.onrecord.reading.document.Xml",
            "io.onrecord.reading.document.Properties",
            "io.onrecord.reading.document.HtmlBlocks",
            "io.onrecord.reading.document.BoundedHtml"),
    MAIL(
            DocumentTarget::mail,
            "io.onrecord.reading.document.Mail*",
            "io.onrecord.reading.document.Rtf*",
            "io.onrecord.reading.document.Nexis*",
            "io.onrecord.reading.document.NewsExport",
            "io.onrecord.reading.document.Factiva",
            "io.onrecord.reading.document.Export*",
            "io.onrecord.reading.document.DocumentKind"),
    TABLE(TableTarget::read, "io.onrecord.reading.table.*"),
    AGENCY(AgencyTarget::read, "io.onrecord.reading.agency.*"),
    XML(XmlTarget::read, "io.onrecord.reading.xml.*"),
    RECORD(
            ExchangeTarget::record,
            "io.onrecord.exchange.RecordJson",
            "io.onrecord.exchange.RecordReader",
            "io.onrecord.exchange.RecordHead",
            "io.onrecord.exchange.Place",
            "io.onrecord.exchange.Unicode"),
    GAZETTEER(ExchangeTarget::gazetteer, "io.onrecord.exchange.GazetteerReader"),
    ANNOTATION(
            AnnotationTarget::read,
            "io.onrecord.exchange.annotation.Annot*",
            "io.onrecord.exchange.annotation.BratOrigin",
            "io.onrecord.exchange.annotation.BratReader",
            "io.onrecord.exchange.annotation.XmiReader",
            "io.onrecord.exchange.annotation.Assembly",
            "io.onrecord.exchange.annotation.Comparison",
            "io.onrecord.exchange.annotation.Edit*",
            "io.onrecord.exchange.annotation.Lines",
            "io.onrecord.exchange.annotation.Bounded"),
    DATES(DatesTarget::read, "io.onrecord.dates.*", "io.onrecord.model.Published", "io.onrecord.model.Days"),
    SEARCH(
            SearchTarget::read,
            "io.onrecord.search.Words",
            "io.onrecord.search.Matches",
            "io.onrecord.server.view.SearchQuery"),
    HTTP(
            HttpTarget::read,
            "io.onrecord.server.http.Json",
            "io.onrecord.server.http.Form",
            "io.onrecord.server.http.Request",
            "io.onrecord.server.http.Headers",
            "io.onrecord.server.http.Bodies",
            "io.onrecord.server.http.Guard",
            "io.onrecord.server.http.Refusals",
            "io.onrecord.server.api.*");

    /** Without a state of its own. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Body body;

    /** Made by {@code List.of}. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> measured;

    Target(Body body, String... measured) {
        this.body = body;
        this.measured = List.of(measured);
    }

    /** What is done with an input. */
    private interface Body {
        void take(byte[] bytes) throws IOException;
    }

    /** The target of a name in lower case, as the command line and folders have it. */
    static Target of(String name) {
        return Stream.of(values())
                .filter(target -> target.folder().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no target is called '" + name + "': "
                        + Stream.of(values()).map(Target::folder).toList()));
    }

    /** Its name in lower case. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Names of classes, those within them included; a star stands for the rest of a name. */
    List<String> measured() {
        return measured;
    }

    /**
     * Takes an input.
     *
     * @throws RuntimeException or an error, which is a finding
     */
    void take(byte[] bytes) {
        try {
            body.take(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("a target lets none of these through", e);
        }
    }
}
