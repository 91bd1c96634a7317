package io.onrecord.server.http;

import java.io.IOException;
import java.io.InputStream;

/** A file that somebody sends. */
public interface Upload {

    /** As its sender calls it: words of a stranger, never a place on this machine. */
    String name();

    /** In bytes. */
    long size();

    /** What is in it; the caller closes it. */
    InputStream open() throws IOException;
}
