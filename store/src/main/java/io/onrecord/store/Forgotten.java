package io.onrecord.store;

/**
 * What was forgotten.
 *
 * @param articles versions of articles
 * @param statements of theirs
 * @param wiped whether the bytes are gone from the files too. False where another process was reading the file: forgetting once
 *     more, even nothing, wipes them then. False always with PostgreSQL, whose server frees and overwrites in its own time
 */
public record Forgotten(long articles, long statements, boolean wiped) {}
