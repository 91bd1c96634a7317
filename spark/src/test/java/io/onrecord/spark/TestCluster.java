package io.onrecord.spark;

import org.apache.spark.sql.SparkSession;

/** Spark within the process of the tests: one for all of them, until the process ends. */
final class TestCluster {

    private TestCluster() {}

    static SparkSession local() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("test")
                .config("spark.ui.enabled", "false")
                // As many clusters are set up: it knows no records, and puts days beside days.
                .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                .config("spark.sql.sources.partitionOverwriteMode", "dynamic")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.default.parallelism", "2")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"))
                // Compiling a plan pays for many rows, which tests have not.
                .config("spark.sql.codegen.wholeStage", "false")
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .getOrCreate();
    }
}
