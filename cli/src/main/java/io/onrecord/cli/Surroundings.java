package io.onrecord.cli;

import io.onrecord.store.StoreException;
import io.onrecord.store.StoreLook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where Onrecord works: the store, its disk, the port of the desk. */
final class Surroundings {

    private static final long MEGABYTE = 1L << 20;
    private static final long LEAST_ROOM = 50 * MEGABYTE;
    private static final List<String> FAR = List.of("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p");
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final StoreOption stored;
    private final int port;
    private final boolean whole;

    /**
     * What is looked at.
     *
     * @param stored which store
     * @param port of the desk
     * @param whole whether each record of the store is read
     */
    Surroundings(StoreOption stored, int port, boolean whole) {
        this.stored = stored;
        this.port = port;
        this.whole = whole;
    }

    List<Examining> examinings() {
        List<Examining> all = new ArrayList<>(List.of(new Examining("store", this::store)));
        stored.file().ifPresent(file -> all.add(new Examining("disk", () -> disk(file))));
        all.add(new Examining("port", this::port));
        return all;
    }

    private Finding store() {
        Optional<StoreLook> look;
        try {
            look = StoreLook.at(stored.address(), whole);
        } catch (StoreException e) {
            // Its message ends with what to do.
            Optional<String> todo = e.reason() == StoreException.Reason.DAMAGED
                    ? Optional.of("'onrecord restore' puts a backup in its place")
                    : Optional.empty();
            return new Finding("store", Finding.State.BAD, String.valueOf(e.getMessage()), todo);
        }
        if (look.isEmpty()) {
            String none = "none at " + stored.shown();
            return stored.isTold()
                    ? Finding.warning("store", none, "'onrecord read' and 'onrecord serve' make it; or name another")
                    : Finding.good("store", none + " yet; 'onrecord read' makes it");
        }
        StoreLook found = look.get();
        String what = Sanitized.line(found.name()) + ", articles " + found.articles() + ", statements "
                + found.statements() + ", version " + found.version();
        if (!found.problems().isEmpty()) {
            return Finding.bad(
                    "store",
                    what + "; " + found.problems().size() + " problems, the first: "
                            + Chosen.shown(found.problems().get(0)),
                    "put a backup in its place: 'onrecord restore FILE --overwrite'; without one, sqlite3's command .recover saves"
                            + " what can be read");
        }
        return found.version() < found.newest()
                ? Finding.warning(
                        "store",
                        what + ", of an older Onrecord",
                        "the next command that opens it brings it to version " + found.newest()
                                + ", and there is no way back: make a backup before, 'onrecord backup FILE'")
                : Finding.good("store", what + (whole ? ", every record whole" : ", the database is sound"));
    }

    private static Finding disk(Path file) throws IOException {
        @Nullable Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return Finding.bad(
                    "disk", "the folder " + folder + " of the store is not there", "make it, or name another store");
        }
        FileStore disk = Files.getFileStore(folder);
        long free = disk.getUsableSpace();
        long size = Files.isRegularFile(file) ? Files.size(file) : 0;
        String what = folder + ", " + free / MEGABYTE + " MB free"
                + (size == 0 ? "" : ", the store has " + size / MEGABYTE + " MB");
        if (FAR.contains(disk.type().toLowerCase(Locale.ROOT))) {
            return Finding.bad(
                    "disk",
                    what + ", on a network (" + disk.type() + ")",
                    "a store must lie on a disk of this machine; or take PostgreSQL");
        }
        if (!Files.isWritable(folder)) {
            return Finding.warning("disk", what + ", not for you to write", "read what is kept, or see to its rights");
        }
        if (free < LEAST_ROOM) {
            return Finding.bad("disk", what, "free some: nothing can be kept soon");
        }
        return free < 2 * size
                ? Finding.warning("disk", what, "a backup and the search index need about twice the room of the store")
                : Finding.good("disk", what);
    }

    private Finding port() {
        try (ServerSocket free = new ServerSocket()) {
            free.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Finding.good("port", port + " is free for the desk");
        } catch (IOException e) {
            return isDesk()
                    ? Finding.good("port", "a desk is open at http://localhost:" + port + "/")
                    : Finding.warning(
                            "port",
                            port + " cannot be had: another program has it, or it is not yours",
                            "open the desk at another: 'onrecord serve --port "
                                    + (port < DoctorCommand.LAST_PORT ? port + 1 : port - 1) + "'");
        }
    }

    private boolean isDesk() {
        try {
            // The loopback alone, whatever proxy this machine has.
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health/live"))
                                    .timeout(PATIENCE)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("\"up\"");
        } catch (IOException | IllegalArgumentException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
