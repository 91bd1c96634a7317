package io.onrecord.testkit.attribution;

import static io.onrecord.testkit.RecordAssert.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Span;
import org.junit.jupiter.api.Test;

/** Messy typography does not kill a document, and spans hold their words to the character. */
class TypographyTest {

    @Test
    void curlyAndStraightMarks() {
        record("[c1: “We will,”] [q1: said] [s1: Ito].")
                .says("Ito", "“We will,”")
                .directly();
        record("[c1: \"We will,\"] [q1: said] [s1: Ito].")
                .says("Ito", "\"We will,\"")
                .directly();
        record("[c1: “We will,\"] [q1: said] [s1: Ito].")
                .says("Ito", "“We will,\"")
                .directly();
    }

    @Test
    void singleMarks() {
        record("[c1: ‘We can’t win,’] [q1: said] [s1: Ito]. [c1: ‘It’s the wives’ club’s money.’]")
                .says("Ito", "‘We can’t win,’", "‘It’s the wives’ club’s money.’")
                .directly();
        record("[s1: Ito] [q1: said] [c1: she'd had a 'terrible' year].")
                .says("Ito", "she'd had a 'terrible' year")
                .partlyQuoted();
        record("[s1: Ito] [q1: said] [c1: the '90s weren't the Joneses' best].")
                .says("Ito", "the '90s weren't the Joneses' best")
                .indirectly();
    }

    @Test
    void doubledApostrophesAndBackTicks() {
        record("[c1: ''We will,''] [q1: said] [s1: Ito].")
                .says("Ito", "''We will,''")
                .directly();
        record("[c1: ``We will,''] [q1: said] [s1: Ito].")
                .says("Ito", "``We will,''")
                .directly();
        record("''[c1: We will,]'' [q1: said] [s1: Ito].")
                .says("Ito", "''We will,''")
                .directly();
    }

    @Test
    void guillemetsAndLowMarks() {
        record("[c1: « On verra »], [q1: a dit] [s1: la maire].")
                .says("la maire", "« On verra »")
                .directly();
        record("[c1: „Niemand wurde gebissen“], [q1: sagte] [s1: sie].")
                .says("sie", "„Niemand wurde gebissen“")
                .directly();
        record("[c1: »Vi får se«], [q1: sa] [s1: hun].")
                .says("hun", "»Vi får se«")
                .directly();
    }

    @Test
    void anOddNumberOfMarks() {
        record("[c1: \"We will not pay], [q1: said] [s1: Groot]. His members cheered.")
                .says("Groot", "\"We will not pay")
                .directly();
        record("He left \"at once. [s1: Ito] [q1: said] [c1: it was late]. [s2: Mori] [q2: said] [c2: \"no\"].")
                .says("Ito", "it was late")
                .says("Mori", "\"no\"")
                .directly();
        record("""
                [s1: Ito] [q1: said] [c1: “it was late].
                [s2: Mori] [q2: said] [c2: it was not].
                [c3: “Not at all,”] [q3: said] [s3: Fenn].""")
                .says("Ito", "“it was late")
                .directly()
                .says("Mori", "it was not")
                .indirectly()
                .says("Fenn", "“Not at all,”")
                .directly()
                .nothingElse();
    }

    @Test
    void aMarkReopenedAtEachParagraph() {
        record("[c1: \"We waited.]\n\n[c1: \"Then we left,\"] [q1: said] [s1: Ito].")
                .says("Ito", "\"We waited.", "\"Then we left,\"")
                .directly();
    }

    @Test
    void bullets() {
        record("""
                They had this to say:
                • [c1: “I want a boat,”] [q1: said] [s1: Lena Prys].
                * [c2: "A boat!"] [q2: -] [s2: Fenn]
                - [s3: Mori][q3: :] [c3: no boats]""")
                .says("Lena Prys", "“I want a boat,”")
                .directly()
                .says("Fenn", "\"A boat!\"")
                .directly()
                .says("Mori", "no boats")
                .indirectly()
                .nothingElse();
    }

    @Test
    void pressReleases() {
        record("[c1: “A good day for fish.”] [q1: —] [s1: Commissioner Mori]")
                .says("Commissioner Mori", "“A good day for fish.”")
                .by("—")
                .directly();
        record("[c1: “A good day.”] ([s1: Mori][q1: ,] chair)").says("Mori", "“A good day.”");
    }

    @Test
    void headlines() {
        record("[s1: Mori][q1: :] [c1: We will not sign]")
                .says("Mori", "We will not sign")
                .indirectly();
        record("[s1: Mori][q1: :] [c1: bridge ‘will be built’]")
                .says("Mori", "bridge ‘will be built’")
                .partlyQuoted();
        record("[c1: ‘No deal’], [q1: says] [s1: Mori]")
                .says("Mori", "‘No deal’")
                .directly();
        record("[c1: Fares to rise], [s1: operators] [q1: warn]")
                .says("operators", "Fares to rise")
                .indirectly();
    }

    @Test
    void emojiAtTheEdges() {
        record("[c1: “We won 🎉🎉”], [q1: wrote] [s1: Zoë 👩‍🚀].")
                .says("Zoë 👩‍🚀", "“We won 🎉🎉”")
                .directly();
        record("🎉 [c1: 👍🏽] [q1: wrote] [s1: Zoë].").says("Zoë", "👍🏽");
        record("[s1: Zoë] [q1: wrote] [c1: “🎉”].").says("Zoë", "“🎉”").directly();
    }

    @Test
    void combiningMarksAtTheEdges() {
        record("[s1: Rene\u0301e] [q1: a dit] [c1: “on l'a aime\u0301”].")
                .says("Rene\u0301e", "“on l'a aime\u0301”")
                .directly();
        record("[s1: Rene\u0301] [q1: said] [c1: il est alle\u0301\u0302]. Fin.")
                .says("Rene\u0301", "il est alle\u0301\u0302");
    }

    @Test
    void textFromRightToLeft() {
        record("\u200F[c1: \"נחזור מחר\"]\u200F, [q1: אמרה] \u200E[s1: רותי].")
                .says("רותי", "\"נחזור מחר\"")
                .directly();
        record("[q1: قال] [s1: الوزير] [c1: إنّ «الجسر آمن»].")
                .says("الوزير", "إنّ «الجسر آمن»")
                .partlyQuoted();
    }

    @Test
    void spansNeverCutACharacterInTwo() {
        ArticleRecord record = record("😀[c1: “𝔘𝔫𝔰𝔢𝔯 👨‍👩‍👧 𝔎𝔩𝔲𝔟”]😀 [q1: wrote] [s1: 𝔐𝔬𝔯𝔦😀].")
                .get();
        String text = record.article().text().value();
        CodePoints points = CodePoints.of(text);
        Span content = record.statements().get(0).attribution().content().get(0);
        assertThat(content.of(text)).isEqualTo("“𝔘𝔫𝔰𝔢𝔯 👨‍👩‍👧 𝔎𝔩𝔲𝔟”");
        assertThat(points.toUtf16(points.fromUtf16(content.start()))).isEqualTo(content.start());
        assertThat(points.toUtf16(points.fromUtf16(content.end()))).isEqualTo(content.end());
    }
}
