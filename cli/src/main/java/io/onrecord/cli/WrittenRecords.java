package io.onrecord.cli;

import io.onrecord.exchange.RecordFormatException;
import io.onrecord.exchange.RecordHead;
import io.onrecord.exchange.RecordJson;
import io.onrecord.model.Producer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What an earlier run has written. */
final class WrittenRecords {

    private WrittenRecords() {}

    /**
     * The ids of the articles whose records a file has, and how many records each has: the same article may have been
     * read twice.
     *
     * @param options how they must have been written, and
     * @param producer what must have made them, so that a file holds records of one kind
     * @throws CommandException if the file holds anything else
     */
    static Map<String, Integer> ids(Path file, RecordJson.Options options, Producer producer) {
        Map<String, Integer> ids = new HashMap<>();
        long number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                RecordHead head = RecordJson.head(line);
                if (!head.producer().equals(producer)) {
                    throw new CommandException(file + ":" + number + " was written by " + head.producer()
                            + ", this is " + producer + ": one file holds the records of one producer, so write to"
                            + " another file");
                }
                if (!head.options().equals(options)) {
                    throw new CommandException(file + ":" + number + " was written with other options ("
                            + head.options() + ", now " + options + "): give --with-text and --offsets as before, or"
                            + " write to another file");
                }
                ids.merge(head.articleId(), 1, Integer::sum);
            }
            return ids;
        } catch (RecordFormatException e) {
            throw new CommandException(file + ":" + number + " is no record to go on from: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandException(file + " cannot be read: " + Reasons.of(e), e);
        }
    }
}
