package io.onrecord.spark;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What a stream has left until now to tables. */
@Command(
        name = "tables",
        description = "Makes the tables of all that 'stream' has read until now; at any time, also while it goes on.",
        mixinStandardHelpOptions = true)
final class TablesCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FOLDER", description = "What 'stream' was given as --output.")
    private String folder = "";

    @Mixin
    private EngineFlags engine = new EngineFlags();

    @Override
    public Integer call() {
        Settings settings = engine.settings(List.of(folder), folder, 1);
        return ClusterMain.code(new ClusterRun(ClusterMain.session(), settings).tablesOfMessages());
    }
}
