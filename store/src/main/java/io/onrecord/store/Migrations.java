package io.onrecord.store;

import io.onrecord.store.StoreException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Brings a database to the shape that this version of Onrecord knows: numbered files of SQL, those that are missing, all in one
 * transaction, so that a process that is killed leaves the old shape.
 */
final class Migrations {

    /** The files, in the order of the numbers that their names begin with; a file that was in a release never changes. */
    static final Migrations SHIPPED = new Migrations(List.of(
            "1-records",
            "2-vectors",
            "3-claims",
            "4-corrections",
            "5-links",
            "6-users",
            "7-saved",
            "8-desk",
            "9-people",
            "10-righted",
            "11-after",
            "12-rules"));

    private static final String TABLE =
            "CREATE TABLE migration (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL,"
                    + " applied_at TEXT NOT NULL){strict}";

    private final List<String> names;

    /** @param names of files, such as {@code 1-records}, at least one, in the order of their numbers */
    Migrations(List<String> names) {
        this.names = List.copyOf(names);
    }

    /** The version that a database has when all are applied. */
    int version() {
        return numberOf(names.get(names.size() - 1));
    }

    private static int numberOf(String name) {
        return Integer.parseInt(name.substring(0, name.indexOf('-')));
    }

    /**
     * Applies what is missing.
     *
     * @throws StoreException if a newer Onrecord made the database
     */
    void apply(Database database, Clock clock) {
        if (versionOf(database).equals(Optional.of(version()))) {
            return;
        }
        database.write(session -> {
            // Once more: another process may have done it meanwhile.
            database.alone(session, "migration");
            Optional<Integer> found = versionOf(session, database);
            if (found.isEmpty()) {
                session.execute(database.dialect().sql(TABLE));
                if (database.dialect() == Dialect.SQLITE) {
                    session.execute("PRAGMA application_id = " + SqliteDatabase.APPLICATION_ID);
                }
            }
            for (String name : names) {
                if (numberOf(name) > found.orElse(0)) {
                    apply(session, database.dialect(), name, clock);
                }
            }
            return version();
        });
    }

    private static void apply(Session session, Dialect dialect, String name, Clock clock) {
        for (String statement : dialect.sql(read(name + ".sql")).split(";\n", -1)) {
            if (!statement.isBlank()) {
                session.execute(statement);
            }
        }
        session.update(
                "INSERT INTO migration (version, name, applied_at) VALUES (?, ?, ?)",
                numberOf(name),
                name.substring(name.indexOf('-') + 1),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /**
     * The version of a database; empty for one without tables.
     *
     * @throws StoreException if a newer Onrecord made the database
     */
    Optional<Integer> versionOf(Database database) {
        return database.read(session -> versionOf(session, database));
    }

    private Optional<Integer> versionOf(Session session, Database database) {
        String tables = database.dialect() == Dialect.SQLITE
                ? "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'migration'"
                : "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'migration'";
        if (session.count(tables) == 0) {
            return Optional.empty();
        }
        int found = (int) session.count("SELECT COALESCE(max(version), 0) FROM migration");
        if (found > version()) {
            throw new StoreException(
                    Reason.NEWER,
                    database.name() + " was made by a newer Onrecord: its version is " + found + ", this one knows "
                            + version() + "; update Onrecord, or name another store");
        }
        return Optional.of(found);
    }

    private static String read(String file) {
        try (InputStream in = Migrations.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar of Onrecord lacks " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + " from the jar of Onrecord", e);
        }
    }
}
