package io.onrecord.exchange.linked;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.exchange.annotation.Example;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.testkit.RandomRecords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Drafts for fact-checkers, which never judge. */
class ClaimReviewsTest {

    /** The names of schema.org that a draft uses, by its types, as schema.org lists them. */
    private static final Map<String, Set<String>> NAMES = Map.of(
            "ClaimReview", Set.of("@context", "@type", "@id", "creativeWorkStatus", "claimReviewed", "itemReviewed"),
            "Claim", Set.of("@type", "@id", "text", "author", "datePublished", "appearance"),
            "Person", Set.of("@type", "@id", "name", "jobTitle", "sameAs"),
            "Organization", Set.of("@type", "@id", "name", "sameAs"),
            "GovernmentOrganization", Set.of("@type", "@id", "name", "sameAs"),
            "NewsArticle",
                    Set.of(
                            "@type",
                            "@id",
                            "url",
                            "identifier",
                            "headline",
                            "datePublished",
                            "publisher",
                            "author",
                            "inLanguage"));

    private static List<JsonNode> drafts(ArticleRecord... records) throws Exception {
        return Written.lines(Written.as(new ClaimReviews(), records));
    }

    private static void check(JsonNode node) {
        if (node.isObject()) {
            String type = node.get("@type").stringValue();
            assertThat(NAMES).containsKey(type);
            assertThat(NAMES.getOrDefault(type, Set.of())).containsAll(node.propertyNames());
        }
        node.forEach(ClaimReviewsTest::check);
    }

    @Test
    void aDraftIsADraftAndHasNoVerdict() throws Exception {
        for (long seed = 0; seed < 200; seed++) {
            for (JsonNode draft : drafts(seed == 0 ? Example.record() : RandomRecords.any(seed))) {
                check(draft);
                assertThat(draft.get("creativeWorkStatus").stringValue()).isEqualTo("Draft");
                assertThat(draft.toString()).doesNotContain("reviewRating", "ratingValue", "alternateName");
                assertThat(draft.get("claimReviewed").stringValue()).isNotNull();
            }
        }
    }

    @Test
    void aClaimHasItsWordsItsAuthorItsDayAndItsArticle() throws Exception {
        JsonNode draft = drafts(Example.record()).get(2);
        JsonNode claim = draft.get("itemReviewed");
        assertThat(draft.get("claimReviewed").stringValue())
                .isEqualTo("“We kept every sack,” … “and\r\nwe will keep them.”");
        assertThat(claim.get("author").get("name").stringValue()).isEqualTo("Ilan Serrat");
        assertThat(claim.get("author").get("jobTitle").stringValue()).isEqualTo("finance minister");
        assertThat(claim.get("datePublished").stringValue()).isEqualTo("2026-05-14T18:02:00+02:00");
        assertThat(claim.get("appearance").get("url").stringValue())
                .isEqualTo("https://velia.example/2026/05/grain?a=1");
        assertThat(claim.get("appearance").get("publisher").get("name").stringValue())
                .isEqualTo("Velia Courier");
    }

    @Test
    void whatSomebodyDeniesIsNotTheirClaim() throws Exception {
        JsonNode draft = drafts(Example.record()).get(1);
        assertThat(draft.get("claimReviewed").stringValue())
                .isEqualTo("Ilan Serrat denied … that the grain 🌾 had been sold");
    }

    @Test
    void whoIsNeitherAPersonNorAnOrganisationIsNoAuthor() throws Exception {
        JsonNode draft = drafts(Example.record()).get(4);
        assertThat(draft.get("claimReviewed").stringValue()).isEqualTo("the stores of קציר were full");
        assertThat(draft.get("itemReviewed").has("author")).isFalse();
    }

    @Test
    void whatNobodyStatedIsNoClaim() throws Exception {
        ArticleRecord record = Example.record();
        for (StanceReading reading : List.of(
                new StanceReading(Stance.ASKS, false, false),
                new StanceReading(Stance.DEMANDS, false, false),
                new StanceReading(Stance.SAYS, true, false),
                new StanceReading(Stance.SAYS, false, true))) {
            Statement one = record.statements().get(1);
            Statement other = new Statement(
                    one.id(),
                    one.attribution(),
                    one.speaker(),
                    Optional.of(reading),
                    one.date(),
                    one.about(),
                    one.addressee(),
                    one.within(),
                    false);
            ArticleRecord changed = new ArticleRecord(
                    record.article(), record.speakers(), List.of(other), List.of(), record.producer());
            assertThat(drafts(changed)).as(reading.toString()).isEmpty();
        }
    }

    @Test
    void aProcessorOfJsonLdReadsADraft() throws Exception {
        for (String line : Written.as(new ClaimReviews(), Example.record()).split("\n", -1)) {
            if (!line.isEmpty()) {
                assertThat(LinkedData.triples(line)).isGreaterThan(8);
                assertThat(LinkedData.expanded(line)
                                .getJsonObject(0)
                                .getJsonArray("@type")
                                .getString(0))
                        .isEqualTo("http://schema.org/ClaimReview");
            }
        }
    }
}
