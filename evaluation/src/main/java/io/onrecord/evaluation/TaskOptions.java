package io.onrecord.evaluation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a task can be told beside its gold file; each heeds what concerns it.
 *
 * @param marks how {@code attribution} has the engine read the quotation marks of the gold
 * @param weights where {@code calibration}, {@code pronouns} and (a folder) {@code claim-weights} write what they have fitted,
 *     {@code copies} its set and {@code claims} each dispute; empty for nowhere
 * @param articles where the articles are that the gold of {@code stance} names; empty where it names none
 * @param together whether {@code speakers} has the articles of one event read together, with identity over them
 * @param pages what {@code article-text} takes text out of pages with
 * @param seed of the set that {@code copies} generates; empty where it reads one
 * @param networks what {@code claims}, {@code claim-weights}, {@code same-claim}, {@code stance-to-claim} and {@code disputes} compare sentences with
 */
public record TaskOptions(
        Marks marks,
        Optional<Path> weights,
        Optional<Path> articles,
        boolean together,
        Optional<PageTexts> pages,
        OptionalLong seed,
        Optional<SentenceNetworks> networks) {

    /** Gold as it is, and nothing written. */
    public static final TaskOptions DEFAULT =
            new TaskOptions(Marks.AS_THEY_ARE, Optional.empty(), Optional.empty(), false);

    /** Without anything to read pages or compare sentences with, and without a seed. */
    public TaskOptions(Marks marks, Optional<Path> weights, Optional<Path> articles, boolean together) {
        this(marks, weights, articles, together, Optional.empty(), OptionalLong.empty(), Optional.empty());
    }

    /** The same with something to read pages with. */
    public TaskOptions withPages(PageTexts reader) {
        return new TaskOptions(marks, weights, articles, together, Optional.of(reader), seed, networks);
    }

    /** The same, with a seed. */
    public TaskOptions withSeed(OptionalLong other) {
        return new TaskOptions(marks, weights, articles, together, pages, other, networks);
    }

    /** The same, with networks to compare sentences with. */
    public TaskOptions withNetworks(SentenceNetworks opener) {
        return new TaskOptions(marks, weights, articles, together, pages, seed, Optional.of(opener));
    }
}
