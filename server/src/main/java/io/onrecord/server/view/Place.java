package io.onrecord.server.view;

/**
 * Where words stand.
 *
 * @param start in code points, from 0
 * @param end in code points, not included
 */
public record Place(int start, int end) {}
