package io.onrecord.store;

import io.onrecord.corrections.Change;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Producer;
import io.onrecord.testkit.NewsRecords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConnection;

/** A process of its own that works on a store, and says on its standard output what it does. */
final class Child {

    /** Statements of each record that it puts. */
    private static final int STATEMENTS = 8;

    private static final Producer LATER = new Producer("0.2.0", "large sha256:bb", "none");
    private static final Store.Options PATIENT = new Store.Options(Duration.ofSeconds(60), Clock.systemUTC());

    private Child() {}

    /** Step by step, by a number: every second one reads the article of the one before again. */
    static ArticleRecord step(long base, int step) {
        ArticleRecord record = NewsRecords.of(base + step / 2, STATEMENTS);
        if (step % 2 == 0) {
            return record;
        }
        return new ArticleRecord(
                record.article(), record.speakers(), record.statements().subList(1, STATEMENTS), List.of(), LATER);
    }

    /** The command of a process; what stands in {@code before} is run first, in the same shell. */
    static List<String> command(String before, String... arguments) {
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        if (Runtime.version().feature() >= 24) {
            // Else Java warns of SQLite's library, in the middle of what is said.
            java.add("--enable-native-access=ALL-UNNAMED");
        }
        java.addAll(List.of("-cp", System.getProperty("java.class.path"), Child.class.getName()));
        java.addAll(List.of(arguments));
        if (before.isEmpty()) {
            return java;
        }
        List<String> shell = new ArrayList<>(List.of("unshare", "-rm", "sh", "-ec", before + "\nexec \"$@\"", "sh"));
        shell.addAll(java);
        return shell;
    }

    static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** What a process says until it ends. */
    static List<String> said(Process process) throws IOException {
        try (BufferedReader in = reader(process)) {
            return in.lines().toList();
        }
    }

    static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Whether file systems can be mounted for a process alone. */
    static boolean canMount() {
        try {
            Path folder = Files.createTempDirectory("onrecord-mount");
            try {
                return start(List.of("unshare", "-rm", "mount", "-t", "tmpfs", "none", folder.toString()))
                                .waitFor()
                        == 0;
            } finally {
                Files.delete(folder);
            }
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        try {
            switch (arguments[0]) {
                case "corrections" ->
                    corrections(
                            arguments[1],
                            Long.parseLong(arguments[2]),
                            Integer.parseInt(arguments[3]),
                            stay(arguments),
                            out);
                case "steps" ->
                    steps(
                            arguments[1],
                            Long.parseLong(arguments[2]),
                            Integer.parseInt(arguments[3]),
                            stay(arguments),
                            out);
                case "migrate" -> {
                    out.println("opening");
                    Store.open(arguments[1], PATIENT, new Migrations(List.of("1-records", "99-slow")))
                            .close();
                    out.println("migrated");
                }
                case "open" -> {
                    out.println("opening");
                    Store.open(arguments[1], PATIENT).close();
                    out.println("opened");
                }
                case "claims" -> {
                    try (Store store = Store.open(arguments[1], PATIENT)) {
                        out.println("making");
                        out.flush();
                        ClaimsTest.make(store);
                        out.println("made");
                    }
                }
                case "read" -> read(arguments[1], out);
                case "stream" -> {
                    try (Store store = Store.open(arguments[1])) {
                        int count = 0;
                        StoredRecords records = store.records();
                        while (records.hasNext()) {
                            records.next();
                            count++;
                        }
                        out.println("streamed " + count);
                    }
                }
                case "backups" -> {
                    // Again and again, over the one before.
                    for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
                        out.println("begin");
                        out.flush();
                        Backups.write(Path.of(arguments[1]), Path.of(arguments[2]), true);
                        out.println("done");
                        out.flush();
                    }
                }
                case "restores" -> {
                    // One backup and the other, in turn.
                    for (int i = 0; i < Integer.parseInt(arguments[4]); i++) {
                        out.println("begin");
                        out.flush();
                        Backups.restore(Path.of(arguments[2 + i % 2]), Path.of(arguments[1]), true);
                        out.println("done");
                        out.flush();
                    }
                }
                case "probe" -> {
                    // The bytes that SQLite locks for as long as a file is open in WAL mode.
                    try (FileChannel file = FileChannel.open(Path.of(arguments[1]), StandardOpenOption.WRITE)) {
                        out.println(file.tryLock(0x40000002L, 510, false) == null ? "held" : "free");
                    }
                }
                case "partial" -> {
                    try (PartialFile partial = PartialFile.beside(Path.of(arguments[1]))) {
                        out.println(partial.path().getFileName());
                        out.flush();
                        System.in.read();
                    }
                }
                case "hold" -> {
                    try (Store store = Store.open(arguments[1])) {
                        out.println("holding " + store.counts().articles());
                        out.flush();
                        System.in.read();
                    }
                }
                case "fill" -> fill(arguments[1], Path.of(arguments[2]), out);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        } catch (StoreException e) {
            out.println("failed " + e.reason() + " " + e.getMessage());
        }
        out.flush();
    }

    /** The statement that a step corrects, of the one record, and whether it takes that back. */
    static int corrected(int step) {
        return step / 2 % STATEMENTS;
    }

    /** Corrects one statement after the other, and takes every correction back in the step after it. */
    private static void corrections(String address, long base, int count, int stay, PrintStream out) throws Exception {
        try (Store store = Store.open(address, PATIENT)) {
            ArticleRecord record = step(base, 0);
            store.put(record);
            tellCommits(store, stay, out);
            for (int step = 0; step < count; step++) {
                String statement = record.statements().get(corrected(step)).id();
                if (step % 2 == 0) {
                    store.correct(
                            record.article().id(),
                            statement,
                            new Change.SpeakerIs("Speaker " + step, Optional.empty()),
                            "editor",
                            Optional.empty());
                } else {
                    store.undo(record.article().id(), statement, "editor", Optional.empty());
                }
                out.println("done " + step);
                out.flush();
            }
        }
    }

    /** Puts step after step; says when a commit begins, and when the step is done. */
    private static void steps(String address, long base, int count, int stay, PrintStream out) throws Exception {
        try (Store store = Store.open(address, PATIENT)) {
            tellCommits(store, stay, out);
            for (int step = 0; step < count; step++) {
                Put put = store.put(step(base, step));
                out.println("done " + step + " " + put);
                out.flush();
            }
        }
    }

    /** The commit that a process stays in, by its last argument; none without it. */
    private static int stay(String[] arguments) {
        return arguments.length > 4 ? Integer.parseInt(arguments[4]) : 0;
    }

    /** Says, of a file, when a commit begins; stays in the one of this number, counted from 1, until it is killed. */
    private static void tellCommits(Store store, int stay, PrintStream out) throws Exception {
        if (!(store.database() instanceof SqliteDatabase file)) {
            return;
        }
        file.writerConnection().unwrap(SQLiteConnection.class).addCommitListener(new SQLiteCommitListener() {
            private int commits;

            @Override
            public void onCommit() {
                out.println("committing");
                out.flush();
                commits++;
                while (commits == stay) {
                    LockSupport.park();
                }
            }

            @Override
            public void onRollback() {
                out.println("rolled back");
            }
        });
    }

    /** Reads a store and then tries to put. */
    private static void read(String address, PrintStream out) {
        try (Store store = Store.open(address)) {
            out.println(
                    "holds " + store.counts().articles() + " " + store.check().problems());
            out.println("put " + store.put(step(500, 0)));
        }
    }

    /** Puts until the disk is full, makes room by deleting a file, and puts again. */
    private static void fill(String address, Path ballast, PrintStream out) throws IOException {
        try (Store store = Store.open(address)) {
            int puts = 0;
            try {
                while (puts < 10_000) {
                    store.put(step(0, 2 * puts));
                    puts++;
                }
            } catch (StoreException e) {
                out.println("failed " + e.reason() + " " + e.getMessage());
            }
            out.println("holds all " + (store.counts().articles() == puts) + " "
                    + store.check().problems());
            Files.delete(ballast);
            out.println("put " + store.put(step(0, 2 * puts)));
            out.println("holds all " + (store.counts().articles() == puts + 1) + " "
                    + store.check().problems());
        }
    }
}
