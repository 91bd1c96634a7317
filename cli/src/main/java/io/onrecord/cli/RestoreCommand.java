package io.onrecord.cli;

import io.onrecord.store.Backup;
import io.onrecord.store.Backups;
import io.onrecord.store.PostgresTools;
import io.onrecord.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup where a store is to be. */
@Command(
        name = "restore",
        header = "Put a backup where a store is to be.",
        description = {
            "",
            "The backup is copied and looked through before the copy takes the place of the store; it stays as it is. A store"
                    + " that is replaced must not be open, in a desk for instance. The next command that searches makes the"
                    + " search index anew.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "Examples:",
            "  onrecord restore /backups/monday.db",
            "  onrecord restore /backups/latest.db --overwrite --store newsroom.db"
        })
final class RestoreCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--overwrite", description = "A store that is there may go, once the copy is whole.")
    private boolean overwrite;

    @Mixin
    private final StoreOption stored = new StoreOption();

    RestoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<Path> store = stored.file();
        if (store.isEmpty()) {
            throw new CommandException(
                    "what PostgreSQL's own tool copied, it puts back, into a database without a store:",
                    List.of(PostgresTools.restore(stored.address(), file)));
        }
        try {
            Backup made = Backups.restore(file, store.get(), overwrite);
            console.say("onrecord: " + stored.shown() + " has " + BackupCommand.amount(made) + " again");
            if (made.users() > 0 || made.links() > 0) {
                console.say("to a shared desk on it " + counted(made.users(), "user") + " and "
                        + counted(made.links(), "link")
                        + " open the door as they did when the backup was made, also such as were taken away since: look with"
                        + " 'onrecord users list' before you open it");
            }
            return ExitCode.OK;
        } catch (StoreException e) {
            throw BackupCommand.refused(e, overwrite);
        }
    }

    private static String counted(long many, String what) {
        return many + " " + what + (many == 1 ? "" : "s");
    }
}
