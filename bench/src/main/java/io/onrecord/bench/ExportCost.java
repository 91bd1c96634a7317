package io.onrecord.bench;

import io.onrecord.exchange.export.CsvRows;
import io.onrecord.exchange.export.ExportFormat;
import io.onrecord.exchange.export.ExportItem;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.Exporter;
import io.onrecord.exchange.export.JsonLinesRecords;
import io.onrecord.exchange.export.JsonLinesRows;
import io.onrecord.exchange.export.RecordFormat;
import io.onrecord.exchange.export.RecordTable;
import io.onrecord.exchange.export.Row;
import io.onrecord.exchange.export.Subject;
import io.onrecord.exchange.export.TableFormat;
import io.onrecord.exchange.export.XlsxRows;
import io.onrecord.exchange.parquet.ParquetRows;
import io.onrecord.exchange.report.HtmlReport;
import io.onrecord.model.ArticleRecord;
import io.onrecord.store.Store;
import io.onrecord.store.StoredRecords;
import io.onrecord.testkit.NewsRecords;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What an export costs: statements a second, bytes a statement, and how much of the heap was in use at most, for each format, from a
 * store of made-up records; and what reading the store alone takes of it.
 */
public final class ExportCost {

    private static final int STATEMENTS = 25;

    private static final List<ExportFormat> FORMATS = List.of(
            new JsonLinesRecords(),
            new JsonLinesRows(),
            new CsvRows(),
            new XlsxRows(),
            new ParquetRows(),
            new HtmlReport());

    private ExportCost() {}

    /** Arguments: perhaps how many statements. */
    public static void main(String[] arguments) throws IOException {
        int articles = Math.max(1, (arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000) / STATEMENTS);
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("bench.folder", ".")), "export");
        Path file = folder.resolve("onrecord.db");
        try (Store store = Store.open(file.toString())) {
            for (int seed = 0; seed < articles; seed++) {
                store.put(NewsRecords.of(seed, STATEMENTS));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d statements of %d articles; Java %s, %d cores, at most %d MB of heap%n",
                    store.counts().statements(),
                    articles,
                    System.getProperty("java.version"),
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.getRuntime().maxMemory() >> 20);
            long start = System.nanoTime();
            StoredRecords records = store.records();
            while (records.hasNext()) {
                store.surroundings(records.next().article().id());
            }
            System.out.printf(
                    Locale.ROOT,
                    "reading the store alone: %.0f statements a second%n",
                    1e9 * articles * STATEMENTS / (System.nanoTime() - start));
            for (ExportFormat format : FORMATS) {
                measure(format, store, folder, articles);
            }
        } finally {
            try (var files = Files.list(folder)) {
                for (Path each : files.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        }
    }

    private static void measure(ExportFormat format, Store store, Path folder, int articles) throws IOException {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        Path file = folder.resolve("out");
        long start = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            write(format, out, store);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long peak =
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf(
                Locale.ROOT,
                "%-8s %-10s %7.0f statements a second, %6.0f bytes a statement, at most %d MB in use%n",
                format.name(),
                format instanceof JsonLinesRecords ? "(records)" : "",
                articles * (double) STATEMENTS / seconds,
                (double) Files.size(file) / articles / STATEMENTS,
                peak >> 20);
        Files.delete(file);
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void write(ExportFormat format, OutputStream out, Store store) throws IOException {
        StoredRecords records = store.records();
        if (format instanceof RecordFormat whole) {
            Subject subject = whole.subjects().iterator().next();
            try (Exporter exporter = whole.open(subject, out, ExportOptions.DEFAULT)) {
                while (records.hasNext()) {
                    exporter.add(item(records.next(), store));
                }
                exporter.finish();
            }
        } else if (format instanceof TableFormat tables) {
            RecordTable table = RecordTable.of(Subject.STATEMENTS, ExportOptions.DEFAULT);
            try (TableFormat.Rows rows = tables.open(table.table(), out, ExportOptions.DEFAULT)) {
                while (records.hasNext()) {
                    for (Row row : table.rows(item(records.next(), store))) {
                        rows.add(row);
                    }
                }
                rows.finish();
            }
        }
    }

    private static ExportItem item(ArticleRecord record, Store store) {
        store.surroundings(record.article().id());
        return ExportItem.of(record);
    }
}
