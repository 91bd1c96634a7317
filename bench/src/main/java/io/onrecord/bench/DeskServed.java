package io.onrecord.bench;

import io.onrecord.server.Server;
import io.onrecord.server.ServerOptions;
import java.io.IOException;

/** The desk in a process of its own, for {@link DeskLoad}: says its address, and ends with its input. */
public final class DeskServed {

    private DeskServed() {}

    /** Argument: the store. */
    // The server is what is closed.
    @SuppressWarnings("ClosingStandardOutputStreams")
    public static void main(String[] arguments) throws IOException {
        try (Server server = Server.start(ServerOptions.local(arguments[0]).withPort(0), System.err::println)) {
            System.out.println(server.address());
            while (System.in.read() >= 0) {
                // Whatever is said, it goes on.
            }
        }
    }
}
