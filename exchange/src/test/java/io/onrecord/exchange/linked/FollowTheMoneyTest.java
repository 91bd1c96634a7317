package io.onrecord.exchange.linked;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.exchange.annotation.Example;
import io.onrecord.exchange.export.ExportItem;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.Exporter;
import io.onrecord.exchange.export.Subject;
import io.onrecord.model.ArticleRecord;
import io.onrecord.testkit.RandomRecords;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Entities that the model of FollowTheMoney has, with properties that they have there. */
class FollowTheMoneyTest {

    private static final Set<String> THING = Set.of(
            "name",
            "alias",
            "summary",
            "description",
            "notes",
            "keywords",
            "sourceUrl",
            "publisher",
            "wikidataId",
            "proof");
    private static final Set<String> INTERVAL = Set.of(
            "startDate",
            "endDate",
            "date",
            "summary",
            "description",
            "recordId",
            "sourceUrl",
            "publisher",
            "proof",
            "namesMentioned");

    /** The properties of the schemata, inherited ones included, as the model of 2026 lists them; those in use. */
    private static final Map<String, Set<String>> PROPERTIES = Map.of(
            "Article", with(THING, "title", "author", "generator", "fileName", "language", "publishedAt"),
            "Person", with(THING, "position"),
            "PublicBody", THING,
            "Organization", THING,
            "Mention", Set.of("document", "resolved", "personMentioned", "companyMentioned"),
            "Event", with(union(THING, INTERVAL), "involved", "location", "organizer", "important"),
            "UnknownLink", with(INTERVAL, "subject", "object", "role", "status"));

    /** What entities a property refers to. */
    private static final Map<String, Set<String>> REFERENCES = Map.of(
            "proof", Set.of("Article"),
            "document", Set.of("Article"),
            "resolved", Set.of("Person", "PublicBody", "Organization"),
            "involved", Set.of("Person", "PublicBody", "Organization"),
            "subject", Set.of("Event"),
            "object", Set.of("Event"));

    private static final Set<String> DATES = Set.of("date", "publishedAt");

    private static Set<String> with(Set<String> base, String... more) {
        return union(base, Set.of(more));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }

    private static List<JsonNode> entities(ArticleRecord... records) throws Exception {
        return Written.lines(Written.as(new FollowTheMoney(), records));
    }

    private static String schema(JsonNode entity) {
        return entity.get("schema").stringValue();
    }

    private static JsonNode property(JsonNode entity, String name) {
        return entity.get("properties").get(name);
    }

    @Test
    void everyEntityFitsItsSchema() throws Exception {
        Set<String> seen = new HashSet<>();
        for (long seed = 0; seed < 300; seed++) {
            ArticleRecord record = seed == 0 ? Example.record() : RandomRecords.any(seed);
            Map<String, String> schemata = new HashMap<>();
            for (JsonNode entity : entities(record)) {
                assertThat(entity.propertyNames()).containsExactly("id", "schema", "properties");
                assertThat(PROPERTIES).containsKey(schema(entity));
                assertThat(PROPERTIES.getOrDefault(schema(entity), Set.of()))
                        .as(schema(entity))
                        .containsAll(entity.get("properties").propertyNames());
                assertThat(schemata.put(entity.get("id").stringValue(), schema(entity)))
                        .as("an id twice")
                        .isNull();
                seen.add(schema(entity));
                for (String name : entity.get("properties").propertyNames()) {
                    for (JsonNode value : property(entity, name)) {
                        assertThat(value.isString()).isTrue();
                        assertThat(value.stringValue()).isNotBlank();
                        if (REFERENCES.containsKey(name)) {
                            assertThat(REFERENCES.get(name)).contains(schemata.get(value.stringValue()));
                        }
                        if (DATES.contains(name)) {
                            assertThat(value.stringValue())
                                    .matches("\\d{4}(-\\d\\d(-\\d\\d(T\\d\\d:\\d\\d:\\d\\d)?)?)?");
                        }
                    }
                }
                if (!Set.of("Mention", "UnknownLink").contains(schema(entity))) {
                    assertThat(property(entity, "name")).isNotNull();
                }
            }
        }
        assertThat(seen).isEqualTo(PROPERTIES.keySet());
    }

    @Test
    void theSameRecordGivesTheSameEntities() throws Exception {
        assertThat(entities(Example.record())).isEqualTo(entities(Example.record()));
    }

    @Test
    void aStatementIsAnEventOfWhoMadeIt() throws Exception {
        List<JsonNode> entities = entities(Example.record());
        JsonNode serrat = entities.get(1);
        assertThat(schema(serrat)).isEqualTo("Person");
        assertThat(property(serrat, "position").get(0).stringValue()).isEqualTo("finance minister, Avenia");
        assertThat(property(serrat, "wikidataId").get(0).stringValue()).isEqualTo("Q4242424242");
        JsonNode denied = entities.stream()
                .filter(one -> one.toString().contains("Ilan Serrat: DENIES"))
                .findFirst()
                .orElseThrow();
        assertThat(schema(denied)).isEqualTo("Event");
        assertThat(property(denied, "involved").get(0)).isEqualTo(serrat.get("id"));
        assertThat(property(denied, "date").get(0).stringValue()).isEqualTo("2026-05-14");
        assertThat(property(denied, "summary").get(0).stringValue()).isEqualTo("that the grain 🌾 had been sold");
        assertThat(property(denied, "notes").get(0).stringValue()).isEqualTo("code points of the text 31-61");
    }

    @Test
    void aGroupIsNoEntityButIsNamed() throws Exception {
        List<JsonNode> entities = entities(Example.record());
        assertThat(entities).filteredOn(one -> schema(one).equals("Person")).hasSize(2);
        JsonNode claimed = entities.stream()
                .filter(one -> one.toString().contains("the minister's aides: CLAIMS"))
                .findFirst()
                .orElseThrow();
        assertThat(property(claimed, "involved")).isNull();
    }

    @Test
    void whoIsTheSameOverArticlesIsOneEntity() throws Exception {
        ArticleRecord record = Example.record();
        ExportItem item = new ExportItem(
                record,
                record.statements(),
                true,
                new ExportItem.Context(
                        Map.of("s1", new ExportItem.Known("abc", "Ilan Serrat")),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Exporter exporter = new FollowTheMoney().open(Subject.STATEMENTS, out, ExportOptions.DEFAULT)) {
            exporter.add(item);
            exporter.finish();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("{\"id\":\"onrecord-abc\",\"schema\":\"Person\"");
    }
}
