package io.onrecord.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.onrecord.store.StoreException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A PostgreSQL database; the tables stand in a schema of their own. */
final class PostgresDatabase extends Database {

    static final String PREFIX = "jdbc:postgresql:";

    /** The schema, where the address names no other with {@code currentSchema}. */
    private static final String SCHEMA = "onrecord";

    private static final Pattern CURRENT_SCHEMA = Pattern.compile("[?&]currentSchema=([A-Za-z_][A-Za-z0-9_]*)(?=&|$)");

    private static final int CONNECTIONS = 4;

    /** So long a new connection may take, beside the wait for a lock. */
    private static final Duration CONNECTING = Duration.ofSeconds(10);

    private final String name;
    private final Duration wait;
    private final HikariDataSource source;

    private PostgresDatabase(String name, Duration wait, HikariDataSource source) {
        this.name = name;
        this.wait = wait;
        this.source = source;
    }

    /**
     * Connects, and makes the schema where it is not there.
     *
     * @param address {@code jdbc:postgresql://…}
     * @param wait how long to wait for a lock
     */
    static PostgresDatabase open(String address, Duration wait) {
        PostgresDatabase database = connect(address, wait);
        try {
            database.prepare(schema(address));
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Connects, and makes nothing. */
    static PostgresDatabase connect(String address, Duration wait) {
        String schema = schema(address);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setPoolName("onrecord store");
        config.setConnectionTimeout(CONNECTING.toMillis());
        config.setConnectionInitSql(
                "SET search_path TO " + schema + "; SET lock_timeout TO " + wait.toMillis() + "; SET TIME ZONE 'UTC'");
        String name = named(address);
        HikariDataSource source;
        try {
            source = new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw unreachable(name, e);
        } catch (RuntimeException e) {
            throw new StoreException(
                    Reason.ADDRESS,
                    "'" + name + "' is no address of a PostgreSQL database, such as"
                            + " jdbc:postgresql://host/database?user=name",
                    e);
        }
        return new PostgresDatabase(name, wait, source);
    }

    private static StoreException unreachable(String name, Throwable e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new StoreException(
                Reason.UNREACHABLE,
                "cannot reach " + name + " (" + StoreException.shown(String.valueOf(cause.getMessage()))
                        + "): is the server up, and are user and password right?",
                e);
    }

    /** The schema of the tables. */
    static String schema(String address) {
        Matcher current = CURRENT_SCHEMA.matcher(address);
        return current.find() ? current.group(1) : SCHEMA;
    }

    /** The address without what may hold a password. */
    static String named(String address) {
        int query = address.indexOf('?');
        String bare = query < 0 ? address : address.substring(0, query);
        // user:password@host is no form that the driver takes, but people write it.
        return StoreException.shown(bare.replaceFirst("//[^/@]*@", "//"));
    }

    private void prepare(String schema) {
        write(session -> {
            // Two that make the same schema at once are in each other's way, whatever IF NOT EXISTS promises.
            alone(session, schema);
            if (session.count("SELECT count(*) FROM pg_namespace WHERE nspname = ?", schema) == 0) {
                session.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
                return false;
            }
            String tables = "SELECT count(*) FROM pg_tables WHERE schemaname = ?";
            if (session.count(tables, schema) > 0
                    && session.count(tables + " AND tablename IN ('migration', 'article', 'producer')", schema) < 3) {
                throw new StoreException(
                        Reason.NOT_A_STORE,
                        "the schema " + schema + " of " + name + " has tables of something else: name another database,"
                                + " or another schema with currentSchema=…");
            }
            return true;
        });
    }

    @Override
    String name() {
        return name;
    }

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    <T> T read(Function<Session, T> work) {
        return use(work, true);
    }

    @Override
    <T> T write(Function<Session, T> work) {
        return use(work, false);
    }

    private <T> T use(Function<Session, T> work, boolean reading) {
        // The pool sets a connection back to what it was.
        try (Connection connection = source.getConnection();
                Session session = new Session(connection, dialect())) {
            connection.setReadOnly(reading);
            if (reading) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
            return session.transaction(work);
        } catch (Session.Failure e) {
            throw problem(e.failure());
        } catch (SQLException e) {
            throw problem(e);
        }
    }

    @Override
    void alone(Session session, String name) {
        session.list("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, name);
    }

    @Override
    void alone(Session session) {
        // Each schema is a store of its own.
        session.list(
                "SELECT pg_advisory_xact_lock(hashtextextended('over articles of ' || current_schema(), 0))",
                row -> true);
    }

    @Override
    List<String> examine(int most) {
        // The server checks its own pages; foreign keys cannot be switched off by a plain user.
        return List.of();
    }

    @Override
    boolean wipe() {
        return false;
    }

    @Override
    StoreException problem(SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (state.startsWith("08") || state.startsWith("28") || state.startsWith("57P") || state.startsWith("3D")) {
            return unreachable(name, cause);
        }
        return switch (state) {
            case "55P03", "40001", "40P01" ->
                new StoreException(
                        Reason.BUSY,
                        "somebody else writes the same to " + name + " and was not done within " + wait.toMillis()
                                + " ms: try again",
                        cause);
            case "53100" ->
                new StoreException(
                        Reason.FULL,
                        "no room in " + name + ": the disk of the server is full; what was put before is kept",
                        cause);
            case "25006", "42501" ->
                new StoreException(
                        Reason.READ_ONLY,
                        "cannot write to " + name + ": the server, or the rights of this user, allow reading only ("
                                + StoreException.shown(String.valueOf(cause.getMessage())) + ")",
                        cause);
            case "XX001", "XX002" ->
                new StoreException(
                        Reason.DAMAGED, name + " is damaged: see the log of the server, and take a backup", cause);
            default -> refused(cause);
        };
    }

    @Override
    public void close() {
        source.close();
    }
}
