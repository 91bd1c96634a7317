package io.onrecord.server.alert;

import io.onrecord.memory.Answer;
import io.onrecord.memory.Choice;
import io.onrecord.memory.Search;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.problem.Problem;
import io.onrecord.server.view.SearchQuery;
import io.onrecord.store.SavedSearch;
import io.onrecord.store.SavedSearches;
import io.onrecord.store.SavedSearches.Found;
import io.onrecord.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks for what saved searches find in articles that came or changed since they were last followed, as far as the search index has seen them. For
 * one thread.
 */
final class Following {

    /** Articles that are looked at together. */
    private static final int BATCH = 500;

    private final Store store;
    private final Search search;

    Following(Shelf shelf) {
        this.store = shelf.store();
        this.search = shelf.search();
    }

    /**
     * Follows all of them.
     *
     * @return how much was found that is new
     */
    int run() {
        long seen = search.followed();
        int added = 0;
        for (SavedSearch saved : store.saved().all()) {
            long from = store.saved().followed(saved.id());
            if (from < seen) {
                added += follow(saved, from);
            }
            // A store that was put back to an earlier state numbers its changes anew. A search that was saved before
            // the index had seen all is ahead of it, and stays there: what came before it is not new.
            if (seen > 0 && (from < seen || from > store.changes(Long.MAX_VALUE).horizon())) {
                store.saved().follow(saved.id(), seen);
            }
        }
        return added;
    }

    private int follow(SavedSearch saved, long from) {
        Optional<Choice> choice = choice(saved);
        if (choice.isEmpty()) {
            return 0;
        }
        SavedSearches searches = store.saved();
        int added = 0;
        List<Integer> articles = searches.changed(saved.id(), from, 0, BATCH);
        while (!articles.isEmpty()) {
            added += searches.add(saved.id(), found(choice.get(), articles));
            articles = searches.changed(saved.id(), from, articles.get(articles.size() - 1), BATCH);
        }
        return added;
    }

    /** Empty for one that makes no sense to this version. */
    private Optional<Choice> choice(SavedSearch saved) {
        try {
            return Optional.of(SearchQuery.of(saved.query()).choice(search.people()));
        } catch (Problem e) {
            return Optional.empty();
        }
    }

    private List<Found> found(Choice choice, List<Integer> articles) {
        Map<String, Integer> numbers = new HashMap<>();
        articles.forEach(number -> store.get(number)
                .ifPresent(record -> numbers.put(record.article().id(), number)));
        Map<String, Set<String>> before = new HashMap<>();
        List<Found> found = new ArrayList<>();
        Iterator<Answer> answers = search.all(choice, Set.copyOf(articles));
        while (answers.hasNext()) {
            Answer answer = answers.next();
            Integer number = numbers.get(answer.record().article().id());
            Set<String> older = before.computeIfAbsent(
                    answer.record().article().id(),
                    id -> contents(answer.surroundings().newerThan()));
            if (number != null && !older.contains(content(answer.record(), answer.statement()))) {
                found.add(new Found(number, answer.statement().id()));
            }
        }
        return found;
    }

    /** What the version before says is not new because the article is kept once more. */
    private Set<String> contents(Optional<String> articleId) {
        Set<String> contents = new HashSet<>();
        articleId
                .flatMap(store::get)
                .ifPresent(
                        record -> record.statements().forEach(statement -> contents.add(content(record, statement))));
        return contents;
    }

    private static String content(ArticleRecord record, Statement statement) {
        String text = record.textOf(statement.attribution().in());
        return statement.attribution().content().stream()
                .map((Span span) -> span.of(text))
                .collect(Collectors.joining("\n"));
    }
}
