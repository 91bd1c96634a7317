package io.onrecord.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the articles of an event by their words, and the claims in them. */
final class EventSelect {

    private final Database database;

    EventSelect(Database database) {
        this.database = database;
    }

    /** An article with its row. */
    private record Found(int key, Event.Story story) {}

    Event find(List<String> words, List<String> outlets, LocalDate since, LocalDate until) {
        return database.read(session -> {
            List<Found> articles = articles(session, words, outlets, since, until);
            return new Event(articles.stream().map(Found::story).toList(), claims(session, articles));
        });
    }

    private List<Found> articles(
            Session session, List<String> words, List<String> outlets, LocalDate since, LocalDate until) {
        List<Object> values = new ArrayList<>(outlets);
        StringBuilder where = new StringBuilder(" WHERE article.outlet IN (" + "?, ".repeat(outlets.size() - 1) + "?)");
        String binary = database.dialect().byCharacters();
        if (!since.equals(LocalDate.MIN)) {
            where.append(" AND article.published_last_day").append(binary).append(" >= ?");
            values.add(since.toString());
        }
        if (!until.equals(LocalDate.MAX)) {
            where.append(" AND article.published_first_day").append(binary).append(" <= ?");
            values.add(until.toString());
        }
        for (String word : words) {
            where.append(" AND " + Dialect.has("COALESCE(article.title, '') || ' ' || article.text"));
            values.add(Dialect.containing(word));
        }
        return session.list(
                "SELECT article.key AS key, article.id AS id, article.outlet AS outlet, article.title AS title,"
                        + " article.published AS published, first_article.id AS origin,"
                        + " first_article.outlet AS origin_outlet FROM article"
                        + " LEFT JOIN origin ON origin.article = article.key"
                        + " LEFT JOIN article first_article ON first_article.key = origin.origin" + where
                        + " ORDER BY article.published_last_day, article.published, article.id",
                row -> new Found(
                        row.integer("key"),
                        new Event.Story(
                                row.string("id"),
                                row.string("outlet"),
                                row.text("title"),
                                row.text("published"),
                                row.text("origin"),
                                row.text("origin_outlet"))),
                values.toArray());
    }

    private static List<String> claims(Session session, List<Found> articles) {
        record Ranked(String id, int disputes, int origins) {}
        List<Ranked> claims = new ArrayList<>();
        for (Found found : articles) {
            for (Ranked one : session.list(
                    "SELECT DISTINCT claim.id AS id, claim.disputes AS disputes, claim.origins AS origins FROM proposition"
                            + " JOIN claim ON claim.key = proposition.claim WHERE proposition.article = ?",
                    row -> new Ranked(row.string("id"), row.integer("disputes"), row.integer("origins")),
                    found.key)) {
                claims.add(one);
            }
        }
        return claims.stream()
                .distinct()
                .sorted(Comparator.comparingInt((Ranked one) -> -one.disputes)
                        .thenComparingInt(one -> -one.origins)
                        .thenComparing(Ranked::id))
                .map(Ranked::id)
                .toList();
    }
}
