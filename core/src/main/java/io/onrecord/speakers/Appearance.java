package io.onrecord.speakers;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Published;
import io.onrecord.model.Speaker;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A speaker of one article, with what is known of the article.
 *
 * @param articleId id of the article
 * @param published the day it was published; empty where only the month or year is known
 * @param outlet who published it
 * @param event what says that articles are about one event, such as the id of a cluster of them; empty where nobody says
 * @param speaker as the article's record has it
 */
public record Appearance(
        String articleId,
        Optional<LocalDate> published,
        Optional<String> outlet,
        Optional<String> event,
        Speaker speaker) {

    /** Characters of an ISO 8601 day, such as 2024-05-16. */
    private static final int DAY = 10;

    public Appearance {
        if (articleId.isBlank()) {
            throw new IllegalArgumentException("article id of the speaker '" + speaker.name() + "' must not be blank");
        }
    }

    /** All speakers of a record. */
    public static List<Appearance> of(ArticleRecord record) {
        return of(record, Optional.empty());
    }

    /**
     * All speakers of a record.
     *
     * @param event that the article is about
     */
    public static List<Appearance> of(ArticleRecord record, Optional<String> event) {
        Optional<LocalDate> day = record.article()
                .metadata()
                .published()
                .map(Published::value)
                .filter(value -> value.length() >= DAY)
                .map(value -> LocalDate.parse(value.substring(0, DAY)));
        Optional<String> outlet = record.article().metadata().outlet();
        return record.speakers().stream()
                .map(speaker -> new Appearance(record.article().id(), day, outlet, event, speaker))
                .toList();
    }
}
