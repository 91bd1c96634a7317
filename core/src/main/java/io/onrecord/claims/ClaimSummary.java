package io.onrecord.claims;

/**
 * A claim in a list.
 *
 * @param id of the claim
 * @param wording that stands for all
 * @param statements how many have part in it
 * @param outlets how many carry it
 * @param origins how many of the articles that carry it are independent: copies of one count once
 * @param disputes how many statements deny, reject or contradict it
 */
public record ClaimSummary(String id, String wording, int statements, int outlets, int origins, int disputes) {}
