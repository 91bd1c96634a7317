package io.onrecord.corrections;

import io.onrecord.corrections.Change.Aspect;
import io.onrecord.corrections.Change.SpansAre;
import io.onrecord.model.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that people said of one statement.
 *
 * @param history in the order it was said; at least one
 * @param statement of the engine's record; empty where none fits
 */
record Dossier(List<Correction> history, Optional<Statement> statement) {

    Dossier {
        history = List.copyOf(history);
    }

    /** What holds: not taken back, and the last of its aspect; in the order it was said. */
    List<Correction> inForce() {
        Set<String> undone = new HashSet<>();
        for (Correction correction : history) {
            if (correction.change() instanceof Change.Undone undo) {
                undone.add(undo.correction());
            }
        }
        Map<Aspect, Correction> last = new LinkedHashMap<>();
        for (Correction correction : history) {
            Aspect aspect = correction.change().aspect();
            if (aspect != Aspect.UNDO && !undone.contains(correction.id())) {
                last.remove(aspect);
                last.put(aspect, correction);
            }
        }
        return new ArrayList<>(last.values());
    }

    /** The change of an aspect that holds. */
    static Optional<Change> change(List<Correction> inForce, Aspect aspect) {
        return inForce.stream()
                .map(Correction::change)
                .filter(change -> change.aspect() == aspect)
                .findFirst();
    }

    /** Where a statement that stands by itself has its words: as they were corrected, else as they were last seen. */
    SpansAre spans(List<Correction> inForce) {
        return change(inForce, Aspect.SPANS).map(SpansAre.class::cast).orElseGet(() -> {
            Anchor anchor = inForce.get(inForce.size() - 1).anchor();
            return new SpansAre(anchor.source(), anchor.cue(), anchor.content());
        });
    }
}
