package io.onrecord.export;

import io.onrecord.exchange.annotation.BratFormat;
import io.onrecord.exchange.annotation.XmiFormat;
import io.onrecord.exchange.export.CsvRows;
import io.onrecord.exchange.export.ExportFormat;
import io.onrecord.exchange.export.JsonLinesRecords;
import io.onrecord.exchange.export.JsonLinesRows;
import io.onrecord.exchange.export.Subject;
import io.onrecord.exchange.export.TableFormat;
import io.onrecord.exchange.export.XlsxRows;
import io.onrecord.exchange.linked.ClaimReviews;
import io.onrecord.exchange.linked.FollowTheMoney;
import io.onrecord.exchange.linked.WebAnnotations;
import io.onrecord.exchange.report.HtmlReport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The formats that there are, in the order in which help and docs name them. Immutable. */
public final class ExportFormats {

    private final List<ExportFormat> all;

    private ExportFormats(List<ExportFormat> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Those of this library.
     *
     * @param tables formats of other libraries, which come behind the other tables
     */
    public static ExportFormats with(List<TableFormat> tables) {
        List<ExportFormat> all =
                new ArrayList<>(List.of(new JsonLinesRecords(), new JsonLinesRows(), new CsvRows(), new XlsxRows()));
        all.addAll(tables);
        all.addAll(List.of(
                new HtmlReport(),
                new WebAnnotations(),
                new BratFormat(),
                new XmiFormat(),
                new ClaimReviews(),
                new FollowTheMoney()));
        return new ExportFormats(all);
    }

    /** All of them; of several that fit the first is taken. */
    public List<ExportFormat> all() {
        return all;
    }

    /** Their names, each once. */
    public Set<String> names() {
        return all.stream().map(ExportFormat::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those of a name, whatever its case. */
    public List<ExportFormat> named(String name) {
        return all.stream()
                .filter(format -> format.name().equals(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The one of a name that can hold a subject. */
    public Optional<ExportFormat> named(String name, Subject subject) {
        return named(name).stream()
                .filter(format -> format.subjects().contains(subject))
                .findFirst();
    }

    /** The name of the format that the ending of a file's name means. */
    public Optional<String> guessed(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(format -> format.endings().stream().anyMatch(name::endsWith))
                .map(ExportFormat::name)
                .findFirst();
    }
}
