package io.onrecord.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.exchange.export.ExportFilter;
import io.onrecord.model.ArticleRecord;
import io.onrecord.search.Words;
import io.onrecord.testkit.NewsRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqliteSearchTest extends SearchTest {

    private int places;

    @Override
    String emptyPlace() {
        return folder.resolve("onrecord" + places++ + ".db").toString();
    }

    @Test
    void aStoreThatWasPutBackToAnEarlierStateIsFollowedFromTheBeginning() throws IOException {
        update();
        Path file = Path.of(store().name());
        close();
        Path saved = Files.copy(file, folder.resolve("saved.db"));
        openAgain();
        for (long seed = 10; seed < 15; seed++) {
            store().put(NewsRecords.of(seed, 4));
        }
        update();
        close();
        Files.move(saved, file, StandardCopyOption.REPLACE_EXISTING);
        openAgain();
        assertThat(search().isUsable()).isFalse();
        assertThat(search().follow(false, ProgressListener.NONE)).isEqualTo(3);
        assertThat(search().statements()).isEqualTo(12);
    }

    @Test
    void anArticleThatWasDamagedSinceItCameInKeepsNoOthersFromBeingFound() throws SQLException {
        update();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store().name());
                java.sql.Statement statement = connection.createStatement()) {
            statement.execute("UPDATE article SET text = 'x' || text WHERE key = 2");
        }
        List<Answer> left = search().find(new Question(Optional.empty(), Words.NONE, false, ExportFilter.ALL), 0, 50)
                .list();
        assertThat(left).hasSize(8);
        ArticleRecord damaged = NewsRecords.of(2, 4);
        assertThat(found(content(damaged, 0), false)).doesNotContainAnyElementsOf(damaged.statements());
    }

    @Test
    void theIndexOfAFileLiesBesideIt() {
        assertThat(IndexFolder.of(store())).isEqualTo(folder.resolve("onrecord0.db.index"));
    }
}
