package io.onrecord.server.desk;

import io.onrecord.store.Put;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A job as it stands at a moment.
 *
 * @param id of it
 * @param by who asked for it
 * @param labels what is read, in the words of who asked
 * @param phase how far it is
 * @param asked when
 * @param begun when, if it has
 * @param ended when, if it has
 * @param puts what became of the articles that were kept, and how many there are
 * @param skips how many were not kept
 * @param share of the files, or of several texts and addresses, that is read, from 0 to 1; empty where that cannot be told
 * @param kept the first of them, at most {@link Job#LISTED}
 * @param skipped the first of them, at most {@link Job#LISTED}
 * @param notices what was decided while reading, at most {@link Job#NOTICES}
 * @param problem why it broke off, in words for who asked
 */
public record JobState(
        String id,
        String by,
        List<String> labels,
        Phase phase,
        Instant asked,
        Optional<Instant> begun,
        Optional<Instant> ended,
        Map<Put, Long> puts,
        long skips,
        OptionalDouble share,
        List<KeptArticle> kept,
        List<SkippedInput> skipped,
        List<String> notices,
        Optional<String> problem) {

    /** How far a job is. */
    public enum Phase {
        /** Others are before it. */
        WAITING,
        /** It is being read. */
        READING,
        /** All was read. */
        DONE,
        /** Somebody stopped it; what was kept before stays. */
        STOPPED,
        /** It broke off; what was kept before stays. */
        FAILED;

        public boolean isOver() {
            return this != WAITING && this != READING;
        }
    }

    /**
     * An article that was kept.
     *
     * @param id of the article
     * @param title its headline, or its address
     * @param outlet who published it
     * @param statements how many
     * @param put what keeping it did
     */
    public record KeptArticle(String id, String title, Optional<String> outlet, int statements, Put put) {}

    /**
     * What was not kept.
     *
     * @param address of it
     * @param why in a sentence
     * @param again whether nothing was wrong with it: sent again, it may be kept
     */
    public record SkippedInput(String address, String why, boolean again) {}

    public JobState {
        labels = List.copyOf(labels);
        puts = Map.copyOf(puts);
        kept = List.copyOf(kept);
        skipped = List.copyOf(skipped);
        notices = List.copyOf(notices);
    }

    /** How many articles were kept, those that were there already included. */
    public long keeps() {
        return puts.values().stream().mapToLong(Long::longValue).sum();
    }
}
