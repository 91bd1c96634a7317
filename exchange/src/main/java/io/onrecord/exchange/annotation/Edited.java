package io.onrecord.exchange.annotation;

import io.onrecord.model.Form;
import java.util.Optional;

/**
 * A statement as a file has it after a person worked on it.
 *
 * @param id that it was exported with; empty where it is new, or was made anew
 * @param form if the file says one
 * @param line of the file where its cue or content stands
 */
record Edited(Optional<String> id, Marked marked, Optional<Form> form, int line) {

    /**
     * A link between two statements.
     *
     * @param kind {@link Mark.Tie#WITHIN} or the kind of a dispute
     * @param from index of a statement, from 0
     * @param to index of a statement, from 0
     */
    record Edge(String kind, int from, int to) {}
}
