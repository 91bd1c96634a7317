package io.onrecord.memory;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Statement;
import io.onrecord.store.Surroundings;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A statement that was found, and why.
 *
 * @param record that it stands in, as people put it right
 * @param statement of the record
 * @param surroundings what the store knows of the article
 * @param score what it is ranked by; comparable within one answer, 0 where nothing was ranked
 * @param words which of the words that were looked for stand in its content, its article's title or its speaker's names
 * @param cosine how near its meaning is to what was looked for; empty where it is not among the nearest
 */
public record Answer(
        ArticleRecord record,
        Statement statement,
        Surroundings surroundings,
        double score,
        List<String> words,
        OptionalDouble cosine) {
    public Answer {
        words = List.copyOf(words);
    }
}
