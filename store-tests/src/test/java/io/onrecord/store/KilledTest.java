package io.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.ArticleRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed, as by {@code kill -9}, at seeded moments: the store opens, is sound, and has each article wholly or not. */
@Tag("long")
class KilledTest {

    private static final int LANES = 2;
    /** How much more often than in a build ({@code checks/kills}). */
    private static final int TIMES = Integer.getInteger("onrecord.kills", 1);

    private static final int KILLS = 6 * TIMES;
    private static final int INSIDE = KILLS / 3;
    private static final int STEPS = 400;

    @TempDir
    Path folder;

    @Test
    void anArticleIsKeptWhollyOrNotAtAllWhereverTheProcessIsKilled() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(LANES);
        try {
            List<Future<Integer>> inside = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                Path file = folder.resolve("lane" + lane + ".db");
                Random random = new Random(20261125 + lane);
                Callable<Integer> kills = () -> kills(file, random);
                inside.add(threads.submit(kills));
            }
            for (Future<Integer> lane : inside) {
                assertThat(lane.get()).as("kills inside a commit").isGreaterThanOrEqualTo(INSIDE);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Kills again and again; how many fell inside a commit: a third by design, more by chance. */
    private static int kills(Path file, Random random) throws Exception {
        int inside = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long base = 1000L * kill;
            List<String> said = killed("steps", file, base, random, Moment.of(kill));
            inside += said.isEmpty() || !said.get(said.size() - 1).equals("committing") ? 0 : 1;
            int done =
                    (int) said.stream().filter(line -> line.startsWith("done")).count();
            assertThat(said.stream().filter(line -> line.startsWith("failed"))).isEmpty();
            try (Store store = Store.open(file.toString())) {
                assertThat(store.check().problems()).as("kill " + kill).isEmpty();
                held(store, base, done);
            }
        }
        return inside;
    }

    /** When a process is killed: while it stands in a commit, just after one began, or at any moment. */
    private enum Moment {
        IN_A_COMMIT,
        AFTER_A_COMMIT_BEGAN,
        ANY;

        static Moment of(int kill) {
            return values()[kill % values().length];
        }
    }

    /** What a process said that was killed. */
    private static List<String> killed(String work, Path file, long base, Random random, Moment moment)
            throws Exception {
        int after = random.nextInt(12);
        long nanos = switch (moment) {
            case IN_A_COMMIT -> 0;
            case AFTER_A_COMMIT_BEGAN -> random.nextInt(300_000);
            case ANY -> random.nextInt(150_000_000);
        };
        int stay = moment == Moment.IN_A_COMMIT ? after + 1 : 0;
        Process process = Child.start(Child.command("", work, file.toString(), "" + base, "" + STEPS, "" + stay));
        List<String> said = new ArrayList<>();
        try (BufferedReader in = Child.reader(process)) {
            int commits = 0;
            while (commits <= after) {
                String line = in.readLine();
                if (line == null) {
                    break;
                }
                said.add(line);
                commits += line.equals("committing") ? 1 : 0;
            }
            LockSupport.parkNanos(nanos);
            process.toHandle().destroyForcibly();
            in.lines().forEach(said::add);
        }
        process.waitFor();
        return said;
    }

    /** Every step that was done is there; the one after it wholly or not at all; none else. */
    private static void held(Store store, long base, int done) {
        for (int article = 0; 2 * article <= done + 1; article++) {
            ArticleRecord first = Child.step(base, 2 * article);
            ArticleRecord again = Child.step(base, 2 * article + 1);
            List<ArticleRecord> held = store.get(first.article().id()).stream().toList();
            if (2 * article + 1 < done) {
                assertThat(held).containsExactly(again);
            } else if (2 * article + 1 == done) {
                assertThat(held).hasSize(1);
                assertThat(held.get(0)).isIn(first, again);
            } else if (2 * article == done) {
                assertThat(held).isIn(List.of(), List.of(first));
            } else {
                assertThat(held).isEmpty();
            }
        }
    }

    @Test
    void aCorrectionIsKeptWhollyOrNotAtAllWithWhatFollowsFromIt() throws Exception {
        Random random = new Random(20261126);
        Path file = folder.resolve("corrections.db");
        int inside = 0;
        for (int kill = 0; kill < 3 * TIMES; kill++) {
            long base = 1000L * kill;
            List<String> said = killed("corrections", file, base, random, Moment.of(kill));
            inside += said.isEmpty() || !said.get(said.size() - 1).equals("committing") ? 0 : 1;
            int done =
                    (int) said.stream().filter(line -> line.startsWith("done")).count();
            assertThat(said.stream().filter(line -> line.startsWith("failed"))).isEmpty();
            try (Store store = Store.open(file.toString())) {
                assertThat(store.check().problems()).as("kill " + kill).isEmpty();
                String article = Child.step(base, 0).article().id();
                int kept = store.corrections(article).size();
                assertThat(kept).as("kill " + kill).isBetween(done, done + 1);
                if (store.get(article).isEmpty()) {
                    continue;
                }
                // An odd number leaves one that holds, and the table for people says the same as the history.
                long holds = store.corrected(article).orElseThrow().touched().stream()
                        .filter(one -> !one.inForce().isEmpty())
                        .count();
                assertThat(holds).as("kill " + kill).isEqualTo(kept % 2);
                long shown = store.database()
                        .read(session -> session.count(
                                "SELECT count(*) FROM corrected_statement JOIN article ON article.key = corrected_statement.article"
                                        + " WHERE article.id = ?",
                                article));
                assertThat(shown).as("kill " + kill).isEqualTo(holds);
            }
        }
        assertThat(inside).as("kills inside a commit").isGreaterThanOrEqualTo(TIMES);
    }

    @Test
    void aKilledMigrationLeavesTheOlderShape() throws Exception {
        Path file = folder.resolve("older.db");
        ArticleRecord record = Child.step(0, 0);
        try (Store store = Store.open(file.toString())) {
            store.put(record);
        }
        Random random = new Random(7);
        for (int kill = 0; kill < 2 * TIMES; kill++) {
            List<String> said = killedSoon(Child.command("", "migrate", file.toString()), file, random.nextInt(400));
            assertThat(said).as("killed in time").doesNotContain("migrated");
            try (Store store = Store.open(file.toString())) {
                assertThat(store.check().problems()).isEmpty();
                assertThat(store.get(record.article().id())).contains(record);
                assertThat(Tables.of(store.database())).doesNotContain("later");
                assertThat(Tables.columns(store.database(), "article")).doesNotContain("mood");
            }
        }
        assertThat(Child.said(Child.start(Child.command("", "migrate", file.toString()))))
                .containsExactly("opening", "migrated");
    }

    /** What a process said that was killed some milliseconds after its log began to grow. */
    private static List<String> killedSoon(List<String> command, Path file, int millis) throws Exception {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        Process process = Child.start(command);
        while (process.isAlive() && size(log) == 0) {
            Thread.sleep(1);
        }
        Thread.sleep(millis);
        process.toHandle().destroyForcibly();
        return Child.said(process);
    }

    /** A log that an earlier process left may go at any moment. */
    private static long size(Path log) throws IOException {
        try {
            return Files.size(log);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    @Test
    void aStoreThatWasKilledWhileItWasMadeIsMadeByTheNext() throws Exception {
        Random random = new Random(8);
        for (int kill = 0; kill < 6; kill++) {
            Path file = folder.resolve("new" + kill + ".db");
            Process process = Child.start(Child.command("", "open", file.toString()));
            while (process.isAlive() && !Files.exists(file)) {
                LockSupport.parkNanos(100_000);
            }
            LockSupport.parkNanos(random.nextInt(60_000_000));
            process.toHandle().destroyForcibly();
            process.waitFor();
            try (Store store = Store.open(file.toString())) {
                store.put(Child.step(0, 0));
                assertThat(store.check().problems()).isEmpty();
            }
        }
    }
}
