package io.onrecord.bench;

import io.onrecord.Model;
import io.onrecord.Onrecord;
import io.onrecord.Options;
import io.onrecord.attribution.Mode;
import io.onrecord.evaluation.AccuracyPage;
import io.onrecord.evaluation.EngineSource;
import io.onrecord.evaluation.EngineSource.OpenEngine;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.model.Producer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Writes the page of figures: {@code Accuracy DATA PASSAGES PAGE MODEL...}. */
public final class Accuracy {

    private static final String COMMAND = "bench/accuracy";
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Accuracy() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        Path passages = Path.of(arguments[1]);
        Path page = Path.of(arguments[2]);
        List<String> models = Stream.of(arguments).skip(3).toList();
        String command = models.equals(List.of("default")) ? COMMAND : COMMAND + " " + String.join(" ", models);
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        Files.writeString(
                page,
                AccuracyPage.write(
                        data, passages, models, new Engines(), new AccuracyPage.Occasion(command, today, machine())));
    }

    private static String machine() throws IOException {
        return processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores, Java "
                + System.getProperty("java.version");
    }

    /** As Linux names it; elsewhere its kind. */
    private static String processor() throws IOException {
        String kind = System.getProperty("os.arch", "unknown processor");
        if (!Files.isReadable(PROCESSORS)) {
            return kind;
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(kind);
        }
    }

    /** The engine as users get it. */
    private static final class Engines implements EngineSource {
        @Override
        public OpenEngine open(String model, Mode mode, boolean raw) {
            Options options = Options.DEFAULT.withModel(Model.of(model)).withMode(mode);
            return new Opened(Onrecord.open(raw ? options.withoutCalibration().withMinConfidence(0) : options));
        }
    }

    private record Opened(Onrecord onrecord) implements OpenEngine {
        @Override
        public Iterator<Outcome<ArticleRecord>> read(Iterator<Outcome<Article>> articles) {
            return onrecord.readAll(articles);
        }

        @Override
        public Producer producer() {
            return onrecord.producer();
        }

        @Override
        public void close() {
            onrecord.close();
        }
    }
}
