package io.onrecord.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.onrecord.exchange.export.ExportFilter;
import io.onrecord.exchange.export.ExportItem;
import io.onrecord.model.Outcome;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import io.onrecord.testkit.NewsRecords;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an export takes from a store that is damaged. */
class StoredItemsTest {

    private static final int ARTICLES = 120;

    @TempDir
    private Path folder;

    private Path filled(int articles) {
        Path file = folder.resolve("onrecord.db");
        try (Store store = Store.open(file.toString())) {
            for (int i = 0; i < articles; i++) {
                store.put(NewsRecords.of(i, 4));
            }
        }
        return file;
    }

    private static String id(int seed) {
        return NewsRecords.of(seed, 4).article().id();
    }

    private static ExportFilter only(Set<String> articles) {
        return new ExportFilter(
                Optional.empty(), Optional.empty(), List.of(), List.of(), Set.of(), Set.of(), 0, articles);
    }

    /** More than there are articles is more than an export that ends. */
    private static List<Outcome<ExportItem>> taken(StoredItems items) {
        List<Outcome<ExportItem>> taken = new ArrayList<>();
        while (taken.size() <= 2 * ARTICLES && items.hasNext()) {
            taken.add(items.next());
        }
        return taken;
    }

    @Test
    void anArticleWhoseRowsAreDamagedIsSkippedHoweverTheOthersAreAskedFor() throws SQLException {
        Path file = filled(5);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE article SET text = 'x' || text WHERE key = 2");
        }
        try (Store store = Store.open(file.toString())) {
            for (ExportFilter filter : List.of(ExportFilter.ALL, only(Set.of(id(0), id(1), id(2), id(3), id(4))))) {
                List<Outcome<ExportItem>> taken = taken(new StoredItems(store, filter, false, true));
                assertThat(taken).hasSize(5);
                assertThat(taken)
                        .filteredOn(one -> one instanceof Outcome.Skipped)
                        .hasSize(1);
            }
        }
    }

    @Test
    void anExportFromAFileWithADamagedPageEnds() throws SQLException, IOException {
        Path file = filled(ARTICLES);
        List<Integer> pages = pages(file);
        assertThat(pages).hasSizeGreaterThan(4);
        int size = pageSize(file);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            // In the middle, so that some articles come before it.
            bytes.seek((long) (pages.get(pages.size() / 2) - 1) * size);
            bytes.write(new byte[size]);
        }
        try (Store store = Store.open(file.toString())) {
            StoredItems items = new StoredItems(store, ExportFilter.ALL, false, true);
            List<Outcome<ExportItem>> taken = new ArrayList<>();
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> {
                        while (taken.size() <= 2 * ARTICLES && items.hasNext()) {
                            taken.add(items.next());
                        }
                    })
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.DAMAGED));
            assertThat(taken).isNotEmpty().hasSizeLessThan(ARTICLES);

            Set<String> all = new TreeSet<>();
            for (int i = 0; i < 20; i++) {
                all.add(id(i));
            }
            assertThat(taken(new StoredItems(store, only(all), false, true))).hasSize(20);
        }
    }

    /** The pages with rows of the table of articles. */
    private static List<Integer> pages(Path file) throws SQLException {
        List<Integer> pages = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT pageno FROM dbstat WHERE name = 'article' AND pagetype = 'leaf' ORDER BY path")) {
            while (rows.next()) {
                pages.add(rows.getInt(1));
            }
        }
        return pages;
    }

    private static int pageSize(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA page_size")) {
            row.next();
            return row.getInt(1);
        }
    }
}
