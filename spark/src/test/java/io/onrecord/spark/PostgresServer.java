package io.onrecord.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of Debian's package on the loopback, for one test. */
final class PostgresServer implements AutoCloseable {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Process server;
    private final Path data;
    private final int port;

    private PostgresServer(Process server, Path data, int port) {
        this.server = server;
        this.data = data;
        this.port = port;
    }

    /** The folder of its programs, where it is installed. */
    static Optional<Path> programs() {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Path::compareTo);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static PostgresServer start(Path programs, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path data = folder.resolve("data");
        if (ROOT) {
            // The server refuses to run as root, and its user must get at the folder.
            run(List.of("chown", "postgres", folder.toString()));
            for (Path up = folder.getParent(); up != null && up.getParent() != null; up = up.getParent()) {
                run(List.of("chmod", "o+x", up.toString()));
            }
        }
        run(asServer(List.of(
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
                        "fsync=off")))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("postgres.log").toFile())
                .start();
        String ready = programs.resolve("pg_isready").toString();
        for (int i = 0; i < 600 && server.isAlive(); i++) {
            if (new ProcessBuilder(ready, "-q", "-h", "127.0.0.1", "-p", String.valueOf(port))
                            .start()
                            .waitFor()
                    == 0) {
                return new PostgresServer(server, data, port);
            }
            Thread.sleep(100);
        }
        throw new IOException("the server does not answer: " + Files.readString(folder.resolveSibling("postgres.log")));
    }

    String address() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=onrecord";
    }

    private static List<String> asServer(List<String> command) {
        if (!ROOT) {
            return command;
        }
        List<String> all =
                new ArrayList<>(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        all.addAll(command);
        return all;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed: " + said);
        }
    }

    @Override
    public void close() throws IOException {
        // The server itself, not what changed the user for it.
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        server.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
