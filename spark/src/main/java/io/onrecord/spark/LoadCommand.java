package io.onrecord.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.replace;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tables into a database, each as a whole. */
@Command(
        name = "load",
        description = "Loads the tables of a run into a database, such as PostgreSQL: one table each, made anew.",
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

    /** At once: a database has a hundred or so, a cluster may have more cores. */
    private static final int CONNECTIONS = 8;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "What 'read' was given as --output.")
    private String folder = "";

    @Parameters(
            index = "1",
            paramLabel = "ADDRESS",
            description = "JDBC address, such as jdbc:postgresql://host/news?currentSchema=cluster")
    private String address = "";

    @Option(names = "--user", paramLabel = "NAME", description = "Who comes in.")
    private String user = "";

    @Option(
            names = "--password",
            paramLabel = "WORD",
            interactive = true,
            arity = "0..1",
            description = "Asked for where it is not given.")
    private String password = "";

    @Override
    public Integer call() {
        String place = Places.folder(folder);
        if (!address.startsWith("jdbc:")) {
            // It may have a password, so it is not said again.
            throw new ClusterException("the second argument is no JDBC address, such as jdbc:postgresql://host/news");
        }
        SparkSession session = ClusterMain.session();
        Manifest manifest = manifest(session, place);
        Properties who = new Properties();
        if (!user.isBlank()) {
            who.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            who.setProperty("password", password);
        }
        try (Connection connection = connect(address, who)) {
            refuseStore(connection);
            for (String table : Tables.ALL.keySet()) {
                load(session, place, table, who);
                check(connection, table, manifest.rows().getOrDefault(table, 0L));
            }
        } catch (SQLException e) {
            throw new ClusterException("the database cannot be used: " + Said.why(e), e);
        }
        return 0;
    }

    private static Manifest manifest(SparkSession session, String place) {
        try {
            Path path = new Path(place, Manifest.NAME);
            return Manifest.read(path.getFileSystem(session.sparkContext().hadoopConfiguration()), path);
        } catch (FileNotFoundException e) {
            throw new ClusterException(
                    Said.shown(place) + ": no " + Manifest.NAME
                            + ", so there are no whole tables: let 'read' or 'tables' end first",
                    e);
        } catch (IOException e) {
            throw new ClusterException(Said.shown(place) + ": cannot be read: " + Said.why(e), e);
        }
    }

    /** The drivers that Spark was given are not those that Java has found when it started. */
    private static Connection connect(String address, Properties who) throws SQLException {
        for (Driver driver :
                ServiceLoader.load(Driver.class, Thread.currentThread().getContextClassLoader())) {
            Connection connection = driver.acceptsURL(address) ? driver.connect(address, who) : null;
            if (connection != null) {
                return connection;
            }
        }
        // Java's own words for it have the address, which may have a password.
        throw new ClusterException(
                "no JDBC driver for this address is on the class path, or the address is not well-formed");
    }

    /** Its tables have the same names, and what users decided is in no archive. */
    private static void refuseStore(Connection connection) throws SQLException {
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), "migration", new String[] {"TABLE"})) {
            if (tables.next()) {
                throw new ClusterException(
                        "the address leads to a store of Onrecord, whose tables would be replaced: load into another schema,"
                                + " such as with ?currentSchema=cluster");
            }
        }
    }

    private void load(SparkSession session, String place, String table, Properties who) {
        Properties properties = new Properties();
        properties.putAll(who);
        properties.setProperty("numPartitions", String.valueOf(CONNECTIONS));
        boolean postgres = address.startsWith("jdbc:postgresql:");
        if (postgres) {
            properties.setProperty("driver", "org.postgresql.Driver");
        }
        Dataset<Row> rows = session.read()
                .option("ignoreMissingFiles", "false")
                .option("ignoreCorruptFiles", "false")
                .schema(Tables.asRead(table))
                .parquet(place + "/tables/" + table);
        (postgres ? storable(rows) : rows).write().mode("overwrite").jdbc(address, table, properties);
    }

    /** PostgreSQL takes no zero in words: written as a store writes it there. */
    private static Dataset<Row> storable(Dataset<Row> rows) {
        Column[] columns = Arrays.stream(rows.schema().fields())
                .map(field -> field.dataType().equals(DataTypes.StringType)
                        ? replace(
                                        replace(col(field.name()), lit("\u001A"), lit("\u001A1")),
                                        lit("\u0000"),
                                        lit("\u001A0"))
                                .as(field.name())
                        : col(field.name()))
                .toArray(Column[]::new);
        return rows.select(columns);
    }

    /** A task that is done twice, by speculation or since its machine went, puts its rows twice. */
    private static void check(Connection connection, String table, long wanted) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
            count.next();
            if (count.getLong(1) != wanted) {
                throw new ClusterException("the table " + table + " has " + count.getLong(1) + " rows, not " + wanted
                        + ", as a task was done twice: load again, with spark.speculation=false");
            }
        }
    }
}
