package io.onrecord.memory;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.exchange.export.ExportFilter;
import io.onrecord.search.Matches;
import io.onrecord.search.Words;
import io.onrecord.store.ClaimQuery;
import io.onrecord.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds claims by what they are about: those that the statements put which a {@link Search} finds, in the order of the statements.
 * As far as the index is behind, claims of what it does not know are not found. Safe to share between threads; store and search stay
 * the caller's.
 */
public final class ClaimSearch {

    /** Statements that are asked for together. */
    private static final int PAGE = 100;

    private final Store store;
    private final Search search;

    /**
     * Finds in a store.
     *
     * @param search of the same store
     */
    public ClaimSearch(Store store, Search search) {
        this.store = store;
        this.search = search;
    }

    /**
     * Finds claims, the nearest to some words first; without words the most disputed first, as the store has them.
     *
     * @param about what they are about
     * @param byMeaning whether what is near in meaning counts, too, beside the words
     * @param query what else must hold of them, and how many at most
     * @throws io.onrecord.search.IndexException if the index is damaged
     * @throws io.onrecord.store.StoreException if the store cannot be read
     */
    public List<ClaimSummary> find(Words about, boolean byMeaning, ClaimQuery query) {
        if (about.isEmpty()) {
            return store.claims(query);
        }
        Question question = new Question(Optional.empty(), about, byMeaning, ExportFilter.ALL);
        Matches matches = Matches.of(about);
        Map<String, ClaimSummary> found = new LinkedHashMap<>();
        int from = 0;
        Answers answers;
        do {
            answers = search.find(question, from, PAGE);
            for (Answer answer : answers.list()) {
                of(answer.statement().id(), matches, query).forEach(claim -> found.putIfAbsent(claim.id(), claim));
            }
            from += PAGE;
        } while (from < answers.total() && found.size() < query.limit());
        return found.values().stream().limit(query.limit()).toList();
    }

    /** Of the claims of one statement those with more of the words come first. */
    private List<ClaimSummary> of(String statement, Matches matches, ClaimQuery query) {
        List<ClaimSummary> claims = new ArrayList<>(store.claimsOf(List.of(statement), query));
        if (claims.size() > 1) {
            claims.sort(Comparator.comparingInt((ClaimSummary claim) ->
                    -matches.wordsIn(List.of(claim.wording())).size()));
        }
        return claims;
    }
}
