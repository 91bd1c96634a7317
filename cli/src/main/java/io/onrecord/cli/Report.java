package io.onrecord.cli;

import io.onrecord.exchange.ReportWriter;
import io.onrecord.model.Outcome;
import io.onrecord.model.Producer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;

/**
 * The report of a run in a file that appears when the run has ended; until then it grows in {@code FILE.partial}. For one
 * thread.
 */
final class Report implements Closeable {

    private final Path file;
    private final Path partial;
    private final ReportWriter writer;
    private final Clock clock;

    private Report(Path file, Path partial, ReportWriter writer, Clock clock) {
        this.file = file;
        this.partial = partial;
        this.writer = writer;
        this.clock = clock;
    }

    /** @throws CommandException if the file cannot be written */
    static Report begin(Path file, Producer producer, List<String> inputs, Clock clock) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new CommandException(file + " is no plain file: name a file for the report");
        }
        Path partial = OutputFile.partial(file);
        try {
            Report report = new Report(file, partial, new ReportWriter(Files.newBufferedWriter(partial)), clock);
            report.writer.begin(producer, inputs, clock.instant());
            return report;
        } catch (IOException e) {
            throw new CommandException(
                    file + " cannot be written: " + Reasons.of(e)
                            + "; name a file for the report in a folder that exists and is yours",
                    e);
        }
    }

    void skipped(Outcome.Skipped<?> skipped) {
        write(() -> writer.skipped(skipped));
    }

    void notice(String address, String message) {
        write(() -> writer.notice(address, message));
    }

    /** Writes the counts and gives the report its name. */
    void end(Tally tally) {
        write(() -> {
            writer.end(tally.counts(), clock.instant());
            writer.close();
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    private void write(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new CommandException("the report " + partial + " cannot be written: " + Reasons.of(e), e);
        }
    }

    @Override
    public void close() {
        write(writer::close);
    }
}
