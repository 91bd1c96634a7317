package io.onrecord.export;

import io.onrecord.corrections.Corrected;
import io.onrecord.exchange.export.ExportFilter;
import io.onrecord.exchange.export.ExportItem;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.store.KeptArticle;
import io.onrecord.store.SpeakerPlace;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import io.onrecord.store.Surroundings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The records of a store. Of articles or identities that are named by their ids no others are looked at. An article that is damaged is skipped;
 * where the way to the next one is damaged, or the store cannot be read, {@link StoreException} ends it.
 */
// As in what it extends.
@SuppressWarnings("NullableOptional")
public final class StoredItems extends ExportSource {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final Store store;
    /** Empty where an article was forgotten just now. */
    private final Iterator<Optional<Corrected>> records;

    private final ExportFilter filter;
    private final boolean allVersions;
    private final boolean corrections;
    private final long total;

    /**
     * Begins.
     *
     * @param store stays open
     * @param allVersions whether older versions of articles are taken, too
     * @param corrections whether what people put right goes into the records
     */
    public StoredItems(Store store, ExportFilter filter, boolean allVersions, boolean corrections) {
        this.store = store;
        this.filter = filter;
        this.allVersions = allVersions;
        this.corrections = corrections;
        Optional<Set<Integer>> named = named(store, filter);
        this.records = named.isPresent()
                ? reading(named.get().iterator(), number -> store.kept(number).map(KeptArticle::corrected))
                : reading(store.correctedRecords(), Optional::of);
        this.total = named.map(numbers -> (long) numbers.size())
                .orElseGet(() -> store.counts().articles());
    }

    /** Numbers of the articles that can pass, where the filter names them; empty where it does not. */
    private static Optional<Set<Integer>> named(Store store, ExportFilter filter) {
        Set<Integer> numbers = new TreeSet<>();
        if (!filter.articles().isEmpty()) {
            filter.articles().forEach(article -> numbers.addAll(store.numbers(article)));
            return Optional.of(numbers);
        }
        List<String> speakers = filter.speakers();
        if (speakers.isEmpty()
                || !speakers.stream().allMatch(id -> ID.matcher(id).matches())) {
            return Optional.empty();
        }
        speakers.forEach(
                id -> store.speakers(id).stream().map(SpeakerPlace::article).forEach(numbers::add));
        return Optional.of(numbers);
    }

    /** Each is read when it is asked for, not when it is asked whether there is one: so one that is damaged has passed. */
    private static <T> Iterator<Optional<Corrected>> reading(Iterator<T> all, Function<T, Optional<Corrected>> reader) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public Optional<Corrected> next() {
                return reader.apply(all.next());
            }
        };
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public long done() {
        return looked();
    }

    @Override
    protected @Nullable Optional<Outcome<ExportItem>> look() {
        // Who cannot tell whether there is another would be asked the same for ever: that ends the export.
        if (!records.hasNext()) {
            return null;
        }
        try {
            return records.next().flatMap(this::item);
        } catch (StoreException e) {
            if (e.reason() == StoreException.Reason.DAMAGED) {
                return Optional.of(
                        new Outcome.Skipped<>(store.name(), Outcome.Stage.READING, String.valueOf(e.getMessage())));
            }
            throw e;
        }
    }

    private Optional<Outcome<ExportItem>> item(Corrected corrected) {
        ArticleRecord record = corrections ? corrected.record() : corrected.engine();
        // Forgotten just now, if it is not there.
        Optional<Surroundings> around = store.surroundings(record.article().id());
        if (around.isEmpty() || around.get().newer().isPresent() && !allVersions) {
            return Optional.empty();
        }
        return filter.of(record, context(new KeptArticle(corrected, around.get())))
                .map(Outcome.Kept::new);
    }

    /** What is known beside the record: of the statements that people looked at, too. */
    static ExportItem.Context context(KeptArticle article) {
        Set<String> touched = new HashSet<>();
        article.corrected().touched().stream()
                .filter(Corrected.Touched::reviewed)
                .forEach(statement -> statement.id().ifPresent(touched::add));
        Surroundings around = article.surroundings();
        Map<String, ExportItem.Known> identities = new HashMap<>();
        around.identities()
                .forEach((speaker, known) -> identities.put(speaker, new ExportItem.Known(known.id(), known.name())));
        return new ExportItem.Context(
                identities, touched, Optional.of(around.keptAt().toString()), around.newerThan(), around.newer());
    }
}
