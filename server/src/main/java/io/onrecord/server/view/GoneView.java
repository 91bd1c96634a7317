package io.onrecord.server.view;

/**
 * That an id stands for nothing any more.
 *
 * @param what in a word: speaker, claim
 * @param id that was asked for
 */
public record GoneView(String what, String id) {}
