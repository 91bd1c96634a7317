package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.store.ClaimQuery;
import io.onrecord.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code onrecord demo}, and what {@code claims} and {@code compare} say of it. */
@Tag("long")
class DemoTest {

    @TempDir
    private static Path folder;

    private static Path store;
    private static Run demo;

    @BeforeAll
    static void make() {
        store = folder.resolve("demo.db");
        demo = Run.of("demo", "--store", store);
    }

    private static List<JsonNode> json(Run run) {
        assertThat(run.code()).as(run.err()).isZero();
        return run.lines().stream().map(JsonMapper.shared()::readTree).toList();
    }

    private static List<JsonNode> claims(Object... options) {
        List<Object> all = new ArrayList<>(List.of("claims", "--store", store, "-f", "jsonl"));
        all.addAll(List.of(options));
        return json(Run.of(all.toArray()));
    }

    private static List<String> outlets(JsonNode claim) {
        List<String> outlets = new ArrayList<>();
        claim.get("told")
                .forEach(told -> outlets.add(told.get("article").path("outlet").asString()));
        return outlets;
    }

    @Test
    void saysWhatIsThereAndWhatToTry() {
        assertThat(demo.code()).as(demo.err()).isZero();
        assertThat(demo.out().replaceAll("\\s+", " "))
                .contains(
                        "46 articles of 25 outlets",
                        "are copies of others",
                        "All people, places and outlets are invented")
                .contains("The most disputed claims:", "Try next:");
        assertThat(demo.out().lines()).allMatch(line -> line.length() <= 100 || line.startsWith("  onrecord "));
    }

    @Test
    void everyLineToTryGivesSomething() {
        Matcher lines = Pattern.compile("^  onrecord (claims|compare|who) (.*)$", Pattern.MULTILINE)
                .matcher(demo.out());
        int tried = 0;
        while (lines.find()) {
            List<Object> words = new ArrayList<>(List.of(lines.group(1)));
            Matcher word = Pattern.compile("(?:[^\\s']|'[^']*')+").matcher(lines.group(2));
            while (word.find()) {
                words.add(word.group().replace("'", ""));
            }
            Run run = Run.of(words.toArray());
            assertThat(run.code()).as(words + run.err()).isZero();
            assertThat(run.out()).as(words.toString()).isNotEmpty();
            tried++;
        }
        assertThat(tried).isGreaterThanOrEqualTo(4);
    }

    @Test
    void claimsAreCarriedByOutletsAndCountCopiesOnce() {
        List<JsonNode> claims = claims();
        assertThat(claims.size()).isBetween(200, 600);
        assertThat(claims).anyMatch(claim -> claim.get("outlets").asInt() >= 3);
        assertThat(claims)
                .anyMatch(claim ->
                        claim.get("outlets").asInt() > claim.get("origins").asInt());
        assertThat(claims)
                .filteredOn(claim -> claim.get("disputed").asInt() > 0)
                .hasSizeGreaterThan(10);
        assertThat(claims.get(0).get("disputed").asInt())
                .isGreaterThanOrEqualTo(claims.get(1).get("disputed").asInt());
    }

    @Test
    void theSameStoreAgainChangesNothing() {
        List<JsonNode> before = claims();
        Run again = Run.of("demo", "--store", store);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).doesNotContain("reading");
        assertThat(claims()).isEqualTo(before);
    }

    @Test
    void aStoreOfOtherArticlesIsLeftAloneUnlessAsked() throws IOException {
        Path other = folder.resolve("other.db");
        Path article = Files.writeString(
                folder.resolve("own.txt"),
                "The dam is safe, Mara Oldin said on Monday. “Nobody has to leave,” she said.");
        assertThat(Run.of("read", "--store", other, article).code()).isZero();
        Run refused = Run.of("demo", "--store", other);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("holds other articles", "--add");
        assertThat(refused.out()).isEmpty();
        // Most of them are there already: reading all once more would show no more.
        Path among = Files.copy(store, folder.resolve("among.db"));
        assertThat(Run.of("forget", "--outlet", "The Lantern", "--yes", "--store", among)
                        .code())
                .isZero();
        assertThat(Run.of("read", "--store", among, article).code()).isZero();
        assertThat(Run.of("demo", "--store", among).err()).contains("holds other articles");
        Run added = Run.of("demo", "--add", "--store", among);
        assertThat(added.out()).contains("47 articles");
        assertThat(added.err()).contains(" made-up articles into ");
    }

    @Test
    void wordsFindAClaimInFull() {
        Run run = Run.of("claims", "--store", store, "inspection", "bridge", "--limit", "3");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("states it", "first on record: 2026-", "independent origins");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(run.out()).doesNotContain("\u001b");
    }

    @Test
    void wordsFindClaimsInOtherWordsTheNearestFirst() {
        List<JsonNode> near = claims("examination of the bridge");
        assertThat(near).isNotEmpty();
        assertThat(near.get(0).get("claim").asString().toLowerCase(Locale.ROOT)).contains("bridge");
        String span = "a span that crosses the river";
        assertThat(claims(span).size())
                .isGreaterThan(claims(span, "--words-only").size());
        List<JsonNode> quoted = claims("\"inspection report\"", "--words-only");
        List<JsonNode> disputed = claims("inspection", "--disputed", "--outlet", "the lantern");
        assertThat(disputed)
                .allMatch(claim -> claim.get("disputed").asInt() > 0)
                .allMatch(claim -> outlets(claim).contains("The Lantern"));
        assertThat(quoted.size())
                .isLessThan(claims("inspection", "--words-only").size() + 1);
        assertThat(claims("inspection", "--limit", "1")).hasSize(1);
    }

    @Test
    void wordingsOfOneQuotationAreToldApart() {
        boolean found = claims().stream()
                .filter(claim -> claim.get("told").size() > 1)
                .map(claim -> Run.of(
                                "claims",
                                "--store",
                                store,
                                "--id",
                                claim.get("id").asString())
                        .out())
                .anyMatch(sheet -> sheet.contains("wordings of the quotation") && sheet.contains("lacks “"));
        assertThat(found).isTrue();
    }

    @Test
    void aListNamesClaimsThatCanBeShown() {
        Run list = Run.of("claims", "--store", store, "--limit", "3");
        assertThat(list.code()).as(list.err()).isZero();
        Matcher id = Pattern.compile("· ([0-9a-f]{10})$", Pattern.MULTILINE).matcher(list.out());
        int shown = 0;
        while (id.find()) {
            Run one = Run.of("claims", "--store", store, "--id", id.group(1));
            assertThat(one.out()).contains("claim " + id.group(1), "what others do to it", "shown by: “", "timeline");
            shown++;
        }
        assertThat(shown).isEqualTo(3);
        assertThat(list.err()).contains("claims 1 to 3; go on with --offset 3");
    }

    @Test
    void aListGoesOnWhereThePageBeforeEnded() {
        String both = Run.of("claims", "--store", store, "--limit", "6").out();
        Run first = Run.of("claims", "--store", store, "--limit", "3");
        Run second = Run.of("claims", "--store", store, "--limit", "3", "--offset", "3");
        assertThat(first.out() + second.out()).isEqualTo(both);
        assertThat(second.err()).contains("claims 4 to 6; go on with --offset 6");
        assertThat(claims("--limit", "3", "--offset", "3")).isEqualTo(claims().subList(3, 6));
        assertThat(claims("bridge", "--limit", "2", "--offset", "1"))
                .isEqualTo(claims("bridge").subList(1, 3));
        Run last = Run.of("claims", "--store", store, "--offset", claims().size() - 1);
        assertThat(last.err()).doesNotContain("go on");
        Run behind = Run.of("claims", "--store", store, "--offset", "100000");
        assertThat(behind.code()).isZero();
        assertThat(behind.out()).isEmpty();
        assertThat(behind.err()).contains(", before --offset 100000");
        Run one = Run.of("claims", "--store", store, "--id", "ffffffffff00", "--offset", "1");
        assertThat(one.code()).isEqualTo(2);
    }

    @Test
    void filtersHoldOfOneStatement() {
        assertThat(claims("--outlet", "the lantern"))
                .isNotEmpty()
                .allMatch(claim -> outlets(claim).contains("The Lantern"));
        assertThat(claims("--speaker", "pryce", "--disputed"))
                .isNotEmpty()
                .allMatch(claim -> claim.get("disputed").asInt() > 0)
                .allMatch(claim -> claim.get("told").toString().contains("Pryce"));
        List<JsonNode> all = claims();
        List<JsonNode> early = claims("--until", "2026-03-02");
        assertThat(early.size()).isBetween(5, all.size() - 5);
        assertThat(claims("--since", "2026").size()).isEqualTo(all.size());
    }

    @Test
    void csvHasAStatementALine() {
        Run run = Run.of("claims", "--store", store, "-f", "csv", "--limit", "2");
        assertThat(run.lines().get(0)).startsWith("claim_id,claim,part,published,outlet,copied_from,speaker");
        assertThat(run.lines().size()).isGreaterThan(4);
    }

    @Test
    void whatIsNotThereIsSaidWithWhatToDo() {
        Run words = Run.of("claims", "--store", store, "volcano", "zebra");
        assertThat(words.code()).isZero();
        assertThat(words.out()).isEmpty();
        assertThat(words.err()).contains("'volcano zebra'", "fewer words");
        Run outlet = Run.of("claims", "--store", store, "--outlet", "The Lanterm");
        assertThat(outlet.code()).isEqualTo(1);
        assertThat(outlet.err()).contains("'The Lanterm'", "'The Lantern'");
        Run id = Run.of("claims", "--store", store, "--id", "ffffffffff00");
        assertThat(id.code()).isEqualTo(1);
        assertThat(id.err()).contains("ffffffffff00", "'onrecord claims' shows ids");
        Run both = Run.of("claims", "--store", store, "--id", "ffffffffff00", "--disputed");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err()).contains("--id names one claim: leave out", "--disputed");
        Run date = Run.of("claims", "--store", store, "--since", "yesterday");
        assertThat(date.code()).isEqualTo(2);
        assertThat(date.err()).contains("'yesterday' is no date: give 2024-05-16");
        Run turned = Run.of("claims", "--store", store, "--since", "2026-04", "--until", "2026-03");
        assertThat(turned.code()).isEqualTo(2);
        assertThat(turned.err()).contains("no day is between them");
        Run none = Run.of("claims", "--store", folder.resolve("none.db"));
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("there is no store");
        assertThat(folder.resolve("none.db")).doesNotExist();
    }

    @Test
    void anEmptyStoreSaysWhatToDo() throws IOException {
        Path empty = folder.resolve("empty.db");
        Path article = Files.writeString(folder.resolve("nothing.txt"), "The harbour lies to the west of the town.");
        Run.of("read", "--store", empty, article);
        Run run = Run.of("claims", "--store", empty);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("has no statements yet", "onrecord demo");
    }

    @Test
    void searchStringsFullOfOperatorsAreWords() {
        for (String words : List.of("100%", "a_b", "\\", "' OR 1=1 --", "\"", "(", "*", "NEAR/3")) {
            Run run = Run.of("claims", "--store", store, words);
            assertThat(run.code()).as(words).isZero();
        }
    }

    @Test
    void aClosedPipeEndsTheRunWithAWord() {
        Run run = Run.withBrokenOutput("claims", "--store", store);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("whoever read it has gone");
    }

    @Test
    void outletsAreCompared() {
        Run run = Run.of("compare", "--store", store, "--event", "bridge", "--outlets", "northwire,lantern");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Northwire: ", "The Lantern: ", "both (", "only Northwire (", "only The Lantern (");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
        Run copies = Run.of("compare", "--store", store, "--event", "bridge", "--outlets", "Northwire,Courier");
        assertThat(copies.out()).contains("(copy of Northwire)", "Carrow Valley Courier (copy): ");
    }

    @Test
    void aComparisonOfWhatIsNotThereSaysSo() {
        Run one = Run.of("compare", "--store", store, "--event", "bridge", "--outlets", "Northwire");
        assertThat(one.code()).isEqualTo(2);
        assertThat(one.err()).contains("two different outlets");
        Run unknown = Run.of("compare", "--store", store, "--event", "bridge", "--outlets", "Northwire,The Herald");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("'The Herald'", "there are '");
        Run event = Run.of("compare", "--store", store, "--event", "zebra", "--outlets", "Northwire,The Lantern");
        assertThat(event.code()).isZero();
        assertThat(event.err()).contains("'zebra'", "fewer words");
    }

    @Test
    void claimsAreMergedAndPartedByHand() throws IOException {
        Path own = Files.copy(store, folder.resolve("own.db"));
        try (Store open = Store.open(own.toString())) {
            List<String> two = open.claims(ClaimQuery.all(2)).stream()
                    .map(claim -> claim.id().substring(0, 10))
                    .toList();
            Run merged = Run.of("merge", "claims", two.get(0), two.get(1), "--author", "editor", "--store", own);
            assertThat(merged.code()).as(merged.err()).isZero();
            assertThat(Run.of("history", "--store", own).out()).contains("claims", "editor  one: ");
            List<String> decided = open.claimDecisions().stream()
                    .flatMap(one ->
                            Stream.of(one.decision().first(), one.decision().second()))
                    .distinct()
                    .toList();
            assertThat(open.claimsOf(decided)).hasSize(1);
            Run parted = Run.of("split", "claims", decided.get(0), decided.get(1), "--store", own);
            assertThat(parted.code()).as(parted.err()).isZero();
            assertThat(open.claimsOf(decided.subList(0, 1))).isNotEqualTo(open.claimsOf(decided.subList(1, 2)));
        }
    }
}
