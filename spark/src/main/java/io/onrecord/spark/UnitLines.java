package io.onrecord.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** What the files of units hold ({@link UnitFile}), as rows. */
final class UnitLines {

    private static final Pattern TAB = Pattern.compile("\t");

    private static final StructType RECORD =
            Tables.ddl("unit INT, number BIGINT, id STRING, vectors STRING, json STRING");

    /** Files of units and where they stand among one another. */
    private static final StructType PLACES = Tables.ddl("file STRING, unit INT");

    private UnitLines() {}

    /**
     * All lines, each with the place of its unit. What is missing or damaged must never be left out, whatever Spark is set to.
     *
     * @param folder of the units
     * @param units their ids, in their order
     */
    static Dataset<Row> of(SparkSession session, String folder, List<String> units) {
        String[] files =
                units.stream().map(unit -> folder + "/" + UnitFile.name(unit)).toArray(String[]::new);
        List<Row> places = new ArrayList<>();
        for (String unit : units) {
            places.add(RowFactory.create(UnitFile.name(unit), places.size()));
        }
        return session.read()
                .format("text")
                .option("lineSep", "\n")
                .option("ignoreMissingFiles", "false")
                .option("ignoreCorruptFiles", "false")
                .load(files)
                .select(col("value"), col("_metadata.file_name").as("file"))
                .join(broadcast(session.createDataFrame(places, PLACES)), "file")
                .select("value", "unit");
    }

    /** Those that are records: {@code unit} and {@code number} say where each stands, {@code id} is its article's. */
    static Dataset<Row> records(Dataset<Row> lines) {
        MapFunction<Row, Row> split = line -> {
            String[] parts = TAB.split(line.getString(0), 5);
            return RowFactory.create(line.getInt(1), Long.valueOf(parts[1]), parts[2], parts[3], parts[4]);
        };
        return lines.filter(col("value").startsWith(UnitFile.RECORD)).map(split, Encoders.row(RECORD));
    }

    /** Those that say what was skipped. */
    static Dataset<Row> skipped(Dataset<Row> lines) {
        MapFunction<Row, Row> split = line -> {
            String[] parts = TAB.split(line.getString(0), 5);
            return RowFactory.create(parts[2], parts[3], parts[4]);
        };
        return lines.filter(col("value").startsWith(UnitFile.SKIPPED)).map(split, Encoders.row(Tables.SKIPPED));
    }
}
