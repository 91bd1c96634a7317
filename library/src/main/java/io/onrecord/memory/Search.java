package io.onrecord.memory;

import io.onrecord.encoder.ByteVector;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.encoder.onnx.OnnxSentences;
import io.onrecord.exchange.export.ExportFilter;
import io.onrecord.search.Beside;
import io.onrecord.search.Explored;
import io.onrecord.search.Found;
import io.onrecord.search.Hit;
import io.onrecord.search.IndexException;
import io.onrecord.search.Matches;
import io.onrecord.search.Query;
import io.onrecord.search.SpeakerKey;
import io.onrecord.search.Stamp;
import io.onrecord.search.StatementIndex;
import io.onrecord.search.Words;
import io.onrecord.store.Somebody;
import io.onrecord.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds statements in a store, by a search index that follows it. What the index finds is read from the store, so that what was
 * forgotten or read again meanwhile is never shown as it was.
 *
 * <p>Safe to share between threads. The network for meanings is loaded when it is first needed, and closed with this; the store is
 * not.
 */
public final class Search implements AutoCloseable {

    /** A group that no speaker belongs to. */
    private static final int UNKNOWN = Integer.MAX_VALUE;

    private final Store store;
    private final StatementIndex index;
    private final SentenceEncoder encoder;
    private final CastKeeper casts;

    private Search(Store store, StatementIndex index, SentenceEncoder encoder) {
        this.store = store;
        this.index = index;
        this.encoder = encoder;
        this.casts = new CastKeeper(store);
    }

    /**
     * Opens the index of a store, in {@link IndexFolder#of}, with records as people put them right.
     *
     * @throws io.onrecord.search.IndexException if its folder can be neither made nor read
     */
    public static Search open(Store store) {
        return open(store, IndexFolder.of(store));
    }

    /**
     * Opens the index of a store.
     *
     * @param folder where it lies
     * @throws io.onrecord.search.IndexException if its folder can be neither made nor read
     */
    public static Search open(Store store, Path folder) {
        return open(store, folder, OnnxSentences.whenNeeded());
    }

    /**
     * Opens the index of a store.
     *
     * @param folder where it lies
     * @param encoder the network for meanings, which is closed with the search
     * @throws io.onrecord.search.IndexException if its folder can be neither made nor read
     */
    public static Search open(Store store, Path folder, SentenceEncoder encoder) {
        return new Search(store, StatementIndex.open(folder), encoder);
    }

    /** Who is called what. */
    public People people() {
        return new People(store);
    }

    /** How far the index is behind; what was committed just now, by this process or another, may not have been seen yet. */
    public Lag lag() {
        index.refreshAtTimes();
        return new Lag(step().behind(store), store.pendingStatements());
    }

    /** The change up to which the index has seen all; see {@link Store#changes}. 0 where it has seen nothing of this store. */
    public long followed() {
        return index.stamp()
                .filter(stamp -> stamp.store().equals(store.id()))
                .map(Stamp::since)
                .orElse(0L);
    }

    /** Whether there is an index of this store, be it behind. */
    public boolean isUsable() {
        return step().isUsable(store);
    }

    /** How many statements can be found. */
    public long statements() {
        return index.statements();
    }

    /** Names of outlets that can be asked for, in small letters, those with the most statements first. */
    public List<String> outlets(int most) {
        return index.outlets(most);
    }

    /**
     * Gives statements the vectors that they lack ({@link VectorStep}).
     *
     * @param threads how many work at once
     * @return how many were given one
     */
    public long makeVectors(int threads, ProgressListener listener) {
        return new VectorStep(encoder, threads).run(store, listener);
    }

    /**
     * Lets the index follow the store ({@link IndexStep}), and what is known of who speaks. Where it turns out damaged it is made anew.
     *
     * @param anew whether it is made anew
     * @return how many articles were taken in or out
     * @throws io.onrecord.search.IndexException if another process does the same just now, or it cannot be written
     */
    public long follow(boolean anew, ProgressListener listener) {
        index.refresh();
        long done = run(anew, listener);
        casts.follow();
        return done;
    }

    private long run(boolean anew, ProgressListener listener) {
        try {
            return step().run(store, anew, listener);
        } catch (IndexException e) {
            if (anew || e.reason() != IndexException.Reason.DAMAGED) {
                throw e;
            }
            // Files are read whole only when they are written anew; it can all be had again.
            return step().run(store, true, listener);
        }
    }

    private IndexStep step() {
        return new IndexStep(index);
    }

    /**
     * Finds statements.
     *
     * @param from how many of the first to leave out
     * @param most how many to give at most
     * @throws io.onrecord.search.IndexException if the index is damaged
     * @throws io.onrecord.store.StoreException if the store cannot be read
     */
    public Answers find(Question question, int from, int most) {
        Found found = index.search(query(question), from, most);
        Matches matches = Matches.of(question.about());
        List<Answer> answers = new ArrayList<>();
        new AnswerIterator(found.hits(), matches, store::kept).forEachRemaining(answers::add);
        return new Answers(answers, found.total(), found.more());
    }

    /**
     * Finds statements, and counts all of them by kinds ({@link StatementIndex#explore}).
     *
     * @param from how many of the first to leave out
     * @param most how many to give at most
     * @throws io.onrecord.search.IndexException if the index is damaged
     * @throws io.onrecord.store.StoreException if the store cannot be read
     */
    public Finding explore(Choice choice, int from, int most) {
        Cast cast = casts.now();
        Explored explored = index.explore(query(choice.question()), beside(choice, cast), choice.order(), from, most);
        List<Answer> answers = new ArrayList<>();
        answers(choice, explored.hits()).forEachRemaining(answers::add);
        List<Facets.Speaking> speaking = new ArrayList<>();
        explored.counts()
                .groups()
                .forEach((group, count) -> speaking.add(new Facets.Speaking(cast.id(group), cast.name(group), count)));
        return new Finding(answers, explored.total(), new Facets(explored.counts(), speaking));
    }

    /**
     * All that is found, one in memory at a time; what the index found is as it was when this was called.
     *
     * @throws io.onrecord.search.IndexException if the index is damaged
     */
    public Iterator<Answer> all(Choice choice) {
        Explored explored = index.explore(
                query(choice.question()), beside(choice, casts.now()), choice.order(), 0, Integer.MAX_VALUE);
        return answers(choice, explored.hits());
    }

    /**
     * All that is found in some articles, whoever speaks in them told by what is known now.
     *
     * @param articles their numbers in the store
     * @throws io.onrecord.search.IndexException if the index is damaged
     */
    public Iterator<Answer> all(Choice choice, Set<Integer> articles) {
        Query query = query(choice.question()).in(articles);
        Explored explored = index.explore(query, beside(choice, casts.fresh()), choice.order(), 0, Integer.MAX_VALUE);
        return answers(choice, explored.hits());
    }

    private static Beside beside(Choice choice, Cast cast) {
        Set<Integer> groups = new HashSet<>();
        choice.speakers().forEach(id -> groups.add(cast.group(id).orElse(UNKNOWN)));
        return new Beside(cast.grouping(), groups, choice.copies());
    }

    private Iterator<Answer> answers(Choice choice, List<Hit> hits) {
        return new AnswerIterator(hits, Matches.of(choice.question().about()), store::kept);
    }

    private Query query(Question question) {
        ExportFilter filter = question.filter();
        Optional<Set<Integer>> articles =
                filter.articles().isEmpty() ? Optional.empty() : Optional.of(numbers(filter.articles()));
        return new Query(
                question.about(),
                question.byMeaning() ? meaning(question.about()) : Optional.empty(),
                question.who().map(this::speakers),
                filter.stances(),
                filter.forms(),
                Set.copyOf(filter.outlets()),
                filter.since(),
                filter.until(),
                articles,
                filter.minConfidence());
    }

    private Set<Integer> numbers(Set<String> articles) {
        Set<Integer> numbers = new HashSet<>();
        articles.forEach(article -> numbers.addAll(store.numbers(article)));
        return numbers;
    }

    private Set<SpeakerKey> speakers(List<Somebody> who) {
        Set<SpeakerKey> speakers = new HashSet<>();
        for (Somebody one : who) {
            store.speakers(one.id()).forEach(place -> speakers.add(new SpeakerKey(place.article(), place.speakerId())));
        }
        return speakers;
    }

    /** Empty where nothing is looked for, or vectors are of another network. */
    private Optional<ByteVector> meaning(Words about) {
        Optional<String> model = store.vectorModel();
        if (about.isEmpty() || model.isEmpty()) {
            return Optional.empty();
        }
        return encoder.model().equals(model.get())
                ? Optional.of(encoder.encode(List.of(about.all())).get(0).bytes())
                : Optional.empty();
    }

    @Override
    public void close() {
        index.close();
        encoder.close();
    }
}
