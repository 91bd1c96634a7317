package io.onrecord.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where furniture begins and ends: lengths, headlines, lists of stories. */
class FurnitureRulesTest {

    private static final String BEFORE = "The ferry sank on Sunday, the port said.";
    private static final String AFTER = "It had left Tesk at nine.";

    private static List<String> furniture(String... lines) {
        String text = String.join("\n", lines);
        return Furniture.of(Layout.LINES.text(text)).stream()
                .map(span -> span.of(text))
                .toList();
    }

    private static boolean isFurniture(String line) {
        return furniture(BEFORE, line, AFTER).contains(line);
    }

    private static boolean isHeadline(String line) {
        return furniture(BEFORE, "Most read", line, AFTER).contains(line);
    }

    @Test
    void aHeadlineHasTwentyCharactersAndFourWordsAndACapitalAndNoEnd() {
        assertThat(isHeadline("Army denies any raid")).isTrue();
        assertThat(isHeadline("Army denies any rai")).as("19 characters").isFalse();
        assertThat(isHeadline("Velian army denies-everything"))
                .as("three words")
                .isFalse();
        assertThat(isHeadline("army denies any raid now")).as("no capital").isFalse();
        assertThat(isHeadline("Army denies any raid.")).isFalse();
        assertThat(isHeadline("Army denies any “raid.”"))
                .as("a mark behind the full stop")
                .isFalse();
        assertThat(isHeadline("Army denies any “raid”")).isTrue();
        assertThat(isHeadline("Army denies any raid: an")).isTrue();
        assertThat(isHeadline("Army denies any raid:")).isFalse();
        assertThat(isHeadline("Army denies any " + "raid".repeat(31)))
                .as("140 characters")
                .isTrue();
        assertThat(isHeadline("Army denies any " + "raid".repeat(31) + "s")).isFalse();
    }

    @Test
    void headlinesUnderALabelEndWhereTheArticleGoesOn() {
        assertThat(furniture("Most read", "Army denies any raid", "Serrat vows to pay", AFTER, "Army denies any raid"))
                .as("18 characters are no headline")
                .containsExactly("Most read", "Army denies any raid");
        assertThat(furniture(
                        BEFORE,
                        "Related stories",
                        "Army denies any raid",
                        "Advertisement",
                        "Fleet denies any raid",
                        AFTER))
                .containsExactly("Related stories", "Army denies any raid", "Advertisement");
    }

    @Test
    void threeHeadlinesAreAListIfTwoHaveTheVerbOfOne() {
        String one = "Army denies any raid on Senn";
        String two = "Serrat vows to cut the tax";
        String none = "Five things about passports";
        String other = "What to do in Tesk this May";
        assertThat(furniture(BEFORE, one, none, two, AFTER)).containsExactly(one, none, two);
        assertThat(furniture(BEFORE, one, none, other, AFTER)).isEmpty();
        assertThat(furniture(BEFORE, one, two, AFTER)).isEmpty();
        assertThat(furniture(BEFORE, one, two, none, other)).containsExactly(one, two, none, other);
        assertThat(furniture(one, two, none, AFTER))
                .as("a title and what stands under it")
                .isEmpty();
        assertThat(furniture("He listed three headlines:", one, two, none, AFTER))
                .isEmpty();
    }

    @Test
    void aNoticeIsShort() {
        String notice = "© 2026 Lisden Post ";
        assertThat(isFurniture(notice + "x".repeat(400 - notice.length()))).isTrue();
        assertThat(isFurniture(notice + "x".repeat(401 - notice.length()))).isFalse();
        String more = "Read more: ";
        assertThat(isFurniture(more + "x".repeat(140 - more.length()))).isTrue();
        assertThat(isFurniture(more + "x".repeat(141 - more.length()))).isFalse();
    }

    @Test
    void buttonsThatShareNameANetworkAndSayShareOrNameTwo() {
        assertThat(isFurniture("Share on Facebook")).isTrue();
        assertThat(isFurniture("Facebook Twitter")).isTrue();
        assertThat(isFurniture("Email WhatsApp Print")).isTrue();
        assertThat(isFurniture("Post on Facebook")).isFalse();
        assertThat(isFurniture("Share on Facebook.")).isFalse();
        assertThat(isFurniture("Share on Facebook tomorrow")).isFalse();
        assertThat(isFurniture("Share this on " + "Facebook ".repeat(14).strip()))
                .isTrue();
        assertThat(isFurniture("Share this on " + "Facebook ".repeat(15).strip()))
                .as("more than 140 characters")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Explainer: why the ferry sank",
                "Read the full story: why the ferry sank",
                "Also on Friday: why the ferry sank",
                "Storm live updates: roads shut in Velia",
                "Reporting by Mara Oldin and Ilan Serrat; editing by Emil Varga",
                "Updated: Monday 4 May 2026 at 9.30am GMT",
                "Last updated on May 4, 2026 at 10:30 a.m.",
                "Image caption",
                "Trending now",
                "More from Lisden",
                "Continue reading",
                "Please sign up to our daily newsletter",
                "Subscribe now",
                "Leave a comment",
                "Do you have a story? Email us at news@lisden.example",
                "The writer can be reached at mara@lisden.example",
                "Download our app",
                "Donate today",
                "All rights reserved.",
                "This site uses cookies",
                "A crowd at the port. (Photo: Emil Varga)",
                "[caption id=4 width=20]A crowd at the port[/caption]"
            })
    void whatPagesSayOfThemselvesIsFurniture(String line) {
        assertThat(isFurniture(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Explainer: why the ferry sank.",
                "Storm live updates: roads shut in Velia.",
                "Storm live updates: roads shut in Velia!”",
                "Reporting by night is hard.",
                "Updated rules come in on Monday.",
                "The site uses cookies, she said.",
                "He told us to download our app.",
                "“All rights reserved,” it said.",
                "Trending now is a song from Senn.",
                "More from Lisden will come, he wrote."
            })
    void whatAnArticleSaysInLikeWordsIsNot(String line) {
        assertThat(isFurniture(line)).isFalse();
    }
}
