package io.onrecord.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What given cues do with their content, against a {@link CueFile}. Nothing is read by the engine: the cues are those of the gold. */
final class StanceTask implements Task {

    private final Optional<Path> articles;

    /**
     * @param articles the file of the articles, where the gold names cues in them
     */
    StanceTask(Optional<Path> articles) {
        this.articles = articles;
    }

    @Override
    public String name() {
        return "stance";
    }

    @Override
    public String describes() {
        return "Stance, negation, possibility and addressee of given cues (JSON Lines: text, source, cue, content, stance,"
                + " negated, hypothetical; or PLOVER).";
    }

    @Override
    public boolean needsEngine() {
        return false;
    }

    @Override
    public Evaluation run(Path file, Engine engine) throws IOException {
        CueFile gold = CueFile.read(file, articles);
        StanceScore score = new StanceScore();
        gold.cues().forEach(score::add);
        Map<String, Long> counts = new LinkedHashMap<>(score.counts());
        if (gold.unmapped() > 0) {
            counts.put("unmapped", (long) gold.unmapped());
        }
        return new Evaluation(name(), file.toString(), score.figures(), counts, engine.producer());
    }
}
