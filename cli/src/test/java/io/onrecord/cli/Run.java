package io.onrecord.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of the command line in this process, and what it printed.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record Run(int code, String out, String err) {

    static Run of(Object... arguments) {
        return withInput("", arguments);
    }

    static Run withInput(String input, Object... arguments) {
        return run(input, false, new ByteArrayOutputStream(), arguments);
    }

    /** What a person sees. */
    static Run onTerminal(String input, Object... arguments) {
        return run(input, true, new ByteArrayOutputStream(), arguments);
    }

    /** Standard output takes nothing, like a pipe whose reader has gone. */
    static Run withBrokenOutput(Object... arguments) {
        return run("", false, new Broken(), arguments);
    }

    private static final class Broken extends ByteArrayOutputStream {
        @Override
        public void flush() throws IOException {
            throw new IOException("Broken pipe");
        }
    }

    private static Run run(String input, boolean terminal, ByteArrayOutputStream out, Object... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                terminal,
                100);
        int code = Cli.run(console, words(arguments));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Reading keeps records in the folder where it runs, which is that of the sources here: only those who name a store get one. */
    private static String[] words(Object... arguments) {
        List<String> words = new ArrayList<>();
        for (Object argument : arguments) {
            words.add(String.valueOf(argument));
        }
        boolean keeps = !words.isEmpty() && List.of("read", "watch").contains(words.get(0));
        if (keeps && !words.contains("--store") && !words.contains("--no-store")) {
            words.add(1, "--no-store");
        }
        return words.toArray(String[]::new);
    }

    /** The same command line in a process of its own, not started yet. */
    static ProcessBuilder process(Object... arguments) {
        return process(List.of(words(arguments)));
    }

    /** The command line with these words, as they are, in a process of its own, not started yet. */
    static ProcessBuilder process(List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(words);
        return new ProcessBuilder(command);
    }

    List<String> lines() {
        return out.lines().toList();
    }

    /** The root of the checkout. */
    static Path root() {
        String told = System.getProperty("onrecord.root");
        Path root = told == null ? Path.of("..").toAbsolutePath().normalize() : Path.of(told);
        if (!Files.isDirectory(root.resolve("examples"))) {
            throw new IllegalStateException(root + " is not the root of the checkout: set -Donrecord.root");
        }
        return root;
    }

    static Path example(String name) {
        return root().resolve("examples").resolve(name);
    }
}
