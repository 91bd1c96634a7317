package io.onrecord.server.view;

import java.util.Optional;

/**
 * Somebody by name.
 *
 * @param id of the identity; empty where it is not known who that is over articles
 * @param name as the article has it, or the identity
 */
public record Who(Optional<String> id, String name) {}
