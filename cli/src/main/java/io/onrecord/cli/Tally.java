package io.onrecord.cli;

import io.onrecord.exchange.ReportWriter;
import io.onrecord.model.Outcome;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of the inputs of a run. For one thread. */
final class Tally {

    private long read;
    private long statements;
    private final Map<Outcome.Stage, Long> skipped = new EnumMap<>(Outcome.Stage.class);
    private long alreadyWritten;

    void read(int statementCount) {
        read++;
        statements += statementCount;
    }

    void skipped(Outcome.Stage stage) {
        skipped.merge(stage, 1L, Long::sum);
    }

    void alreadyWritten(long count) {
        alreadyWritten = count;
    }

    long read() {
        return read;
    }

    long skippedCount() {
        return skipped.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Such as {@code 3 skipped (2 fetching, 1 reading)}; empty if none was. */
    String skips() {
        String stages = skipped.entrySet().stream()
                .map(stage -> stage.getValue() + " " + stage.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return stages.isEmpty() ? "" : skippedCount() + " skipped (" + stages + ")";
    }

    ReportWriter.Counts counts() {
        return new ReportWriter.Counts(read, alreadyWritten, statements, skipped);
    }

    long inputs() {
        return read + skippedCount() + alreadyWritten;
    }

    int exitCode() {
        if (read + alreadyWritten == 0) {
            return ExitCode.FAILED;
        }
        return skippedCount() > 0 ? ExitCode.SKIPPED : ExitCode.OK;
    }

    String summary() {
        String summary = articles(read) + " read, " + statements + (statements == 1 ? " statement" : " statements");
        if (alreadyWritten > 0) {
            summary += ", " + articles(alreadyWritten) + " had been read before";
        }
        return summary + (skipped.isEmpty() ? "" : ", " + skips());
    }

    private static String articles(long count) {
        return count == 1 ? "1 article" : count + " articles";
    }
}
