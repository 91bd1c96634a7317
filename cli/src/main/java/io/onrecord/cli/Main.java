package io.onrecord.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** The process: its streams, and its exit code. */
public final class Main {

    private static final int WIDTH = 100;

    private Main() {}

    /** Ends the process with the exit code of the command. */
    public static void main(String[] arguments) {
        Console console = new Console(
                new FileInputStream(FileDescriptor.in),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                isTerminal("stdout"),
                isTerminal("stderr"),
                width());
        // Libraries speak to programmers, perhaps in words of articles; what concerns users comes as messages of ours.
        LogManager.getLogManager().reset();
        int code = Cli.run(console, arguments);
        console.out().flush();
        console.err().flush();
        System.exit(code);
    }

    /** UTF-8 whatever the locale says: the same input gives the same bytes. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)),
                descriptor == FileDescriptor.err,
                StandardCharsets.UTF_8);
    }

    /** The launcher knows; without it, the guess of Java, which speaks of both streams at once and from 22 on of none. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal(String stream) {
        String told = System.getProperty("onrecord." + stream + ".terminal");
        return told == null ? Runtime.version().feature() < 22 && System.console() != null : Boolean.parseBoolean(told);
    }

    private static int width() {
        try {
            return Integer.parseInt(String.valueOf(System.getenv("COLUMNS")));
        } catch (NumberFormatException e) {
            return WIDTH;
        }
    }
}
