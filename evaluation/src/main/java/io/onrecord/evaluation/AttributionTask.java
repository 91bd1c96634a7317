package io.onrecord.evaluation;

import java.io.IOException;
import java.nio.file.Path;

/** Who said what, in which words: the statements of the engine against a {@link GoldFile}. */
final class AttributionTask implements Task {

    private final Marks marks;

    /**
     * @param marks how the engine is to read the quotation marks of the gold
     */
    AttributionTask(Marks marks) {
        this.marks = marks;
    }

    @Override
    public String name() {
        return "attribution";
    }

    @Override
    public String describes() {
        return "Source, cue and content against gold attributions (JSON Lines: id, text, and attributions or spans).";
    }

    @Override
    public Evaluation run(Path file, Engine engine) throws IOException {
        AttributionScore score = new AttributionScore();
        Reading.of(GoldFile.read(file, marks), engine).forEach(score::add);
        return new Evaluation(name(), file.toString(), score.figures(), score.counts(), engine.producer());
    }
}
