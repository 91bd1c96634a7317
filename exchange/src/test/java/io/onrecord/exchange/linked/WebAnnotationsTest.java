package io.onrecord.exchange.linked;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.exchange.annotation.Example;
import io.onrecord.model.ArticleRecord;
import io.onrecord.testkit.RandomRecords;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Web Annotations as the standard has them. */
class WebAnnotationsTest {

    private static final String OA = "http://www.w3.org/ns/oa#";

    private static JsonNode collection(ArticleRecord... records) throws Exception {
        return Written.JSON.readTree(Written.as(new WebAnnotations(), records));
    }

    private static List<JsonNode> items(JsonNode collection) {
        List<JsonNode> items = new ArrayList<>();
        collection.get("first").get("items").forEach(items::add);
        return items;
    }

    @Test
    void aRunIsOneCollectionWithItsNumber() throws Exception {
        JsonNode collection = collection(Example.record());
        assertThat(collection.get("type").stringValue()).isEqualTo("AnnotationCollection");
        assertThat(collection.get("@context").get(0).stringValue()).isEqualTo("http://www.w3.org/ns/anno.jsonld");
        assertThat(items(collection)).hasSize(7);
        assertThat(collection.get("total").intValue()).isEqualTo(7);
        assertThat(collection().get("total").intValue()).isZero();
    }

    /** A reader that counts code points, as the standard says, and knows nothing else, finds the words. */
    @Test
    void everyPositionSelectsTheWordsQuoted() throws Exception {
        int selected = 0;
        for (long seed = 0; seed < 200; seed++) {
            ArticleRecord record = seed == 0 ? Example.record() : RandomRecords.any(seed);
            int[] text = record.article().text().value().codePoints().toArray();
            for (JsonNode item : items(collection(record))) {
                for (JsonNode target : item.get("target")) {
                    JsonNode selector = target.get("selector");
                    if (selector.isArray()) {
                        int start = selector.get(0).get("start").intValue();
                        int end = selector.get(0).get("end").intValue();
                        String words = new String(text, start, end - start);
                        JsonNode quote = selector.get(1);
                        assertThat(quote.get("exact").stringValue()).isEqualTo(words);
                        String prefix = quote.get("prefix").stringValue();
                        String suffix = quote.get("suffix").stringValue();
                        assertThat(new String(text, 0, start)).endsWith(prefix);
                        assertThat(new String(text, end, text.length - end)).startsWith(suffix);
                        selected++;
                    }
                }
            }
        }
        assertThat(selected).isGreaterThan(500);
    }

    @Test
    void aStatementInTheTitleSelectsTheTitleAndThenAPlaceInIt() throws Exception {
        JsonNode content =
                items(collection(Example.record())).get(0).get("target").get(0);
        JsonNode selector = content.get("selector");
        assertThat(selector.get("type").stringValue()).isEqualTo("TextQuoteSelector");
        assertThat(selector.get("exact").stringValue()).isEqualTo(Example.TITLE);
        assertThat(selector.get("refinedBy").get("type").stringValue()).isEqualTo("TextPositionSelector");
        assertThat(selector.get("refinedBy").get("start").intValue()).isZero();
        assertThat(selector.get("refinedBy").get("end").intValue()).isEqualTo(25);
    }

    @Test
    void aProcessorOfJsonLdUnderstandsEveryName() throws Exception {
        String written = Written.as(new WebAnnotations(), Example.record());
        JsonObject collection = LinkedData.expanded(written).getJsonObject(0);
        JsonObject page = collection
                .getJsonArray("http://www.w3.org/ns/activitystreams#first")
                .getJsonObject(0);
        JsonObject annotation = page.getJsonArray("http://www.w3.org/ns/activitystreams#items")
                .getJsonObject(0)
                .getJsonArray("@list")
                .getJsonObject(1);
        assertThat(annotation.getJsonArray("@type").getString(0)).isEqualTo(OA + "Annotation");
        assertThat(annotation.getJsonArray(OA + "motivatedBy").getJsonObject(0).getString("@id"))
                .isEqualTo(OA + "describing");
        JsonObject target = annotation.getJsonArray(OA + "hasTarget").getJsonObject(0);
        assertThat(target.getJsonArray(OA + "hasSource").getJsonObject(0).getString("@id"))
                .isEqualTo("https://velia.example/2026/05/grain?a=1");
        JsonObject statement = annotation.getJsonArray(OA + "hasBody").getJsonObject(0);
        assertThat(statement
                        .getJsonArray("urn:onrecord:terms#stance")
                        .getJsonObject(0)
                        .getString("@value"))
                .isEqualTo("DENIES");
        JsonObject speaker =
                statement.getJsonArray("http://schema.org/spokenByCharacter").getJsonObject(0);
        assertThat(speaker.getJsonArray("@type").getString(0)).isEqualTo("http://schema.org/Person");
        assertThat(speaker.getJsonArray("http://schema.org/sameAs")
                        .getJsonObject(0)
                        .getString("@id"))
                .isEqualTo("http://www.wikidata.org/entity/Q4242424242");
        assertThat(annotation
                        .getJsonArray("http://www.w3.org/ns/prov#wasDerivedFrom")
                        .toString())
                .contains("2026-05-14T17:00:00Z");
        // A name that no context has would be dropped in silence.
        assertThat(names(Written.JSON.readTree(written))).allMatch(name -> name.contains(":") || KNOWN.contains(name));
    }

    private static final Set<String> KNOWN = Set.of(
            "@context",
            "@value",
            "onrecord",
            "schema",
            "prov",
            "id",
            "type",
            "label",
            "first",
            "startIndex",
            "items",
            "motivation",
            "body",
            "purpose",
            "value",
            "target",
            "source",
            "language",
            "selector",
            "start",
            "end",
            "exact",
            "prefix",
            "suffix",
            "refinedBy",
            "generator",
            "name",
            "created",
            "total");

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>(node.propertyNames());
        node.forEach(child -> names.addAll(names(child)));
        return names;
    }

    @Test
    void anyRecordIsLinkedData() throws Exception {
        int triples = 0;
        for (long seed = 0; seed < 60; seed++) {
            triples += LinkedData.triples(Written.as(new WebAnnotations(), RandomRecords.any(seed)));
        }
        assertThat(triples).isGreaterThan(1000);
    }

    @Test
    void aQuotationIsOneOfSchemaOrgAndIndirectSpeechIsNot() throws Exception {
        List<JsonNode> items = items(collection(Example.record()));
        assertThat(items.get(1).get("body").get(0).get("type").toString()).doesNotContain("Quotation");
        assertThat(items.get(2).get("body").get(0).get("type").toString()).contains("schema:Quotation");
    }

    @Test
    void aDisputeLinksTwoStatementsAndShowsTheWords() throws Exception {
        ArticleRecord record = Example.record();
        JsonNode dispute = items(collection(record)).get(6);
        assertThat(dispute.get("motivation").stringValue()).isEqualTo("linking");
        assertThat(dispute.get("body").get("onrecord:from").get("id").stringValue())
                .isEqualTo("urn:onrecord:statement:" + record.disputes().get(0).from());
        assertThat(dispute.get("target")
                        .get(0)
                        .get("selector")
                        .get(1)
                        .get("exact")
                        .stringValue())
                .isEqualTo("They are empty");
    }

    @Test
    void anAddressThatIsNoneOfTheWebIsNoSource() throws Exception {
        ArticleRecord record = Example.record("C:\\texts\\grain 1.txt", Example.TEXT);
        JsonNode source = items(collection(record)).get(0).get("target").get(0).get("source");
        assertThat(source.get("id").stringValue())
                .isEqualTo("urn:onrecord:article:" + record.article().id());
        assertThat(source.get("onrecord:address").stringValue()).isEqualTo("C:\\texts\\grain 1.txt");
    }
}
