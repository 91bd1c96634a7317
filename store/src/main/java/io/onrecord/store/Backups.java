package io.onrecord.store;

import io.onrecord.store.StoreException.Reason;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Backups of stores that are files, and their way back. A backup is one file: the store as it was at one moment, without what was deleted,
 * whoever was writing meanwhile. It takes its name when it is whole, on the disk and looked through; a process that is killed leaves
 * what was there before. Nothing is replaced unless that was asked for.
 *
 * <p>Methods may be called from any thread, and by several processes at once. They throw {@link StoreException} where they cannot do what is
 * asked, with what to do about it.
 */
public final class Backups {

    /** How long to wait for whoever holds a store that is to be replaced. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Backups() {}

    /**
     * Copies a store, which may be of an older Onrecord and stays as it is.
     *
     * @param store its file
     * @param target where the copy goes
     * @param replace whether a file that is there already may go, once the copy is whole
     */
    public static Backup write(Path store, Path target, boolean replace) {
        Path to = place(target, replace);
        if (Files.notExists(store)) {
            throw new StoreException(Reason.ADDRESS, "there is no store " + store + ": name one that is there");
        }
        if (same(store, to)) {
            throw new StoreException(Reason.ADDRESS, to + " is the store itself: name another file for the backup");
        }
        checkNoLog(to);
        try (PartialFile partial = PartialFile.beside(to)) {
            if (Files.size(store) == 0) {
                throw empty(store);
            }
            try (SqliteDatabase source = SqliteDatabase.openAsItIs(store, Store.Options.DEFAULT.patience())) {
                checkFilled(source, store);
                source.copyInto(partial.path());
            }
            partial.flush();
            Backup made = looked(partial.path(), "the copy of " + store, to);
            partial.mayBeUsedAs(store);
            named(partial, to, replace);
            return made;
        } catch (IOException e) {
            throw disk(to, e);
        }
    }

    /**
     * Puts a backup where a store is to be. What was derived from the store that was there, such as its search index, is made anew. A
     * store that is replaced keeps its rights; a new one gets the backup's, and its owner may write to it. Users and links of a desk are
     * those of the backup again, also such as were taken away since; nobody is signed in.
     *
     * @param backup its file, which stays as it is
     * @param store where it goes
     * @param replace whether a store that is there already may go, once the copy is whole; it must not be open anywhere, this
     *     process included
     */
    public static Backup restore(Path backup, Path store, boolean replace) {
        Path to = place(store, replace);
        if (same(backup, to)) {
            throw new StoreException(Reason.ADDRESS, to + " is the backup itself: name another file for the store");
        }
        checkWhole(backup);
        if (Files.exists(to)) {
            SqliteDatabase.checkReplaceable(to);
        } else {
            checkNoLog(to);
        }
        try (PartialFile partial = PartialFile.beside(to)) {
            partial.fill(backup);
            try (SqliteDatabase copy = SqliteDatabase.open(partial.path(), PATIENCE)) {
                checkFilled(copy, backup);
                copy.isAnother();
                copy.write(Backups::endSessions);
            }
            checkFoldedIn(partial.path());
            partial.flush();
            Backup made = looked(partial.path(), backup.toString(), to);
            if (replace && Files.exists(to)) {
                partial.mayBeUsedLike(to);
                SqliteDatabase.replace(to, PATIENCE, () -> named(partial, to, true));
            } else {
                checkNoLog(to);
                SqliteDatabase.deleteLogs(to);
                partial.mayBeUsedAs(backup);
                named(partial, to, replace);
            }
            return made;
        } catch (IOException e) {
            throw disk(to, e);
        }
    }

    /** Rows of a table, which stores of an older shape need not have. */
    private static long rows(Session session, String table) {
        boolean there =
                session.count("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?", table) > 0;
        return there ? session.count("SELECT count(*) FROM " + table) : 0;
    }

    /** Whoever was signed in when the backup was made signs in again. */
    private static int endSessions(Session session) {
        return rows(session, "desk_session") > 0 ? session.update("DELETE FROM desk_session") : 0;
    }

    private static void named(PartialFile partial, Path to, boolean replace) throws IOException {
        try {
            partial.becomes(to, replace);
        } catch (FileAlreadyExistsException e) {
            throw taken(to);
        }
    }

    /** SQLite would write what stands in a log to whatever file comes beside it. */
    private static void checkNoLog(Path to) {
        log(to).ifPresent(log -> {
            throw new StoreException(
                    Reason.ADDRESS,
                    log + " is there, the log of a store that is or was " + to.getFileName()
                            + ", and would be written into the new file: put that store back and open it once, or move the"
                            + " log away if it is of no use");
        });
    }

    /** The log beside a file, if something stands in it. */
    private static Optional<Path> log(Path file) {
        for (String ending : List.of("-wal", "-journal")) {
            Path log = SqliteDatabase.beside(file, ending);
            try {
                if (Files.exists(log) && Files.size(log) > 0) {
                    return Optional.of(log);
                }
            } catch (IOException e) {
                throw disk(log, e);
            }
        }
        return Optional.empty();
    }

    private static Path place(Path target, boolean replace) {
        Path to = target.toAbsolutePath().normalize();
        if (Files.isDirectory(to)) {
            throw new StoreException(Reason.ADDRESS, target + " is a folder: name a file");
        }
        if (to.getParent() == null || !Files.isDirectory(to.getParent())) {
            throw new StoreException(
                    Reason.ADDRESS, "the folder " + to.getParent() + " of " + target + " is not there: make it first");
        }
        if (Files.isSymbolicLink(to) && !Files.exists(to)) {
            throw new StoreException(
                    Reason.ADDRESS,
                    target + " is a link to a file that is not there: name the file itself, or delete the link");
        }
        if (!Files.exists(to)) {
            return to;
        }
        if (!replace) {
            throw taken(to);
        }
        try {
            // A link stays, and what it leads to is written.
            return to.toRealPath();
        } catch (IOException e) {
            throw disk(to, e);
        }
    }

    private static StoreException taken(Path file) {
        return new StoreException(
                Reason.TAKEN, file + " is there already, and stays as it is: name another file, or say that it may go");
    }

    private static void checkFilled(SqliteDatabase database, Path file) {
        if (Migrations.SHIPPED.versionOf(database).isEmpty()) {
            throw empty(file);
        }
    }

    private static StoreException empty(Path file) {
        return new StoreException(Reason.NOT_A_STORE, file + " is empty, no store: name another file");
    }

    private static StoreException disk(Path file, IOException e) {
        String why = e instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : e.getClass().getSimpleName() + ": " + String.valueOf(e.getMessage());
        return new StoreException(
                Reason.REFUSED,
                file + " could not be written (" + StoreException.shown(why) + "): look at its disk and its rights",
                e);
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    /** The copy of a store in use lacks what stands in the log beside it. */
    private static void checkWhole(Path backup) {
        if (!Files.isRegularFile(backup)) {
            throw new StoreException(Reason.ADDRESS, "there is no backup " + backup + ": name a file that is there");
        }
        if (log(backup).isPresent()) {
            throw new StoreException(
                    Reason.ADDRESS,
                    backup
                            + " has a log beside it, so it is a store that was in use: make a backup of it, and restore"
                            + " that");
        }
    }

    /** SQLite says nothing where it cannot fold a log in when it closes a file. */
    private static void checkFoldedIn(Path file) throws IOException {
        Path log = SqliteDatabase.beside(file, "-wal");
        if (Files.exists(log) && Files.size(log) > 0) {
            throw new StoreException(
                    Reason.FULL, "no room for a copy in " + file.getParent() + ": free some, or name another place");
        }
    }

    /** Looks at everything that can be looked at, and throws what is found. */
    private static Backup looked(Path copy, String what, Path to) throws IOException {
        long articles;
        long statements;
        long users;
        long links;
        List<String> problems;
        try (SqliteDatabase database = SqliteDatabase.openStill(copy)) {
            Optional<Integer> version = Migrations.SHIPPED.versionOf(database);
            if (version.equals(Optional.of(Migrations.SHIPPED.version()))) {
                Examination found = new Check(database).run();
                articles = found.articles();
                statements = found.statements();
                problems = found.problems();
            } else {
                // An older shape, whose records can only be read once it is brought up to date.
                problems = database.examine(Examination.MOST);
                articles = database.read(session -> session.count("SELECT count(*) FROM article"));
                statements = database.read(session -> session.count("SELECT count(*) FROM statement"));
            }
            users = database.read(session -> rows(session, "desk_user"));
            links = database.read(session -> rows(session, "desk_link"));
        }
        if (!problems.isEmpty()) {
            throw new StoreException(
                    Reason.DAMAGED,
                    what + " is damaged, and nothing was written: "
                            + StoreException.shown(problems.get(0))
                            + (problems.size() > 1 ? ", and " + (problems.size() - 1) + " more" : ""));
        }
        return new Backup(to, articles, statements, users, links, Files.size(copy), PartialFile.sha256(copy));
    }
}
