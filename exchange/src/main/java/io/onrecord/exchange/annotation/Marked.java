package io.onrecord.exchange.annotation;

import io.onrecord.corrections.Anchor;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import java.util.List;
import java.util.Optional;

/**
 * What of a statement a person can change in an annotation tool, in the form of the tool's files.
 *
 * @param source pieces, UTF-16 units of the sheet's text
 * @param stance empty where it was not read, or where a file does not say
 * @param speaker the name, folded to one line, {@link #NOBODY} where nobody is named; empty where a file does not say
 */
record Marked(
        List<Span> source,
        List<Span> cue,
        List<Span> content,
        List<Span> addressee,
        Optional<Stance> stance,
        boolean negated,
        boolean hypothetical,
        Optional<String> speaker) {

    private static final int DIGITS = 12;

    /** Stands for a speaker where nobody is named. */
    static final String NOBODY = "-";

    Marked {
        source = List.copyOf(source);
        cue = List.copyOf(cue);
        content = List.copyOf(content);
        addressee = List.copyOf(addressee);
    }

    /** A statement as a format shows it. */
    static Marked of(Statement statement, String text, Pieces pieces) {
        Optional<StanceReading> reading = statement.stance();
        return new Marked(
                pieces.of(statement.attribution().source(), text),
                pieces.of(statement.attribution().cue(), text),
                pieces.of(statement.attribution().content(), text),
                pieces.of(statement.addressee(), text),
                reading.map(StanceReading::stance),
                reading.map(StanceReading::negated).orElse(false),
                reading.map(StanceReading::hypothetical).orElse(false),
                Optional.of(speaker(statement.speaker())));
    }

    private static String speaker(Resolution resolution) {
        return resolution instanceof Resolution.Resolved resolved
                ? Lines.folded(resolved.name()).orElse(NOBODY)
                : NOBODY;
    }

    /** This, and another's stance and speaker where this does not say. */
    Marked orElse(Marked other) {
        boolean read = stance.isPresent();
        return new Marked(
                source,
                cue,
                content,
                addressee,
                stance.or(other::stance),
                read ? negated : other.negated,
                read ? hypothetical : other.hypothetical,
                speaker.or(other::speaker));
    }

    /** The same with another speaker. */
    Marked by(Optional<String> other) {
        return new Marked(source, cue, content, addressee, stance, negated, hypothetical, other);
    }

    /** What the statement says in this form, as a few digits: equal where nothing was changed. */
    String digest() {
        String whole = Anchor.digest(String.join(
                "\u0000",
                source.toString(),
                cue.toString(),
                content.toString(),
                addressee.toString(),
                stance.toString(),
                negated + " " + hypothetical,
                speaker.orElse("")));
        int hex = whole.indexOf(':') + 1;
        return whole.substring(hex, hex + DIGITS);
    }
}
