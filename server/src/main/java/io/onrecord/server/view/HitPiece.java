package io.onrecord.server.view;

/**
 * Words of a statement and its surroundings, between two places where something begins or ends.
 *
 * @param text the words
 * @param part what they are of the statement: {@code source}, {@code cue}, {@code content} or {@code addressee}; empty for what stands around it
 * @param found whether they were looked for
 */
public record HitPiece(String text, String part, boolean found) {}
