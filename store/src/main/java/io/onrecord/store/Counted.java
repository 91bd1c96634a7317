package io.onrecord.store;

/**
 * Something with a number.
 *
 * @param id by which it is asked for: of an identity, the name of an outlet, a month such as 2024-05
 * @param name in words
 * @param count how many
 */
public record Counted(String id, String name, int count) {}
