package io.onrecord.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.testkit.NewsRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    void theIndexOfAFileLiesBesideIt() {
        assertThat(IndexFolder.of(store())).isEqualTo(folder.resolve("onrecord0.db.index"));
    }
}
