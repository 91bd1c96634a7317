package io.onrecord.reading.web;

import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/** A process that watches a feed once, writes down each page that it gets, and may be killed at any time. */
final class WatchMain {

    private WatchMain() {}

    // The address of the feed, the file of the state, the file to write to.
    public static void main(String[] args) throws IOException {
        FetchOptions options = FetchOptions.DEFAULT
                .withAllowPrivate(true)
                .withWaits(Duration.ofMillis(1), Duration.ofSeconds(1), Duration.ZERO, 0);
        try (Fetcher fetcher = new Fetcher(options);
                Watcher watcher = Watcher.open(
                        List.of(args[0]), Path.of(args[1]), WatchOptions.DEFAULT.withOnce(true), fetcher)) {
            for (Arrival arrival = watcher.next(); arrival != null; arrival = watcher.next()) {
                if (!(arrival.outcome() instanceof Outcome.Kept<Item>)) {
                    throw new IOException(arrival.outcome().toString());
                }
                String id = arrival.entry().orElseThrow().id();
                Files.writeString(
                        Path.of(args[2]),
                        id + "\n",
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                System.out.println(id);
                watcher.acknowledge(arrival);
            }
        }
    }
}
