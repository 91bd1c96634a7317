package io.onrecord.evaluation;

import static io.onrecord.evaluation.GoldFormatException.shown;

import io.onrecord.evaluation.Parts.Role;
import io.onrecord.model.Article;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Published;
import io.onrecord.model.Span;
import io.onrecord.model.StatementDate;
import io.onrecord.model.StatementDate.Basis;
import io.onrecord.model.StatementDate.Precision;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads gold attributions: JSON Lines, one article a line, {@code id}, {@code text}, perhaps {@code title} and
 * {@code publisher}, and either {@code attributions} (a list of objects with the lists {@code source}, {@code cue}, {@code content}) or, where only
 * roles are known, {@code spans} (one such object). A span is {@code [start, end]} in code points, end exclusive.
 */
final class GoldFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final Marks marks;
    private int line;

    private GoldFile(Path file, Marks marks) {
        this.file = file;
        this.marks = marks;
    }

    /**
     * All articles by id, in the order of the file: a fault in the last line is found before the engine is run on the
     * first.
     *
     * @param marks how the engine is to read their quotation marks
     */
    static Map<String, GoldArticle> read(Path file, Marks marks) throws IOException {
        return new GoldFile(file, marks).articles(GoldFile::article);
    }

    /**
     * The same where each attribution also has an {@code id}, {@code within} (null, or the id of the attribution that
     * reports it) and a {@code kind}: plain, nested, continued or second-object.
     */
    static Map<String, NestedArticle> readNested(Path file) throws IOException {
        return new GoldFile(file, Marks.AS_THEY_ARE).articles(GoldFile::nestedArticle);
    }

    /**
     * A statement a line: {@code id}, {@code published} (what is not ISO 8601 is as good as absent, as it is to the reader), {@code text}, {@code statement} (one object with the
     * lists {@code source}, {@code cue} and {@code content}), and {@code date}: null, or {@code value}, {@code precision},
     * {@code basis} and perhaps {@code text}, as a record has them.
     */
    static Map<String, DatedPassage> readDated(Path file) throws IOException {
        return new GoldFile(file, Marks.AS_THEY_ARE).articles(GoldFile::datedPassage);
    }

    /** What a line holds. */
    private interface Form<T> {
        T read(GoldFile file, JsonNode line) throws GoldFormatException;
    }

    private <T> Map<String, T> articles(Form<T> form) throws IOException {
        Map<String, T> articles = new LinkedHashMap<>();
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String json = in.readLine(); json != null; json = in.readLine()) {
                line++;
                if (json.isBlank()) {
                    continue;
                }
                JsonNode node = parse(line == 1 ? withoutMark(json) : json);
                T article = form.read(this, node);
                String id = string(node, "id");
                if (articles.put(id, article) != null) {
                    throw problem("the id '" + shown(id) + "' stands in an earlier line, too");
                }
            }
        } catch (CharacterCodingException e) {
            throw new GoldFormatException(file, line + 1, "this line or a later one is not UTF-8", e);
        }
        if (articles.isEmpty()) {
            throw new GoldFormatException(file, "no articles; expected one JSON object a line");
        }
        return articles;
    }

    private static String withoutMark(String json) {
        return json.startsWith("\ufeff") ? json.substring(1) : json;
    }

    private GoldArticle article(JsonNode node) throws GoldFormatException {
        String id = string(node, "id");
        if (id.isBlank()) {
            throw problem("the id is blank");
        }
        String text = string(node, "text");
        CodePoints points = CodePoints.of(text);
        @Nullable JsonNode attributions = node.get("attributions");
        @Nullable JsonNode spans = node.get("spans");
        if (attributions == null && spans == null) {
            throw problem("'" + shown(id) + "' has neither 'attributions' nor 'spans'");
        }
        Text read = Layout.of(text).text(text);
        return new GoldArticle(
                id,
                optional(node, "title"),
                optional(node, "publisher"),
                read,
                new Text(marks.turn(text), read.paragraphs()),
                attributions != null,
                attributions != null ? attributions(attributions, points) : loose(spans, points));
    }

    private NestedArticle nestedArticle(JsonNode node) throws GoldFormatException {
        GoldArticle article = article(node);
        if (!article.linked()) {
            throw problem("'" + shown(article.id()) + "' has no 'attributions'");
        }
        List<JsonNode> attributions = List.copyOf(node.get("attributions").values());
        Map<String, Integer> indices = new HashMap<>();
        for (JsonNode attribution : attributions) {
            String id = string(attribution, "id");
            if (indices.put(id, indices.size()) != null) {
                throw problem("two attributions have the id '" + shown(id) + "'");
            }
        }
        List<Place> places = new ArrayList<>();
        for (JsonNode attribution : attributions) {
            places.add(place(attribution, indices));
        }
        for (int i = 0; i < places.size(); i++) {
            checkEnds(places, i);
        }
        return new NestedArticle(article, places);
    }

    private DatedPassage datedPassage(JsonNode node) throws GoldFormatException {
        String text = string(node, "text");
        CodePoints points = CodePoints.of(text);
        @Nullable JsonNode statement = node.get("statement");
        if (statement == null) {
            throw problem("the passage has no 'statement'");
        }
        List<Span> source = spans(statement, Role.SOURCE, points);
        List<Span> cue = spans(statement, Role.CUE, points);
        List<Span> content = spans(statement, Role.CONTENT, points);
        Text read = Layout.of(text).text(text);
        Confidence sure = new Confidence(
                1,
                source.isEmpty() ? Optional.empty() : Optional.of(1.0),
                cue.isEmpty() ? Optional.empty() : Optional.of(1.0),
                1);
        try {
            Attribution attribution =
                    new Attribution(Location.TEXT, Quotations.of(read).form(content), source, cue, content, sure);
            Metadata metadata = new Metadata(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    optional(node, "published").filter(Published::isIso).map(value -> new Published(value, "gold")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            return new DatedPassage(
                    Article.of(string(node, "id"), read, metadata), attribution, date(node.get("date")));
        } catch (IllegalArgumentException e) {
            throw new GoldFormatException(file, line, shown(String.valueOf(e.getMessage())), e);
        }
    }

    private Optional<StatementDate> date(@Nullable JsonNode date) throws GoldFormatException {
        if (date == null) {
            throw problem("the passage has no 'date' (null where nobody can say)");
        }
        if (date.isNull()) {
            return Optional.empty();
        }
        return Optional.of(new StatementDate(
                string(date, "value"),
                Precision.valueOf(string(date, "precision")),
                Basis.valueOf(string(date, "basis")),
                optional(date, "text")));
    }

    private Place place(JsonNode attribution, Map<String, Integer> indices) throws GoldFormatException {
        String kind = string(attribution, "kind");
        @Nullable JsonNode outer = attribution.get("within");
        int within = Place.NOWHERE;
        if (outer != null && !outer.isNull()) {
            String id = string(attribution, "within");
            @Nullable Integer index = indices.get(id);
            if (index == null) {
                throw problem("no attribution has the id '" + shown(id) + "', which 'within' names");
            }
            within = index;
        }
        for (Place.Kind known : Place.Kind.values()) {
            if (known.code().equals(kind)) {
                if ((known == Place.Kind.NESTED) != (within != Place.NOWHERE)) {
                    throw problem("an attribution of the kind '" + kind + "' has "
                            + (within == Place.NOWHERE ? "no 'within'" : "a 'within'"));
                }
                return new Place(within, known);
            }
        }
        throw problem("'" + shown(kind) + "' is no kind of attribution");
    }

    private void checkEnds(List<Place> places, int from) throws GoldFormatException {
        int at = from;
        for (int steps = 0; at != Place.NOWHERE; steps++) {
            if (steps == places.size()) {
                throw problem("attributions stand within each other");
            }
            at = places.get(at).within();
        }
    }

    private JsonNode parse(String json) throws GoldFormatException {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new GoldFormatException(
                    file, line, "not a JSON object of one article: " + shown(e.getOriginalMessage()), e);
        }
        if (!node.isObject()) {
            throw problem("expected a JSON object of one article");
        }
        return node;
    }

    private List<Parts> attributions(JsonNode list, CodePoints points) throws GoldFormatException {
        if (!list.isArray()) {
            throw problem("'attributions' must be a list");
        }
        List<Parts> parts = new ArrayList<>();
        for (JsonNode one : list.values()) {
            parts.add(new Parts(
                    spans(one, Role.SOURCE, points), spans(one, Role.CUE, points), spans(one, Role.CONTENT, points)));
        }
        return parts;
    }

    /** Each span for itself: nothing is known of what belongs together. */
    private List<Parts> loose(@Nullable JsonNode spans, CodePoints points) throws GoldFormatException {
        if (spans == null) {
            return List.of();
        }
        List<Parts> parts = new ArrayList<>();
        for (Span span : spans(spans, Role.SOURCE, points)) {
            parts.add(new Parts(List.of(span), List.of(), List.of()));
        }
        for (Span span : spans(spans, Role.CUE, points)) {
            parts.add(new Parts(List.of(), List.of(span), List.of()));
        }
        for (Span span : spans(spans, Role.CONTENT, points)) {
            parts.add(new Parts(List.of(), List.of(), List.of(span)));
        }
        return parts;
    }

    private List<Span> spans(JsonNode roles, Role role, CodePoints points) throws GoldFormatException {
        @Nullable JsonNode list = roles.isObject() ? roles.get(role.code()) : null;
        if (list == null || !list.isArray()) {
            throw problem(
                    "expected an object with the lists source, cue and content, found " + shown(roles.toString()));
        }
        List<Span> spans = new ArrayList<>();
        for (JsonNode span : list.values()) {
            spans.add(span(span, role, points));
        }
        return spans;
    }

    private Span span(JsonNode span, Role role, CodePoints points) throws GoldFormatException {
        if (!span.isArray()
                || span.size() != 2
                || !span.get(0).isInt()
                || !span.get(1).isInt()) {
            throw problem("a " + role.code() + " span is [start, end], not " + shown(span.toString()));
        }
        int start = span.get(0).intValue();
        int end = span.get(1).intValue();
        if (start < 0 || end <= start || end > points.length()) {
            throw problem("the " + role.code() + " span [" + start + ", " + end
                    + ") is empty or lies outside the text (" + points.length() + " code points)");
        }
        return new Span(points.toUtf16(start), points.toUtf16(end));
    }

    private String string(JsonNode node, String field) throws GoldFormatException {
        @Nullable JsonNode value = node.get(field);
        if (value == null || !value.isString()) {
            throw problem("the article has no string '" + field + "'");
        }
        return value.stringValue();
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(value -> !value.isBlank());
    }

    private GoldFormatException problem(String what) {
        return new GoldFormatException(file, line, what);
    }
}
