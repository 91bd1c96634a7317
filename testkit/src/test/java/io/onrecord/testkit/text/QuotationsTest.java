package io.onrecord.testkit.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Form;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.testkit.Paragraphs;
import io.onrecord.text.Quotations;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pairs are shown with their marks. */
class QuotationsTest {

    @Test
    void everyKindOfMarkIsPaired() {
        assertThat(pairs("\"No,\" he said. “No.” ''No.'' ``No.'' „Nein.“ „Nie.” «Non.» »Nej.» »Nein.« ‹Non.› 「いいえ」"))
                .containsExactly(
                        "\"No,\"", "“No.”", "''No.''", "``No.''", "„Nein.“", "„Nie.”", "«Non.»", "»Nej.»", "»Nein.«",
                        "‹Non.›", "「いいえ」");
    }

    @Test
    void singleMarksArePairedAroundApostrophes() {
        assertThat(pairs("‘We can’t win,’ said Ms Ito. ‘It’s over.’"))
                .containsExactly("‘We can’t win,’", "‘It’s over.’");
        assertThat(pairs("'We can't win,' said Ms Ito.")).containsExactly("'We can't win,'");
        assertThat(pairs("`It's nobody's fault,' said the bosun.")).containsExactly("`It's nobody's fault,'");
        assertThat(pairs("‚Nicht vor Freitag‘, sagte sie.")).containsExactly("‚Nicht vor Freitag‘");
    }

    @Test
    void apostrophesAreNoQuotation() {
        assertThat(pairs("The workers' wives' club didn't meet in the '90s; 'twas rock 'n' roll, O'Brien's."))
                .isEmpty();
        assertThat(pairs("The fishermen’s song of the ’60s isn’t the Joneses’ song."))
                .isEmpty();
    }

    @Test
    void measuresAreNoQuotation() {
        assertThat(pairs("He is 6'2\" tall; the screen has 27\".")).isEmpty();
        assertThat(pairs("“I asked for a 19\" screen,” he said.")).containsExactly("“I asked for a 19\" screen,”");
        assertThat(pairs("“It was in 1990\" he said. “Yes,” she said.")).containsExactly("“It was in 1990\"", "“Yes,”");
    }

    @Test
    void theMarkOfAHebrewAbbreviationIsNone() {
        assertThat(pairs("דובר צה\"ל אמר: \"לא נדע\".")).containsExactly("\"לא נדע\"");
    }

    @Test
    void onlyTheOutermostPairCounts() {
        assertThat(pairs("“He said ‘no’ twice,” she said.")).containsExactly("“He said ‘no’ twice,”");
        assertThat(pairs("‘He said “no” twice,’ she said.")).containsExactly("‘He said “no” twice,’");
    }

    @Test
    void aMarkMayOpenOfOneKindAndCloseOfAnother() {
        assertThat(pairs("“The engine stopped,\" he said.")).containsExactly("“The engine stopped,\"");
        assertThat(pairs("\"The engine stopped,” he said.")).containsExactly("\"The engine stopped,”");
    }

    @Test
    void aQuotationThatEveryParagraphReopensGoesOnToItsEnd() {
        assertThat(pairs("Ito said: “It rains.\n“It pours.\n“It floods.”\nNobody answered."))
                .containsExactly("“It rains.", "“It pours.", "“It floods.”");
        assertThat(pairs("‘It rains.\n\n‘It pours.’")).containsExactly("‘It rains.", "‘It pours.’");
        assertThat(pairs("\"It rains.\n\n\"It pours.\"")).containsExactly("\"It rains.", "\"It pours.\"");
        assertThat(pairs("« Il pleut.\n« Il gèle. »")).containsExactly("« Il pleut.", "« Il gèle. »");
    }

    @Test
    void aMarkWithoutAPartnerSpoilsNothingButItself() {
        assertThat(pairs("A banner read “No bridge. “We mean it,” said Ms Fenn."))
                .containsExactly("“We mean it,”");
        assertThat(pairs("It was so.” “We mean it,” said Ms Fenn.")).containsExactly("“We mean it,”");
        assertThat(pairs("He left “at once.\nShe said “no” to that.")).containsExactly("“no”");
    }

    @Test
    void aMarkWithoutAPartnerCountsToTheEdgeOfItsContent() {
        assertThat(form("{\"We will not pay}, said Groot.")).isEqualTo(Form.DIRECT);
        assertThat(form("{We will not pay,”} said Groot.")).isEqualTo(Form.DIRECT);
        assertThat(form("Groot said {that “we will not pay}.")).isEqualTo(Form.MIXED);
        assertThat(form("Groot left “at once. He said {it was late}.")).isEqualTo(Form.INDIRECT);
    }

    @Test
    void formIsReadOffTheWordsInsideAndOutside() {
        assertThat(form("{“We will appeal,”} said Ms Ito.")).isEqualTo(Form.DIRECT);
        assertThat(form("“{We will appeal},” said Ms Ito.")).isEqualTo(Form.DIRECT);
        assertThat(form("Ms Ito said {they would appeal}.")).isEqualTo(Form.INDIRECT);
        assertThat(form("Ms Ito said {that they “will appeal”}.")).isEqualTo(Form.MIXED);
        assertThat(form("{“We will,”} said Ms Ito, {and left}.")).isEqualTo(Form.MIXED);
        assertThat(form("{“We will,”} said Ms Ito, {“today.”}")).isEqualTo(Form.DIRECT);
        assertThat(form("{… “Yes.” – “No.”}")).isEqualTo(Form.DIRECT);
    }

    @Test
    void contentWithoutAWordHasTheFormOfItsSigns() {
        assertThat(form("{“?!”} he asked.")).isEqualTo(Form.DIRECT);
        assertThat(form("{“☕”} he wrote.")).isEqualTo(Form.DIRECT);
        assertThat(form("{“🎉🎉”} he wrote.")).isEqualTo(Form.DIRECT);
        assertThat(form("He wrote {🎉🎉}.")).isEqualTo(Form.INDIRECT);
        assertThat(form("He wrote {“”}.")).isEqualTo(Form.INDIRECT);
    }

    @Test
    void anEmojiBesideAQuotationDoesNotMakeItMixed() {
        assertThat(form("{“We won” 🎉}, wrote Ms Ito.")).isEqualTo(Form.DIRECT);
    }

    @Test
    void contentTakesInTheMarksAroundIt() {
        assertThat(taken("“{We will appeal,}” said Ms Ito.")).isEqualTo("“We will appeal,”");
        assertThat(taken("{“We will appeal},” said Ms Ito.")).isEqualTo("“We will appeal");
        assertThat(taken("“{We will appeal},” said Ms Ito.")).isEqualTo("We will appeal");
        assertThat(taken("``{He was ours,}'' said the bosun.")).isEqualTo("``He was ours,''");
        assertThat(taken("‘{It’s over},’ she said.")).isEqualTo("It’s over");
    }

    @Test
    void contentTakesInMarksThatAreSetOffBySpaces() {
        assertThat(taken("« {Nous verrons} », dit-elle.")).isEqualTo("« Nous verrons »");
        assertThat(taken("«\u00A0{Nous verrons}\u202F», dit-elle.")).isEqualTo("«\u00A0Nous verrons\u202F»");
    }

    @Test
    void contentThatHoldsPartOfAQuotationTakesInNoMarks() {
        assertThat(taken("“We {will} appeal,” said Ms Ito.")).isEqualTo("will");
        assertThat(taken("“We will {appeal, said} Ms Ito.")).isEqualTo("appeal, said");
    }

    @Test
    void contentThatBeginsWithTheEndOfSomethingElseLeavesItOut() {
        assertThat(taken("He read “Low Water{” and it was late}.")).isEqualTo("and it was late");
    }

    @Test
    void contentOfATextWithoutMarksIsAsItWas() {
        assertThat(taken("Ms Ito said {they would appeal}.")).isEqualTo("they would appeal");
    }

    private static List<String> pairs(String value) {
        Text text = Paragraphs.ofLines(value);
        return Quotations.of(text).pairs().stream().map(pair -> pair.of(value)).toList();
    }

    /** Content stands in braces. */
    private static Form form(String marked) {
        return Quotations.of(Paragraphs.ofLines(plain(marked))).form(content(marked));
    }

    private static String taken(String marked) {
        String plain = plain(marked);
        return Quotations.of(Paragraphs.ofLines(plain))
                .withMarks(content(marked).get(0))
                .of(plain);
    }

    private static String plain(String marked) {
        return marked.replaceAll("[{}]", "");
    }

    private static List<Span> content(String marked) {
        List<Span> spans = new ArrayList<>();
        int plain = 0;
        int start = 0;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == '{') {
                start = plain;
            } else if (c == '}') {
                spans.add(new Span(start, plain));
            } else {
                plain++;
            }
        }
        return spans;
    }
}
