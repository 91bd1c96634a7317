package io.onrecord.bench;

import io.onrecord.Model;
import io.onrecord.Onrecord;
import io.onrecord.Options;
import io.onrecord.Records;
import io.onrecord.exchange.RecordJson;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code onrecord read --no-store} does with the articles of a folder, in a process that says when it is loaded: the other half of
 * {@link Peer}. Prints {@code ready} when the network is open and the first article has been read once, then {@code done SECONDS STATEMENTS}
 * of all articles, from their bytes to the JSON of their records.
 */
public final class PeerRead {

    private PeerRead() {}

    /** Arguments: the folder, the number of threads, how often the articles are read, and {@code default} or another model. */
    public static void main(String[] arguments) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
            files = all.sorted().toList();
        }
        Options options = Options.DEFAULT.withModel(Model.of(arguments[3])).withThreads(Integer.parseInt(arguments[1]));
        int passes = Integer.parseInt(arguments[2]);
        try (Onrecord onrecord = Onrecord.open(options)) {
            statements(onrecord, files.subList(0, 1));
            System.out.println("ready");
            for (int pass = 0; pass < passes; pass++) {
                long start = System.nanoTime();
                int found = statements(onrecord, files);
                System.out.println("done " + (System.nanoTime() - start) / 1e9 + " " + found);
            }
        }
    }

    private static int statements(Onrecord onrecord, List<Path> files) {
        RecordJson json = new RecordJson(RecordJson.Options.DEFAULT);
        int found = 0;
        long characters = 0;
        try (Articles articles = new ArticleReader().open(Input.files(files), notice -> {});
                Records records = onrecord.readAll(articles)) {
            while (records.hasNext()) {
                if (records.next() instanceof Outcome.Kept<ArticleRecord> kept) {
                    found += kept.value().statements().size();
                    characters += json.write(kept.value()).length();
                }
            }
        }
        if (characters == 0) {
            throw new IllegalStateException("no record was written");
        }
        return found;
    }
}
