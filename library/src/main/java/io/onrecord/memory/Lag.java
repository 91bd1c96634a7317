package io.onrecord.memory;

/**
 * How far the search index is behind its store.
 *
 * @param articles that changed, came or went since it last followed; all where there is no index
 * @param statements that have no vector yet, and are found by their words alone
 */
public record Lag(long articles, long statements) {

    /** Whether it is up to date. */
    public boolean isNone() {
        return articles == 0 && statements == 0;
    }
}
