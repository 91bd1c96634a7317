package io.onrecord.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;
import java.util.stream.Stream;

/** Several commands in a process of its own, with a word {@link #THEN} between them: those of Onrecord, and a few that look at files. */
final class FaultsMain {

    static final String THEN = "+";

    private FaultsMain() {}

    /** Says of each what came of it. */
    public static void main(String[] arguments) throws IOException {
        // As in Main.
        LogManager.getLogManager().reset();
        List<String> words = new ArrayList<>();
        for (String word : arguments) {
            if (word.equals(THEN)) {
                run(words);
                words.clear();
            } else {
                words.add(word);
            }
        }
        run(words);
        System.out.flush();
    }

    private static void run(List<String> words) throws IOException {
        switch (words.get(0)) {
            case "delete" -> Files.delete(Path.of(words.get(1)));
            case "list" -> {
                try (Stream<Path> files = Files.list(Path.of(words.get(1)))) {
                    System.out.println(files.map(file -> String.valueOf(file.getFileName()))
                            .sorted()
                            .toList());
                }
            }
            case "same" ->
                System.out.println(
                        Files.mismatch(Path.of(words.get(1)), Path.of(words.get(2))) < 0 ? "same" : "differ");
            default -> {
                Run run = Run.of(words.toArray());
                System.out.println("code " + run.code());
                run.err().lines().forEach(System.out::println);
            }
        }
    }
}
