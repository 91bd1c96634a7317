package io.onrecord.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real PostgreSQL for tests: the server of Debian's package, started once a run on a free port of the loopback with its data in a
 * temporary folder, and ended with the run. Or the server named by {@code -Donrecord.postgresql=jdbc:postgresql://…}. Safe to share
 * between threads.
 */
public final class PostgresServer {

    /** Why a test is skipped where there is none. */
    public static final String NONE =
            "no PostgreSQL: install Debian's package postgresql, or name a server with -Donrecord.postgresql=jdbc:…";

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    /** One server for all tests of a run. */
    private static final class Running {
        static final Optional<String> ADDRESS = start();
    }

    private PostgresServer() {}

    /** Its address by JDBC, with a parameter in it already; empty where none is installed. */
    public static Optional<String> address() {
        return Running.ADDRESS;
    }

    /** The address of a schema that nobody has used yet; empty where no server is installed. */
    public static Optional<String> emptyPlace() {
        return address()
                .map(address ->
                        address + "&currentSchema=t" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet());
    }

    private static Optional<String> start() {
        String told = System.getProperty("onrecord.postgresql", "");
        if (!told.isBlank()) {
            return Optional.of(told + (told.contains("?") ? "" : "?ApplicationName=onrecord"));
        }
        return programs().map(programs -> {
            try {
                return start(programs);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("PostgreSQL is there but does not start", e);
            }
        });
    }

    private static Optional<Path> programs() {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin ->
                            Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("postgres")))
                    .max(Comparator.comparing(bin -> String.valueOf(bin.getParent())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String start(Path programs) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("onrecord-postgresql");
        Path data = folder.resolve("data");
        if (isRoot()) {
            // The server refuses to run as root.
            run(folder, List.of("chown", "postgres", folder.toString()));
        }
        run(
                folder,
                asServer(List.of(
                        programs.resolve("initdb").toString(),
                        "--pgdata=" + data,
                        "--username=onrecord",
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--no-sync")));
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process server = new ProcessBuilder(asServer(List.of(
                        programs.resolve("postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        String.valueOf(port),
                        "-k",
                        folder.toString(),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "fsync=off",
                        "-c",
                        "synchronous_commit=off",
                        "-c",
                        "full_page_writes=off")))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(programs, folder)));
        waitFor(programs, folder, port, server);
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=onrecord";
    }

    private static void waitFor(Path programs, Path folder, int port, Process server)
            throws IOException, InterruptedException {
        String ready = programs.resolve("pg_isready").toString();
        for (int i = 0; i < 600 && server.isAlive(); i++) {
            Process asked = new ProcessBuilder(ready, "-q", "-h", "127.0.0.1", "-p", String.valueOf(port)).start();
            if (asked.waitFor() == 0) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IOException("the server does not answer: " + Files.readString(folder.resolve("server.log")));
    }

    private static void end(Path programs, Path folder) {
        try {
            // It would wait for whoever is still connected if it were asked in a friendly way.
            run(
                    folder,
                    asServer(List.of(
                            programs.resolve("pg_ctl").toString(),
                            "stop",
                            "--mode=immediate",
                            "--pgdata=" + folder.resolve("data"))));
            // Ten thousands of files, for which the end of the run does not wait.
            new ProcessBuilder("rm", "-rf", folder.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException | InterruptedException e) {
            // Temporary files stay; the run is over.
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> asServer(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        List<String> all =
                new ArrayList<>(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        all.addAll(command);
        return all;
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed: " + said);
        }
    }
}
