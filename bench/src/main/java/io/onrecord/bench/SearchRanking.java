package io.onrecord.bench;

import io.onrecord.encoder.ByteVector;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.encoder.onnx.OnnxSentences;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.search.Hit;
import io.onrecord.search.Query;
import io.onrecord.search.Stamp;
import io.onrecord.search.StatementIndex;
import io.onrecord.search.Update;
import io.onrecord.search.Words;
import io.onrecord.text.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well statements are ranked: the claims of a gold folder are questions, the statements that make a claim, or stand against it, are
 * right. By words alone, by meaning alone, and by both. Nothing was fitted to these claims.
 */
public final class SearchRanking {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEPTH = 10;

    private final Map<String, Set<Long>> right = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    private SearchRanking() {}

    /** Arguments: a folder with articles, statements and claims as in the gold of claims. */
    public static void main(String[] arguments) throws IOException {
        new SearchRanking().run(Path.of(arguments[0]));
    }

    private void run(Path gold) throws IOException {
        Path folder = Files.createTempDirectory("ranking");
        try (SentenceEncoder encoder = OnnxSentences.openDefault();
                StatementIndex index = StatementIndex.open(folder)) {
            fill(gold, encoder, index);
            for (JsonNode claim : lines(gold.resolve("claims.jsonl"))) {
                if (right.containsKey(claim.get("id").asString())) {
                    texts.put(claim.get("id").asString(), claim.get("text").asString());
                }
            }
            System.out.printf(Locale.ROOT, "%d claims as questions, %d statements%n", texts.size(), index.statements());
            System.out.println("                      MRR   recall@10  nDCG@10");
            print("words (BM25)", index, encoder, true, false);
            print("meaning (cosine)", index, encoder, false, true);
            print("both", index, encoder, true, true);
            thresholds(index, encoder);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            all.add(JSON.readTree(line));
        }
        return all;
    }

    private void fill(Path gold, SentenceEncoder encoder, StatementIndex index) throws IOException {
        Map<String, JsonNode> articles = new HashMap<>();
        lines(gold.resolve("articles.jsonl"))
                .forEach(one -> articles.put(one.get("id").asString(), one));
        try (Update update = index.update(true)) {
            int number = 0;
            for (JsonNode marked : lines(gold.resolve("statements.jsonl"))) {
                String id = marked.get("article").asString();
                JsonNode article = Objects.requireNonNull(articles.get(id), id);
                ArticleRecord record = record(article, marked.get("statements"));
                Map<String, ByteVector> vectors = new HashMap<>();
                for (Statement statement : record.statements()) {
                    StringBuilder words = new StringBuilder();
                    statement
                            .attribution()
                            .content()
                            .forEach(span -> words.append(words.isEmpty() ? "" : " … ")
                                    .append(span.of(record.article().text().value())));
                    vectors.put(
                            statement.id(),
                            encoder.encode(List.of(words.toString())).get(0).bytes());
                }
                update.put(++number, record, vectors);
            }
            update.commit(Stamp.none("gold"));
        }
        index.refresh();
    }

    private ArticleRecord record(JsonNode read, JsonNode marked) {
        String text = read.get("text").asString();
        Article article = Article.of(
                read.get("url").asString(),
                Layout.of(text).text(text),
                new Metadata(
                        Optional.of(read.get("outlet").asString()),
                        Optional.of(read.get("title").asString()),
                        List.of(),
                        Optional.of(new Published(read.get("published").asString(), "gold")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        CodePoints points = CodePoints.of(text);
        Map<String, Speaker> speakers = new LinkedHashMap<>();
        List<Statement> statements = new ArrayList<>();
        for (JsonNode one : marked) {
            List<Span> cue = spans(one.get("cue"), points);
            List<Span> content = spans(one.get("content"), points);
            List<Span> source = spans(one.get("source"), points);
            String id = Ids.statement(article.id(), Location.TEXT, cue, content, points);
            for (String claim : claims(one)) {
                right.computeIfAbsent(claim, key -> new HashSet<>()).add(Hit.of(id));
            }
            statements.add(new Statement(
                    id,
                    new Attribution(
                            Location.TEXT,
                            Form.INDIRECT,
                            source,
                            cue,
                            content,
                            new Confidence(1, sure(source), sure(cue), 1)),
                    speaker(one, speakers),
                    Optional.of(new StanceReading(Stance.SAYS, false, false)).filter(reading -> !cue.isEmpty()),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    false));
        }
        return new ArticleRecord(
                article, List.copyOf(speakers.values()), statements, List.of(), new Producer("gold", "gold", "none"));
    }

    private static Resolution speaker(JsonNode one, Map<String, Speaker> speakers) {
        JsonNode named = one.get("speaker");
        if (named == null || named.isNull()) {
            return new Resolution.Unresolved(
                    one.get("cue").isEmpty() ? Resolution.CONTINUED : Resolution.Unresolved.NOT_TRIED);
        }
        String name = named.get("name").asString();
        Speaker speaker = speakers.computeIfAbsent(
                name,
                key -> new Speaker(
                        "s" + (speakers.size() + 1),
                        name,
                        SpeakerKind.valueOf(named.get("kind").asString()),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of()));
        return new Resolution.Resolved(
                speaker.id(), name, one.get("cue").isEmpty() ? Resolution.CONTINUED : "GOLD", 1, "marked");
    }

    private static List<Span> spans(JsonNode pairs, CodePoints points) {
        List<Span> spans = new ArrayList<>();
        for (JsonNode pair : pairs) {
            spans.add(new Span(
                    points.toUtf16(pair.get(0).asInt()),
                    points.toUtf16(pair.get(1).asInt())));
        }
        return spans;
    }

    private static Optional<Double> sure(List<Span> spans) {
        return spans.isEmpty() ? Optional.empty() : Optional.of(1.0);
    }

    private static List<String> claims(JsonNode statement) {
        List<String> claims = new ArrayList<>();
        if (statement.hasNonNull("claim")) {
            claims.add(statement.get("claim").asString());
        }
        if (statement.hasNonNull("also")) {
            statement.get("also").forEach(also -> claims.add(also.asString()));
        }
        return claims;
    }

    private void print(String what, StatementIndex index, SentenceEncoder encoder, boolean words, boolean meaning) {
        double reciprocal = 0;
        double recall = 0;
        double gain = 0;
        for (Map.Entry<String, String> claim : texts.entrySet()) {
            Set<Long> wanted = right.getOrDefault(claim.getKey(), Set.of());
            List<Hit> hits = hits(claim.getValue(), index, encoder, words, meaning);
            int first = 0;
            int found = 0;
            double sum = 0;
            double best = 0;
            for (int rank = 1; rank <= hits.size(); rank++) {
                boolean hit = wanted.contains(hits.get(rank - 1).statement());
                if (hit && first == 0) {
                    first = rank;
                }
                if (hit && rank <= DEPTH) {
                    found++;
                    sum += Math.log(2) / Math.log(rank + 1);
                }
            }
            for (int rank = 1; rank <= Math.min(DEPTH, wanted.size()); rank++) {
                best += Math.log(2) / Math.log(rank + 1);
            }
            reciprocal += first == 0 ? 0 : 1.0 / first;
            recall += (double) found / Math.min(DEPTH, wanted.size());
            gain += sum / best;
        }
        int n = texts.size();
        System.out.printf(
                Locale.ROOT, "%-20s %5.1f %8.1f %9.1f%n", what, 100 * reciprocal / n, 100 * recall / n, 100 * gain / n);
    }

    private static List<Hit> hits(
            String text, StatementIndex index, SentenceEncoder encoder, boolean words, boolean meaning) {
        Optional<ByteVector> vector =
                meaning ? Optional.of(encoder.encode(List.of(text)).get(0).bytes()) : Optional.empty();
        return index.search(Query.ALL.about(words ? Words.of(text) : Words.NONE, vector), 0, 100)
                .hits();
    }

    /** How many right and wrong statements lie above a cosine. */
    private void thresholds(StatementIndex index, SentenceEncoder encoder) {
        int[] good = new int[10];
        int[] all = new int[10];
        for (Map.Entry<String, String> claim : texts.entrySet()) {
            Set<Long> wanted = right.getOrDefault(claim.getKey(), Set.of());
            for (Hit hit : hits(claim.getValue(), index, encoder, false, true)) {
                int step = (int) Math.min(9, 10 * hit.cosine().orElse(0));
                all[step]++;
                good[step] += wanted.contains(hit.statement()) ? 1 : 0;
            }
        }
        int total = right.entrySet().stream()
                .filter(entry -> texts.containsKey(entry.getKey()))
                .mapToInt(entry -> entry.getValue().size())
                .sum();
        System.out.printf(Locale.ROOT, "%d right statements; by cosine, right of all:%n", total);
        for (int step = 3; step < 10; step++) {
            System.out.printf(
                    Locale.ROOT, "  %.1f to %.1f: %d of %d%n", step / 10.0, (step + 1) / 10.0, good[step], all[step]);
        }
    }
}
