package io.onrecord.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

    private static final String WRAPPED = """
            The finance minister of Avenia said on Thursday that the harbour would
            stay open as long as there was a single ship to unload, and denied that
            talks with the union had failed.

            "We are not walking away," Ilan Serrat told reporters in the old customs
            house, where about four hundred people had gathered since the morning
            to hear what the government would offer.
            """;

    @Test
    void aLineOfAnyLengthIsAParagraph() {
        assertThat(paragraphs("""
                        Minister denies that talks have failed
                        By our own reporter
                        The finance minister of Avenia said on Thursday that the harbour would stay open as long as there was a single ship to unload, and denied it all.
                        "We are not walking away," he said.
                        """)).hasSize(4).last().isEqualTo("\"We are not walking away,\" he said.");
    }

    @Test
    void longLinesBetweenBlankLinesAreParagraphs() {
        String line = "The finance minister said on Thursday that the harbour would stay open. "
                .repeat(3)
                .strip();

        assertThat(paragraphs(line + "\n\n" + line + "\n" + line)).containsExactly(line, line, line);
        assertThat(Layout.of(line + "\n\n" + line)).isEqualTo(Layout.LINES);
    }

    @Test
    void aBlankLineEndsAParagraphOfHardWrappedText() {
        assertThat(Layout.of(WRAPPED)).isEqualTo(Layout.BLANK_LINES);
        assertThat(paragraphs(WRAPPED))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("The finance")
                .endsWith("had failed.");
    }

    @Test
    void hardWrappedTextWithoutBlankLinesIsOneParagraph() {
        String one = WRAPPED.substring(0, WRAPPED.indexOf("\n\n"));

        assertThat(paragraphs(one)).containsExactly(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\u2028", "\u0085", "\u000B"})
    void everyLineEndCounts(String end) {
        Text text = read(WRAPPED.replace("\n", end));

        assertThat(text.value()).isEqualTo(WRAPPED.replace("\n", end));
        assertThat(text.paragraphs()).hasSize(2);
    }

    @Test
    void aFormFeedAndAParagraphSeparatorEndLines() {
        assertThat(paragraphs("One.\fTwo.\u2029Three.")).containsExactly("One.", "Two.", "Three.");
    }

    @Test
    void aParagraphSeparatorEndsAParagraphOfHardWrappedText() {
        assertThat(paragraphs(WRAPPED.replace("\n\n", "\u2029"))).hasSize(2);
    }

    @Test
    void aHeadlineIsNotJoinedToTheLineBelow() {
        assertThat(paragraphs("Harbour stays open\nBy Mara Lindqvist\n" + WRAPPED))
                .hasSize(4)
                .startsWith("Harbour stays open", "By Mara Lindqvist");
    }

    @Test
    void aHeadlineNearlyAsLongAsTheLinesIsNotJoinedEither() {
        assertThat(paragraphs("Minister says the harbour is to stay open for now\n" + WRAPPED))
                .hasSize(3)
                .startsWith("Minister says the harbour is to stay open for now");
    }

    @Test
    void theEntriesOfAListInHardWrappedTextStayApart() {
        String list = """
                - higher wages
                - a new customs house, which the union has asked for since the fire and
                  which the ministry calls too dear
                - talks
                1. first
                2) second
                """;

        assertThat(paragraphs(WRAPPED + "\n" + list))
                .hasSize(7)
                .contains("- higher wages", "- talks", "1. first", "2) second")
                .anyMatch(entry -> entry.startsWith("- a new") && entry.endsWith("too dear"));
    }

    @Test
    void aDashOrANumberThatStartsALineWithinASentenceIsNoListEntry() {
        assertThat(paragraphs(WRAPPED + """

                        The finance minister of Avenia said on Thursday that all the harbours
                        – and the customs house – would stay open, and put the number of ships
                        that had been turned away since the beginning of the strike at about
                        10. Nobody at the union would confirm that the ministry had said so.
                        """)).hasSize(3);
    }

    @Test
    void aListOfHeadlinesIsNotAParagraph() {
        assertThat(paragraphs("""
                        Minister quits over the harbour talks in Port Senn
                        Fishermen block the port for the second time today
                        Storm closes all the schools in the north of Avenia
                        Opposition demands an inquiry into the customs fire
                        """)).hasSize(4);
    }

    @Test
    void aListOfShortEntriesIsNotAParagraph() {
        assertThat(paragraphs("apples\nbread\nmilk\nsalt\npepper")).hasSize(5);
    }

    @Test
    void sentencesOfLikeLengthOnLinesOfTheirOwnAreNotAParagraph() {
        assertThat(paragraphs("""
                        The minister said that the harbour would stay open for now.
                        The union said that nobody had asked its members about it.
                        The opposition said that it had always warned of the cost.
                        Police said that fewer than one hundred and fifty had come.
                        """)).hasSize(4);
    }

    @Test
    void anIndentedLineStartsAParagraph() {
        assertThat(paragraphs("""
                           The finance minister of Avenia said on Thursday that the harbour
                        would stay open as long as there was a single ship to unload, and he
                        denied that talks with the union had failed.
                           "We are not walking away," Ilan Serrat told reporters in the old
                        customs house, where about four hundred people had gathered since
                        the morning to hear what the government would offer.
                        """)).hasSize(2);
    }

    @Test
    void aLongAddressInHardWrappedTextDoesNotHideTheWidth() {
        String url = "https://example.org/" + "harbour-talks-".repeat(10);

        assertThat(paragraphs(WRAPPED + "\n" + url + "\n")).hasSize(3).last().isEqualTo(url);
    }

    @Test
    void textThatBreaksAnywhereIsHardWrappedToo() {
        String line = "財務大臣は木曜日、荷揚げする船が一隻でもある限り港は開き続けると述べ、組合との協議が決裂したとの報";

        assertThat(paragraphs(line + "\n" + line + "\n" + line + "\n道を否定した。\n\n" + line))
                .hasSize(1 + 1);
        assertThat(paragraphs("野党は調査を求めた。\n政府は直ちに退けた。\n警察は百五十人足らずと発表した。")).hasSize(3);
    }

    @Test
    void paragraphsAreWithoutTheWhiteSpaceAroundThem() {
        Text text = read("\uFEFF  \u00A0One.\u3000\t\n\u200B Two. \u00A0");

        assertThat(text.value()).isEqualTo("\uFEFF  \u00A0One.\u3000\t\n\u200B Two. \u00A0");
        assertThat(text.paragraphs()).containsExactly(new Span(4, 8), new Span(13, 17));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", " \t\r\n", "\u00A0\n\u200B\n\uFEFF", "\u200E\u200F\n\u2060", "\f"})
    void whatShowsNothingIsNoParagraph(String text) {
        assertThat(read(text).paragraphs()).isEmpty();
    }

    @Test
    void emojiCombiningMarksAndRightToLeftTextAreKept() {
        String value = "👩‍👩‍👧 e\u0301\n\u200Fשלום עולם\u200F\n\uD83D\uDE00";

        assertThat(paragraphs(value)).containsExactly("👩‍👩‍👧 e\u0301", "\u200Fשלום עולם\u200F", "😀");
    }

    @Test
    void aParagraphOfAHundredThousandCharactersIsOne() {
        assertThat(paragraphs("word ".repeat(20_000))).hasSize(1);
    }

    private static Text read(String text) {
        return Layout.of(text).text(text);
    }

    private static List<String> paragraphs(String text) {
        return read(text).paragraphs().stream().map(span -> span.of(text)).toList();
    }
}
