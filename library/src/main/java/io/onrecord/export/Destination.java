package io.onrecord.export;

import io.onrecord.exchange.export.FolderFormat;
import java.io.OutputStream;

/** Where an export goes; which of the two is asked for depends on the format. */
public interface Destination {

    /** The stream of a format that is one file. */
    OutputStream out();

    /** The folder of a format that is several files. */
    FolderFormat.Folder folder();
}
