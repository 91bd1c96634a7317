package io.onrecord.cli;

import io.onrecord.exchange.annotation.BratFormat;
import io.onrecord.exchange.annotation.XmiFormat;
import io.onrecord.exchange.export.CsvRows;
import io.onrecord.exchange.export.ExportFormat;
import io.onrecord.exchange.export.JsonLinesRecords;
import io.onrecord.exchange.export.JsonLinesRows;
import io.onrecord.exchange.export.XlsxRows;
import io.onrecord.exchange.linked.ClaimReviews;
import io.onrecord.exchange.linked.FollowTheMoney;
import io.onrecord.exchange.linked.WebAnnotations;
import io.onrecord.exchange.parquet.ParquetRows;
import io.onrecord.exchange.report.HtmlReport;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every format that there is, in the order in which help and docs name them. */
final class ExportFormats {

    /** The first of those that fit is taken. */
    static final List<ExportFormat> ALL = List.of(
            new JsonLinesRecords(),
            new JsonLinesRows(),
            new CsvRows(),
            new XlsxRows(),
            new ParquetRows(),
            new HtmlReport(),
            new WebAnnotations(),
            new BratFormat(),
            new XmiFormat(),
            new ClaimReviews(),
            new FollowTheMoney());

    private ExportFormats() {}

    /** Their names, each once. */
    static Set<String> names() {
        return ALL.stream().map(ExportFormat::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those of a name. */
    static List<ExportFormat> named(String name) {
        return ALL.stream()
                .filter(format -> format.name().equals(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The name of the format that a file's ending means. */
    static Optional<String> guessed(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(format -> format.endings().stream().anyMatch(name::endsWith))
                .map(ExportFormat::name)
                .findFirst();
    }
}
