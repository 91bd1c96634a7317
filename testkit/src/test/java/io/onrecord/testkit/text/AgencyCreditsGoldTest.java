package io.onrecord.testkit.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Metadata;
import io.onrecord.model.Span;
import io.onrecord.testkit.Gold.Half;
import io.onrecord.testkit.Paragraphs;
import io.onrecord.text.AgencyCredit;
import io.onrecord.text.AgencyCredits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Credits of wire agencies on the gold passages, beside what looking for the names alone would say. */
class AgencyCreditsGoldTest {

    private static final JsonMapper JSON = new JsonMapper();

    private record Passage(String id, Article article, List<AgencyCredit> credits) {}

    @Test
    void theOpenPassagesHaveTheirCreditsAndNoOthers() throws IOException {
        Score score = score(Half.OPEN);

        assertThat(score.precision()).isGreaterThanOrEqualTo(97);
        assertThat(score.recall()).isGreaterThanOrEqualTo(97);
    }

    @Test
    void theReservedPassagesMostlyHaveTheirCredits() throws IOException {
        Score score = score(Half.RESERVED);

        assertThat(score.precision()).isGreaterThanOrEqualTo(85);
        assertThat(score.recall()).isGreaterThanOrEqualTo(80);
    }

    private record Score(int right, int found, int wanted) {
        double precision() {
            return 100.0 * right / found;
        }

        double recall() {
            return 100.0 * right / wanted;
        }
    }

    private static Score score(Half half) throws IOException {
        int right = 0;
        int found = 0;
        int wanted = 0;
        int whole = 0;
        List<Passage> passages = passages(half);
        for (Passage passage : passages) {
            List<AgencyCredit> credits = AgencyCredits.of(passage.article());
            long hits = passage.credits().stream()
                    .filter(gold -> credits.stream().anyMatch(credit -> same(gold, credit)))
                    .count();
            right += (int) hits;
            found += credits.size();
            wanted += passage.credits().size();
            boolean all = hits == credits.size() && hits == passage.credits().size();
            whole += all ? 1 : 0;
            if (!all && half == Half.OPEN) {
                System.out.println("not as in the gold: " + passage.id() + " " + credits);
            }
        }
        Score score = new Score(right, found, wanted);
        System.out.printf(
                Locale.ROOT,
                "agency credits, %s half: precision %.1f %%, recall %.1f %% of %d credits; %d of %d passages whole%n",
                half.name().toLowerCase(Locale.ROOT),
                score.precision(),
                score.recall(),
                wanted,
                whole,
                passages.size());
        return score;
    }

    private static boolean same(AgencyCredit gold, AgencyCredit credit) {
        return gold.agency().equals(credit.agency())
                && gold.kind() == credit.kind()
                && gold.span().isPresent() == credit.span().isPresent()
                && (gold.span().isEmpty()
                        || gold.span().get().overlaps(credit.span().orElseThrow()));
    }

    private static List<Passage> passages(Half half) throws IOException {
        String name = "/io/onrecord/testkit/gold/agency-" + half.name().toLowerCase(Locale.ROOT) + ".jsonl";
        try (InputStream in = AgencyCreditsGoldTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> passage(JSON.readTree(line)))
                    .toList();
        }
    }

    private static Passage passage(JsonNode json) {
        String text = json.required("text").asString();
        CodePoints points = CodePoints.of(text);
        List<String> authors = new ArrayList<>();
        json.path("authors").forEach(author -> authors.add(author.asString()));
        List<AgencyCredit> credits = new ArrayList<>();
        for (JsonNode credit : json.required("credits")) {
            JsonNode span = credit.required("span");
            boolean inText = credit.path("author").isMissingNode();
            credits.add(new AgencyCredit(
                    credit.required("agency").asString(),
                    AgencyCredit.Kind.valueOf(credit.required("kind").asString()),
                    inText
                            ? Optional.of(new Span(
                                    points.toUtf16(span.required(0).asInt()),
                                    points.toUtf16(span.required(1).asInt())))
                            : Optional.empty()));
        }
        String id = json.required("id").asString();
        Metadata metadata = new Metadata(
                Optional.empty(),
                Optional.empty(),
                authors,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Passage(id, Article.of(id, Paragraphs.ofLines(text), metadata), credits);
    }
}
