package io.onrecord.evaluation;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Dispute;
import io.onrecord.model.Outcome;
import io.onrecord.model.Producer;
import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Articles whose statements, claims and disputes are marked.
 *
 * @param articles in the order of the file
 * @param edges in the order of the file
 * @param contradicts by the id of a claim those that cannot be true with it, from both sides
 */
record ClaimsGold(List<Labelled> articles, List<Edge> edges, Map<String, Set<String>> contradicts) {

    ClaimsGold {
        articles = List.copyOf(articles);
        edges = List.copyOf(edges);
        contradicts = Map.copyOf(contradicts);
    }

    /**
     * An article with its statements.
     *
     * @param event that it reports on
     * @param statements by id, in the order of the file
     */
    record Labelled(Article article, String event, Map<String, Stated> statements) {}

    /**
     * A statement.
     *
     * @param within id of the statement that reports it
     * @param claim that it states, disputes or backs; empty where its content puts no proposition of its own
     * @param also other claims that its content puts
     */
    record Stated(Attribution words, Optional<String> within, Optional<String> claim, List<String> also) {
        Stated {
            also = List.copyOf(also);
        }

        List<String> claims() {
            List<String> claims = new ArrayList<>(also);
            claim.ifPresent(first -> claims.add(0, first));
            return List.copyOf(claims);
        }
    }

    /** A statement of an article. */
    record Place(String article, String statement) {}

    /**
     * A dispute.
     *
     * @param from the statement
     * @param claim that it goes to
     * @param statement id of the statement in the same article that is meant; empty where there is none
     * @param evidence the words that show it
     */
    record Edge(
            String event,
            Place from,
            String claim,
            Optional<String> statement,
            Dispute.Kind kind,
            List<Span> evidence) {}

    /** The part that belongs to an event. */
    ClaimsGold of(String event) {
        return new ClaimsGold(
                articles.stream().filter(it -> it.event().equals(event)).toList(),
                edges.stream().filter(it -> it.event().equals(event)).toList(),
                contradicts);
    }

    /** All events, in the order of the articles. */
    List<String> events() {
        return articles.stream().map(Labelled::event).distinct().toList();
    }

    /** What an engine reads in the articles; one that it skips is not there. */
    List<ArticleRecord> read(Engine engine) {
        Iterator<Outcome<ArticleRecord>> records = engine.read(articles.stream()
                .<Outcome<Article>>map(article -> new Outcome.Kept<>(article.article()))
                .iterator());
        List<ArticleRecord> read = new ArrayList<>();
        while (records.hasNext()) {
            if (records.next() instanceof Outcome.Kept<ArticleRecord> kept) {
                read.add(kept.value());
            }
        }
        return read;
    }

    /** The records that the articles would have, had the engine found the gold's spans. */
    List<ArticleRecord> records(Producer producer) {
        return articles.stream()
                .map(article -> GoldRecords.of(article, producer))
                .toList();
    }
}
