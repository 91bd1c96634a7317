package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.memory.Search;
import io.onrecord.store.ClaimQuery;
import io.onrecord.store.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the other tests stand on. */
class TestDeskTest {

    @TempDir
    private Path folder;

    @Test
    void theDeskOfTheTestsHoldsArticlesOfTheDemoWithEverythingMade() {
        try (TestDesk desk = TestDesk.open(folder);
                Store store = Store.open(desk.file().toString());
                Search search = Search.open(store)) {
            assertThat(store.counts().articles()).isEqualTo(TestDesk.ARTICLES);
            assertThat(store.pendingStatements()).isZero();
            assertThat(store.identitiesLeft()).isZero();
            assertThat(store.claims(ClaimQuery.all(10))).isNotEmpty();
            assertThat(search.statements()).isEqualTo(store.counts().statements());
            assertThat(desk.get("/").statusCode()).isEqualTo(200);
            assertThat(desk.log()).isEmpty();
        }
    }
}
