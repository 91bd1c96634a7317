package io.onrecord.evaluation;

import io.onrecord.attribution.Mode;
import io.onrecord.evaluation.EngineSource.OpenEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that was read with one network for the page of figures.
 *
 * @param name of the network, as it was asked for
 * @param model name and digest, as its records have it
 * @param articles whole articles, balanced
 * @param paragraphs single paragraphs, balanced; roles alone
 * @param modes the same articles in each mode
 * @param marks the same articles with their quotation marks turned
 * @param validation of the confidence on the same articles
 * @param passages by name of the set, those of our own
 */
record Measured(
        String name,
        String model,
        List<Comparison> articles,
        List<Comparison> paragraphs,
        Map<Mode, List<Comparison>> modes,
        Map<Marks, List<Comparison>> marks,
        CrossValidation validation,
        Map<String, List<Comparison>> passages) {

    /** The sets of passages of our own: {@code NAME.jsonl}. */
    private static final List<String> PASSAGES = List.of("attribution-open", "attribution-reserved");

    /**
     * Reads everything.
     *
     * @param data the folder of the corpora
     * @param passages the folder of the passages
     */
    static Measured of(String name, Path data, Path passages, EngineSource engines) throws IOException {
        Path articles = data.resolve("polnear/dev.jsonl");
        Map<Mode, List<Comparison>> modes = new EnumMap<>(Mode.class);
        for (Mode mode : Mode.values()) {
            try (OpenEngine engine = engines.open(name, mode, false)) {
                modes.put(mode, read(articles, Marks.AS_THEY_ARE, engine));
            }
        }
        CrossValidation validation;
        try (OpenEngine engine = engines.open(name, Mode.BALANCED, true)) {
            validation = new CrossValidation(read(articles, Marks.AS_THEY_ARE, engine));
        }
        try (OpenEngine engine = engines.open(name, Mode.BALANCED, false)) {
            Map<Marks, List<Comparison>> marks = new EnumMap<>(Marks.class);
            marks.put(Marks.AS_THEY_ARE, modes.getOrDefault(Mode.BALANCED, List.of()));
            for (Marks turned : List.of(Marks.CURLY, Marks.STRAIGHT, Marks.SINGLE)) {
                marks.put(turned, read(articles, turned, engine));
            }
            Map<String, List<Comparison>> own = new LinkedHashMap<>();
            for (String set : PASSAGES) {
                own.put(set, read(passages.resolve(set + ".jsonl"), Marks.AS_THEY_ARE, engine));
            }
            return new Measured(
                    name,
                    engine.producer().model(),
                    modes.getOrDefault(Mode.BALANCED, List.of()),
                    read(data.resolve("polnear/paragraphs-dev.jsonl"), Marks.AS_THEY_ARE, engine),
                    modes,
                    marks,
                    validation,
                    own);
        }
    }

    private static List<Comparison> read(Path gold, Marks marks, Engine engine) throws IOException {
        return Reading.of(GoldFile.read(gold, marks), engine);
    }
}
