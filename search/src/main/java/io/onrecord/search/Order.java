package io.onrecord.search;

/** In which order statements are given. */
public enum Order {
    /** Those first that fit words and meaning best; without either the latest first. */
    BEST,
    /** The latest first, by the last day that their date may mean; those without a date at the end. */
    NEWEST,
    /** The earliest first, by that day; those without a date at the end. */
    OLDEST,
    /** Those first that are surest. */
    CONFIDENCE,
    /** Those of one article together, in no other order. */
    BY_ARTICLE
}
