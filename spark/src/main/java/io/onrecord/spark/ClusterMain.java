package io.onrecord.spark;

import io.onrecord.Version;
import io.onrecord.encoder.EncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The door for {@code spark-submit}, which ends with 0 if all went well or some inputs were skipped (the manifest counts them), else
 * with 1 and a message.
 */
@Command(
        name = "onrecord-cluster",
        description = "Reads archives of articles on a cluster: who said what, as tables of Parquet.",
        mixinStandardHelpOptions = true,
        versionProvider = ClusterMain.Versions.class,
        subcommands = {ClusterMain.Read.class, StreamCommand.class, TablesCommand.class, LoadCommand.class})
public final class ClusterMain {

    private static final int FAILED = 1;
    private static final int SOME_SKIPPED = 3;

    private ClusterMain() {}

    /**
     * Runs a command on the session that {@code spark-submit} set up.
     *
     * @throws IllegalStateException if it did not end well, so that Spark sees it; {@code spark-submit} then ends with 1
     */
    public static void main(String[] arguments) {
        int code = run(arguments);
        if (code != 0 && code != SOME_SKIPPED) {
            throw new IllegalStateException("ended with " + code + ": see the messages above");
        }
    }

    /** Runs a command; the exit code. */
    static int run(String... arguments) {
        return new CommandLine(new ClusterMain())
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    if (problem instanceof ClusterException || problem instanceof EncodingException) {
                        command.getErr().println("onrecord-cluster: " + problem.getMessage());
                        return FAILED;
                    }
                    throw problem;
                })
                .execute(arguments);
    }

    /** What a run that ended well ends with. */
    static int code(Manifest manifest) {
        long skipped =
                manifest.skipped().values().stream().mapToLong(Long::longValue).sum();
        return skipped > 0 ? SOME_SKIPPED : 0;
    }

    static SparkSession session() {
        return SparkSession.builder().appName("onrecord").getOrCreate();
    }

    /** The version of this library. */
    static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"onrecord-cluster " + Version.current()};
        }
    }

    /** Articles to tables. */
    @Command(
            name = "read",
            description = "Reads articles and writes their records, and what goes over them, as tables of Parquet.",
            mixinStandardHelpOptions = true)
    static final class Read implements Callable<Integer> {

        @Parameters(
                arity = "1..*",
                paramLabel = "INPUT",
                description = "Files and folders of any file system that Hadoop knows: WARC, JSON Lines, Parquet, and"
                        + " whatever else Onrecord reads.")
        private List<String> inputs = new ArrayList<>();

        @Option(
                names = {"-o", "--output"},
                required = true,
                paramLabel = "FOLDER",
                description = "Where the tables go. A run that was stopped goes on here.")
        private String output = "";

        @Mixin
        private EngineFlags engine = new EngineFlags();

        @Option(
                names = "--task-bytes",
                paramLabel = "N",
                defaultValue = "4194304",
                description =
                        "About how much of the inputs one task reads (${DEFAULT-VALUE}). A run that was stopped loses"
                                + " at most what its tasks were at.")
        private long taskBytes;

        @Override
        public Integer call() {
            if (taskBytes < 1) {
                throw new ClusterException("--task-bytes must be at least 1, not " + taskBytes);
            }
            Settings settings = engine.settings(inputs, output, taskBytes);
            Manifest manifest = new ClusterRun(session(), settings).run();
            return code(manifest);
        }
    }
}
