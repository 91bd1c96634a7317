package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is installed, what is wrong, what to do. */
@Tag("long")
class DoctorTest {

    @TempDir
    private Path folder;

    private Path store() {
        return folder.resolve("onrecord.db");
    }

    private Run doctor(Object... more) {
        return Run.of(Stream.concat(Stream.of("doctor", "--store", store(), "--port", freePort()), Stream.of(more))
                .toArray());
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        assertThat(Run.of("read", "--quiet", "--store", store(), Run.root().resolve("examples/river-dam.txt"))
                        .code())
                .isZero();
    }

    @Test
    void whereAllIsWellNothingIsWrongAndNothingIsMade() throws IOException {
        Run healthy = doctor();
        assertThat(healthy.code()).as(healthy.out()).isZero();
        assertThat(healthy.out())
                .contains("ok    java: ")
                .contains("ok    networks: 6 files, as they were made\n")
                .contains("ok    article: a made-up one was unpacked (zstd) and read (")
                .contains("ok    sentences: their networks are loaded")
                .contains("warn  store: none at " + store())
                .contains("is free for the desk")
                .doesNotContain("BAD");
        assertThat(healthy.err()).isEqualTo("nothing is wrong\n");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aStoreIsLookedThrough() {
        read();
        assertThat(doctor().out())
                .contains("ok    store: " + store() + ", articles 1, statements 45, version ", "every record whole")
                .containsPattern("ok    disk: .* MB free, the store has [0-9]+ MB\n");
        assertThat(doctor("--quick").out()).contains("the database is sound");
    }

    @Test
    void aDamagedStoreIsWrongAndTheExitCodeSaysSo() throws IOException {
        read();
        try (RandomAccessFile bytes = new RandomAccessFile(store().toFile(), "rw")) {
            bytes.seek(bytes.length() / 2 / 4096 * 4096);
            bytes.write(new byte[5 * 4096]);
        }
        Run ill = doctor();
        assertThat(ill.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ill.out()).contains("BAD   store: ").contains("'onrecord restore");
        assertThat(ill.err()).isEqualTo("one thing is wrong\n");
    }

    @Test
    void anOlderStoreIsNotChangedByLooking() throws SQLException {
        read();
        sql("DELETE FROM migration WHERE version > 8");
        assertThat(doctor().out()).contains("warn  store: ", "version 8, of an older Onrecord", "onrecord backup");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store());
                Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery("SELECT max(version) FROM migration")) {
            assertThat(newest.getInt(1)).isEqualTo(8);
        }
    }

    @Test
    void aNewerStoreIsWrong() throws SQLException {
        read();
        sql("INSERT INTO migration (version, name, applied_at) VALUES (999, 'later', '2030-01-01T00:00:00Z')");
        Run newer = doctor();
        assertThat(newer.code()).isEqualTo(ExitCode.FAILED);
        assertThat(newer.out()).contains("was made by a newer Onrecord", "update Onrecord");
    }

    private void sql(String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store());
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
    }

    @Test
    void whatIsNoStoreIsSaidAndAFolderThatIsNotThere() throws IOException {
        Files.writeString(store(), "Ilan Serrat said nothing.");
        assertThat(doctor().out())
                .contains("BAD   store: " + store() + " is not a store")
                .doesNotContain("onrecord restore");
        Run nowhere = Run.of("doctor", "--store", folder.resolve("none/onrecord.db"), "--port", freePort());
        assertThat(nowhere.out()).contains("BAD   disk: the folder " + folder.resolve("none"));
    }

    @Test
    void aDatabaseThatCannotBeReachedIsWrongAndItsPasswordIsNotShown() {
        // Port 1 of the loopback: nobody listens there.
        Run run = Run.of(
                "doctor", "--store", "jdbc:postgresql://127.0.0.1:1/news?user=m&password=secret", "--port", freePort());
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out())
                .contains("BAD   store: cannot reach jdbc:postgresql://127.0.0.1:1/news", "is the server up")
                .doesNotContain("secret");
    }

    @Test
    void aPortThatAnotherProgramHasIsAWarning() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = Run.of("doctor", "--store", store(), "--port", other.getLocalPort());
            assertThat(run.code()).isZero();
            assertThat(run.out()).contains("warn  port: " + other.getLocalPort() + " cannot be had", "--port");
        }
    }

    @Test
    void aPortThatNoMachineHasIsASlip() {
        for (int port : new int[] {-1, 0, 65536, 70000}) {
            Run run = Run.of("doctor", "--store", store(), "--port", port);
            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("'--port': ports go from 1 to 65535, not " + port);
        }
    }

    @Test
    void programsGetALineOfJsonForEachThing() {
        Run run = doctor("--json");
        assertThat(run.lines())
                .hasSizeGreaterThan(8)
                .allSatisfy(line -> assertThat(line)
                        .matches("\\{\"about\":\"[a-z ]+\",\"state\":\"(good|warning|bad)\",\"what\":\".*\"}"));
        assertThat(run.out()).contains("{\"about\":\"store\",\"state\":\"warning\"", "\"todo\":\"");
        assertThat(run.err()).isEmpty();
    }
}
