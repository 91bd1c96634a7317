package io.onrecord.spark;

import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tables into a database, each as a whole. */
@Command(
        name = "load",
        description = "Loads the tables of a run into a database, such as PostgreSQL: one table each, made anew.",
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FOLDER", description = "What 'read' was given as --output.")
    private String folder = "";

    @Parameters(
            index = "1",
            paramLabel = "ADDRESS",
            description = "JDBC address, such as jdbc:postgresql://host/news?currentSchema=onrecord")
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
        if (!address.startsWith("jdbc:")) {
            throw new ClusterException(Said.shown(address)
                    + ": a database is given by its JDBC address, such as jdbc:postgresql://host/news");
        }
        Properties properties = new Properties();
        if (!user.isBlank()) {
            properties.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        if (address.startsWith("jdbc:postgresql:")) {
            properties.setProperty("driver", "org.postgresql.Driver");
        }
        SparkSession session = ClusterMain.session();
        for (String table : Tables.ALL.keySet()) {
            Dataset<Row> rows = session.read()
                    .schema(Tables.ALL.get(table))
                    .parquet((folder.endsWith("/") ? folder : folder + "/") + "tables/" + table);
            rows.write().mode("overwrite").jdbc(address, table, properties);
        }
        return 0;
    }
}
