package io.onrecord.export;

/**
 * What was exported.
 *
 * @param articles how many
 * @param statements how many of theirs
 * @param rows how many, where what is exported goes over articles; else 0
 * @param skipped how much could not be read or written
 * @param note something to tell the user about what was written; empty where there is nothing
 */
public record Written(long articles, long statements, long rows, long skipped, String note) {

    /** Whether nothing could be written of what there was; then the end is not written either. */
    public boolean isNothing() {
        return articles == 0 && rows == 0 && skipped > 0;
    }
}
