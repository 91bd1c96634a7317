package io.onrecord.cli;

import io.onrecord.model.Outcome;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * The streams of one run and what is known of them.
 *
 * @param in standard input
 * @param out results, UTF-8
 * @param err messages and progress, UTF-8
 * @param outIsTerminal whether a person sees {@code out}
 * @param errIsTerminal whether a person sees {@code err}
 * @param width columns of the terminal
 */
record Console(
        InputStream in, PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal, int width) {

    /** Longest address that a message shows. */
    private static final int ADDRESS = 300;

    /**
     * Results, handed on at once.
     *
     * @throws CommandException if nobody takes them any more
     */
    void write(String text) {
        out.print(text);
        out.flush();
        if (out.checkError()) {
            throw new CommandException("standard output cannot be written; whoever read it has gone");
        }
    }

    void skipped(Outcome.Skipped<?> skipped) {
        String address = skipped.address();
        say("skipped " + (address.length() > ADDRESS ? address.substring(0, ADDRESS) + "…" : address) + ": "
                + skipped.why());
    }

    /** A message to the user; characters that would steer a terminal are taken out. */
    void say(String message) {
        err.println(Sanitized.line(message));
    }
}
