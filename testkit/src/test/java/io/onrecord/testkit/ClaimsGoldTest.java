package io.onrecord.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.CodePoints;
import io.onrecord.model.Dispute;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Stance;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The four files of each half of the three claims golds fit together: what their README and guidelines say of them holds. */
class ClaimsGoldTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Set<String> KINDS = Set.of("plain", "nested", "continued", "second-object");

    /** The three golds, each in two halves; the names of their folders. */
    enum Folder {
        CLAIMS_OPEN,
        CLAIMS_RESERVED,
        CLAIMS_HANDS_OPEN,
        CLAIMS_HANDS_RESERVED,
        CLAIMS_NEWSROOMS_OPEN,
        CLAIMS_NEWSROOMS_RESERVED;

        /** Whether the writers wrote all edges out themselves, a few of them to what nobody states. */
        boolean writtenOut() {
            return this == CLAIMS_HANDS_OPEN || this == CLAIMS_HANDS_RESERVED;
        }

        String path() {
            return "gold/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "/";
        }
    }

    /** A statement with its article, and where it stands among all: by time, then article, then place. */
    private record Told(String article, JsonNode json, boolean standsBehind, boolean contradicts, Moment moment) {

        String id() {
            return json.required("id").asString();
        }

        List<String> claims() {
            List<String> claims = new ArrayList<>();
            if (!json.required("claim").isNull()) {
                claims.add(json.required("claim").asString());
            }
            json.path("also").forEach(claim -> claims.add(claim.asString()));
            return claims;
        }
    }

    private record Moment(Instant published, String article, int start) implements Comparable<Moment> {
        @Override
        public int compareTo(Moment other) {
            return Comparator.comparing(Moment::published)
                    .thenComparing(Moment::article)
                    .thenComparingInt(Moment::start)
                    .compare(this, other);
        }
    }

    private record Files(
            Map<String, JsonNode> articles,
            Map<String, JsonNode> golds,
            Map<String, JsonNode> claims,
            List<JsonNode> disputes) {

        static Files of(Folder folder) throws IOException {
            return new Files(
                    byId(lines(folder, "articles"), "id"),
                    byId(lines(folder, "statements"), "article"),
                    byId(lines(folder, "claims"), "id"),
                    lines(folder, "disputes"));
        }

        private static Map<String, JsonNode> byId(List<JsonNode> lines, String field) {
            Map<String, JsonNode> byId = new LinkedHashMap<>();
            for (JsonNode line : lines) {
                assertThat(byId.put(line.required(field).asString(), line))
                        .as(line.required(field).asString())
                        .isNull();
            }
            return byId;
        }

        String text(String article) {
            return found(articles, article).required("text").asString();
        }

        String event(String article) {
            return found(golds, article).required("event").asString();
        }

        /** All statements, by "article#id". */
        Map<String, Told> statements() {
            Map<String, Told> all = new LinkedHashMap<>();
            golds.forEach((article, gold) -> {
                Map<String, JsonNode> byId =
                        byId(List.copyOf(gold.required("statements").values()), "id");
                byId.forEach((id, json) -> all.put(article + "#" + id, told(article, json, byId)));
            });
            return all;
        }

        private Told told(String article, JsonNode json, Map<String, JsonNode> siblings) {
            JsonNode within = json.required("within");
            boolean denied = !within.isNull() && against(found(siblings, within.asString()));
            boolean behind = !against(json) && !json.path("negated").asBoolean(false);
            int start = json.required("content").required(0).required(0).asInt();
            Instant published =
                    Instant.parse(found(articles, article).required("published").asString());
            return new Told(
                    article,
                    json,
                    behind,
                    behind && !denied && !json.path("recalled").asBoolean(false),
                    new Moment(published, article, start));
        }

        private static boolean against(JsonNode statement) {
            Stance stance = Stance.valueOf(statement.required("stance").asString());
            return stance == Stance.DENIES || stance == Stance.REJECTS;
        }
    }

    private static <T> T found(Map<String, T> map, String key) {
        T value = map.get(key);
        if (value == null) {
            throw new AssertionError("nothing has the id " + key);
        }
        return value;
    }

    private static List<JsonNode> lines(Folder folder, String file) throws IOException {
        String name = folder.path() + file + ".jsonl";
        try (InputStream in = ClaimsGoldTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JSON::readTree)
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CLAIMS_OPEN, 22, 287, 120, 227",
        "CLAIMS_RESERVED, 21, 289, 146, 167",
        "CLAIMS_HANDS_OPEN, 24, 415, 212, 268",
        "CLAIMS_HANDS_RESERVED, 24, 406, 221, 248",
        "CLAIMS_NEWSROOMS_OPEN, 24, 473, 297, 235",
        "CLAIMS_NEWSROOMS_RESERVED, 24, 441, 254, 237"
    })
    void theReadmeCountsThemRightly(Folder folder, int articles, int statements, int claims, int disputes)
            throws IOException {
        Files files = Files.of(folder);

        assertThat(files.articles()).hasSize(articles);
        assertThat(files.statements()).hasSize(statements);
        assertThat(files.claims()).hasSize(claims);
        assertThat(files.disputes()).hasSize(disputes);
    }

    @ParameterizedTest
    @CsvSource({
        "CLAIMS_OPEN, CLAIMS_RESERVED, 3",
        "CLAIMS_HANDS_OPEN, CLAIMS_HANDS_RESERVED, 4",
        "CLAIMS_NEWSROOMS_OPEN, CLAIMS_NEWSROOMS_RESERVED, 4"
    })
    void noEventAndNoClaimLiesInBothHalves(Folder one, Folder other, int events) throws IOException {
        Files open = Files.of(one);
        Files reserved = Files.of(other);

        assertThat(events(open)).hasSize(events).doesNotContainAnyElementsOf(events(reserved));
        assertThat(events(reserved)).hasSize(events);
        assertThat(open.claims().keySet())
                .doesNotContainAnyElementsOf(reserved.claims().keySet());
        assertThat(open.articles().keySet())
                .doesNotContainAnyElementsOf(reserved.articles().keySet());
    }

    private static Set<String> events(Files files) {
        Set<String> events = new TreeSet<>();
        files.golds().keySet().forEach(article -> events.add(files.event(article)));
        return events;
    }

    @ParameterizedTest
    @EnumSource
    void articlesAreNewsAndCopiesComeAfterWhatTheyCopy(Folder folder) throws IOException {
        Files files = Files.of(folder);
        Set<String> urls = new HashSet<>();
        files.articles().forEach((id, article) -> {
            assertThat(article.required("outlet").asString()).as(id).isNotBlank();
            String url = article.required("url").asString();
            assertThat(URI.create(url).getHost()).as(url).endsWith(".example");
            assertThat(urls.add(url)).as(url).isTrue();
            String text = article.required("text").asString();
            assertThat(SPACE.splitAsStream(text).count()).as(id).isBetween(150L, 400L);
        });
        assertThat(files.golds().keySet()).isEqualTo(files.articles().keySet());
        files.golds().forEach((id, gold) -> {
            if (!gold.path("origin").isMissingNode()) {
                String origin = gold.required("origin").asString();
                assertThat(files.event(origin)).as(id).isEqualTo(files.event(id));
                assertThat(published(files, origin)).as(id).isBefore(published(files, id));
                String outlet =
                        found(files.articles(), origin).required("outlet").asString();
                String agency = found(files.articles(), id).required("agency").asString();
                assertThat(agency).as(id).isNotBlank();
                assertThat(outlet + " ").as(id).startsWith(agency + " ");
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"CLAIMS_OPEN", "CLAIMS_RESERVED"})
    void theFirstGoldIsOfFiveOutlets(Folder folder) throws IOException {
        Set<String> outlets = new HashSet<>();
        for (JsonNode article : lines(folder, "articles")) {
            outlets.add(article.required("outlet").asString());
        }

        assertThat(outlets).hasSize(5);
    }

    private static Instant published(Files files, String article) {
        return Instant.parse(
                found(files.articles(), article).required("published").asString());
    }

    @ParameterizedTest
    @EnumSource
    void spansHoldWholeWordsAndThoseOfAStatementDoNotOverlap(Folder folder) throws IOException {
        Files files = Files.of(folder);
        files.statements().forEach((name, told) -> {
            String text = files.text(told.article());
            List<int[]> spans = new ArrayList<>();
            for (String part : List.of("source", "cue", "content")) {
                spans.addAll(spans(name, text, told.json().required(part)));
            }
            assertThat(told.json().required("content")).as(name).isNotEmpty();
            spans.sort(Comparator.comparingInt(span -> span[0]));
            for (int i = 1; i < spans.size(); i++) {
                assertThat(spans.get(i)[0]).as(name).isGreaterThanOrEqualTo(spans.get(i - 1)[1]);
            }
        });
        files.disputes().forEach(dispute -> {
            String article = dispute.required("article").asString();
            assertThat(spans(article, files.text(article), dispute.required("evidence")))
                    .as(dispute.toString())
                    .isNotEmpty();
        });
    }

    /** In code points, ascending; each begins and ends where a word or a mark does. */
    private static List<int[]> spans(String name, String text, JsonNode pairs) {
        CodePoints points = CodePoints.of(text);
        List<int[]> spans = new ArrayList<>();
        int last = 0;
        for (JsonNode pair : pairs) {
            int start = pair.required(0).asInt();
            int end = pair.required(1).asInt();
            assertThat(start).as(name).isGreaterThanOrEqualTo(last).isLessThan(end);
            int from = points.toUtf16(start);
            int to = points.toUtf16(end);
            String words = text.substring(from, to);
            assertThat(words).as(name).isEqualTo(words.strip()).doesNotContain("\n");
            assertThat(from > 0 && inWord(text, from)).as(name + ": " + words).isFalse();
            assertThat(to < text.length() && inWord(text, to))
                    .as(name + ": " + words)
                    .isFalse();
            spans.add(new int[] {start, end});
            last = end;
        }
        return spans;
    }

    private static boolean inWord(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at - 1)) && Character.isLetterOrDigit(text.charAt(at));
    }

    @ParameterizedTest
    @EnumSource
    void statementsSayWhoseTheyAreAndInnerOnesLieInTheContentOfTheOuter(Folder folder) throws IOException {
        Files files = Files.of(folder);
        Map<String, Told> statements = files.statements();
        statements.forEach((name, told) -> {
            JsonNode json = told.json();
            Stance.valueOf(json.required("stance").asString());
            String kind = json.required("kind").asString();
            assertThat(KINDS).contains(kind);
            assertThat(json.required("cue").isEmpty()).as(name).isEqualTo(kind.equals("continued"));
            if (json.required("speaker").isNull()) {
                String why = json.required("unresolved").asString();
                assertThat(why).as(name).isIn("unnamed", "nobody");
                assertThat(json.path("description").isMissingNode()).as(name).isEqualTo(why.equals("nobody"));
            } else {
                assertThat(json.required("speaker").required("name").asString())
                        .as(name)
                        .isNotBlank();
                SpeakerKind.valueOf(json.required("speaker").required("kind").asString());
            }
            JsonNode within = json.required("within");
            assertThat(within.isNull()).as(name).isNotEqualTo(kind.equals("nested"));
            if (!within.isNull()) {
                Told outer = found(statements, told.article() + "#" + within.asString());
                assertThat(contained(json.required("content"), outer.json().required("content")))
                        .as(name)
                        .isTrue();
            }
        });
    }

    private static boolean contained(JsonNode inner, JsonNode outer) {
        for (JsonNode span : inner) {
            boolean lies = false;
            for (JsonNode around : outer) {
                lies |= around.required(0).asInt() <= span.required(0).asInt()
                        && span.required(1).asInt() <= around.required(1).asInt();
            }
            if (!lies) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @EnumSource
    void everyClaimIsMadeByAStatementOfItsEventAndContradictionsGoBothWays(Folder folder) throws IOException {
        Files files = Files.of(folder);
        Set<String> used = new TreeSet<>();
        files.statements().forEach((name, told) -> {
            List<String> claims = told.claims();
            assertThat(claims).as(name).doesNotHaveDuplicates();
            for (String claim : claims) {
                assertThat(files.claims()).as(name).containsKey(claim);
                assertThat(found(files.claims(), claim).required("event").asString())
                        .as(name)
                        .isEqualTo(files.event(told.article()));
                used.add(claim);
            }
        });
        assertThat(used).isEqualTo(new TreeSet<>(files.claims().keySet()));
        files.claims().forEach((id, claim) -> {
            assertThat(claim.required("text").asString()).as(id).endsWith(".");
            for (String other : contradicted(files, id)) {
                assertThat(other).isNotEqualTo(id);
                assertThat(contradicted(files, other)).as(id).contains(id);
            }
        });
    }

    private static List<String> contradicted(Files files, String claim) {
        List<String> others = new ArrayList<>();
        found(files.claims(), claim).path("contradicts").forEach(other -> others.add(other.asString()));
        return others;
    }

    @ParameterizedTest
    @EnumSource
    void disputesGoFromAStatementToAClaimThatSomebodyMakes(Folder folder) throws IOException {
        Files files = Files.of(folder);
        Map<String, Told> statements = files.statements();
        Set<String> edges = new HashSet<>();
        for (JsonNode dispute : files.disputes()) {
            String shown = dispute.toString();
            Dispute.Kind.valueOf(dispute.required("kind").asString());
            String article = dispute.required("article").asString();
            Told from =
                    found(statements, article + "#" + dispute.required("from").asString());
            assertThat(dispute.required("event").asString()).as(shown).isEqualTo(files.event(article));
            String claim = dispute.required("to").required("claim").asString();
            boolean stated = statements.values().stream()
                    .anyMatch(told -> !told.moment().equals(from.moment())
                            && told.standsBehind()
                            && told.claims().contains(claim));
            assertThat(stated || folder.writtenOut()).as(shown).isTrue();
            JsonNode to = dispute.required("to").path("statement");
            if (!to.isMissingNode()) {
                Told target = found(statements, article + "#" + to.asString());
                assertThat(target.id()).as(shown).isNotEqualTo(from.id());
                assertThat(target.claims()).as(shown).contains(claim);
            }
            assertThat(edges.add(article + "#" + from.id() + " " + dispute.required("kind") + " " + claim))
                    .as(shown)
                    .isTrue();
        }
    }

    // The hands wrote these out themselves.
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLAIMS_HANDS_OPEN", "CLAIMS_HANDS_RESERVED"})
    void contradictionsAreThoseThatTheClaimsAndTheOrderOfTellingMake(Folder folder) throws IOException {
        Files files = Files.of(folder);
        Map<String, Told> statements = files.statements();
        Map<String, Moment> first = new HashMap<>();
        for (Told told : statements.values()) {
            if (told.standsBehind()) {
                told.claims()
                        .forEach(claim -> first.merge(claim, told.moment(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
            }
        }
        Set<String> expected = new TreeSet<>();
        statements.forEach((name, told) -> {
            for (String claim : told.contradicts() ? told.claims() : List.<String>of()) {
                for (String other : contradicted(files, claim)) {
                    Moment recorded = first.get(other);
                    if (recorded != null && recorded.compareTo(told.moment()) < 0) {
                        expected.add(name + " " + other);
                    }
                }
            }
        });
        Set<String> marked = new TreeSet<>();
        Set<String> otherwise = new TreeSet<>();
        for (JsonNode dispute : files.disputes()) {
            String edge = dispute.required("article").asString() + "#"
                    + dispute.required("from").asString() + " "
                    + dispute.required("to").required("claim").asString();
            (dispute.required("kind").asString().equals("CONTRADICTS") ? marked : otherwise).add(edge);
        }
        expected.removeAll(otherwise);

        assertThat(marked).isEqualTo(expected);
    }
}
