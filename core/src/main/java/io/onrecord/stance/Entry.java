package io.onrecord.stance;

import io.onrecord.model.Stance;
import java.util.List;
import java.util.Optional;

/**
 * What the lexicon has on a word.
 *
 * @param stance where no frame fits; empty for a word that says nothing by itself ({@code make}, {@code take})
 * @param traits what else it is like
 * @param frames in the order in which they are tried
 */
record Entry(Optional<Stance> stance, Traits traits, List<Frame> frames) {

    Entry {
        frames = List.copyOf(frames);
    }

    /**
     * What a word is like.
     *
     * @param negated it means that the act is not done or not held: {@code unaware}, {@code decline}
     * @param chain before an infinitive it gives way to that: {@code continued to insist}
     * @param noun it is a noun or an adjective
     * @param whom its object is whom it is told: {@code told reporters}
     */
    record Traits(boolean negated, boolean chain, boolean noun, boolean whom) {}
}
