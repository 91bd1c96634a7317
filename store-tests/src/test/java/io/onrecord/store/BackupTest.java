package io.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.onrecord.corrections.Change;
import io.onrecord.model.ArticleRecord;
import io.onrecord.store.StoreException.Reason;
import io.onrecord.testkit.NewsRecords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store is copied while it is used, and put back; whoever is killed on the way leaves what was there. */
class BackupTest {

    private static final int ARTICLES = 40;
    private static final int KILLS = 8;

    @TempDir
    Path folder;

    private Path store;
    private Path copy;

    @BeforeEach
    void fill() {
        store = folder.resolve("onrecord.db");
        copy = folder.resolve("copy.db");
        filled(store, 0, ARTICLES);
    }

    private static void filled(Path file, int from, int count) {
        try (Store opened = Store.open(file.toString())) {
            for (int i = from; i < from + count; i++) {
                opened.put(NewsRecords.of(i, 6));
            }
        }
    }

    private static StoreException refusal(Runnable work) {
        StoreException refusal = catchThrowableOfType(StoreException.class, work::run);
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static long articles(Path file) {
        try (Store opened = Store.open(file.toString())) {
            assertThat(opened.check().problems()).isEmpty();
            return opened.counts().articles();
        }
    }

    @Test
    void aCopyHasAllThatTheStoreHas() throws IOException {
        ArticleRecord first = NewsRecords.of(0, 6);
        String statement = first.statements().get(0).id();
        try (Store opened = Store.open(store.toString())) {
            opened.correct(
                    first.article().id(),
                    statement,
                    new Change.SpeakerIs("Mara Oldin", Optional.empty()),
                    "editor",
                    Optional.empty());
        }
        Backup made = Backups.write(store, copy, false);
        assertThat(made.file()).isEqualTo(copy);
        assertThat(made.articles()).isEqualTo(ARTICLES);
        assertThat(made.statements()).isEqualTo(6L * ARTICLES);
        assertThat(made.bytes()).isEqualTo(Files.size(copy));
        assertThat(made.sha256()).isEqualTo(PartialFile.sha256(copy)).hasSize(64);
        assertThat(names()).containsExactly("copy.db", "onrecord.db");
        try (Store from = Store.open(store.toString());
                Store to = Store.open(copy.toString())) {
            assertThat(to.counts()).isEqualTo(from.counts());
            for (int i = 0; i < ARTICLES; i++) {
                ArticleRecord record = NewsRecords.of(i, 6);
                assertThat(to.get(record.article().id())).contains(record);
            }
            assertThat(to.corrections(first.article().id()))
                    .isEqualTo(from.corrections(first.article().id()));
        }
    }

    @Test
    void whatWasForgottenIsNotInACopy() throws IOException {
        try (Store opened = Store.open(store.toString())) {
            opened.forget(new Selection.Version(NewsRecords.of(3, 6).article().id()));
        }
        Backups.write(store, copy, false);
        assertThat(articles(copy)).isEqualTo(ARTICLES - 1);
        assertThat(Files.size(copy)).isLessThanOrEqualTo(Files.size(store));
    }

    @Test
    void aCopyIsForTheEyesOfWhomTheStoreIsFor() throws IOException {
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-------"));
        Backups.write(store, copy, false);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
    }

    @Test
    void aBackupThatNobodyMayWriteToBecomesAStoreThatItsOwnerMayWriteTo() throws IOException {
        Backups.write(store, copy, false);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r--r--r--"));
        Path back = folder.resolve("back.db");
        Backups.restore(copy, back, false);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(back)))
                .isEqualTo("rw-r--r--");
        filled(back, ARTICLES, 1);
        assertThat(articles(back)).isEqualTo(ARTICLES + 1);
    }

    @Test
    void whoMayComeInIsToldAndNobodyIsSignedIn() {
        try (Store opened = Store.open(store.toString())) {
            opened.users().add("Mara Oldin", DeskRole.EDITOR, "abcd", "digest");
            opened.users()
                    .begin(
                            "session",
                            DeskUsers.Owner.of(opened.users().all().get(0)),
                            Instant.now().plusSeconds(3600));
            assertThat(opened.users().session("session")).isPresent();
        }
        Backups.write(store, copy, false);
        Backup made = Backups.restore(copy, store, true);

        assertThat(made.users()).isEqualTo(1);
        assertThat(made.links()).isZero();
        try (Store opened = Store.open(store.toString())) {
            assertThat(opened.users().session("session")).isEmpty();
        }
    }

    @Test
    void aStoreThatIsReplacedKeepsItsRights() throws IOException {
        Backups.write(store, copy, false);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r--r--r--"));
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-rw----"));
        Backups.restore(copy, store, true);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store)))
                .isEqualTo("rw-rw----");
    }

    @Test
    void aLogThatLiesWhereTheStoreWasDoesNotComeIntoTheRestoredOne() throws IOException {
        Backups.write(store, copy, false);
        Path log = folder.resolve("onrecord.db-wal");
        byte[] written;
        try (Store opened = Store.open(store.toString())) {
            opened.put(NewsRecords.of(ARTICLES, 6));
            written = Files.readAllBytes(log);
        }
        Files.delete(store);
        Files.write(log, written);
        for (boolean replace : List.of(false, true)) {
            StoreException refusal = refusal(() -> Backups.restore(copy, store, replace));
            assertThat(refusal.reason()).isEqualTo(Reason.ADDRESS);
            assertThat(refusal).hasMessageContaining(log + " is there").hasMessageContaining("move the log away");
            assertThat(refusal(() -> Backups.write(copy, store, replace))).hasMessageContaining(log + " is there");
        }
        assertThat(names()).containsExactly("copy.db", "onrecord.db-wal");
        assertThat(log).hasBinaryContent(written);
        Files.write(log, new byte[0]);
        Files.write(folder.resolve("onrecord.db-shm"), new byte[32768]);
        Backups.restore(copy, store, false);
        assertThat(names()).containsExactly("copy.db", "onrecord.db");
        assertThat(articles(store)).isEqualTo(ARTICLES);
    }

    @Test
    void aBackupUnderWayInAnotherProcessIsLeftAloneAndWhatAKilledOneLeftIsDeleted() throws Exception {
        Process other = Child.start(Child.command("", "partial", copy.toString()));
        try (BufferedReader said = Child.reader(other)) {
            Path partial = folder.resolve(said.readLine());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(partial)))
                    .isEqualTo("rw-------");
            Backups.write(store, copy, false);
            assertThat(partial).exists();
        } finally {
            other.destroyForcibly().waitFor();
        }
        Backups.write(store, copy, true);
        assertThat(names()).containsExactly("copy.db", "onrecord.db");
    }

    @Test
    void aLinkThatLeadsNowhereIsNeitherWrittenNorReplaced() throws IOException {
        Files.createSymbolicLink(copy, folder.resolve("gone.db"));
        for (boolean replace : List.of(false, true)) {
            assertThat(refusal(() -> Backups.write(store, copy, replace)))
                    .hasMessageContaining("is a link to a file that is not there");
        }
        assertThat(copy).isSymbolicLink();
        assertThat(names()).containsExactly("copy.db", "onrecord.db");
    }

    @Test
    void whileAnotherProcessWritesEachCopyIsTheStoreOfOneMoment() throws Exception {
        Path busy = folder.resolve("busy.db");
        Process writer = Child.start(Child.command("", "steps", busy.toString(), "0", "600"));
        try (BufferedReader said = Child.reader(writer)) {
            while (!String.valueOf(said.readLine()).startsWith("done 10 ")) {
                assertThat(writer.isAlive()).isTrue();
            }
            long before = 0;
            for (int i = 0; i < 6; i++) {
                Backup made = Backups.write(busy, copy, true);
                assertThat(made.articles()).isGreaterThanOrEqualTo(before);
                before = made.articles();
                try (Store opened = Store.open(copy.toString())) {
                    assertThat(opened.check().problems()).isEmpty();
                    // Steps are put one after the other, so the copy has the first of them and no other.
                    for (int article = 0; article < before; article++) {
                        assertThat(opened.get(
                                        Child.step(0, 2 * article).article().id()))
                                .isPresent();
                    }
                }
            }
            assertThat(before).isGreaterThan(5);
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    @Test
    void whereverABackupIsKilledTheOneBeforeOrTheNewOneIsThereAndTheStoreIsWhole() throws Exception {
        Random random = new Random(20261126);
        Backups.write(store, copy, false);
        int inside = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            inside += killed(random, "backups", store.toString(), copy.toString(), "1000") ? 1 : 0;
            assertThat(articles(copy)).as("kill " + kill).isEqualTo(ARTICLES);
            assertThat(articles(store)).as("kill " + kill).isEqualTo(ARTICLES);
        }
        assertThat(inside).as("kills inside a backup").isPositive();
        Backups.write(store, copy, true);
        assertThat(names()).as("what the killed ones left").containsExactly("copy.db", "onrecord.db");
    }

    @Test
    void whereverARestoreIsKilledTheStoreIsTheOldOneOrTheNewOne() throws Exception {
        Random random = new Random(20261127);
        Path small = folder.resolve("small.db");
        filled(small, 0, 7);
        Backups.write(store, copy, false);
        Path smallCopy = folder.resolve("small-copy.db");
        Backups.write(small, smallCopy, false);
        int inside = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            inside +=
                    killed(random, "restores", store.toString(), smallCopy.toString(), copy.toString(), "1000") ? 1 : 0;
            assertThat(articles(store)).as("kill " + kill).isIn((long) ARTICLES, 7L);
        }
        assertThat(inside).as("kills inside a restore").isPositive();
        Backups.restore(copy, store, true);
        assertThat(articles(store)).isEqualTo(ARTICLES);
        assertThat(names()).containsExactly("copy.db", "onrecord.db", "small-copy.db", "small.db");
    }

    /** Kills a process some time after it began one of its turns; whether it was inside one. */
    private static boolean killed(Random random, String... work) throws Exception {
        Process process = Child.start(Child.command("", work));
        try (BufferedReader said = Child.reader(process)) {
            String last = "";
            for (int turns = random.nextInt(3) * 2; turns >= 0; turns--) {
                last = String.valueOf(said.readLine());
            }
            LockSupport.parkNanos(random.nextInt(60_000_000));
            process.toHandle().destroyForcibly();
            for (String line : said.lines().toList()) {
                assertThat(line).doesNotStartWith("failed");
                last = line;
            }
            return last.equals("begin");
        } finally {
            process.waitFor();
        }
    }

    @Test
    void nothingIsReplacedUnlessThatIsAskedFor() throws IOException {
        Files.writeString(copy, "what somebody keeps here");
        StoreException refusal = refusal(() -> Backups.write(store, copy, false));
        assertThat(refusal.reason()).isEqualTo(Reason.TAKEN);
        assertThat(refusal).hasMessageContaining(copy + " is there already");
        assertThat(copy).hasContent("what somebody keeps here");
        Path made = folder.resolve("made.db");
        Backups.write(store, made, false);
        assertThat(refusal(() -> Backups.restore(made, store, false)).reason()).isEqualTo(Reason.TAKEN);
        assertThat(refusal(() -> Backups.write(store, store, true))).hasMessageContaining("is the store itself");
        assertThat(refusal(() -> Backups.restore(store, store, true))).hasMessageContaining("is the backup itself");
        assertThat(articles(store)).isEqualTo(ARTICLES);
        assertThat(names()).containsExactly("copy.db", "made.db", "onrecord.db");
    }

    @Test
    void aRestoredStoreIsWholeAndAnotherOneToWhatIsDerived() {
        Backups.write(store, copy, false);
        Path back = folder.resolve("back.db");
        Backup made = Backups.restore(copy, back, false);
        assertThat(made.articles()).isEqualTo(ARTICLES);
        assertThat(articles(back)).isEqualTo(ARTICLES);
        try (Store from = Store.open(store.toString());
                Store to = Store.open(back.toString())) {
            assertThat(to.id()).isNotEqualTo(from.id());
            assertThat(to.counts()).isEqualTo(from.counts());
        }
    }

    @Test
    void aStoreThatIsOpenElsewhereIsNotReplaced() throws Exception {
        Backups.write(store, copy, false);
        filled(store, ARTICLES, 5);
        Process holder = Child.start(Child.command("", "hold", store.toString()));
        try (BufferedReader said = Child.reader(holder)) {
            assertThat(said.readLine()).isEqualTo("holding " + (ARTICLES + 5));
            StoreException refusal = refusal(() -> Backups.restore(copy, store, true));
            assertThat(refusal.reason()).isEqualTo(Reason.BUSY);
            assertThat(refusal).hasMessageContaining("is open in another program");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(articles(store)).isEqualTo(ARTICLES + 5);
        // What the killed one left beside the store is not taken for the log of the new one.
        Backups.restore(copy, store, true);
        assertThat(articles(store)).isEqualTo(ARTICLES);
    }

    @Test
    void aDamagedStoreIsNotCopiedButMayBeReplaced() throws IOException {
        Backups.write(store, copy, false);
        try (RandomAccessFile bytes = new RandomAccessFile(store.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2 / 4096 * 4096);
            bytes.write(new byte[3 * 4096]);
        }
        Path bad = folder.resolve("bad.db");
        assertThat(refusal(() -> Backups.write(store, bad, false)).reason()).isEqualTo(Reason.DAMAGED);
        assertThat(refusal(() -> Backups.restore(store, bad, false)).reason()).isEqualTo(Reason.DAMAGED);
        assertThat(bad).doesNotExist();
        Backups.restore(copy, store, true);
        assertThat(articles(store)).isEqualTo(ARTICLES);
        assertThat(names()).containsExactly("copy.db", "onrecord.db");
    }

    @Test
    void anOlderStoreIsCopiedAsItIs() {
        Path old = folder.resolve("old.db");
        Migrations first = new Migrations(List.of("1-records"));
        Store.open(old.toString(), Store.Options.DEFAULT, first).close();
        Backups.write(old, copy, false);
        try (SqliteDatabase opened = SqliteDatabase.openStill(copy)) {
            assertThat(Migrations.SHIPPED.versionOf(opened)).contains(1);
        }
        Path back = folder.resolve("back.db");
        Backups.restore(copy, back, false);
        filled(back, 0, 2);
        assertThat(articles(back)).isEqualTo(2);
    }

    @Test
    void whatIsNoBackupIsRefusedAndStaysAsItIs() throws Exception {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "Ilan Serrat said nothing.\n".repeat(100));
        Path empty = Files.createFile(folder.resolve("empty.db"));
        Path other = folder.resolve("bookmarks.sqlite");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE article (key INTEGER PRIMARY KEY, address TEXT)");
        }
        Backups.write(store, copy, false);
        Path back = folder.resolve("back.db");
        for (Path file : List.of(notes, empty, other, folder.resolve("none.db"))) {
            refusal(() -> Backups.restore(file, back, false));
            assertThat(back).doesNotExist();
        }
        // Nor is what is no store replaced by one.
        for (Path file : List.of(notes, other)) {
            byte[] before = Files.readAllBytes(file);
            assertThat(refusal(() -> Backups.restore(copy, file, true)).reason())
                    .isEqualTo(Reason.NOT_A_STORE);
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }
        assertThat(refusal(() -> Backups.write(folder.resolve("none.db"), back, false)))
                .hasMessageContaining("there is no store");
        assertThat(refusal(() -> Backups.write(empty, back, false)).reason()).isEqualTo(Reason.NOT_A_STORE);
        assertThat(empty).isEmptyFile();
        assertThat(refusal(() -> Backups.write(store, folder, true))).hasMessageContaining("is a folder");
        assertThat(refusal(() -> Backups.write(store, folder.resolve("none/copy.db"), true)))
                .hasMessageContaining("make it first");
    }

    @Test
    void theFileOfAStoreInUseIsNoBackup() throws IOException {
        try (Store opened = Store.open(store.toString())) {
            opened.put(NewsRecords.of(ARTICLES, 6));
            Files.copy(store, copy);
            Files.copy(folder.resolve("onrecord.db-wal"), folder.resolve("copy.db-wal"));
        }
        assertThat(refusal(() -> Backups.restore(copy, folder.resolve("back.db"), false)))
                .hasMessageContaining("has a log beside it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ?b#c%20d&e=f.db", "ünï 😀.db", "file:x.db", ":memory:", "it's \"quoted\".db"})
    void copiesMayHaveAnyName(String name) throws IOException {
        Path odd = folder.resolve(name);
        Backups.write(store, odd, false);
        assertThat(articles(odd)).isEqualTo(ARTICLES);
        assertThat(names()).hasSize(2);
    }

    @Test
    void onAFullDiskNothingIsLeft() throws Exception {
        Assumptions.assumeTrue(Child.canMount(), "no file systems can be mounted here (unshare)");
        Path small = Files.createDirectory(folder.resolve("small"));
        List<String> said = Child.said(Child.start(Child.command(
                "mount -t tmpfs -o size=200k none '" + small + "'",
                "backups",
                store.toString(),
                small.resolve("copy.db").toString(),
                "1")));
        assertThat(said).hasSize(2);
        assertThat(said.get(1)).startsWith("failed FULL no room for a copy of ");
        assertThat(articles(store)).isEqualTo(ARTICLES);
    }
}
