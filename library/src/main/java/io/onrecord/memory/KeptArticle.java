package io.onrecord.memory;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Resolution;
import io.onrecord.model.Speaker;
import io.onrecord.model.Statement;
import io.onrecord.search.Hit;
import io.onrecord.search.Matches;
import io.onrecord.store.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An article as it is kept now. */
record KeptArticle(ArticleRecord record, Surroundings surroundings) {

    /** Empty where it has no such statement any more. */
    Optional<Answer> answer(Hit hit, Matches matches) {
        return record.statements().stream()
                .filter(statement -> Hit.of(statement.id()) == hit.statement())
                .findFirst()
                .map(statement -> new Answer(
                        record,
                        statement,
                        surroundings,
                        hit.score(),
                        matches.wordsIn(searched(statement)),
                        hit.cosine()));
    }

    /** The texts in which its words are looked for. */
    private List<String> searched(Statement statement) {
        List<String> texts = new ArrayList<>();
        String text = record.textOf(statement.attribution().in());
        statement.attribution().content().forEach(span -> texts.add(span.of(text)));
        record.article().metadata().title().ifPresent(texts::add);
        if (statement.speaker() instanceof Resolution.Resolved resolved) {
            texts.add(resolved.name());
            for (Speaker speaker : record.speakers()) {
                if (speaker.id().equals(resolved.speakerId())) {
                    texts.addAll(speaker.aliases());
                }
            }
        }
        return texts;
    }
}
