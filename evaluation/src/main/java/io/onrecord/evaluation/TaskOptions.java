package io.onrecord.evaluation;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a task can be told beside its gold file; each heeds what concerns it.
 *
 * @param marks how {@code attribution} has the engine read the quotation marks of the gold
 * @param weights where {@code calibration} writes what it has fitted; empty for nowhere
 * @param articles where the articles are that the gold of {@code stance} names; empty where it names none
 * @param together whether {@code speakers} has the articles of one event read together, with identity over them
 */
public record TaskOptions(Marks marks, Optional<Path> weights, Optional<Path> articles, boolean together) {

    /** Gold as it is, and nothing written. */
    public static final TaskOptions DEFAULT =
            new TaskOptions(Marks.AS_THEY_ARE, Optional.empty(), Optional.empty(), false);
}
