package io.onrecord.server;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.demo.Demo;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.server.http.Method;
import io.onrecord.server.http.Route;
import io.onrecord.speakers.Identity;
import io.onrecord.store.ClaimQuery;
import io.onrecord.store.Store;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address for each kind of request that shows something: with ids of what the demo has most to show of. A new route with a variable part
 * that stands for something else has to be added to {@link #values}.
 */
final class Examples {

    private static final Pattern VARIABLE = Pattern.compile("[{<]([A-Za-z]+)[}>]");

    /** More of what a page can show than its bare path does, where there is such a page. */
    private static final Map<String, List<String>> MORE = Map.of(
            "/search", List.of("?q=harbour", "?q=Oldin&stance=denies", "?q=nothing-that-anybody-said"),
            "/articles", List.of("?q=harbour"),
            "/speakers", List.of("?q=Oldin"),
            "/claims", List.of("?disputed=true", "?q=harbour"),
            "/compare", List.of("?q=harbour"));

    private final Map<String, String> values;

    private Examples(Map<String, String> values) {
        this.values = values;
    }

    static Examples of(TestDesk desk) {
        Map<String, String> values = new LinkedHashMap<>();
        try (Store store = Store.open(desk.file().toString())) {
            ArticleRecord record = Demo.articles().stream()
                    .map(Article::id)
                    .map(store::get)
                    .flatMap(Optional::stream)
                    .max(Comparator.comparingInt(
                            (ArticleRecord each) -> each.statements().size()))
                    .orElseThrow();
            values.put("articles/id", record.article().id());
            values.put("articles/statement", record.statements().get(0).id());
            values.put("statements/id", record.statements().get(0).id());
            values.put(
                    "speakers/id",
                    store.identities().stream()
                            .max(Comparator.comparingInt(
                                    (Identity each) -> each.members().size()))
                            .orElseThrow()
                            .id());
            values.put(
                    "claims/id",
                    store.claims(ClaimQuery.all(1000)).stream()
                            .max(Comparator.comparingInt(ClaimSummary::disputes))
                            .orElseThrow()
                            .id());
            // Nobody listens there, which its page has to show.
            values.put(
                    "feeds/id",
                    store.feeds()
                            .add("https://127.0.0.1:9/feed.xml", Duration.ofDays(1), "Ilan Serrat")
                            .id());
        }
        values.put("jobs/id", made(desk, "/read", Map.of("addresses", "https://127.0.0.1:9/nothing")));
        values.put("searches/id", made(desk, "/searches", Map.of("name", "Harbour", "query", "q=harbour")));
        return new Examples(values);
    }

    /** The id in the address that a form leads to. */
    private static String made(TestDesk desk, String path, Map<String, String> form) {
        HttpResponse<String> response = desk.post(path, form);
        if (response.statusCode() != 303) {
            throw new AssertionError("nothing was made by " + path + ": " + response.body());
        }
        String location = response.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Whether it may be a page: something to look at, neither for programs nor a file that pages need. */
    static boolean isForPeople(Route route) {
        return route.method() == Method.GET
                && !route.path().startsWith("/api/")
                && !route.path().startsWith("/assets/");
    }

    /**
     * Paths with their parameters.
     *
     * @throws AssertionError if a variable part of the path is not known
     */
    List<String> paths(Route route) {
        String place = route.path().substring(1);
        String first = place.contains("/") ? place.substring(0, place.indexOf('/')) : place;
        StringBuilder path = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(route.path());
        while (matcher.find()) {
            String value = values.get(first + "/" + matcher.group(1));
            if (value == null) {
                throw new AssertionError("no example is known of " + matcher.group(1) + " in " + route.path()
                        + ": give one to Examples.values");
            }
            matcher.appendReplacement(path, Matcher.quoteReplacement(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        }
        matcher.appendTail(path);
        List<String> all = new ArrayList<>(List.of(path.toString()));
        MORE.getOrDefault(route.path(), List.of()).forEach(query -> all.add(path + query));
        return all;
    }
}
