/**
 * Bytes to articles: plain text and JSON Lines, from files, folders and streams. One article is held in memory at a
 * time; an input that cannot be read is skipped with a reason and never takes its neighbours along.
 */
@NullMarked
package io.onrecord.reading;

import org.jspecify.annotations.NullMarked;
