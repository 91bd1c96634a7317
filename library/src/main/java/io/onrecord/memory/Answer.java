package io.onrecord.memory;

import io.onrecord.corrections.Corrected;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Statement;
import io.onrecord.store.KeptArticle;
import io.onrecord.store.Surroundings;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A statement that was found, and why.
 *
 * @param article that it stands in
 * @param statement of the article's record, as people put it right
 * @param score what it is ranked by; comparable within one answer, 0 where nothing was ranked
 * @param words which of the words that were looked for stand in its content, its article's title or its speaker's names
 * @param cosine how near its meaning is to what was looked for; empty where it is not among the nearest
 */
public record Answer(
        KeptArticle article, Statement statement, double score, List<String> words, OptionalDouble cosine) {
    public Answer {
        words = List.copyOf(words);
    }

    /** The article's record, as people put it right. */
    public ArticleRecord record() {
        return article.corrected().record();
    }

    /** What the store knows beside the article. */
    public Surroundings surroundings() {
        return article.surroundings();
    }

    /** Whether people say that the statement is right, or put it right themselves. */
    public boolean reviewed() {
        return article.corrected()
                .of(statement.id())
                .filter(Corrected.Touched::reviewed)
                .isPresent();
    }
}
