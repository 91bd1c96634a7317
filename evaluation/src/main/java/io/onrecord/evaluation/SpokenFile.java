package io.onrecord.evaluation;

import static io.onrecord.evaluation.GoldFormatException.shown;

import io.onrecord.evaluation.SpokenArticle.Spoken;
import io.onrecord.model.Article;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Published;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Layout;
import io.onrecord.text.Quotations;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads who speaks: JSON Lines, one article a line, {@code id}, {@code text}, perhaps {@code title}, {@code published} and
 * {@code event}, and either {@code quotes} (objects with {@code start}, {@code end} and {@code speaker}, a name) or
 * {@code statements} (objects with {@code source}, {@code cue}, {@code content} and {@code speaker}, an object with
 * {@code name}, {@code kind} and perhaps {@code members}, or null). Spans count code points, end exclusive.
 */
final class SpokenFile {

    private final Path file;
    private int line;

    private SpokenFile(Path file) {
        this.file = file;
    }

    /** All articles by id, in the order of the file. */
    static Map<String, SpokenArticle> read(Path file) throws IOException {
        return new SpokenFile(file).articles();
    }

    private Map<String, SpokenArticle> articles() throws IOException {
        Map<String, SpokenArticle> articles = new LinkedHashMap<>();
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String json = in.readLine(); json != null; json = in.readLine()) {
                line++;
                if (!json.isBlank()) {
                    SpokenArticle article = article(JsonMapper.shared().readTree(json));
                    if (articles.put(article.article().address(), article) != null) {
                        throw problem("the id stands in an earlier line, too");
                    }
                }
            }
        } catch (CharacterCodingException e) {
            throw new GoldFormatException(file, line + 1, "this line or a later one is not UTF-8", e);
        } catch (JacksonException e) {
            throw new GoldFormatException(
                    file, line, "not an article with speakers: " + shown(String.valueOf(e.getOriginalMessage())), e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new GoldFormatException(file, line, shown(String.valueOf(e.getMessage())), e);
        }
        if (articles.isEmpty()) {
            throw new GoldFormatException(file, "no articles; expected one JSON object a line");
        }
        return articles;
    }

    private SpokenArticle article(JsonNode node) throws GoldFormatException {
        String value = node.required("text").asString();
        CodePoints points = CodePoints.of(value);
        Text text = Layout.of(value).text(value);
        Metadata metadata = new Metadata(
                Optional.empty(),
                string(node, "title"),
                List.of(),
                string(node, "published").map(date -> new Published(date, "gold")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        List<Spoken> spoken = new ArrayList<>();
        if (node.has("quotes")) {
            for (JsonNode quote : node.get("quotes")) {
                spoken.add(new Spoken(
                        List.of(span(
                                quote.required("start").asInt(),
                                quote.required("end").asInt(),
                                points)),
                        Optional.empty(),
                        string(quote, "speaker"),
                        List.of(),
                        false,
                        Optional.empty()));
            }
        } else if (node.has("statements")) {
            for (JsonNode statement : node.get("statements")) {
                spoken.add(statement(statement, text, points));
            }
        } else {
            throw problem("neither 'quotes' nor 'statements'");
        }
        return new SpokenArticle(
                Article.of(node.required("id").asString(), text, metadata), string(node, "event"), spoken);
    }

    private Spoken statement(JsonNode statement, Text text, CodePoints points) {
        List<Span> source = spans(statement.get("source"), points);
        List<Span> cue = spans(statement.get("cue"), points);
        List<Span> content = spans(statement.required("content"), points);
        Confidence sure = new Confidence(1, certain(source), certain(cue), 1);
        Attribution attribution =
                new Attribution(Location.TEXT, Quotations.of(text).form(content), source, cue, content, sure);
        JsonNode speaker = statement.get("speaker");
        boolean nobody = speaker == null || speaker.isNull();
        List<String> together = new ArrayList<>();
        if (!nobody && speaker.has("members")) {
            speaker.get("members").forEach(member -> together.add(member.asString()));
        }
        Optional<String> name = nobody ? Optional.empty() : string(speaker, "name");
        boolean described = string(statement, "description").isPresent();
        return new Spoken(
                content,
                Optional.of(attribution),
                name,
                together,
                nobody || described,
                string(statement, "kindOfMention"));
    }

    private static Optional<Double> certain(List<Span> spans) {
        return spans.isEmpty() ? Optional.empty() : Optional.of(1.0);
    }

    private static List<Span> spans(JsonNode list, CodePoints points) {
        List<Span> spans = new ArrayList<>();
        if (list != null) {
            for (JsonNode span : list) {
                spans.add(span(span.get(0).asInt(), span.get(1).asInt(), points));
            }
        }
        return spans;
    }

    private static Span span(int start, int end, CodePoints points) {
        return new Span(points.toUtf16(start), points.toUtf16(end));
    }

    private static Optional<String> string(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(value -> !value.isBlank());
    }

    private GoldFormatException problem(String what) {
        return new GoldFormatException(file, line, what);
    }
}
