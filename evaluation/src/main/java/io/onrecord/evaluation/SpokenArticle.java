package io.onrecord.evaluation;

import io.onrecord.model.Article;
import io.onrecord.model.Attribution;
import io.onrecord.model.Span;
import java.util.List;
import java.util.Optional;

/**
 * An article and who speaks in it.
 *
 * @param article with what the gold knows of it
 * @param event what several outlets report on; empty where the gold has none
 * @param spoken the quotations or statements whose speaker is known
 */
record SpokenArticle(Article article, Optional<String> event, List<Spoken> spoken) {

    /**
     * Words and who said them.
     *
     * @param content the words
     * @param attribution the whole statement, where the gold has it: then the speaker is asked for these spans, not for what
     *     the engine finds
     * @param speaker the name; empty where nobody can be named
     * @param together those who speak together; else empty
     * @param unnamed whether it is right to name nobody, be it with a description or not
     * @param kindOfMention how the source names the speaker; empty where the gold does not say
     */
    record Spoken(
            List<Span> content,
            Optional<Attribution> attribution,
            Optional<String> speaker,
            List<String> together,
            boolean unnamed,
            Optional<String> kindOfMention) {
        Spoken {
            content = List.copyOf(content);
            together = List.copyOf(together);
        }
    }

    SpokenArticle {
        spoken = List.copyOf(spoken);
    }

    /** Whether all statements are given with their spans, so that the engine need not find them. */
    boolean isGiven() {
        return !spoken.isEmpty()
                && spoken.stream().allMatch(words -> words.attribution().isPresent());
    }
}
