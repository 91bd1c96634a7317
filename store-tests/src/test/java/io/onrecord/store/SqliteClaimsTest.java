package io.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.ArticleRecord;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteClaimsTest extends ClaimsTest {

    @TempDir
    Path folder;

    private final AtomicInteger stores = new AtomicInteger();

    @Test
    void aProcessThatIsKilledLeavesItsWorkToTheNext() throws Exception {
        List<ArticleRecord> records = records(DENSE, 30);
        String killed = emptyPlace();
        try (Store store = Store.open(killed)) {
            records.forEach(store::put);
        }
        Random random = new Random(3);
        int alive = 0;
        for (int kill = 0; kill < 8; kill++) {
            Process process = Child.start(Child.command("", "claims", killed));
            try (BufferedReader said = Child.reader(process)) {
                said.readLine();
                LockSupport.parkNanos(random.nextInt(400_000_000));
                alive += process.isAlive() ? 1 : 0;
                process.toHandle().destroyForcibly();
                process.waitFor();
            }
            try (Store store = Store.open(killed)) {
                assertThat(store.check().problems()).isEmpty();
            }
        }
        assertThat(alive).as("killed while it worked").isPositive();
        try (Store store = Store.open(killed);
                Store whole = Store.open(emptyPlace())) {
            make(store);
            records.forEach(whole::put);
            make(whole);
            sameAs(everything(whole), store, "after eight kills");
        }
    }

    @Override
    String emptyPlace() {
        return folder.resolve("onrecord" + stores.incrementAndGet() + ".db").toString();
    }
}
