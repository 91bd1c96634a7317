package io.onrecord.server.view;

import io.onrecord.corrections.Change;
import io.onrecord.corrections.Correction;
import io.onrecord.model.StanceReading;
import io.onrecord.server.desk.Reviewing.Said;
import java.util.List;
import java.util.Optional;

/**
 * What holds of a statement after somebody looked at it.
 *
 * @param statement its id now; the engine's where it was rejected
 * @param article id of its article
 * @param holds what people said of it and holds
 * @param added how many entries were added to its history just now; 0 where all was said before
 */
public record ReviewedView(String statement, String article, List<Entry> holds, int added) {

    /**
     * An entry in its history.
     *
     * @param id of the entry
     * @param kind {@code ACCEPT}, {@code REJECT}, {@code SPEAKER}, {@code NOBODY}, {@code STANCE}, {@code SPANS} or {@code ADD}
     * @param speaker of {@code SPEAKER}: who says it
     * @param stance of {@code STANCE}: what the cue does
     * @param author who says so
     * @param time when
     * @param note why
     */
    public record Entry(
            String id,
            String kind,
            Optional<String> speaker,
            Optional<ReviewItem.How> stance,
            String author,
            String time,
            Optional<String> note) {

        static Entry of(Correction said) {
            return new Entry(
                    said.id(),
                    said.change().code(),
                    said.change() instanceof Change.SpeakerIs is ? Optional.of(is.name()) : Optional.empty(),
                    said.change() instanceof Change.StanceIs is ? Optional.of(how(is.reading())) : Optional.empty(),
                    said.author(),
                    said.time().toString(),
                    said.note());
        }

        private static ReviewItem.How how(StanceReading reading) {
            return new ReviewItem.How(reading.stance().name(), reading.negated(), reading.hypothetical());
        }
    }

    public ReviewedView {
        holds = List.copyOf(holds);
    }

    public static ReviewedView of(Said said) {
        return new ReviewedView(
                said.statementId(),
                said.articleId(),
                said.inForce().stream().map(Entry::of).toList(),
                said.made().size());
    }
}
