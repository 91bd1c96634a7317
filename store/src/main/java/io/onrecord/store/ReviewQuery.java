package io.onrecord.store;

import io.onrecord.model.Stance;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which statements are to be looked at.
 *
 * @param outlet the name of the article's outlet, whatever its case
 * @param stance what the cue does
 * @param speaker words of the speaker's name, whatever their case
 * @param since the first day of publication, {@link LocalDate#MIN} for any; undated articles count by the day they were kept
 */
public record ReviewQuery(Optional<String> outlet, Optional<Stance> stance, Optional<String> speaker, LocalDate since) {

    /** All. */
    public static final ReviewQuery ALL =
            new ReviewQuery(Optional.empty(), Optional.empty(), Optional.empty(), LocalDate.MIN);
}
