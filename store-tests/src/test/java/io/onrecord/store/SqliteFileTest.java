package io.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Text;
import io.onrecord.store.StoreException.Reason;
import io.onrecord.testkit.NewsRecords;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that is a file: what else may stand there, disks that are full or cannot be written, and what is left in the file. */
class SqliteFileTest {

    @TempDir
    Path folder;

    private static StoreException refusal(String address) {
        try (Store store = Store.open(address)) {
            throw new AssertionError("opened " + store.name());
        } catch (StoreException e) {
            return e;
        }
    }

    @Test
    void aTextFileIsNoStoreAndStaysAsItIs() throws Exception {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "Ilan Serrat said nothing.\n".repeat(100));
        byte[] before = Files.readAllBytes(file);
        StoreException refusal = refusal(file.toString());
        assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_STORE);
        assertThat(refusal).hasMessage(file + " is not a store and not an SQLite file: name another file");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).containsExactly(file);
        }
    }

    @Test
    void aShortTextFileIsNoStoreEither() throws Exception {
        Path file = folder.resolve("short.txt");
        Files.writeString(file, "x");
        assertThat(refusal(file.toString()).reason()).isEqualTo(Reason.NOT_A_STORE);
        assertThat(Files.readString(file)).isEqualTo("x");
    }

    @Test
    void anotherProgramsDatabaseIsLeftAlone() throws Exception {
        Path file = folder.resolve("bookmarks.sqlite");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE article (key INTEGER PRIMARY KEY, address TEXT)");
        }
        byte[] before = Files.readAllBytes(file);
        StoreException refusal = refusal(file.toString());
        assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_STORE);
        assertThat(refusal).hasMessageContaining("SQLite file of another program");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void anEmptyFileBecomesAStore() throws Exception {
        Path file = Files.createFile(folder.resolve("empty.db"));
        try (Store store = Store.open(file.toString())) {
            assertThat(store.put(NewsRecords.of(1, 2))).isEqualTo(Put.NEW);
        }
    }

    @Test
    void aFolderIsNoStore() {
        assertThat(refusal(folder.toString()))
                .hasMessageContaining("is a folder: a store is one file, such as " + folder.resolve("onrecord.db"));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThat(refusal(folder.resolve("none/onrecord.db").toString()))
                .hasMessageContaining("the folder " + folder.resolve("none") + " of the store")
                .hasMessageContaining("make it first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "jdbc:sqlite:x.db", "jdbc:mysql://host/db", "postgresql://me:secret@host/db"})
    void otherAddressesAreRefusedWithoutShowingPasswords(String address) {
        StoreException refusal = refusal(address);
        assertThat(refusal.reason()).isEqualTo(Reason.ADDRESS);
        assertThat(refusal).hasMessageContaining("name a file, or jdbc:postgresql://");
        assertThat(refusal.getMessage()).doesNotContain("secret");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsNamedWithoutItsPassword() {
        // Port 1 of the loopback: nobody listens there.
        StoreException refusal = refusal("jdbc:postgresql://127.0.0.1:1/news?user=me&password=secret");
        assertThat(refusal.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(refusal).hasMessageContaining("cannot reach jdbc:postgresql://127.0.0.1:1/news");
        assertThat(refusal.getMessage()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ?b#c%20d&e=f.db", "ünï 😀.db", "file:x.db", ":memory:", "it's \"quoted\".db"})
    void filesMayHaveAnyName(String name) {
        Path file = folder.resolve(name);
        ArticleRecord record = NewsRecords.of(1, 2);
        try (Store store = Store.open(file.toString())) {
            store.put(record);
        }
        assertThat(file).isRegularFile();
        try (Store store = Store.open(file.toString())) {
            assertThat(store.get(record.article().id())).contains(record);
        }
    }

    @Test
    void aDamagedFileIsToldWithWhatCanStillBeRead() throws Exception {
        Path file = folder.resolve("onrecord.db");
        try (Store store = Store.open(file.toString())) {
            for (int i = 0; i < 60; i++) {
                store.put(NewsRecords.of(i, 10));
            }
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            // Pages in the middle, past the schema.
            bytes.seek(bytes.length() / 2 / 4096 * 4096);
            bytes.write(new byte[3 * 4096]);
        }
        try (Store store = Store.open(file.toString())) {
            Examination found = store.check();
            assertThat(found.problems()).isNotEmpty();
            assertThat(found.articles()).isPositive();
        }
    }

    @Test
    void aFileCutShortIsTold() throws Exception {
        Path file = folder.resolve("onrecord.db");
        try (Store store = Store.open(file.toString())) {
            for (int i = 0; i < 60; i++) {
                store.put(NewsRecords.of(i, 10));
            }
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(bytes.length() / 2);
        }
        try (Store store = Store.open(file.toString())) {
            assertThat(store.check().problems()).isNotEmpty();
        } catch (StoreException e) {
            assertThat(e.reason()).isEqualTo(Reason.DAMAGED);
        }
    }

    @Test
    void nothingOfWhatIsForgottenIsLeftInTheFiles() throws Exception {
        Path file = folder.resolve("onrecord.db");
        try (Store store = Store.open(file.toString())) {
            for (int i = 0; i < 200; i++) {
                ArticleRecord record = NewsRecords.of(i, 10);
                store.put(record);
                if (i % 3 == 0) {
                    store.put(marked(i));
                }
            }
            assertThat(text(file)).contains("Xanthippe");
            for (int i = 0; i < 200; i += 3) {
                store.forget(new Selection.Version(marked(i).article().id()));
            }
            assertThat(text(file)).doesNotContain("Xanthippe");
            assertThat(store.check().problems()).isEmpty();
            assertThat(store.counts().articles()).isEqualTo(200);
        }
        assertThat(text(file)).doesNotContain("Xanthippe");
    }

    /** A record whose address, text, speaker and statements have a word that no other has; rows of all sizes, in all places. */
    private static ArticleRecord marked(int number) {
        int statements = 1 + number % 9;
        String text = "Xanthippe Moor said Xanthippe knows. ".repeat(statements * (1 + number % 30));
        Article article = Article.of(
                "https://press.example/" + Integer.toHexString(number * 0x9E3779B1) + "/Xanthippe",
                Text.line(text),
                Metadata.NONE);
        Speaker speaker = new Speaker(
                "s1",
                "Xanthippe Moor",
                SpeakerKind.PERSON,
                List.of(),
                List.of("Xanthippe"),
                List.of("Xanthippe"),
                Map.of());
        List<io.onrecord.model.Statement> said = new ArrayList<>();
        for (int i = 0; i < statements; i++) {
            int at = 37 * i;
            Attribution words = new Attribution(
                    Location.TEXT,
                    Form.INDIRECT,
                    List.of(new Span(at, at + 14)),
                    List.of(new Span(at + 15, at + 19)),
                    List.of(new Span(at + 20, at + 35)),
                    new Confidence(1, Optional.of(1.0), Optional.of(1.0), 1));
            said.add(new io.onrecord.model.Statement(
                    Ids.statement(article.id(), words.in(), words.cue(), words.content(), CodePoints.of(text)),
                    words,
                    new Resolution.Resolved("s1", "Xanthippe Moor", "NAME", 1, "named in full"),
                    Optional.empty(),
                    Optional.empty(),
                    List.of("s1"),
                    List.of(),
                    Optional.empty(),
                    false));
        }
        return new ArticleRecord(article, List.of(speaker), said, List.of(), NewsRecords.PRODUCER);
    }

    /** All bytes of a store, as letters. */
    private static String text(Path file) throws Exception {
        StringBuilder all = new StringBuilder(Files.readString(file, StandardCharsets.ISO_8859_1));
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        if (Files.exists(log)) {
            all.append(Files.readString(log, StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    @Test
    void aFileOfWhichMuchIsForgottenShrinks() throws Exception {
        Path file = folder.resolve("onrecord.db");
        try (Store store = Store.open(file.toString())) {
            for (int i = 0; i < 300; i++) {
                store.put(marked(i));
            }
            store.put(NewsRecords.of(1, 10));
            store.forget(new Selection.Version("none"));
            long before = Files.size(file);
            for (int i = 0; i < 300; i++) {
                store.forget(new Selection.Version(marked(i).article().id()));
            }
            assertThat(Files.size(file)).isLessThan(before / 2);
            assertThat(store.check().problems()).isEmpty();
        }
    }

    @Test
    void aReaderKeepsTheBytesUntilItIsDone() {
        Path file = folder.resolve("onrecord.db");
        Store.Options impatient = new Store.Options(java.time.Duration.ofMillis(50), java.time.Clock.systemUTC());
        try (Store store = Store.open(file.toString(), impatient);
                Store other = Store.open(file.toString())) {
            store.put(NewsRecords.of(1, 3));
            boolean wiped = other.database().read(session -> {
                assertThat(session.count("SELECT count(*) FROM article")).isEqualTo(1);
                return store.forget(new Selection.Version(
                                NewsRecords.of(1, 3).article().id()))
                        .wiped();
            });
            assertThat(wiped).isFalse();
            assertThat(store.forget(new Selection.Version("none"))).isEqualTo(new Forgotten(0, 0, true));
        }
    }

    @Test
    void aFullDiskLeavesWhatWasPutAndGoesOnWhenThereIsRoom() throws Exception {
        Assumptions.assumeTrue(Child.canMount(), "file systems cannot be mounted here");
        String mount =
                "mount -t tmpfs -o size=2m none " + folder + "\nhead -c 300000 /dev/zero > " + folder + "/ballast";
        Process process = Child.start(Child.command(
                mount,
                "fill",
                folder.resolve("onrecord.db").toString(),
                folder.resolve("ballast").toString()));
        List<String> said = Child.said(process);
        assertThat(said).hasSize(4);
        assertThat(said.get(0))
                .isEqualTo("failed FULL no room for " + folder.resolve("onrecord.db")
                        + ": its disk is full; what was put before is kept, free some room and go on");
        assertThat(said.subList(1, 4)).containsExactly("holds all true []", "put NEW", "holds all true []");
    }

    @Test
    void aReadOnlyDiskIsReadAndNotWritten() throws Exception {
        Assumptions.assumeTrue(Child.canMount(), "file systems cannot be mounted here");
        Path file = folder.resolve("onrecord.db");
        try (Store store = Store.open(file.toString())) {
            store.put(NewsRecords.of(1, 3));
        }
        Path place = Files.createDirectory(folder.resolve("place"));
        Path copy = place.resolve("onrecord.db");
        String mount = "mount -t tmpfs none " + place + "\ncp " + file + " " + copy + "\nmount -o remount,ro " + place;
        assertThat(Child.said(Child.start(Child.command(mount, "read", copy.toString()))))
                .containsExactly(
                        "holds 1 []",
                        "failed READ_ONLY cannot write to " + copy
                                + ": the file or its disk is read-only; name another file, or see to the rights");
        assertThat(Child.said(Child.start(
                        Child.command(mount, "read", place.resolve("new.db").toString()))))
                .containsExactly("failed READ_ONLY cannot write to " + place.resolve("new.db")
                        + ": the file or its disk is read-only; name another file, or see to the rights");
    }

    @Test
    void aReadOnlyFileIsReadAndNotWritten() throws Exception {
        Assumptions.assumeTrue(Child.canMount(), "file systems cannot be mounted here");
        Path file = folder.resolve("onrecord.db");
        try (Store store = Store.open(file.toString())) {
            store.put(NewsRecords.of(1, 3));
        }
        String mount = "mount --bind " + file + " " + file + "\nmount -o remount,ro,bind " + file;
        assertThat(Child.said(Child.start(Child.command(mount, "read", file.toString()))))
                .containsExactly(
                        "holds 1 []",
                        "failed READ_ONLY cannot write to " + file
                                + ": the file or its disk is read-only; name another file, or see to the rights");
    }

    @Test
    void aFolderForTemporaryFilesThatCannotBeWrittenIsNamed() throws Exception {
        Path file = folder.resolve("onrecord.db");
        List<String> command = new ArrayList<>(Child.command("", "open", file.toString()));
        command.add(1, "-Dorg.sqlite.tmpdir=/proc");
        assertThat(Child.said(Child.start(command)))
                .last()
                .asString()
                .startsWith(
                        "failed REFUSED SQLite's library cannot be unpacked to the folder for temporary files, /proc");
    }

    @Test
    void aClosedStoreSaysSo() {
        Store store = Store.open(folder.resolve("onrecord.db").toString());
        store.close();
        store.close();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(store::counts)
                .withMessageContaining("is closed");
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> store.put(NewsRecords.of(1, 1)));
    }
}
