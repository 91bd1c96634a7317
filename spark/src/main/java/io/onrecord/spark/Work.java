package io.onrecord.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What a run makes on its way, in a folder of its own: a machine that goes takes nothing of it away. */
record Work(SparkSession spark, String folder) {

    /** The same rows, made once. */
    Dataset<Row> kept(Dataset<Row> rows, String name) {
        String path = folder + "/" + name;
        rows.write().mode("overwrite").parquet(path);
        return spark.read()
                .option("ignoreMissingFiles", "false")
                .option("ignoreCorruptFiles", "false")
                .schema(rows.schema())
                .parquet(path);
    }
}
