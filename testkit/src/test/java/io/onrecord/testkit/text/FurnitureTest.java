package io.onrecord.testkit.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.testkit.Gold;
import io.onrecord.testkit.Paragraphs;
import io.onrecord.text.Furniture;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FurnitureTest {

    @ParameterizedTest
    @EnumSource(Gold.Half.class)
    void paragraphsOfTheGoldPassagesAreToldApart(Gold.Half half) {
        int right = 0;
        int found = 0;
        int wanted = 0;
        for (Gold.FurniturePassage passage : Gold.furniture(half)) {
            List<Span> furniture = Furniture.of(passage.text());
            found += furniture.size();
            wanted += passage.furniture().size();
            right += (int)
                    furniture.stream().filter(passage.furniture()::contains).count();
        }
        double precision = 100.0 * right / found;
        double recall = 100.0 * right / wanted;
        System.out.printf(
                Locale.ROOT,
                "furniture, %s: precision %.1f, recall %.1f (%d of %d paragraphs)%n",
                half,
                precision,
                recall,
                right,
                wanted);
        assertThat(wanted).isGreaterThan(20);
        assertThat(precision).isGreaterThanOrEqualTo(98);
        assertThat(recall).isGreaterThanOrEqualTo(90);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Storm latest: Velia warns of floods",
                "Read more: Serrat denies it",
                "Follow us on Facebook",
                "Sign up for our newsletter",
                "Advertisement",
                "Please enable JavaScript to watch this video",
                "© 2026 Lisden Post",
                "Share this article",
                "Photo: Emil Varga"
            })
    void whatPagesWrapAroundArticlesIsFurniture(String line) {
        assertThat(marked("The ferry sank on Sunday, the port said.", line, "It had left Tesk at nine."))
                .containsExactly(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“Follow us on Facebook,” the minister told the crowd.",
                "Follow the money, said Mara Oldin.",
                "Sign up for our newsletter, the message said, and thousands did.",
                "Advertisement is an art.",
                "JavaScript is required reading, the teacher said.",
                "Share this with nobody, he said.",
                "Photo: that is what the label says.",
                "The latest: three roads are closed, the police said.",
                "What we know",
                "Serrat says no",
                "No."
            })
    void whatAnArticleSaysIsNot(String line) {
        assertThat(marked("The ferry sank on Sunday, the port said.", line, "It had left Tesk at nine."))
                .isEmpty();
    }

    @Test
    void headlinesUnderALabelAreFurnitureUntilTheArticleGoesOn() {
        assertThat(marked(
                        "The trial was adjourned.",
                        "Most read",
                        "Velian army denies shelling of a village",
                        "Five things to know about passports",
                        "The judge said that she needed time."))
                .containsExactly(
                        "Most read", "Velian army denies shelling of a village", "Five things to know about passports");
    }

    @Test
    void threeHeadlinesInARowAreAListOfStoriesUnlessAColonAnnouncesThem() {
        String[] headlines = {
            "Velian army denies shelling of a village",
            "Serrat vows to cut the fuel tax by May",
            "Ferry firm blames the weather office"
        };
        assertThat(marked("The trial was adjourned.", headlines[0], headlines[1], headlines[2], "It was late."))
                .containsExactly(headlines);
        assertThat(marked("The paper had three headlines:", headlines[0], headlines[1], headlines[2], "It was late."))
                .isEmpty();
        assertThat(marked(headlines[0], headlines[1], headlines[2], "It was late."))
                .isEmpty();
    }

    @Test
    void aTextWithoutParagraphsHasNone() {
        assertThat(Furniture.of(new Text("  ", List.of()))).isEmpty();
    }

    @Test
    void manyLongLinesThatNearlyMatchAreNoTrouble() {
        String line = "Reporting by " + "Anna, ".repeat(60);
        assertThat(line).hasSizeLessThan(400);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            text.append(line).append("x ").append(i).append('\n');
            text.append("Follow ").append("a ".repeat(180)).append('\n');
            text.append("Updated ").append("12 ".repeat(120)).append("x\n");
        }
        assertThat(Furniture.of(Paragraphs.ofLines(text.toString()))).isEmpty();
    }

    private static List<String> marked(String... lines) {
        Text text = Paragraphs.ofLines(String.join("\n", lines));
        return Furniture.of(text).stream().map(span -> span.of(text.value())).toList();
    }
}
