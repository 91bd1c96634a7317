package io.onrecord.fuzz;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Words in braces that an input has for what the desk has on record, such as {@code {article}}: ids are not the same from one version to the
 * next, and no fuzzer would guess one. The desk is asked for them, and told to make what it lacks.
 */
final class Placeholders {

    /** What stands for what is not there: an id that nothing has. */
    static final String NOTHING = "ffffffffffffffff";

    private static final int MOST = 20;
    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]{1,20})}");
    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<String, Source> SOURCES = new LinkedHashMap<>();

    static {
        put("article", "/api/v1/articles?q=press.example&limit=1", "/articles/0/id");
        put("statement", "/api/v1/articles/{article}/statements?limit=1", "/statements/0/id");
        put("waiting", "/api/v1/review?limit=1", "/items/0/statement");
        put("speaker", "/api/v1/speakers?limit=2", "/speakers/0/id");
        put("other-speaker", "/api/v1/speakers?limit=2", "/speakers/1/id");
        put("place", "/api/v1/speakers/{speaker}/names", "/names/0/places/0/article");
        put("member", "/api/v1/speakers/{speaker}/names", "/names/0/places/0/speaker");
        put("claim", "/api/v1/claims?limit=2", "/claims/0/id");
        put("other-claim", "/api/v1/claims?limit=2", "/claims/1/id");
        put("proposition", "/api/v1/claims/{claim}", "/told/0/proposition");
        put("outlet", "/api/v1/articles?limit=1", "/outlets/0");
        put("token", "/api/v1/articles?limit=1", "/next");
        put("claims-token", "/api/v1/claims?limit=1", "/next");
        put("review-token", "/api/v1/review?limit=1", "/next");
        put(
                "decision",
                "/api/v1/decisions?limit=1",
                "/decisions/0/id",
                "/claims/merge",
                "{\"first\":\"{claim}\",\"second\":\"{other-claim}\"}");
        put("search", "/api/v1/searches", "/searches/0/id", "/searches", "{\"name\":\"Ferry\",\"query\":\"q=ferry\"}");
        put("feed", "/api/v1/feeds", "/feeds/0/id", "/feeds", "{\"address\":\"https://velia.example/feed.xml\"}");
        put(
                "job",
                "/api/v1/jobs?limit=1",
                "/jobs/0/id",
                "/jobs",
                "{\"articles\":[{\"text\":\"Mara Oldin said no.\"}]}");
    }

    private final Desk desk;

    /**
     * How one is found.
     *
     * @param path that answers with it; may have others of these words
     * @param pointer to it
     * @param makes a path that makes one where there is none; empty for none
     * @param body what is sent there
     */
    private record Source(String path, JsonPointer pointer, String makes, String body) {}

    /** Who is asked. */
    @FunctionalInterface
    interface Desk {

        /** The body of the answer; a POST where a body is sent. */
        String ask(String method, String path, String body) throws IOException;
    }

    Placeholders(Desk desk) {
        this.desk = desk;
    }

    private static void put(String name, String path, String pointer) {
        put(name, path, pointer, "", "");
    }

    private static void put(String name, String path, String pointer, String makes, String body) {
        SOURCES.put(name, new Source(path, JsonPointer.compile(pointer), makes, body));
    }

    /** All there are but {@code host}. */
    static Set<String> names() {
        return Set.copyOf(SOURCES.keySet());
    }

    /** The input with what its words stand for; words that stand for nothing, and all after so many, stay as they are. */
    String fill(String input, String host) throws IOException {
        Matcher matcher = PLACE.matcher(input);
        Map<String, String> known = new LinkedHashMap<>(Map.of("host", host));
        StringBuilder out = new StringBuilder();
        int count = 0;
        while (matcher.find()) {
            String name = matcher.group(1);
            @Nullable String value = known.get(name);
            @Nullable Source source = SOURCES.get(name);
            if (value == null && (source == null || ++count > MOST)) {
                continue;
            }
            if (value == null) {
                value = value(Objects.requireNonNull(source), host);
                known.put(name, value);
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(out).toString();
    }

    private String value(Source source, String host) throws IOException {
        String value = asked(source, host);
        if (value.isEmpty() && !source.makes().isEmpty()) {
            desk.ask("POST", "/api/v1" + source.makes(), fill(source.body(), host));
            value = asked(source, host);
        }
        return value.isEmpty() ? NOTHING : URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private String asked(Source source, String host) throws IOException {
        try {
            return JSON.readTree(desk.ask("GET", fill(source.path(), host), ""))
                    .at(source.pointer())
                    .asString("");
        } catch (JacksonException e) {
            // A problem, which is no list: there is none.
            return "";
        }
    }
}
