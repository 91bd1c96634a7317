package io.onrecord.store;

/**
 * What {@link Store#makeClaims} did.
 *
 * @param articles whose propositions were made
 * @param candidates pairs of propositions that were compared
 * @param links of those, the ones that were found to be the same or to contradict one another
 */
public record ClaimWork(long articles, long candidates, long links) {}
