package io.onrecord.spark;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.Input;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real cluster on the loopback, a master and two workers as processes of their own, held against one process: {@code bench/spark}. Ends
 * with 1 where anything differs.
 */
final class ClusterTrial {

    private static final PrintStream OUT = System.out;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Bytes of a task at least, and tasks of a run about. */
    private static final long SMALLEST = 8_192;

    private static final long UNITS = 40;

    /** Units after which an executor is warm. */
    private static final int WARM = 4;

    /** Articles that show well enough what the machine gives without Spark. */
    private static final int BARE = 1000;

    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    private final Path home;
    private final Path job;
    private final Path folder;
    private final String opens;
    private final List<Process> running = new ArrayList<>();
    private String master = "";

    private ClusterTrial(Path module, Path folder) {
        this.home = module.resolve("target/home");
        this.job = module.resolve("target");
        this.folder = folder;
        this.opens = System.getProperty("spark.jvm", "");
    }

    /**
     * Runs a trial.
     *
     * @param arguments {@code equal COUNT} or {@code scale COUNT…}; the folder to work in is {@code trial.folder}
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(System.getProperty("trial.folder"));
        ClusterTrial trial = new ClusterTrial(Path.of(System.getProperty("trial.module")), folder);
        Runtime.getRuntime().addShutdownHook(new Thread(trial::stop));
        boolean same = true;
        try {
            Files.createDirectories(folder);
            trial.start();
            if (arguments[0].equals("equal")) {
                same = trial.equal(Integer.parseInt(arguments[1]));
            } else {
                for (int i = 1; i < arguments.length; i++) {
                    trial.scale(Integer.parseInt(arguments[i]));
                }
            }
        } finally {
            trial.stop();
        }
        if (!same) {
            throw new IllegalStateException("the cluster and one process differ");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private Process java(String log, List<String> words) throws IOException {
        return java(log, List.of(), words);
    }

    /** @param before words that stand in front of the command */
    private Process java(String log, List<String> before, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                System.getProperty("java.home") + "/bin/java", "-cp", home.resolve("jars") + File.separator + "*"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        Process process = builder.start();
        running.add(process);
        return process;
    }

    private void start() throws Exception {
        int port = freePort();
        master = "spark://127.0.0.1:" + port;
        java(
                "master.log",
                List.of(
                        "-Xmx256m",
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        String.valueOf(port),
                        "--webui-port",
                        String.valueOf(freePort())));
        await("master.log", "I have been elected leader");
        for (int worker = 1; worker <= 2; worker++) {
            java(
                    "worker" + worker + ".log",
                    core(worker - 1),
                    List.of(
                            "-Xmx256m",
                            "org.apache.spark.deploy.worker.Worker",
                            "--host",
                            "127.0.0.1",
                            "--webui-port",
                            String.valueOf(freePort()),
                            "--cores",
                            "1",
                            "--memory",
                            "2g",
                            "--work-dir",
                            folder.resolve("worker" + worker).toString(),
                            master));
            await("worker" + worker + ".log", "Successfully registered with master");
        }
    }

    /** Keeps a worker and its executor on one core, as "one core each" says: else a single one compiles and collects garbage on the other's. */
    private static List<String> core(int number) {
        boolean can = Files.isExecutable(TASKSET) && Runtime.getRuntime().availableProcessors() > number;
        return can ? List.of(TASKSET.toString(), "-c", String.valueOf(number)) : List.of();
    }

    private void await(String log, String words) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!Files.readString(folder.resolve(log)).contains(words)) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(log + " does not say '" + words + "'");
            }
            Thread.sleep(200);
        }
    }

    private void stop() {
        for (Process process : running) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Reads on some executors of one core each. */
    private Process submit(Path input, Path output, int executors) throws IOException {
        List<String> words = new ArrayList<>();
        for (String open : opens.split(" +", -1)) {
            words.add(open);
        }
        String jars;
        try (Stream<Path> libraries = Files.list(job.resolve("lib"))) {
            jars = String.join(",", libraries.map(Path::toString).sorted().toList());
        }
        words.addAll(List.of(
                "-Xmx1g",
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.executor.memory=1500m",
                "--conf",
                "spark.executor.cores=1",
                // As a container of one core, also where there is no taskset.
                "--conf",
                "spark.executor.extraJavaOptions=-XX:ActiveProcessorCount=1 " + secondCompiler(),
                "--conf",
                "spark.cores.max=" + executors,
                "--conf",
                "spark.sql.shuffle.partitions=8",
                "--jars",
                jars,
                "--class",
                "io.onrecord.spark.ClusterMain",
                job.resolve("spark.jar").toString(),
                "read",
                "--task-bytes",
                String.valueOf(Math.max(SMALLEST, Files.size(input) / UNITS)),
                "-o",
                output.toString(),
                input.toString()));
        return java(output.getFileName() + ".log", words);
    }

    /** What the launchers tell Java's second compiler, as users are told to tell their executors. */
    private static String secondCompiler() throws IOException {
        Path options = Path.of(System.getProperty("onrecord.root"), "cli/src/main/app/java.options");
        return Files.readAllLines(options).stream()
                .filter(line -> line.startsWith("-XX:Tier4"))
                .collect(Collectors.joining(" "));
    }

    private JsonNode finish(Process process, Path output) throws Exception {
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the run failed: see " + folder.resolve(output.getFileName() + ".log"));
        }
        return JSON.readTree(Files.readString(output.resolve("manifest.json")));
    }

    private boolean equal(int count) throws Exception {
        Path input = folder.resolve("news.jsonl");
        MadeUpNews.write(input, count);
        Instant started = Instant.now();
        OneProcess.read(List.of(input), folder.resolve("one.db"));
        say(String.format(
                Locale.ROOT,
                "%d articles, one process: %d s",
                count,
                Duration.between(started, Instant.now()).toSeconds()));
        Map<String, List<String>> one = Dumped.ofStore(folder.resolve("one.db"));
        Path plain = folder.resolve("plain");
        boolean same = compare("cluster", one, finish(submit(input, plain, 2), plain), plain, count);
        Path killed = folder.resolve("killed");
        Process run = submit(input, killed, 2);
        kill(killed);
        return compare("cluster, an executor killed", one, finish(run, killed), killed, count) && same;
    }

    /** Kills the process of an executor once some units have been read. */
    private void kill(Path output) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (marks(output) < 4) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("nothing is read: see " + output + ".log");
            }
            Thread.sleep(50);
        }
        ProcessHandle executor = running.get(1)
                .descendants()
                .filter(one -> one.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the first worker has no executor"));
        executor.destroyForcibly();
        say(String.format(Locale.ROOT, "executor %d killed after %d units", executor.pid(), marks(output)));
    }

    private static long marks(Path output) throws IOException {
        Path units = output.resolve("work/units");
        if (!Files.isDirectory(units)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(units)) {
            return all.filter(path -> path.toString().endsWith(".json")).count();
        }
    }

    private boolean compare(String what, Map<String, List<String>> one, JsonNode manifest, Path output, int count)
            throws Exception {
        Map<String, List<String>> cluster = Dumped.ofRun(output);
        List<String> differ = new ArrayList<>();
        one.forEach((table, lines) -> {
            if (!lines.equals(cluster.get(table))) {
                differ.add(table);
            }
        });
        say(String.format(
                Locale.ROOT,
                "%s: %d articles, %d statements, %d claims, %d edges, %d copies; %s; records by executor %s; reading %d s, tables %d s",
                what,
                count,
                rows(one, "statement"),
                rows(one, "claim"),
                rows(one, "claim_dispute"),
                rows(one, "origin"),
                differ.isEmpty() ? "all " + one.size() + " tables equal" : "DIFFERENT " + differ,
                manifest.get("recordsByExecutor"),
                manifest.get("seconds").get("reading").asLong(),
                manifest.get("seconds").get("tables").asLong()));
        return differ.isEmpty() && manifest.get("recordsByExecutor").size() >= 2;
    }

    private static int rows(Map<String, List<String>> tables, String table) {
        return Objects.requireNonNull(tables.get(table), table).size();
    }

    private void scale(int count) throws Exception {
        Path input = folder.resolve("news-" + count + ".jsonl");
        MadeUpNews.write(input, count);
        double[] rates = new double[3];
        double[] steady = new double[3];
        for (int executors = 1; executors <= 2; executors++) {
            Path output = folder.resolve("scale-" + count + "-" + executors);
            JsonNode manifest = finish(submit(input, output, executors), output);
            long reading = manifest.get("seconds").get("reading").asLong();
            long tables = manifest.get("seconds").get("tables").asLong();
            rates[executors] = (double) count / Math.max(1, reading);
            steady[executors] = steady(output, executors);
            say(String.format(
                    Locale.ROOT,
                    "%d articles on %d executors: reading %d s (%.1f a second; %.1f once warm), tables %d s (%.1f a second)",
                    count,
                    executors,
                    reading,
                    rates[executors],
                    steady[executors],
                    tables,
                    (double) count / Math.max(1, tables)));
        }
        say(String.format(
                Locale.ROOT,
                "%d articles: two executors read %.2f times what one does, %.2f times once warm",
                count,
                rates[2] / rates[1],
                steady[2] / steady[1]));
        double[] bare = {0, bare(input, 1), bare(input, 2)};
        say(String.format(
                Locale.ROOT,
                "%d articles without Spark, in this process, warm: %.1f a second on one thread, %.1f on two, %.2f times:"
                        + " what this machine gives",
                Math.min(count, BARE),
                bare[1],
                bare[2],
                bare[2] / bare[1]));
    }

    /**
     * Articles a second from when every executor has read some units, so that its networks are open and its code is compiled, until the
     * first of them has nothing left; by the times of the marks.
     */
    private static double steady(Path output, int executors) throws IOException {
        record Marked(long time, String executor, long records) {}
        List<Marked> marks = new ArrayList<>();
        try (Stream<Path> all = Files.list(output.resolve("work/units"))) {
            for (Path path : all.filter(one -> one.toString().endsWith(".json")).toList()) {
                JsonNode mark = JSON.readTree(Files.readString(path));
                marks.add(new Marked(
                        Files.getLastModifiedTime(path).toMillis(),
                        mark.get("executor").asString(),
                        mark.get("records").asLong()));
            }
        }
        marks.sort(Comparator.comparingLong(Marked::time));
        Map<String, List<Long>> times = new TreeMap<>();
        marks.forEach(mark ->
                times.computeIfAbsent(mark.executor, one -> new ArrayList<>()).add(mark.time));
        if (times.size() < executors || times.values().stream().anyMatch(one -> one.size() <= WARM)) {
            return Double.NaN;
        }
        long from = times.values().stream()
                .mapToLong(one -> one.get(WARM - 1))
                .max()
                .orElseThrow();
        long to = times.values().stream()
                .mapToLong(one -> one.get(one.size() - 1))
                .min()
                .orElseThrow();
        long records = marks.stream()
                .filter(mark -> mark.time > from && mark.time <= to)
                .mapToLong(Marked::records)
                .sum();
        return records * 1000.0 / Math.max(1, to - from);
    }

    /** The same work as a task's on the first of the articles, each thread with every second of them, after one of ten to get warm. */
    private static double bare(Path input, int threads) throws Exception {
        List<Article> articles = new ArrayList<>();
        try (Articles all = new ArticleReader().open(Input.files(List.of(input)), notice -> {})) {
            while (articles.size() < BARE && all.hasNext()) {
                if (all.next() instanceof Outcome.Kept<Article> kept) {
                    articles.add(kept.value());
                }
            }
        }
        Engine engine = Engine.of(new Engine.Wanted("default", true, "en"));
        List<Article> some = articles.subList(0, Math.max(1, articles.size() / 10));
        read(engine, some, threads);
        Instant started = Instant.now();
        read(engine, articles, threads);
        return articles.size()
                * 1000.0
                / Math.max(1, Duration.between(started, Instant.now()).toMillis());
    }

    private static void read(Engine engine, List<Article> articles, int threads) throws Exception {
        Path folder = Files.createTempDirectory("bare");
        ExecutorService readers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<UnitMark>> reading = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                reading.add(readers.submit(() -> UnitFile.write(
                        new org.apache.hadoop.fs.Path(folder.toString()), new Configuration(), "bare", file -> {
                            for (int i = first; i < articles.size(); i += threads) {
                                file.write(engine.read(new Outcome.Kept<>(articles.get(i))), engine);
                            }
                            return "bare-" + first;
                        })));
            }
            for (Future<UnitMark> one : reading) {
                one.get();
            }
        } finally {
            readers.shutdownNow();
        }
    }

    private static void say(String words) {
        OUT.println(words);
    }
}
