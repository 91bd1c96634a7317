package io.onrecord.evaluation;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a task can be told beside its gold file; each heeds what concerns it.
 *
 * @param marks how {@code attribution} has the engine read the quotation marks of the gold
 * @param weights where {@code calibration} writes what it has fitted; empty for nowhere
 */
public record TaskOptions(Marks marks, Optional<Path> weights) {

    /** Gold as it is, and nothing written. */
    public static final TaskOptions DEFAULT = new TaskOptions(Marks.AS_THEY_ARE, Optional.empty());
}
