package io.onrecord.store;

import java.util.List;

/**
 * What {@link Store#check} found.
 *
 * @param articles versions of articles that were read
 * @param statements of theirs
 * @param problems in words; at most {@value #MOST} of them
 */
public record Examination(long articles, long statements, List<String> problems) {

    /** Most problems that are told. */
    public static final int MOST = 100;

    public Examination {
        problems = List.copyOf(problems);
    }

    /** Whether nothing is wrong. */
    public boolean sound() {
        return problems.isEmpty();
    }
}
