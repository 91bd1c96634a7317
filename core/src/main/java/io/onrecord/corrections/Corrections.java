package io.onrecord.corrections;

import io.onrecord.model.ArticleRecord;
import java.util.List;

/**
 * Records with what people put right. A pure function: the engine's record stays as it is, and the same corrections give the same
 * corrected record, however often the article was read again.
 *
 * <p>A correction belongs to the statement whose cue overlaps that of its anchor, and whose content has at least half in common with
 * it (Jaccard); the best fit first, and one statement for corrections of different statements only once. Where there is none, what
 * people saw stands by itself, and {@link Corrected#problems} says so: an engine that misses a statement does not undo what a person
 * said of it.
 */
public final class Corrections {

    private Corrections() {}

    /**
     * A corrected record.
     *
     * @param corrections in the order they were made; those of other texts are passed over
     */
    public static Corrected apply(ArticleRecord record, List<Correction> corrections) {
        if (corrections.isEmpty()) {
            return Corrected.untouched(record);
        }
        String digest = Anchor.digest(record.article().text().value());
        List<Correction> ours = corrections.stream()
                .filter(correction -> correction.anchor().textDigest().equals(digest))
                .toList();
        return ours.isEmpty()
                ? Corrected.untouched(record)
                : new Applying(record, Attaching.of(record, ours)).corrected();
    }
}
