package io.onrecord.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.onrecord.model.Dispute;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;

/**
 * One run: units are read, each by one task that leaves its file; of all files the tables are made. Units that an earlier run has
 * read are not read again. The tables are put in place when all of them are there, the manifest last.
 */
final class ClusterRun {

    /** Tables that are written at once. */
    private static final int AT_ONCE = 4;

    /** What of the files of units is read: changes with what stands in them. */
    private static final String FORMAT = "units/2";

    private static final String MESSAGES = "messages-";

    /** How often units of a stream that are half there are looked at again, and after how many milliseconds. */
    private static final int LOOKS = 3;

    private static final long BETWEEN_LOOKS = 500;

    private final SparkSession session;
    private final JavaSparkContext spark;
    private final Settings settings;
    private final HadoopSettings hadoop;
    private final String folder;

    ClusterRun(SparkSession session, Settings settings) {
        this.session = session;
        this.spark = new JavaSparkContext(session.sparkContext());
        this.settings = settings;
        this.hadoop = HadoopSettings.of(spark.hadoopConfiguration());
        this.folder = settings.output();
    }

    /**
     * Reads and makes the tables.
     *
     * @throws ClusterException if an input is missing, nothing could be read, or the output cannot be written
     */
    Manifest run() {
        List<ReadUnit> units = new Inputs(spark, settings, readBy(settings)).units();
        if (units.isEmpty()) {
            throw new ClusterException("no file of these inputs is of a kind that is read");
        }
        try {
            Instant started = Instant.now();
            List<UnitMark> marks = read(units);
            return tables(marks, Duration.between(started, Instant.now()));
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /**
     * Makes the tables of all messages that were read until now.
     *
     * @throws ClusterException if there are none, or the output cannot be written
     */
    Manifest tablesOfMessages() {
        try {
            String by = by(settings);
            Marks units = settled(by);
            Map<String, UnitMark> marks = units.read(spark, unit -> unit.startsWith(by));
            Set<String> lost = units.whole(unit -> unit.startsWith(by));
            lost.removeAll(marks.keySet());
            lost.addAll(units.halves(unit -> unit.startsWith(by)));
            if (!lost.isEmpty()) {
                throw lost(lost);
            }
            if (marks.isEmpty() && isOfOthers(units)) {
                throw ofOthers();
            }
            return tables(List.copyOf(marks.values()), Duration.ZERO);
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /** A stream that is at work puts a file and its mark one behind the other, so what lacks one is looked at again. */
    private Marks settled(String by) throws IOException {
        Marks units = Marks.in(files(), new Path(work("units")));
        for (int i = 0; i < LOOKS && !units.halves(unit -> unit.startsWith(by)).isEmpty(); i++) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ClusterException("interrupted while a stream was waited for", e);
            }
            units = Marks.in(files(), new Path(work("units")));
        }
        return units;
    }

    private ClusterException lost(Set<String> units) {
        return new ClusterException(Said.shown(work("units")) + ": of " + units.size()
                + " units the mark or the file is missing or damaged, and what they hold would be in no table; the first is "
                + units.iterator().next()
                + ". If 'stream' is at work, try again in a minute; else delete what is there of them, and "
                + Said.shown(MessageBatch.checkpoint(settings))
                + " and all beside it that begins so, and 'stream' reads the topic again");
    }

    private boolean isOfOthers(Marks units) {
        String by = by(settings);
        return units.any(unit -> unit.startsWith(MESSAGES)) && !units.any(unit -> unit.startsWith(by));
    }

    private ClusterException ofOthers() {
        return new ClusterException(Said.shown(folder)
                + ": its messages were read by another version, network or with other options: give the same ones, or let 'stream' read"
                + " the topic with these, from its beginning");
    }

    private ClusterException unwritten(IOException why) {
        return new ClusterException(Said.shown(folder) + ": cannot be written: " + Said.why(why), why);
    }

    private Manifest tables(List<UnitMark> marks, Duration reading) throws IOException {
        Engine engine = Engine.of(settings.engine());
        if (marks.stream().noneMatch(mark -> mark.records() > 0)) {
            throw new ClusterException("no article could be read: see " + work("units") + " for the reasons");
        }
        Instant read = Instant.now();
        Map<String, Long> rows = tables(marks, engine.vectorModel());
        Map<String, Long> seconds = new LinkedHashMap<>();
        seconds.put("reading", reading.toSeconds());
        seconds.put("tables", Duration.between(read, Instant.now()).toSeconds());
        Manifest manifest = Manifest.of(
                session.version(), engine.producer(), engine.vectorModel(), settings, marks, reasons(), rows, seconds);
        manifest.write(files(), new Path(folder, Manifest.NAME));
        return manifest;
    }

    private Map<String, Long> reasons() {
        return done(() -> Reasons.counted(session.read()
                .option("ignoreMissingFiles", "false")
                .option("ignoreCorruptFiles", "false")
                .schema(Tables.SKIPPED)
                .parquet(String.join("/", folder, "tables", "skipped"))));
    }

    /** What reads messages, short enough for the names of files. */
    static String by(Settings settings) {
        return MESSAGES + reader(settings);
    }

    /** Tells who reads messages from all who read otherwise. */
    static String reader(Settings settings) {
        return Inputs.digest(readBy(settings)).substring(0, 8);
    }

    /**
     * What makes records and vectors: units that something else has read are read again. The driver opens its own engine for it, which
     * also shows that the network can be opened at all.
     */
    static String readBy(Settings settings) {
        Engine engine = Engine.of(settings.engine());
        return String.join(
                " ",
                FORMAT,
                engine.producer().toString(),
                engine.vectorModel(),
                settings.engine().toString());
    }

    private FileSystem files() throws IOException {
        return new Path(folder).getFileSystem(spark.hadoopConfiguration());
    }

    private String work(String name) {
        return String.join("/", folder, "work", name);
    }

    /** @return the marks of all units, in their order */
    private List<UnitMark> read(List<ReadUnit> units) throws IOException {
        FileSystem files = files();
        Path read = new Path(work("units"));
        files.mkdirs(read);
        Set<String> ids = units.stream().map(ReadUnit::id).collect(Collectors.toSet());
        Map<String, UnitMark> marks = Marks.in(files, read).read(spark, ids::contains);
        // As bytes: not every serializer that a cluster may be set to knows records.
        List<byte[]> left = units.stream()
                .filter(unit -> !marks.containsKey(unit.id()))
                .map(Codec::write)
                .collect(Collectors.toList());
        if (!left.isEmpty()) {
            Engine.Wanted wanted = settings.engine();
            HadoopSettings on = hadoop;
            String path = read.toString();
            session.sparkContext().setJobDescription("reading " + left.size() + " of " + units.size() + " units");
            String maker = Engine.of(wanted).maker();
            List<byte[]> made = done(() -> spark.parallelize(left, left.size())
                    .map(unit -> new UnitReader(wanted, maker, on.configuration())
                            .read(Codec.read(unit, ReadUnit.class), path, executor())
                            .bytes())
                    .collect());
            made.forEach(bytes -> {
                UnitMark mark = UnitMark.of(bytes);
                marks.put(mark.unit(), mark);
            });
        }
        return units.stream().map(unit -> marks.get(unit.id())).toList();
    }

    /**
     * What a job comes to.
     *
     * @throws ClusterException saying why it failed
     */
    static <T> T done(Supplier<T> job) {
        try {
            return job.get();
        } catch (ClusterException e) {
            throw e;
        } catch (Exception e) {
            // Spark throws what is checked without saying so.
            throw new ClusterException("the cluster has given up: " + Said.behind(e), e);
        }
    }

    static String executor() {
        return SparkEnv.get().executorId();
    }

    /** @return how many rows each table has */
    private Map<String, Long> tables(List<UnitMark> units, String vectorModel) throws IOException {
        Work work = new Work(session, work("steps"));
        Dataset<Row> lines = UnitLines.of(
                session, work("units"), units.stream().map(UnitMark::unit).toList());
        Dataset<Row> records = work.kept(records(lines, vectorModel), "records");
        Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
        Tables.OF_RECORD.keySet().forEach(table -> tables.put(table, ofRecords(records, table)));
        tables.put("vector", ofRecords(records, "vector"));
        tables.put("skipped", UnitLines.skipped(lines));
        over(records, work).forEach(tables::put);
        String made = work("tables");
        // Days of a run that was stopped, which this one may not have.
        files().delete(new Path(made), true);
        write(tables, made);
        Map<String, Long> rows = counts(records, tables, made);
        rows.forEach((table, count) -> {
            boolean byDay = tables.containsKey(table)
                    && List.of(Objects.requireNonNull(tables.get(table)).columns())
                            .contains(Tables.DAY);
            if (count == 0 && byDay) {
                // Without a row there is no day, and without a file no columns.
                session.createDataFrame(List.of(), Tables.ALL.get(table))
                        .coalesce(1)
                        .write()
                        .mode("overwrite")
                        .parquet(made + "/" + table + "/" + Tables.DAY + "=" + Tables.NO_DAY);
            }
        });
        FileSystem files = files();
        Path place = new Path(folder, "tables");
        files.delete(new Path(folder, Manifest.NAME), false);
        files.delete(place, true);
        if (!files.rename(new Path(made), place)) {
            throw new IOException(made + " cannot be renamed to " + place);
        }
        files.delete(new Path(work("steps")), true);
        return rows;
    }

    /** The same article twice is one: the first in the order of the inputs. */
    private static Dataset<Row> records(Dataset<Row> lines, String vectorModel) {
        MapFunction<Row, Row> row = line -> RecordRow.of(line.getString(4), line.getString(3), vectorModel);
        return UnitLines.records(lines)
                .withColumn("copy", row_number().over(Window.partitionBy("id").orderBy("unit", "number")))
                .filter(col("copy").equalTo(1))
                .drop("copy")
                .map(row, Encoders.row(RecordRow.SCHEMA));
    }

    private static Dataset<Row> ofRecords(Dataset<Row> records, String table) {
        return records.select(col("day"), explode(col("t_" + table)).as("x")).select("day", "x.*");
    }

    /** The tables that go over articles. */
    private static Map<String, Dataset<Row>> over(Dataset<Row> records, Work work) {
        Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
        Dataset<Row> origins = work.kept(CopySteps.origins(records, work), "origins");
        Dataset<Row> days = records.select(col("id").as("article"), col("day"));
        tables.put("origin", origins.join(days, "article"));
        Dataset<Row> propositions = work.kept(ClaimSteps.propositions(records), "propositions");
        Dataset<Row> links = work.kept(LinkSteps.links(records, work), "links");
        tables.put("claim_link", links);
        Dataset<Row> shares = work.kept(ClaimSteps.shares(propositions, links, work), "shares");
        Dataset<Row> edges = work.kept(DisputeSteps.edges(records, propositions, links, shares, work), "edges");
        Dataset<Row> placed = propositions
                .join(shares, "proposition")
                .select(
                        col("day"),
                        col("article"),
                        col("statement_number").as("statement"),
                        col("statement").as("statement_id"),
                        col("part"),
                        col("claim"),
                        col("number"),
                        col("standing"),
                        col("text"),
                        col("wording"));
        tables.put("proposition", placed.drop("statement_id", "wording"));
        tables.put("claim", claims(records, placed, origins, edges));
        tables.put(
                "claim_dispute",
                edges.join(days, "article")
                        .select(
                                "day",
                                Objects.requireNonNull(Tables.ALL.get("claim_dispute"))
                                        .fieldNames()));
        tables.put(
                "claim_dispute_evidence", DisputeSteps.evidence(records, edges).join(days, "article"));
        return tables;
    }

    private static Dataset<Row> claims(
            Dataset<Row> records, Dataset<Row> placed, Dataset<Row> origins, Dataset<Row> edges) {
        Dataset<Row> outlets = records.select(explode(col("t_article")).as("a"))
                .select(col("a.id").as("article"), col("a.outlet").as("outlet"));
        Dataset<Row> counted = placed.join(outlets, "article")
                .join(
                        origins.select("article", "origin"),
                        placed.col("article").equalTo(origins.col("article")),
                        "left")
                .groupBy("claim")
                .agg(
                        org.apache
                                .spark
                                .sql
                                .functions
                                .max(when(col("wording"), col("number")))
                                .as("wording"),
                        countDistinct("statement_id").cast("int").as("statements"),
                        countDistinct("outlet").cast("int").as("outlets"),
                        countDistinct(coalesce(col("origin"), outlets.col("article")))
                                .cast("int")
                                .as("origins"));
        Object[] against = Stream.of(Dispute.Kind.values())
                .filter(Dispute.Kind::isAgainst)
                .map(Enum::name)
                .toArray();
        Dataset<Row> disputed = edges.filter(col("kind").isin(against))
                .groupBy("claim")
                .agg(countDistinct("article", "statement").cast("int").as("disputes"));
        return counted.join(disputed, new String[] {"claim"}, "left")
                .withColumnRenamed("claim", "id")
                .na()
                .fill(0, new String[] {"disputes"});
    }

    /** Writes one table, what is of one day together, unless that is too much for one task. */
    private static void write(Dataset<Row> rows, String table, String made) {
        StructType schema = Objects.requireNonNull(Tables.ALL.get(table));
        boolean byDay = List.of(rows.columns()).contains(Tables.DAY);
        List<String> order = new ArrayList<>(byDay ? List.of(Tables.DAY) : List.of());
        order.addAll(List.of(Tables.order(schema)));
        List<String> columns = new ArrayList<>(List.of(schema.fieldNames()));
        columns.addAll(byDay ? List.of(Tables.DAY) : List.of());
        DataFrameWriter<Row> writer = (byDay ? rows.hint("rebalance", col(Tables.DAY)) : rows.hint("rebalance"))
                .select(all(columns))
                .sortWithinPartitions(all(order))
                .write()
                .mode("overwrite")
                .option("compression", "zstd");
        (byDay ? writer.partitionBy(Tables.DAY) : writer).parquet(made + "/" + table);
    }

    private static Column[] all(List<String> names) {
        return names.stream().map(name -> col(name)).toArray(Column[]::new);
    }

    /** Small tables leave most of a cluster idle, so several are written at once. */
    private void write(Map<String, Dataset<Row>> tables, String made) {
        ExecutorService writers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Map<String, Future<?>> writing = new LinkedHashMap<>();
            tables.forEach((name, rows) -> writing.put(name, writers.submit(() -> {
                session.sparkContext().setJobDescription("writing " + name);
                write(rows, name, made);
            })));
            for (Map.Entry<String, Future<?>> one : writing.entrySet()) {
                wait(one.getKey(), one.getValue());
            }
        } finally {
            writers.shutdownNow();
        }
    }

    private static void wait(String table, Future<?> writing) {
        try {
            writing.get();
        } catch (ExecutionException e) {
            throw new ClusterException("the table " + table + " cannot be written: " + Said.behind(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while the table " + table + " was written", e);
        }
    }

    /** How many rows each table has. */
    private Map<String, Long> counts(Dataset<Row> records, Map<String, Dataset<Row>> tables, String made) {
        List<String> inRecords = new ArrayList<>(Tables.OF_RECORD.keySet());
        inRecords.add("vector");
        Row sums = records.agg(
                        lit(0).as("none"),
                        inRecords.stream()
                                .map(table -> coalesce(
                                                sum(size(col("t_" + table)).cast("bigint")), lit(0L))
                                        .as(table))
                                .toArray(Column[]::new))
                .first();
        Map<String, Long> counts = new LinkedHashMap<>();
        inRecords.forEach(table -> counts.put(table, sums.<Long>getAs(table)));
        for (String table : tables.keySet()) {
            counts.computeIfAbsent(
                    table,
                    missing -> session.read()
                            .schema(Tables.ALL.get(missing))
                            .parquet(made + "/" + missing)
                            .count());
        }
        return counts;
    }
}
