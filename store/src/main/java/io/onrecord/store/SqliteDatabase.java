package io.onrecord.store;

import io.onrecord.store.StoreException.Reason;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/**
 * One file. One connection writes, in turn; reading takes connections of its own, which see the last whole state while it
 * writes. Transactions that write say so when they begin: one that reads first and writes later would not wait for another
 * process but fail at once.
 */
final class SqliteDatabase extends Database {

    /** Tells a store from other SQLite files: the letters OnRc, in the header. */
    static final int APPLICATION_ID = 0x4F6E5263;

    /** What every SQLite file begins with. */
    private static final String FORMAT = "SQLite format 3\u0000";

    /** Bytes of SQLite's header, and where the application's id stands in it. */
    private static final int HEADER = 100;

    private static final int APPLICATION_AT = 68;

    /** Windows keeps a name for as long as somebody has the file open. */
    private static final boolean MOVES_OVER_OPEN = File.separatorChar == '/';

    /** Connections for reading that are kept open for the next reader. */
    private static final int READERS = 4;

    /** The file is written anew when one page of so many is free. */
    private static final int FREE_SHARE = 4;

    /** Bytes of a file that SQLite makes beside a store that is in use. */
    private static final long LOG_INDEX = 64 << 10;

    private final Path file;
    private final Duration wait;
    /** What stands behind the file's name in the address of SQLite. */
    private final String parameters;

    /** Fair: what is brought up to date in many steps keeps nobody who has one thing to write waiting for more than a step. */
    private final ReentrantLock writing = new ReentrantLock(true);

    private @Nullable Session writer;
    private int writerMillis;

    /** When another process was last waited for in vain, by the nanosecond clock. Held under the lock. */
    private long gaveUp = System.nanoTime();

    private final Deque<Session> readers = new ArrayDeque<>();
    private boolean closed;
    /** What the file system knows the file by; null until the file is known to be a store, and where it knows files by nothing. */
    private volatile @Nullable Object identity;

    private SqliteDatabase(Path file, Duration wait, String parameters) {
        this.file = file;
        this.wait = wait;
        this.parameters = parameters;
    }

    /**
     * Opens a file, or makes it.
     *
     * @param wait how long to wait for another process that writes
     */
    static SqliteDatabase open(Path file, Duration wait) {
        return open(file, wait, true);
    }

    /** Opens a file that is there, to read it: also the way it keeps its log stays. */
    static SqliteDatabase openAsItIs(Path file, Duration wait) {
        return open(file, wait, false);
    }

    private static SqliteDatabase open(Path file, Duration wait, boolean keepsLog) {
        Path absolute = file.toAbsolutePath();
        @Nullable Path folder = absolute.getParent();
        if (Files.isDirectory(absolute)) {
            throw new StoreException(
                    Reason.ADDRESS, file + " is a folder: a store is one file, such as " + file.resolve("onrecord.db"));
        }
        if (folder != null && !Files.isDirectory(folder)) {
            throw new StoreException(
                    Reason.ADDRESS, "the folder " + folder + " of the store " + file + " is not there: make it first");
        }
        String parameters = readOnlyPlace(absolute) ? "?immutable=1" : "";
        return new SqliteDatabase(absolute, wait, parameters).prepared(keepsLog && parameters.isEmpty());
    }

    /** Opens a file that is there and that nobody changes, to read it; nothing is written, not even beside it. */
    static SqliteDatabase openStill(Path file) {
        return new SqliteDatabase(file.toAbsolutePath(), Duration.ofSeconds(1), "?immutable=1").prepared(false);
    }

    private SqliteDatabase prepared(boolean keepsLog) {
        try {
            prepare(keepsLog);
            identity = found();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Looks whether a file may be replaced by a store: it is one, be it damaged, or empty. This process must not have it open: where
     * it closes a file that it read itself, the system takes all its locks on that file away, SQLite's too.
     *
     * @throws StoreException if it is something else
     */
    static void checkReplaceable(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEADER);
            String format = new String(head, 0, Math.min(head.length, FORMAT.length()), StandardCharsets.ISO_8859_1);
            if (head.length > 0 && !FORMAT.equals(format)) {
                throw notSqlite(file, null);
            }
            if (head.length > 0
                    && (head.length < HEADER || ByteBuffer.wrap(head).getInt(APPLICATION_AT) != APPLICATION_ID)) {
                throw new StoreException(
                        Reason.NOT_A_STORE,
                        file + " is an SQLite file of another program, not a store: name another file");
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Puts something in the place of a file. */
    interface Move {
        void run() throws IOException;
    }

    /**
     * Replaces a store, which nobody else may have open. Its log is gone before, since it would be taken for that of the new one: whatever
     * moment the process is killed at, the old store is there, or the new one.
     *
     * @throws StoreException if another process has it open; nothing is changed then
     */
    static void replace(Path file, Duration wait, Move move) throws IOException {
        SqliteDatabase old = new SqliteDatabase(file, wait, "");
        try (Session session = old.connect(TransactionMode.EXCLUSIVE)) {
            session.texts("PRAGMA locking_mode = EXCLUSIVE");
            String mode = session.texts("PRAGMA journal_mode = DELETE").get(0);
            if (!mode.equals("delete")) {
                throw inUse(file, null);
            }
            session.count("SELECT count(*) FROM sqlite_schema");
            if (MOVES_OVER_OPEN) {
                // Still held, so that nobody opens the old one in between and leaves a log.
                move.run();
                return;
            }
        } catch (Session.Failure e) {
            StoreException problem = old.problem(e.failure());
            if (problem.reason() == Reason.BUSY) {
                throw inUse(file, e);
            }
            if (problem.reason() != Reason.DAMAGED && problem.reason() != Reason.NOT_A_STORE) {
                throw problem;
            }
            // What is damaged cannot be closed in order; that is why it is replaced.
        }
        deleteLogs(file);
        move.run();
    }

    /** What SQLite keeps beside a file, by what stands behind its name. */
    static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** Deletes what SQLite keeps beside a file. */
    static void deleteLogs(Path file) throws IOException {
        for (String ending : List.of("-wal", "-shm", "-journal")) {
            Files.deleteIfExists(beside(file, ending));
        }
    }

    private static StoreException inUse(Path file, @Nullable Throwable cause) {
        String message = file + " is open in another program, perhaps a desk: close it there, then try again";
        return cause == null
                ? new StoreException(Reason.BUSY, message)
                : new StoreException(Reason.BUSY, message, cause);
    }

    /**
     * SQLite takes a short file of something else for an empty one, and would write over it. Asked of SQLite, inside a transaction, and
     * not read here: see {@link #checkReplaceable}.
     */
    private void checkFormat(Session session) {
        try {
            if (session.count("PRAGMA page_count") == 0 && Files.exists(file) && Files.size(file) > 0) {
                throw notSqlite(file, null);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static StoreException unreadable(Path file, IOException e) {
        return new StoreException(
                Reason.ADDRESS,
                file + " cannot be read (" + e.getClass().getSimpleName() + "): see to its rights and its disk",
                e);
    }

    private static StoreException notSqlite(Path file, @Nullable Throwable cause) {
        String message = file + " is not a store and not an SQLite file: name another file";
        return cause == null
                ? new StoreException(Reason.NOT_A_STORE, message)
                : new StoreException(Reason.NOT_A_STORE, message, cause);
    }

    /**
     * Whether a store lies where nothing can be written, and nobody writes. SQLite keeps two files beside one that it reads; where
     * it cannot, it reads only what it is told will not change.
     */
    private static boolean readOnlyPlace(Path file) {
        @Nullable Path folder = file.getParent();
        return Files.isRegularFile(file)
                && !Files.isWritable(file)
                && folder != null
                && !Files.isWritable(folder)
                && !Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
    }

    /**
     * Looks whose file it is before anything is changed in it.
     *
     * @param keepsLog whether it is to keep a log from now on, so that it is read while it is written
     */
    private void prepare(boolean keepsLog) {
        if (Files.exists(file) && !Files.isReadable(file)) {
            throw unreadable(file, new AccessDeniedException(file.toString()));
        }
        try (Session session = connect(TransactionMode.DEFERRED)) {
            // In one snapshot, since another process may be making the store just now.
            boolean ours = session.transaction(one -> {
                boolean empty = one.count("SELECT count(*) FROM sqlite_schema") == 0;
                checkFormat(one);
                long application = one.count("PRAGMA application_id");
                return application == APPLICATION_ID || empty && application == 0;
            });
            if (!ours) {
                throw new StoreException(
                        Reason.NOT_A_STORE,
                        file + " is an SQLite file of another program, not a store: name another file");
            }
            if (keepsLog) {
                String mode = session.texts("PRAGMA journal_mode = WAL").get(0);
                if (!mode.equals("wal")) {
                    throw new StoreException(
                            Reason.REFUSED,
                            file + " lies where SQLite cannot keep a log beside it (a network disk?): put the store on"
                                    + " a disk of this machine");
                }
            }
        } catch (Session.Failure e) {
            throw problem(e.failure());
        }
    }

    /**
     * SQLite goes on with a file that was deleted, or moved away, and what it writes goes with it.
     *
     * @throws StoreException if the file is not where it was
     */
    private void checkPlace() {
        @Nullable Object known = identity;
        if (known == null) {
            return;
        }
        @Nullable Object now = found();
        if (now == null) {
            throw new StoreException(
                    Reason.UNREACHABLE,
                    file + " is not there any more: nothing can be read or kept until it is put back where it was");
        }
        if (!now.equals(known)) {
            throw new StoreException(
                    Reason.UNREACHABLE,
                    file + " was replaced by another file while it was open: start again, or put the first one back");
        }
    }

    private @Nullable Object found() {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    private Session connect(TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        if (identity != null) {
            // It was there: an empty one is not to be made in its place.
            config.resetOpenMode(SQLiteOpenMode.CREATE);
        }
        config.setBusyTimeout(Math.toIntExact(wait.toMillis()));
        config.enforceForeignKeys(true);
        // A commit is on the disk when it returns; with NORMAL a power cut takes the last ones back.
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(mode);
        SQLiteDataSource source = new SQLiteDataSource(config);
        // As a URI, since a plain name is cut at a question mark.
        source.setUrl("jdbc:sqlite:" + file.toUri() + parameters);
        try {
            Connection connection = source.getConnection();
            SmallLetters.in(connection);
            return new Session(connection, Dialect.SQLITE);
        } catch (SQLException e) {
            throw new Session.Failure(e);
        }
    }

    @Override
    String name() {
        return file.toString();
    }

    @Override
    Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    <T> T read(Function<Session, T> work) {
        checkPlace();
        Session session = reader();
        boolean good = false;
        try {
            T result = session.transaction(work);
            good = true;
            return result;
        } catch (Session.Failure e) {
            throw problem(e.failure());
        } finally {
            giveBack(session, good);
        }
    }

    private Session reader() {
        synchronized (readers) {
            if (closed) {
                throw new IllegalStateException("the store " + file + " is closed");
            }
            @Nullable Session idle = readers.poll();
            if (idle != null) {
                return idle;
            }
        }
        try {
            return connect(TransactionMode.DEFERRED);
        } catch (Session.Failure e) {
            throw problem(e.failure());
        }
    }

    private void giveBack(Session session, boolean good) {
        synchronized (readers) {
            if (good && !closed && readers.size() < READERS) {
                readers.push(session);
                return;
            }
        }
        closeQuietly(session);
    }

    @Override
    <T> T write(Function<Session, T> work) {
        long asked = System.nanoTime();
        writing.lock();
        try {
            checkPlace();
            return writer(left(asked)).transaction(work);
        } catch (StoreException e) {
            throw e;
        } catch (Session.Failure e) {
            // After a full disk or a failing one, who knows what the connection still believes.
            dropWriter();
            StoreException problem = problem(e.failure());
            if (problem.reason() == Reason.BUSY) {
                gaveUp = System.nanoTime();
            }
            throw problem;
        } finally {
            writing.unlock();
        }
    }

    /**
     * How long whoever asked then still waits for another process. Whoever stood behind others that waited for it in vain waited with them:
     * else the tenth would wait ten times as long.
     */
    private int left(long asked) {
        long millis = wait.toMillis();
        return Math.toIntExact(
                gaveUp - asked < 0 ? millis : Math.max(1, millis - (System.nanoTime() - asked) / 1_000_000));
    }

    /** The connection that writes, which keeps its statements prepared. Held under the lock. */
    Session writer() {
        return writer(Math.toIntExact(wait.toMillis()));
    }

    private Session writer(int millis) {
        Session session = openWriter();
        if (millis != writerMillis) {
            session.count("PRAGMA busy_timeout = " + millis);
            writerMillis = millis;
        }
        return session;
    }

    private Session openWriter() {
        if (closed) {
            throw new IllegalStateException("the store " + file + " is closed");
        }
        if (writer == null) {
            Session opened = connect(TransactionMode.IMMEDIATE);
            // What is deleted is overwritten with zeros.
            opened.count("PRAGMA secure_delete = ON");
            writer = opened;
            writerMillis = Math.toIntExact(wait.toMillis());
        }
        return writer;
    }

    private void dropWriter() {
        if (writer != null) {
            closeQuietly(writer);
            writer = null;
        }
    }

    @Override
    void alone(Session session, String name) {
        // Whoever writes to the file is alone.
    }

    @Override
    void alone(Session session) {
        // Likewise.
    }

    /**
     * Writes the store as it is now to another file, without its free pages, while others read and write.
     *
     * @param target a file that is empty
     */
    void copyInto(Path target) {
        checkPlace();
        // A connection of its own: a statement that is under way on it would be in the way.
        try (Session session = connect(TransactionMode.DEFERRED)) {
            session.update("VACUUM INTO ?", target.toAbsolutePath().toString());
        } catch (Session.Failure e) {
            StoreException problem = problem(e.failure());
            throw problem.reason() == Reason.FULL
                    ? new StoreException(
                            Reason.FULL,
                            "no room for a copy of " + file + " in "
                                    + target.toAbsolutePath().getParent() + ": free some, or name another place",
                            e)
                    : problem;
        }
    }

    /** What is derived from the store that this was copied from is not derived from this one. */
    void isAnother() {
        write(session -> {
            boolean named =
                    session.count("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'store'") > 0;
            return named ? session.update(dialect().sql("UPDATE store SET id = {random}")) : 0;
        });
    }

    @Override
    List<String> examine(int most) {
        return read(session -> {
            List<String> problems = new ArrayList<>(session.texts("PRAGMA integrity_check(" + most + ")"));
            problems.removeIf(line -> line.equals("ok"));
            session
                    .list(
                            "PRAGMA foreign_key_check",
                            row -> "a row of " + row.string("table") + " refers to one of " + row.string("parent")
                                    + " that is not there")
                    .stream()
                    .limit(most)
                    .forEach(problems::add);
            return problems;
        });
    }

    @Override
    boolean wipe() {
        writing.lock();
        try {
            if (writer().count("PRAGMA freelist_count") * FREE_SHARE > writer().count("PRAGMA page_count")) {
                shrink();
            }
            // What was deleted is zeros by now; the log still has the pages as they were.
            return writer().count("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        } catch (Session.Failure e) {
            StoreException problem = problem(e.failure());
            if (problem.reason() == Reason.BUSY) {
                return false;
            }
            throw problem;
        } finally {
            writing.unlock();
        }
    }

    /** Writes the file anew without its free pages, where there is room for that. */
    private void shrink() {
        // Where statements are prepared, the driver leaves some of them under way, and SQLite refuses.
        dropWriter();
        try {
            writer().execute("VACUUM");
        } catch (Session.Failure e) {
            dropWriter();
            if (problem(e.failure()).reason() != Reason.FULL) {
                throw e;
            }
        }
    }

    @Override
    StoreException problem(SQLException cause) {
        if (cause.getCause() instanceof NativeLibraryNotFoundException) {
            return new StoreException(
                    Reason.REFUSED,
                    "SQLite's library cannot be unpacked to the folder for temporary files, "
                            + System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir"))
                            + ", or not be run from there: name another with -Djava.io.tmpdir=FOLDER",
                    cause);
        }
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(cause.getErrorCode());
        // Codes with details carry the plain one in their last byte.
        SQLiteErrorCode plain = SQLiteErrorCode.getErrorCode(cause.getErrorCode() & 0xFF);
        return switch (plain) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new StoreException(
                        Reason.BUSY,
                        "another process writes to " + file + " and was not done within " + wait.toMillis()
                                + " ms: try again when it is, or name another file",
                        cause);
            case SQLITE_READONLY, SQLITE_PERM -> readOnly(cause);
            case SQLITE_CANTOPEN -> canMake() ? refused(cause) : readOnly(cause);
            case SQLITE_FULL -> full(cause);
            case SQLITE_NOTADB -> notSqlite(file, cause);
            case SQLITE_CORRUPT ->
                new StoreException(
                        Reason.DAMAGED,
                        file + " is damaged: take a backup, or save what can be read with sqlite3's command .recover",
                        cause);
            case SQLITE_IOERR ->
                hasRoom()
                        ? new StoreException(
                                Reason.REFUSED,
                                "the disk of " + file + " failed (" + code.name() + "): look at the disk",
                                cause)
                        : full(cause);
            default -> refused(cause);
        };
    }

    private boolean canMake() {
        @Nullable Path folder = file.getParent();
        return folder != null && Files.isWritable(folder);
    }

    private StoreException full(SQLException cause) {
        return new StoreException(
                Reason.FULL,
                "no room for " + file + ": its disk is full; what was put before is kept, free some room and go on",
                cause);
    }

    /** Whether there is room for the index of the log, without which SQLite opens nothing, and says of the disk that it failed. */
    private boolean hasRoom() {
        try {
            return Files.getFileStore(file).getUsableSpace() >= LOG_INDEX;
        } catch (IOException e) {
            return true;
        }
    }

    private StoreException readOnly(SQLException cause) {
        return new StoreException(
                Reason.READ_ONLY,
                "cannot write to " + file
                        + ": the file or its disk is read-only; name another file, or see to the rights",
                cause);
    }

    @Override
    public void close() {
        writing.lock();
        try {
            dropWriter();
            synchronized (readers) {
                closed = true;
                readers.forEach(SqliteDatabase::closeQuietly);
                readers.clear();
            }
        } finally {
            writing.unlock();
        }
    }

    private static void closeQuietly(Session session) {
        try {
            session.close();
        } catch (RuntimeException e) {
            // It is given up anyway; what mattered was committed before.
        }
    }

    /** For tests that must know when a commit happens. */
    Connection writerConnection() {
        return writer().connection();
    }
}
