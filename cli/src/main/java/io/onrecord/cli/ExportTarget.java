package io.onrecord.cli;

import io.onrecord.exchange.export.FolderFormat;
import io.onrecord.export.Destination;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Where an export goes: a stream, or a folder. What is not finished leaves nothing. For one thread. */
abstract sealed class ExportTarget implements Destination, Closeable permits ExportPipe, ExportFile, ExportFolder {

    /** Where an export to a file or folder is until it is finished. */
    static Path partial(Path results) {
        return OutputFile.partial(results.resolveSibling(results.getFileName() + ".export"));
    }

    /** Refuses what is there by the name of a partial export and is none. */
    static void checkLeft(Path partial, RunLock lock) {
        if (Files.exists(partial, LinkOption.NOFOLLOW_LINKS) && !lock.wasLeft()) {
            throw new CommandException(partial + " is in the way, which no interrupted export left: remove it, or name"
                    + " another output");
        }
    }

    @Override
    public OutputStream out() {
        throw new IllegalStateException("a format of one file was given a folder");
    }

    @Override
    public FolderFormat.Folder folder() {
        throw new IllegalStateException("a format of several files was given one");
    }

    /** All is written. */
    abstract void finish() throws IOException;

    @Override
    public abstract void close();
}
