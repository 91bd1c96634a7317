package io.onrecord.store;

import java.util.List;
import java.util.Optional;

/**
 * What some outlets have on one event.
 *
 * @param articles about it, in the order of publication
 * @param claimIds of the claims that their statements have part in, the most disputed and most carried first
 */
public record Event(List<Story> articles, List<String> claimIds) {

    /**
     * One article.
     *
     * @param articleId its id
     * @param outlet who published it
     * @param title its headline
     * @param published when, ISO 8601
     * @param origin id of the article that it copies
     * @param originOutlet who published that one
     */
    public record Story(
            String articleId,
            String outlet,
            Optional<String> title,
            Optional<String> published,
            Optional<String> origin,
            Optional<String> originOutlet) {}

    public Event {
        articles = List.copyOf(articles);
        claimIds = List.copyOf(claimIds);
    }
}
