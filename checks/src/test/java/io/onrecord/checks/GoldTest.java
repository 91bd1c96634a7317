package io.onrecord.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.Onrecord;
import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Resolution;
import io.onrecord.model.Statement;
import io.onrecord.testkit.Gold;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped network on the gold passages: floors, so that a change that breaks something shows; figures are printed. */
class GoldTest {

    private static Onrecord onrecord;

    @BeforeAll
    static void open() {
        onrecord = Onrecord.open();
    }

    @AfterAll
    static void close() {
        onrecord.close();
    }

    @Test
    void aStatementInPageFurnitureIsMarkedAndTheArticlesOwnAreNot() {
        String text = """
                The ferry sank on Sunday, said Mara Oldin, who runs the port.
                Storm latest: “We will close the ports of Velia,” says Hugo Lenz
                “We saw it go,” said Ilan Serrat.""";
        List<Statement> statements = onrecord.read("ferry.txt", text).statements();
        int furniture = text.indexOf("Storm latest");
        assertThat(statements).hasSizeGreaterThanOrEqualTo(3);
        assertThat(statements).allSatisfy(statement -> {
            int cue = statement.attribution().cue().get(0).start();
            assertThat(statement.furniture())
                    .as(statement.toString())
                    .isEqualTo(cue > furniture && cue < text.indexOf("“We saw"));
        });
        assertThat(statements).anyMatch(Statement::furniture);
    }

    @Test
    void inATranscriptEachTurnIsOfWhoIsNamedAndSoIsTheFirstPersonInIt() {
        String text = """
                Hugo Lenz, who runs the port, spoke to Mara Oldin of the Tesk Courier.

                OLDIN: Did you know of the leak?

                LENZ: I'd hardly slept. I told the council on Monday that the ferry was leaking.

                OLDIN: And what did the council say?

                LENZ: The council told us it would wait.""";
        List<Statement> statements = onrecord.read("ferry.txt", text).statements();
        assertThat(statements)
                .extracting(statement -> statement.attribution().source().get(0).of(text) + " = "
                        + ((Resolution.Resolved) statement.speaker()).name())
                .containsExactly(
                        "OLDIN = Mara Oldin",
                        "LENZ = Hugo Lenz",
                        "I = Hugo Lenz",
                        "OLDIN = Mara Oldin",
                        "LENZ = Hugo Lenz",
                        "The council = The council");
    }

    @ParameterizedTest
    @EnumSource(Gold.Half.class)
    void quotedTitlesScareQuotesAndSlogansAreMostlyLeftAlone(Gold.Half half) {
        List<Gold.AlonePassage> passages = Gold.alone(half);
        int found = 0;
        for (Gold.AlonePassage passage : passages) {
            found += onrecord.read(Article.of(passage.id(), passage.text(), Metadata.NONE))
                    .statements()
                    .size();
        }
        double each = (double) found / passages.size();
        report("alone, " + half + ": statements in a passage that has none", each);
        assertThat(passages).hasSizeGreaterThan(40);
        assertThat(each).isLessThan(0.25);
    }

    @ParameterizedTest
    @EnumSource(Gold.Half.class)
    void theStatementsOfSelfWrittenPassagesAreFound(Gold.Half half) {
        int wanted = 0;
        int found = 0;
        for (Gold.AttributionPassage passage : Gold.attributions(half)) {
            List<Statement> statements = onrecord.read(Article.of(passage.id(), passage.text(), Metadata.NONE))
                    .statements();
            for (Gold.Parts gold : passage.attributions()) {
                wanted++;
                found += statements.stream().anyMatch(statement -> isThere(gold, statement)) ? 1 : 0;
            }
        }
        report("attribution, " + half + ": cue and content overlap, per cent", 100.0 * found / wanted);
        assertThat(wanted).isGreaterThan(70);
        assertThat(found).isGreaterThan(wanted * 3 / 4);
    }

    private static boolean isThere(Gold.Parts gold, Statement statement) {
        return gold.cue().stream()
                        .anyMatch(cue -> statement.attribution().cue().stream().anyMatch(cue::overlaps))
                && gold.content().stream()
                        .anyMatch(part ->
                                statement.attribution().content().stream().anyMatch(part::overlaps));
    }

    private static void report(String what, double value) {
        System.out.println(String.format(Locale.ROOT, "%s: %.2f", what, value));
    }
}
