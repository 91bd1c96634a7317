package io.onrecord.testkit.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.encoder.Pieces;
import io.onrecord.encoder.WordPiece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each piece is shown as its vocabulary entry and the characters it came from. */
class WordPieceTest {

    private static final List<String> VOCABULARY = List.of(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "we", "will", "appeal", "##ing", "##s", "##ed", "cafe", "title", "a",
            "##b", "ab", "b", "\"", "“", "”", "'", ".", ",", "…", "-", "北", "京", "😀", "##😀", "strasse", "ι", "##ς",
            "##σ", "o", "##o", "c", "1");

    private static final WordPiece WORD_PIECE = new WordPiece(VOCABULARY);

    @Test
    void aWordIsCutIntoTheLongestPiecesAndItsPlacesAreKept() {
        assertThat(pieces("We will appeal; appealing, appeals."))
                .containsExactly(
                        "we=We",
                        "will=will",
                        "appeal=appeal",
                        "[UNK]=;",
                        "appeal=appeal",
                        "##ing=ing",
                        ",=,",
                        "appeal=appeal",
                        "##s=s",
                        ".=.");
    }

    @Test
    void theLongestPieceWinsOverTwoShortOnes() {
        assertThat(pieces("ab abb")).containsExactly("ab=ab", "ab=ab", "##b=b");
    }

    @Test
    void aWordThatCannotBeCutIsUnknownAsAWhole() {
        assertThat(pieces("appealingly we")).containsExactly("[UNK]=appealingly", "we=we");
    }

    @Test
    void onlyTheFirstPieceStartsItsWord() {
        Pieces pieces = WORD_PIECE.pieces("appealing, we");
        assertThat(List.of(pieces.startsWord(0), pieces.startsWord(1), pieces.startsWord(2), pieces.startsWord(3)))
                .containsExactly(true, false, true, true);
    }

    @Test
    void accentsAreFoldedAway() {
        assertThat(pieces("CAFÉ Café")).containsExactly("cafe=CAFÉ", "cafe=Café");
    }

    @Test
    void aCombiningMarkBelongsToTheLetterBeforeIt() {
        assertThat(pieces("cafe\u0301 we")).containsExactly("cafe=cafe\u0301", "we=we");
        assertThat(pieces("we\u0301\u0302\u0323.")).containsExactly("we=we\u0301\u0302\u0323", ".=.");
        assertThat(pieces("ab\u0301b\u0301")).containsExactly("ab=ab\u0301", "##b=b\u0301");
    }

    @Test
    void aCombiningMarkOnPunctuationBelongsToItToo() {
        assertThat(pieces("”\u0301 we")).containsExactly("”=”\u0301", "we=we");
    }

    @Test
    void aCombiningMarkAfterASpaceBelongsToNothing() {
        assertThat(pieces("we \u0301will")).containsExactly("we=we", "will=will");
        assertThat(pieces("\u0301we")).containsExactly("we=we");
    }

    @Test
    void ideographsStandAlone() {
        assertThat(pieces("a北京b")).containsExactly("a=a", "北=北", "京=京", "b=b");
        assertThat(pieces("\uD840\uDC00")).containsExactly("[UNK]=\uD840\uDC00");
    }

    @Test
    void aSequenceOfEmojiIsOneWordThatNoSpanCuts() {
        assertThat(pieces("we 👨‍👩‍👧 will")).containsExactly("we=we", "[UNK]=👨‍👩‍👧", "will=will");
        assertThat(pieces("👍🏽")).containsExactly("[UNK]=👍🏽");
        assertThat(pieces("🇺🇳")).containsExactly("[UNK]=🇺🇳");
        assertThat(pieces("😀😀")).containsExactly("😀=😀", "##😀=😀");
    }

    @Test
    void aSelectorBelongsToTheEmojiBeforeIt() {
        assertThat(pieces("❤️.")).containsExactly("[UNK]=❤️", ".=.");
        assertThat(pieces("1️⃣")).containsExactly("[UNK]=1️⃣");
    }

    @Test
    void theTagsOfAFlagBelongToIt() {
        String wales = "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC77\uDB40\uDC6C\uDB40\uDC73\uDB40\uDC7F";
        assertThat(pieces("we " + wales + " will")).containsExactly("we=we", "[UNK]=" + wales, "will=will");
    }

    @Test
    void charactersWithoutWidthAreNoSpaceAndNoPiece() {
        assertThat(pieces("ap\u200Bpeal we\u200D \u200E\uFEFFwill\u00AD"))
                .containsExactly("appeal=ap\u200Bpeal", "we=we", "will=will");
        assertThat(pieces("we\u0000 \u0007will\uFFFD")).containsExactly("we=we", "will=will");
    }

    @Test
    void everyKindOfSpaceSeparates() {
        assertThat(pieces("we\u00A0will\u2003we\u3000will\twe\r\nwill\u2028we"))
                .containsExactly("we=we", "will=will", "we=we", "will=will", "we=we", "will=will", "we=we");
    }

    @Test
    void aWordOfAHundredLettersIsTheLongestThatIsCut() {
        assertThat(pieces("ab" + "b".repeat(98))).hasSize(99);
        assertThat(pieces("ab" + "b".repeat(99))).containsExactly("[UNK]=ab" + "b".repeat(99));
        assertThat(pieces("a".repeat(5000) + " we")).containsExactly("[UNK]=" + "a".repeat(5000), "we=we");
    }

    @Test
    void everyMarkOfARunIsAPieceOfItsOwn() {
        assertThat(pieces("“'…--\"”")).containsExactly("“=“", "'='", "…=…", "-=-", "-=-", "\"=\"", "”=”");
    }

    @Test
    void aCharacterThatFoldsToSeveralKeepsItsOnePlace() {
        assertThat(pieces("\u1E9E")).containsExactly("[UNK]=\u1E9E");
        assertThat(pieces("각")).containsExactly("[UNK]=각");
    }

    @Test
    void theLocaleOfTheMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale.Builder().setLanguage("tr").build());
            assertThat(pieces("TITLE")).containsExactly("title=TITLE");
            assertThat(pieces("TİTLE")).containsExactly("title=TİTLE");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anUnassignedCharacterIsALetterInEveryVersionOfJava() {
        assertThat(pieces("a\u0378b we")).containsExactly("[UNK]=a\u0378b", "we=we");
    }

    @Test
    void halfAPairIsDropped() {
        assertThat(pieces("we\uD83D \uDE00will")).containsExactly("we=we", "will=will");
    }

    @Test
    void anEmptyTextHasNoPieces() {
        assertThat(WORD_PIECE.pieces("").size()).isZero();
        assertThat(WORD_PIECE.pieces(" \u200B\u0301 ").size()).isZero();
    }

    @Test
    void namesOfSpecialEntriesInATextAreText() {
        assertThat(pieces("[CLS]")).containsExactly("[UNK]=[", "[UNK]=CLS", "[UNK]=]");
    }

    @Test
    void aVocabularyWithoutItsSpecialEntriesIsRefused() {
        assertThatThrownBy(() -> new WordPiece(List.of("[UNK]", "[CLS]", "we")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("3 entries", "[SEP]");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void piecesStandInOrderAndNeverCutACharacterInAnyText(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            StringBuilder built = new StringBuilder();
            for (int i = random.nextInt(80); i > 0; i--) {
                int c = random.nextInt(4) == 0 ? random.nextInt(0x110000) : random.nextInt(0x250);
                built.appendCodePoint(c);
            }
            String text = built.toString();
            Pieces pieces = WORD_PIECE.pieces(text);
            int before = 0;
            for (int i = 0; i < pieces.size(); i++) {
                // Two pieces may share one character that folds to several, never a part of it.
                assertThat(pieces.start(i)).as(text).isGreaterThanOrEqualTo(before);
                assertThat(pieces.end(i))
                        .as(text)
                        .isGreaterThan(pieces.start(i))
                        .isLessThanOrEqualTo(text.length());
                assertThat(cutsAPair(text, pieces.start(i))).as(text).isFalse();
                assertThat(cutsAPair(text, pieces.end(i))).as(text).isFalse();
                before = pieces.start(i);
            }
        }
    }

    private static boolean cutsAPair(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static List<String> pieces(String text) {
        Pieces pieces = WORD_PIECE.pieces(text);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            shown.add(VOCABULARY.get(pieces.id(i)) + "=" + pieces.span(i, i).of(text));
        }
        return shown;
    }
}
