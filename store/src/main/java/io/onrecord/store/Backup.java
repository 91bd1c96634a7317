package io.onrecord.store;

import java.nio.file.Path;

/**
 * A whole copy of a store that was written and looked through.
 *
 * @param file where it is
 * @param articles versions of articles in it
 * @param statements of theirs
 * @param users who can come in to a desk on it
 * @param links by which others can
 * @param bytes of the file
 * @param sha256 of the file, in lower-case hexadecimal digits
 */
public record Backup(Path file, long articles, long statements, long users, long links, long bytes, String sha256) {}
