package io.onrecord.store;

import io.onrecord.store.StoreException.Reason;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** One of the two databases: its connections, its transactions, and its errors in words. Safe to share between threads. */
abstract sealed class Database implements AutoCloseable permits SqliteDatabase, PostgresDatabase {

    /** What the store is called in messages: the file, or the address without its password. */
    abstract String name();

    abstract Dialect dialect();

    /** Runs work on one snapshot; it must not write. */
    abstract <T> T read(Function<Session, T> work);

    /** Runs work in one transaction, which is durable when this returns and leaves nothing where it throws. */
    abstract <T> T write(Function<Session, T> work);

    /**
     * Within a write: holds off others who write under the same name, such as the address of an article or the digest of a text.
     * Comes before {@link #alone(Session)}.
     */
    abstract void alone(Session session, String name);

    /**
     * Within a write: holds off others who change what is made over articles, or what tells that it is to be made anew. Comes before
     * anything is written, so that nobody who waits here has a row that others wait for. Who only reads never waits.
     */
    abstract void alone(Session session);

    /** A write that begins with {@link #alone(Session)}. */
    final <T> T writeAlone(Function<Session, T> work) {
        return write(session -> {
            alone(session);
            return work.apply(session);
        });
    }

    /** What the database itself finds wrong, at most so many lines. */
    abstract List<String> examine(int most);

    /** Overwrites what was deleted; whether nothing of it is left in the files. */
    abstract boolean wipe();

    /** A problem in words. */
    abstract StoreException problem(SQLException cause);

    @Override
    public abstract void close();

    final StoreException refused(Throwable cause) {
        return new StoreException(
                Reason.REFUSED,
                name() + " could not be used: " + StoreException.shown(String.valueOf(cause.getMessage())),
                cause);
    }
}
