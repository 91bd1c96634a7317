package io.onrecord.cli;

import io.onrecord.exchange.export.FolderFormat;
import io.onrecord.export.Destination;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Where an export goes: a stream, or a folder. What is not finished leaves nothing. For one thread. */
abstract sealed class ExportTarget implements Destination, Closeable permits ExportPipe, ExportFile, ExportFolder {

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
