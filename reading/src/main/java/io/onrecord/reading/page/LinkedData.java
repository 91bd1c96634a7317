package io.onrecord.reading.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What a page says of its article as JSON-LD (schema.org). */
final class LinkedData {

    /** In characters; of one script, and scripts of one page. A page's own data is far smaller. */
    private static final int LONGEST = 1 << 20;

    private static final int MOST_SCRIPTS = 30;
    private static final int MOST_OBJECTS = 5000;

    private static final Set<String> TYPES =
            Set.of("BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report", "NewsStory", "Reportage");
    /** Less sure to be about the article. */
    private static final Set<String> PAGE_TYPES = Set.of("WebPage", "ItemPage", "VideoObject", "CreativeWork");

    /** What stands under these is another article. */
    private static final Set<String> OTHERS = Set.of(
            "itemListElement",
            "mentions",
            "relatedLink",
            "hasPart",
            "citation",
            "isBasedOn",
            "comment",
            "about",
            "significantLink",
            "review");

    private static final LinkedData NONE = new LinkedData(Map.of(), Map.of());

    private final Map<?, ?> article;
    private final Map<String, Map<?, ?>> byId;

    private LinkedData(Map<?, ?> article, Map<String, Map<?, ?>> byId) {
        this.article = article;
        this.byId = byId;
    }

    static LinkedData of(Markup markup) {
        List<Object> values = new ArrayList<>();
        int scripts = 0;
        for (String data : markup.linkedData()) {
            if (data.length() <= LONGEST && ++scripts <= MOST_SCRIPTS) {
                values.addAll(LenientJson.read(data));
            }
        }
        return values.isEmpty() ? NONE : of(values);
    }

    private static LinkedData of(List<Object> values) {
        Map<String, Map<?, ?>> byId = new HashMap<>();
        Map<?, ?> article = null;
        Map<?, ?> page = null;
        Deque<Object> left = new ArrayDeque<>(values);
        for (int seen = 0; !left.isEmpty() && seen < MOST_OBJECTS; seen++) {
            Object value = left.removeFirst();
            if (value instanceof Collection<?> list) {
                left.addAll(list);
            } else if (value instanceof Map<?, ?> map) {
                if (map.get("@id") instanceof String id && map.size() > 1) {
                    byId.putIfAbsent(id, map);
                }
                article = article == null && isArticle(map) ? map : article;
                page = page == null && hasType(map, PAGE_TYPES) ? map : page;
                map.forEach((name, inner) -> {
                    if (!(inner instanceof String) && !OTHERS.contains(String.valueOf(name))) {
                        left.addLast(inner);
                    }
                });
            }
        }
        Map<?, ?> best = article != null ? article : page;
        return new LinkedData(best == null ? Map.of() : best, byId);
    }

    private static boolean isArticle(Map<?, ?> map) {
        return hasType(map, TYPES) || types(map).stream().anyMatch(type -> type.endsWith("Article"));
    }

    private static boolean hasType(Map<?, ?> map, Set<String> wanted) {
        return types(map).stream().anyMatch(wanted::contains);
    }

    private static List<String> types(Map<?, ?> map) {
        List<String> types = new ArrayList<>();
        for (Object type : listed(map.get("@type"))) {
            if (type instanceof String name) {
                types.add(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1));
            }
        }
        return types;
    }

    Optional<String> title() {
        return string("headline").or(() -> string("name"));
    }

    Optional<String> published() {
        return string("datePublished").or(() -> string("dateCreated")).or(() -> string("uploadDate"));
    }

    Optional<String> language() {
        return listed(article.get("inLanguage")).stream()
                .findFirst()
                .map(value -> value instanceof Map<?, ?> map
                        ? String.valueOf(map.get("alternateName"))
                        : String.valueOf(value));
    }

    Optional<String> outlet() {
        return names(article.get("publisher")).stream().findFirst();
    }

    List<String> authors() {
        List<String> authors = names(article.get("author"));
        return authors.isEmpty() ? names(article.get("creator")) : authors;
    }

    /** The text as the page gives it to machines; often cut, or without its paragraphs. */
    Optional<String> body() {
        return string("articleBody");
    }

    private Optional<String> string(String name) {
        return listed(article.get(name)).stream()
                .filter(String.class::isInstance)
                .map(value -> unescaped((String) value))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** Of people or organisations, given as strings, objects, references to objects, or lists of such. */
    private List<String> names(@Nullable Object value) {
        List<String> names = new ArrayList<>();
        for (Object one : listed(value)) {
            Object name = one;
            if (one instanceof Map<?, ?> map) {
                Map<?, ?> whole = map.get("name") == null && map.get("@id") instanceof String id
                        ? byId.getOrDefault(id, map)
                        : map;
                name = whole.get("name");
            }
            for (Object string : listed(name)) {
                if (string instanceof String text && !text.isBlank()) {
                    names.add(unescaped(text));
                }
            }
        }
        return names;
    }

    private static Collection<?> listed(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof Collection<?> list ? list : List.of(value);
    }

    /** Entities of HTML have no place in JSON, and stand there all the same. */
    private static String unescaped(String value) {
        return value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, false);
    }
}
