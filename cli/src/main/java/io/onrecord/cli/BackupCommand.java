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

/** Copies a store while it is used. */
@Command(
        name = "backup",
        header = "Copy a store to one file, while others read and write it.",
        description = {
            "",
            "The copy is the store as it was at one moment, with all that people decided, and the digests of the tokens of a"
                    + " shared desk: keep it as you keep the store. It is looked through before it takes its name. Printed is"
                    + " its SHA-256. The search index is not in it; it is made anew.",
            "",
            "A store in PostgreSQL is copied by PostgreSQL's own tool; the command for that is shown.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "Examples:",
            "  onrecord backup /backups/monday.db",
            "  onrecord backup /backups/latest.db --overwrite --store newsroom.db"
        })
final class BackupCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "Where the copy goes.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--overwrite", description = "A file that is there may go, once the copy is whole.")
    private boolean overwrite;

    @Mixin
    private final StoreOption stored = new StoreOption();

    BackupCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<Path> store = stored.file();
        if (store.isEmpty()) {
            throw new CommandException(
                    "a store in PostgreSQL is copied whole, while it is used, by PostgreSQL's own tool:",
                    List.of(PostgresTools.backup(stored.address(), file)));
        }
        try {
            Backup made = Backups.write(store.get(), file, overwrite);
            console.write(made.sha256() + "  " + Sanitized.line(made.file().toString()) + "\n");
            console.say("onrecord: copied " + amount(made) + " of " + stored.shown() + ", and looked through the copy");
            return ExitCode.OK;
        } catch (StoreException e) {
            throw refused(e, overwrite);
        }
    }

    static String amount(Backup made) {
        return (made.articles() == 1 ? "1 article" : made.articles() + " articles (all versions counted)") + " with "
                + (made.statements() == 1 ? "1 statement" : made.statements() + " statements");
    }

    static CommandException refused(StoreException e, boolean overwrite) {
        boolean taken = e.reason() == StoreException.Reason.TAKEN && !overwrite;
        return new CommandException(e.getMessage() + (taken ? " (--overwrite)" : ""), e);
    }
}
