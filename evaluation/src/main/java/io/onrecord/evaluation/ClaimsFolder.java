package io.onrecord.evaluation;

import static io.onrecord.evaluation.GoldFormatException.shown;

import io.onrecord.evaluation.ClaimsGold.Edge;
import io.onrecord.evaluation.ClaimsGold.Labelled;
import io.onrecord.evaluation.ClaimsGold.Place;
import io.onrecord.evaluation.ClaimsGold.Stated;
import io.onrecord.model.Article;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Dispute;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Published;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Layout;
import io.onrecord.text.Quotations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a folder of claims and disputes: {@code articles.jsonl} ({@code id}, {@code text}, perhaps {@code title}, {@code outlet},
 * {@code published}, {@code language}), {@code statements.jsonl} ({@code article}, {@code event}, {@code statements} with {@code id},
 * {@code source}, {@code cue}, {@code content}, {@code within}, {@code claim}, perhaps {@code also}), {@code claims.jsonl}
 * ({@code id}, perhaps {@code contradicts}, a list of others) and {@code disputes.jsonl} ({@code article}, {@code from}, {@code to} with {@code claim} and perhaps {@code statement},
 * {@code kind}, {@code evidence}). Spans count code points.
 */
final class ClaimsFolder {

    private final Map<String, Article> articles = new LinkedHashMap<>();
    private final Map<String, CodePoints> points = new LinkedHashMap<>();
    private final Map<String, Labelled> labelled = new LinkedHashMap<>();
    private final Set<String> claims = new HashSet<>();
    private final Map<String, Set<String>> contradicts = new HashMap<>();

    private ClaimsFolder() {}

    /**
     * Everything in a folder.
     *
     * @throws GoldFormatException if it is a file, or a line is not what stands above, or names what is not there
     * @throws IOException if a file is missing or cannot be read
     */
    static ClaimsGold read(Path folder) throws IOException {
        if (Files.isRegularFile(folder)) {
            throw new GoldFormatException(
                    folder, "a file; expected a folder with articles, statements, claims and disputes, each .jsonl");
        }
        ClaimsFolder gold = new ClaimsFolder();
        for (GoldLine line : GoldLine.of(folder.resolve("articles.jsonl"))) {
            gold.addArticle(line);
        }
        List<GoldLine> claims = GoldLine.of(folder.resolve("claims.jsonl"));
        for (GoldLine line : claims) {
            gold.claims.add(line.string("id"));
        }
        for (GoldLine line : claims) {
            gold.addContrary(line);
        }
        Path statements = folder.resolve("statements.jsonl");
        for (GoldLine line : GoldLine.of(statements)) {
            gold.addStatements(line);
        }
        if (gold.labelled.size() < gold.articles.size()) {
            Set<String> left = new TreeSet<>(gold.articles.keySet());
            left.removeAll(gold.labelled.keySet());
            throw new GoldFormatException(statements, "no line for the articles " + shown(left.toString()));
        }
        List<Edge> edges = new ArrayList<>();
        for (GoldLine line : GoldLine.of(folder.resolve("disputes.jsonl"))) {
            edges.add(gold.edge(line));
        }
        return new ClaimsGold(List.copyOf(gold.labelled.values()), edges, gold.contradicts);
    }

    private void addContrary(GoldLine line) throws GoldFormatException {
        @Nullable JsonNode list = line.json().get("contradicts");
        if (list == null || list.isNull()) {
            return;
        }
        if (!list.isArray()) {
            throw line.problem("'contradicts' is no list");
        }
        String id = line.string("id");
        for (JsonNode other : list.values()) {
            String contrary = claim(line, other.asString());
            contradicts.computeIfAbsent(id, key -> new HashSet<>()).add(contrary);
            contradicts.computeIfAbsent(contrary, key -> new HashSet<>()).add(id);
        }
    }

    private void addArticle(GoldLine line) throws GoldFormatException {
        String id = line.string("id");
        String value = line.string("text");
        Text text = Layout.of(value).text(value);
        Optional<String> date = optional(line, "published");
        if (date.isPresent() && !Published.isIso(date.get())) {
            throw line.problem("'published' is no ISO 8601 date: " + shown(date.get()));
        }
        Metadata metadata = new Metadata(
                optional(line, "outlet"),
                optional(line, "title"),
                List.of(),
                date.map(day -> new Published(day, "gold")),
                optional(line, "language"),
                optional(line, "agency"),
                Optional.empty());
        if (articles.put(id, Article.of(id, text, metadata)) != null) {
            throw line.problem("the article " + shown(id) + " stands in an earlier line, too");
        }
        points.put(id, CodePoints.of(value));
    }

    private void addStatements(GoldLine line) throws GoldFormatException {
        String id = line.string("article");
        Article article = article(line, id);
        @Nullable JsonNode list = line.json().get("statements");
        if (list == null || !list.isArray()) {
            throw line.problem("there is no list 'statements'");
        }
        Map<String, Stated> statements = new LinkedHashMap<>();
        for (JsonNode node : list.values()) {
            GoldLine one = new GoldLine(line.file(), line.number(), node);
            if (statements.put(one.string("id"), stated(one, article, pointsOf(id))) != null) {
                throw one.problem("the statement " + shown(one.string("id")) + " is there twice");
            }
        }
        for (Stated statement : statements.values()) {
            if (statement.within().isPresent()
                    && !statements.containsKey(statement.within().get())) {
                throw line.problem("no statement " + shown(statement.within().get()) + " to stand within");
            }
        }
        if (labelled.put(id, new Labelled(article, line.string("event"), statements)) != null) {
            throw line.problem("the article " + shown(id) + " stands in an earlier line, too");
        }
    }

    private Stated stated(GoldLine line, Article article, CodePoints points) throws GoldFormatException {
        List<Span> source = line.spans("source", points);
        List<Span> cue = line.spans("cue", points);
        List<Span> content = line.spans("content", points);
        List<String> also = new ArrayList<>();
        if (line.has("also")) {
            for (JsonNode claim : line.json().get("also").values()) {
                also.add(claim(line, claim.asString()));
            }
        }
        Optional<String> claim = optional(line, "claim");
        if (claim.isPresent()) {
            claim(line, claim.get());
        }
        try {
            Attribution words = new Attribution(
                    Location.TEXT,
                    Quotations.of(article.text()).form(content),
                    source,
                    cue,
                    content,
                    new Confidence(1, certain(source), certain(cue), 1));
            return new Stated(words, optional(line, "within"), claim, also);
        } catch (IllegalArgumentException e) {
            throw line.problem(shown(String.valueOf(e.getMessage())));
        }
    }

    private static Optional<Double> certain(List<Span> spans) {
        return spans.isEmpty() ? Optional.empty() : Optional.of(1.0);
    }

    private Edge edge(GoldLine line) throws GoldFormatException {
        String id = line.string("article");
        article(line, id);
        Labelled article = labelled.get(id);
        String from = line.string("from");
        @Nullable JsonNode to = line.json().get("to");
        if (article == null || to == null || !to.isObject()) {
            throw line.problem("there is no object 'to'");
        }
        GoldLine target = new GoldLine(line.file(), line.number(), to);
        Optional<String> statement = optional(target, "statement");
        for (String known : statement.map(it -> List.of(from, it)).orElse(List.of(from))) {
            if (!article.statements().containsKey(known)) {
                throw line.problem("the article " + shown(id) + " has no statement " + shown(known));
            }
        }
        List<Span> evidence = line.spans("evidence", pointsOf(id));
        if (evidence.isEmpty()) {
            throw line.problem("'evidence' is empty");
        }
        return new Edge(
                article.event(),
                new Place(id, from),
                claim(line, target.string("claim")),
                statement,
                kind(line),
                evidence);
    }

    private static Dispute.Kind kind(GoldLine line) throws GoldFormatException {
        String name = line.string("kind");
        for (Dispute.Kind kind : Dispute.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw line.problem("'" + shown(name) + "' is no kind of dispute");
    }

    private Article article(GoldLine line, String id) throws GoldFormatException {
        Article article = articles.get(id);
        if (article == null) {
            throw line.problem("articles.jsonl has no article " + shown(id));
        }
        return article;
    }

    private CodePoints pointsOf(String article) {
        return Objects.requireNonNull(points.get(article));
    }

    private String claim(GoldLine line, String id) throws GoldFormatException {
        if (!claims.contains(id)) {
            throw line.problem("claims.jsonl has no claim " + shown(id));
        }
        return id;
    }

    private static Optional<String> optional(GoldLine line, String field) {
        return Optional.ofNullable(line.json().get(field))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(value -> !value.isBlank());
    }
}
