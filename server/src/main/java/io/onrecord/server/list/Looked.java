package io.onrecord.server.list;

import io.onrecord.corrections.Corrected;
import io.onrecord.memory.Answer;
import io.onrecord.server.list.Listing.Ref;
import io.onrecord.store.KeptArticle;
import io.onrecord.store.Store;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads the statements of a list from the store when their turn comes; what is not kept any more is left out. For one thread. */
final class Looked<E extends Record> implements Iterator<Looked.One<E>> {

    /** So many articles stay in memory for their other statements. */
    private static final int ARTICLES = 32;

    /**
     * A statement with its article.
     *
     * @param own what the list says of it
     */
    record One<E extends Record>(E own, Answer answer) {}

    private final Store store;
    private final Iterator<Ref<E>> refs;
    private final Map<String, Optional<KeptArticle>> articles = new LinkedHashMap<>();
    private @Nullable One<E> next;

    Looked(Store store, Iterator<Ref<E>> refs) {
        this.store = store;
        this.refs = refs;
    }

    @Override
    public boolean hasNext() {
        while (next == null && refs.hasNext()) {
            Ref<E> ref = refs.next();
            next = article(ref.article()).flatMap(kept -> one(kept, ref)).orElse(null);
        }
        return next != null;
    }

    private Optional<KeptArticle> article(String id) {
        Optional<KeptArticle> known = articles.get(id);
        if (known == null) {
            known = store.kept(id);
            if (articles.size() == ARTICLES) {
                articles.remove(articles.keySet().iterator().next());
            }
            articles.put(id, known);
        }
        return known;
    }

    private Optional<One<E>> one(KeptArticle kept, Ref<E> ref) {
        String now = kept.corrected()
                .of(ref.statement())
                .flatMap(Corrected.Touched::id)
                .orElse(ref.statement());
        return kept.corrected().record().statements().stream()
                .filter(statement -> statement.id().equals(now))
                .findFirst()
                .map(statement ->
                        new One<>(ref.own(), new Answer(kept, statement, 0, List.of(), OptionalDouble.empty())));
    }

    @Override
    public One<E> next() {
        One<E> result = hasNext() ? next : null;
        if (result == null) {
            throw new NoSuchElementException("the list is at its end");
        }
        next = null;
        return result;
    }

    /** The statements alone. */
    Iterator<Answer> answers() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return Looked.this.hasNext();
            }

            @Override
            public Answer next() {
                return Looked.this.next().answer();
            }
        };
    }
}
