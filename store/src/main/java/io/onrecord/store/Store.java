package io.onrecord.store;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Producer;
import io.onrecord.speakers.Appearance;
import io.onrecord.speakers.Decision;
import io.onrecord.speakers.Identity;
import io.onrecord.store.StoreException.Reason;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Keeps records: one SQLite file that anyone can open with SQLite's own tools, or a PostgreSQL database, chosen by the address
 * alone. The tables are described in {@code docs/design/store.md}.
 *
 * <p>Safe to share between threads: they write one after the other, and read the last whole state meanwhile. Several processes
 * may have one store open; a file must lie on a disk of their machine, never on a network disk. What a method wrote is on the
 * disk when it returns, and whatever happens before leaves nothing.
 *
 * <p>Every method throws {@link StoreException} where the store cannot do what is asked, with what to do about it.
 */
public final class Store implements AutoCloseable {

    /**
     * How to open a store.
     *
     * @param patience how long to wait for another process that writes, before giving up; at least a millisecond
     * @param clock tells when records are kept
     */
    public record Options(Duration patience, Clock clock) {

        /** Waits five seconds; the clock of the machine. */
        public static final Options DEFAULT = new Options(Duration.ofSeconds(5), Clock.systemUTC());

        public Options {
            if (patience.toMillis() < 1 || patience.toMillis() > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("a store waits between 1 ms and 24 days, not " + patience);
            }
        }
    }

    private final Database database;
    private final Articles articles;
    private final IdentityTables identities;

    private Store(Database database, Clock clock) {
        this.database = database;
        this.articles = new Articles(database, clock);
        this.identities = new IdentityTables(database, clock);
    }

    /** Opens a store with the options that nearly everybody wants. */
    public static Store open(String address) {
        return open(address, Options.DEFAULT);
    }

    /**
     * Opens a store, makes it where there is none, and brings an older one up to date.
     *
     * @param address a file, or {@code jdbc:postgresql://host/database?user=…}, whose tables stand in the schema
     *     {@code onrecord} or the one named by {@code currentSchema}
     * @throws StoreException if there is something else, a newer store, or nothing can be made
     */
    public static Store open(String address, Options options) {
        return open(address, options, Migrations.SHIPPED);
    }

    static Store open(String address, Options options, Migrations migrations) {
        Database database = database(address, options);
        try {
            migrations.apply(database, options.clock());
            return new Store(database, options.clock());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Database database(String address, Options options) {
        if (address.startsWith(PostgresDatabase.PREFIX)) {
            return PostgresDatabase.open(address, options.patience());
        }
        if (address.isBlank() || address.startsWith("jdbc:") || address.startsWith("postgres")) {
            throw new StoreException(
                    Reason.ADDRESS,
                    "'" + PostgresDatabase.named(address)
                            + "' is no address of a store: name a file, or jdbc:postgresql://host/database");
        }
        try {
            return SqliteDatabase.open(Path.of(address), options.patience());
        } catch (InvalidPathException e) {
            throw new StoreException(
                    Reason.ADDRESS, "'" + StoreException.shown(address) + "' cannot be the name of a file", e);
        }
    }

    /** What the store is called: its file, or its address without a password. */
    public String name() {
        return database.name();
    }

    /**
     * Keeps a record, in one transaction.
     *
     * <p>Ids are derived from address, text and places, so they stay: when an article is read again by another producer, its row
     * stays, and statements whose cue and content are as before have the ids they had. Only the engine's rows are replaced.
     */
    public Put put(ArticleRecord record) {
        return articles.put(record);
    }

    /** Whether an article is kept as read by this producer, so that putting it again would change nothing. */
    public boolean holds(String articleId, Producer producer) {
        return articles.holds(articleId, producer);
    }

    /** The record of a version of an article. */
    public Optional<ArticleRecord> get(String articleId) {
        return articles.get(articleId);
    }

    /** The versions of the article at an address, the newest first. */
    public List<Kept> versions(String address) {
        return articles.versions(address);
    }

    /**
     * All records in the order they were first kept, one in memory at a time. Each is as it is when its turn comes: what is put or
     * forgotten meanwhile may or may not be seen, but never half.
     */
    public StoredRecords records() {
        return new StoredRecords(database);
    }

    /** How much is kept. */
    public Counts counts() {
        return articles.counts();
    }

    /**
     * Deletes articles with all that was made of them, for good: their records, the identities they had part in (which are to be
     * made anew), and the decisions about them. In a file their bytes are overwritten, too; it shrinks when a quarter of it is free.
     */
    public Forgotten forget(Selection selection) {
        return new Forgetting(database).forget(selection);
    }

    /** Looks at everything: the pages of the file, what refers to what, and each record as a whole. */
    public Examination check() {
        return new Check(database).run();
    }

    /** The speakers of all articles, as {@link io.onrecord.speakers.Identities} takes them; all in memory. */
    public List<Appearance> appearances() {
        return identities.appearances();
    }

    /** Replaces who is the same over articles; what refers to speakers that are gone is left out. */
    public void putIdentities(List<Identity> all) {
        identities.replace(all);
    }

    /** Who is the same over articles, as it was last put and is still true: what changed articles had part in is left out. */
    public List<Identity> identities() {
        return identities.all();
    }

    /**
     * Keeps what a user decided about two speakers.
     *
     * @param author who decided
     * @throws StoreException if one of the articles is not kept
     */
    public void decide(Decision decision, String author) {
        identities.decide(decision, author);
    }

    /** What users decided, in the order they did. */
    public List<Decision> decisions() {
        return identities.decisions();
    }

    /** For tests that look beneath. */
    Database database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
