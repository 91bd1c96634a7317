package io.onrecord.store;

import io.onrecord.corrections.Corrected;

/**
 * An article as it is kept at one moment.
 *
 * @param corrected its record, as people put it right
 * @param surroundings what the store knows beside it
 */
public record KeptArticle(Corrected corrected, Surroundings surroundings) {}
