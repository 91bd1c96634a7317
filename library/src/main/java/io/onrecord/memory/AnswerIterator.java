package io.onrecord.memory;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Resolution;
import io.onrecord.model.Speaker;
import io.onrecord.model.Statement;
import io.onrecord.search.Hit;
import io.onrecord.search.Matches;
import io.onrecord.store.KeptArticle;
import io.onrecord.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads what was found from the store when its turn comes; what is not kept any more, or is damaged, is left out. For one thread. */
final class AnswerIterator implements Iterator<Answer> {

    /** So many articles stay in memory for their other statements. */
    private static final int ARTICLES = 32;

    private final Iterator<Hit> hits;
    private final Matches matches;
    private final IntFunction<Optional<KeptArticle>> reader;
    private final Map<Integer, Optional<Known>> articles = new LinkedHashMap<>();
    private @Nullable Answer next;

    /** An article with its statements by what tells them from others. */
    private record Known(KeptArticle kept, Map<Long, Statement> statements) {
        static Known of(KeptArticle kept) {
            Map<Long, Statement> statements = new HashMap<>();
            kept.corrected()
                    .record()
                    .statements()
                    .forEach(statement -> statements.putIfAbsent(Hit.of(statement.id()), statement));
            return new Known(kept, statements);
        }
    }

    AnswerIterator(List<Hit> hits, Matches matches, IntFunction<Optional<KeptArticle>> reader) {
        this.hits = hits.iterator();
        this.matches = matches;
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        while (next == null && hits.hasNext()) {
            Hit hit = hits.next();
            next = article(hit.article()).flatMap(known -> answer(known, hit)).orElse(null);
        }
        return next != null;
    }

    /** Empty where the article has no such statement any more. */
    private Optional<Answer> answer(Known known, Hit hit) {
        return Optional.ofNullable(known.statements.get(hit.statement()))
                .map(statement -> new Answer(
                        known.kept,
                        statement,
                        hit.score(),
                        matches.wordsIn(searched(known.kept.corrected().record(), statement)),
                        hit.cosine()));
    }

    /** The texts in which its words are looked for. */
    private static List<String> searched(ArticleRecord record, Statement statement) {
        List<String> texts = new ArrayList<>();
        String text = record.textOf(statement.attribution().in());
        statement.attribution().content().forEach(span -> texts.add(span.of(text)));
        record.article().metadata().title().ifPresent(texts::add);
        if (statement.speaker() instanceof Resolution.Resolved resolved) {
            texts.add(resolved.name());
            for (Speaker speaker : record.speakers()) {
                if (speaker.id().equals(resolved.speakerId())) {
                    texts.addAll(speaker.aliases());
                }
            }
        }
        return texts;
    }

    private Optional<Known> article(int number) {
        Optional<Known> known = articles.get(number);
        if (known == null) {
            known = read(number).map(Known::of);
            if (articles.size() == ARTICLES) {
                articles.remove(articles.keySet().iterator().next());
            }
            articles.put(number, known);
        }
        return known;
    }

    private Optional<KeptArticle> read(int number) {
        try {
            return reader.apply(number);
        } catch (StoreException e) {
            if (e.reason() != StoreException.Reason.DAMAGED) {
                throw e;
            }
            // Store.check tells of it; here the others must be found.
            return Optional.empty();
        }
    }

    @Override
    public Answer next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("nothing more was found");
        }
        Answer result = next;
        next = null;
        return result;
    }
}
