package io.onrecord.server.view;

import java.util.Optional;

/**
 * That an id stands for nothing any more.
 *
 * @param what in words: a speaker, a claim
 * @param id that was asked for
 * @param path of the page of what has taken its place
 * @param now what that is called
 */
public record GoneView(String what, String id, Optional<String> path, Optional<String> now) {}
