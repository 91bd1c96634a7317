package io.onrecord.store;

import java.time.LocalDate;

/** Which articles, every version of them, are to be forgotten. */
public sealed interface Selection {

    /**
     * One article in all its versions.
     *
     * @param address of the article, to the character
     */
    record Address(String address) implements Selection {}

    /**
     * One version of an article.
     *
     * @param articleId its id
     */
    record Version(String articleId) implements Selection {}

    /**
     * All of an outlet.
     *
     * @param outlet its name, to the character
     */
    record Outlet(String outlet) implements Selection {}

    /**
     * What was published before a day. Of {@code 2024-05} the last day counts, so that nothing is forgotten too soon; an article
     * without a date of publication counts as published on the day it was first kept.
     *
     * @param day the first day that stays
     */
    record Before(LocalDate day) implements Selection {}
}
