package io.onrecord.server.view;

import io.onrecord.server.desk.JobState;
import io.onrecord.store.Put;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A job.
 *
 * @param id of it
 * @param phase waiting, reading, done, stopped or failed
 * @param over whether nothing more will come
 * @param by who asked for it
 * @param inputs what is read, in the words of who asked
 * @param asked when, ISO 8601
 * @param begun when it was begun
 * @param ended when it was over
 * @param keeps how many articles were kept, those that were there already included
 * @param puts how many of them were new, unchanged, replaced (read anew) or newer_version
 * @param skips how many were not kept
 * @param share of the files, or of several texts and addresses, that is read, from 0 to 1
 * @param kept the first of the articles
 * @param skipped the first of what was not kept
 * @param notices what was decided while reading
 * @param problem why it broke off
 */
public record JobView(
        String id,
        String phase,
        boolean over,
        String by,
        List<String> inputs,
        String asked,
        Optional<String> begun,
        Optional<String> ended,
        long keeps,
        Map<String, Long> puts,
        long skips,
        Optional<Double> share,
        List<KeptLine> kept,
        List<SkippedLine> skipped,
        List<String> notices,
        Optional<String> problem) {

    /**
     * An article that was kept.
     *
     * @param id of the article
     * @param headline its title, or its address
     * @param outlet who published it
     * @param statements how many it has
     * @param put what keeping it did
     */
    public record KeptLine(String id, String headline, Optional<String> outlet, int statements, String put) {}

    /**
     * What was not kept.
     *
     * @param address of it
     * @param why in a sentence
     */
    public record SkippedLine(String address, String why) {}

    public JobView {
        inputs = List.copyOf(inputs);
        kept = List.copyOf(kept);
        skipped = List.copyOf(skipped);
        notices = List.copyOf(notices);
    }

    /** As it stands. */
    public static JobView of(JobState job) {
        Map<String, Long> puts = new TreeMap<>();
        job.puts().forEach((put, count) -> puts.put(word(put), count));
        return new JobView(
                job.id(),
                job.phase().name().toLowerCase(Locale.ROOT),
                job.phase().isOver(),
                job.by(),
                job.labels(),
                job.asked().toString(),
                job.begun().map(Instant::toString),
                job.ended().map(Instant::toString),
                job.keeps(),
                puts,
                job.skips(),
                job.share().isPresent() ? Optional.of(job.share().getAsDouble()) : Optional.empty(),
                job.kept().stream()
                        .map(one ->
                                new KeptLine(one.id(), one.title(), one.outlet(), one.statements(), word(one.put())))
                        .toList(),
                job.skipped().stream()
                        .map(one -> new SkippedLine(one.address(), one.why()))
                        .toList(),
                job.notices(),
                job.problem());
    }

    private static String word(Put put) {
        return put.name().toLowerCase(Locale.ROOT);
    }
}
