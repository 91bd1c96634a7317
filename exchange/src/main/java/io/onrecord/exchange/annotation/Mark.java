package io.onrecord.exchange.annotation;

import io.onrecord.model.Form;
import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import java.util.List;
import java.util.Optional;

/**
 * One marked piece, or some that belong together, as it stands in a file.
 *
 * @param key its id in the file
 * @param spans in order; UTF-16 units
 * @param said what the file says with it of the statement
 * @param line of the file
 */
record Mark(String key, Part part, List<Span> spans, Said said, int line) {

    Mark {
        spans = List.copyOf(spans);
    }

    /**
     * What a file says of a statement with one of its marks.
     *
     * @param id the statement's, as it was exported
     */
    record Said(
            Optional<String> id,
            Optional<Stance> stance,
            boolean negated,
            boolean hypothetical,
            Optional<Form> form,
            Optional<String> speaker) {

        static final Said NOTHING =
                new Said(Optional.empty(), Optional.empty(), false, false, Optional.empty(), Optional.empty());
    }

    /**
     * A link between two marks.
     *
     * @param kind as the file says it, perhaps empty
     * @param line of the file
     */
    record Tie(String kind, String from, String to, int line) {

        /** A statement stands within another. */
        static final String WITHIN = "WITHIN";
    }
}
