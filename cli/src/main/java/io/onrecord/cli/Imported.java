package io.onrecord.cli;

import io.onrecord.model.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What became of an import, told while it runs. For one thread. */
final class Imported {

    private static final long SKIPS_SHOWN = 100;

    private final Console console;
    private final boolean quiet;
    private final Progress progress;
    private final Map<String, Long> taken = new LinkedHashMap<>();
    private long skipped;

    Imported(Console console, boolean quiet) {
        this.console = console;
        this.quiet = quiet;
        this.progress = new Progress(console, !quiet, OptionalLong.empty());
    }

    /**
     * Something was taken.
     *
     * @param what in words that a number stands before: {@code records, new}
     */
    void taken(String what) {
        taken.merge(what, 1L, Long::sum);
        progress.update(total(), skipped == 0 ? "" : skipped + " skipped", 0);
    }

    /** Something to tell a person about what is taken: a line of results. */
    void lists(String line) {
        progress.clear();
        console.write(Sanitized.line(line) + "\n");
    }

    /** Something to tell a person about what was not taken, though nothing was skipped. */
    void remarks(String line) {
        progress.clear();
        console.say(line);
    }

    /** Something was left out. */
    void skipped(Outcome.Skipped<?> skip) {
        progress.clear();
        if (skipped < SKIPS_SHOWN) {
            console.skipped(skip);
        } else if (skipped == SKIPS_SHOWN) {
            console.say("more is skipped, which is counted but not named");
        }
        skipped++;
    }

    private long total() {
        return taken.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The end.
     *
     * @param where it went
     * @return the exit code
     */
    int end(String where) {
        progress.clear();
        if (!quiet) {
            String counts = taken.entrySet().stream()
                    .map(entry -> entry.getValue() + " " + entry.getKey())
                    .collect(Collectors.joining(", "));
            console.say("imported " + (counts.isEmpty() ? "nothing" : counts)
                    + (skipped == 0 ? "" : ", " + skipped + " skipped") + " to " + where);
        }
        if (total() == 0 && skipped > 0) {
            return ExitCode.FAILED;
        }
        return skipped > 0 ? ExitCode.SKIPPED : ExitCode.OK;
    }
}
