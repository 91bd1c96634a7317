package io.onrecord.store;

import io.onrecord.store.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a store is like. Looking changes nothing: none is made where there is none, and an older one stays as it is.
 *
 * @param name the file, or the address without its password
 * @param version of its shape
 * @param newest version that this Onrecord knows, which the next command that opens the store brings it to
 * @param articles versions of articles
 * @param statements of theirs
 * @param problems that were found in it, in words
 */
public record StoreLook(String name, int version, int newest, long articles, long statements, List<String> problems) {

    public StoreLook {
        problems = List.copyOf(problems);
    }

    /**
     * Looks at a store.
     *
     * @param address as {@link Store#open(String)} takes it
     * @param whole whether everything is looked at, each record too, which takes its time; else only what the database says of itself
     * @return empty where there is no store yet
     * @throws StoreException if there is something else, a newer store, or it cannot be opened
     */
    public static Optional<StoreLook> at(String address, boolean whole) {
        if (isNothing(address)) {
            return Optional.empty();
        }
        try (Database database = open(address)) {
            Optional<Integer> version = Migrations.SHIPPED.versionOf(database);
            return version.map(found -> new StoreLook(
                    database.name(),
                    found,
                    Migrations.SHIPPED.version(),
                    database.read(session -> session.count("SELECT count(*) FROM article")),
                    database.read(session -> session.count("SELECT count(*) FROM statement")),
                    whole && found == Migrations.SHIPPED.version()
                            ? new Check(database).run().problems()
                            : database.examine(Examination.MOST)));
        }
    }

    private static Database open(String address) {
        if (address.startsWith("jdbc:")) {
            return address.startsWith(PostgresDatabase.PREFIX)
                    ? PostgresDatabase.connect(address, Store.Options.DEFAULT.patience())
                    : Store.database(address, Store.Options.DEFAULT);
        }
        return SqliteDatabase.openAsItIs(Path.of(address), Store.Options.DEFAULT.patience());
    }

    private static boolean isNothing(String address) {
        if (address.startsWith("jdbc:")) {
            return false;
        }
        try {
            // SQLite would begin to make one of an empty file.
            Path file = Path.of(address);
            return Files.notExists(file) || Files.isRegularFile(file) && Files.size(file) == 0;
        } catch (IOException e) {
            // Said when it is opened.
            return false;
        } catch (InvalidPathException e) {
            throw new StoreException(
                    Reason.ADDRESS,
                    "'" + StoreException.shown(address) + "' is no name of a file: " + e.getReason(),
                    e);
        }
    }
}
