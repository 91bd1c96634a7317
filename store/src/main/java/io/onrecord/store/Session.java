package io.onrecord.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One connection with its statements, which stay prepared until it is closed. What is bound may be a string, which is fitted to the
 * database, a number, a truth value, or an {@link Optional} of one, which is NULL where it is empty. For one thread at a time.
 */
final class Session implements AutoCloseable {

    /** Makes a value of a row. */
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    /** The database failed; {@link Database} says it in words. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final SQLException failure;

        Failure(SQLException failure) {
            super(failure);
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }
    }

    /** One row of a result; columns by name. */
    static final class Row {
        private final ResultSet result;
        private final Dialect dialect;

        private Row(ResultSet result, Dialect dialect) {
            this.result = result;
            this.dialect = dialect;
        }

        Optional<String> text(String column) throws SQLException {
            @Nullable String value = result.getString(column);
            return value == null ? Optional.empty() : Optional.of(dialect.loaded(value));
        }

        /** @throws IllegalArgumentException where the column is NULL */
        String string(String column) throws SQLException {
            return text(column).orElseThrow(() -> new IllegalArgumentException("the column " + column + " is empty"));
        }

        int integer(String column) throws SQLException {
            return result.getInt(column);
        }

        Optional<Integer> number(String column) throws SQLException {
            int value = result.getInt(column);
            return result.wasNull() ? Optional.empty() : Optional.of(value);
        }

        long big(String column) throws SQLException {
            return result.getLong(column);
        }

        byte @Nullable [] bytesOrNull(String column) throws SQLException {
            return result.getBytes(column);
        }

        byte[] bytes(String column) throws SQLException {
            return result.getBytes(column);
        }

        double real(String column) throws SQLException {
            return result.getDouble(column);
        }

        Optional<Double> share(String column) throws SQLException {
            double value = result.getDouble(column);
            return result.wasNull() ? Optional.empty() : Optional.of(value);
        }

        boolean flag(String column) throws SQLException {
            return result.getBoolean(column);
        }

        /** The underlying row, for what has no name. */
        ResultSet result() {
            return result;
        }
    }

    private final Connection connection;
    private final Dialect dialect;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    Connection connection() {
        return connection;
    }

    /** Work in a transaction, which leaves nothing where the work throws. */
    <T> T transaction(Function<Session, T> work) {
        try {
            connection.setAutoCommit(false);
            T result = work.apply(this);
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException e) {
            rollback(e);
            throw new Failure(e);
        } catch (RuntimeException | Error e) {
            rollback(e);
            throw e;
        }
    }

    private void rollback(Throwable cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // Where the disk is full, for instance, SQLite rolled back by itself.
            cause.addSuppressed(e);
        }
    }

    /** Runs statements without values, such as those that make tables. */
    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** All rows of a query. */
    <T> List<T> list(String sql, Reader<T> reader, Object... values) {
        try {
            PreparedStatement statement = prepare(sql);
            bind(statement, values);
            List<T> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result, dialect);
                while (result.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** The first row of a query, if any. */
    <T> Optional<T> first(String sql, Reader<T> reader, Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    /** The one number that a query gives. */
    long count(String sql, Object... values) {
        return list(sql, row -> row.result().getLong(1), values).get(0);
    }

    /** Rows of one column of text. */
    List<String> texts(String sql, Object... values) {
        return list(sql, row -> dialect.loaded(row.result().getString(1)), values);
    }

    /** Changes rows; how many. */
    int update(String sql, Object... values) {
        try {
            PreparedStatement statement = prepare(sql);
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** The same change with many values. */
    void batch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try {
            PreparedStatement statement = prepare(sql);
            try {
                for (Object[] row : rows) {
                    bind(statement, row);
                    statement.addBatch();
                }
                statement.executeBatch();
            } finally {
                // Where a value was refused, the rows before it wait in the statement, which is used again.
                statement.clearBatch();
            }
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        @Nullable PreparedStatement known = prepared.get(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement made = connection.prepareStatement(sql);
        prepared.put(sql, made);
        return made;
    }

    private void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            @Nullable Object bare = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            statement.setObject(i + 1, bare instanceof String text ? dialect.stored(text) : bare);
        }
    }

    /** Gives the connection back or up. */
    @Override
    public void close() {
        try {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
            connection.close();
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }
}
