package io.onrecord.testkit.encoder;

import static io.onrecord.testkit.RecordAssert.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.encoder.Encoder;
import io.onrecord.encoder.EncodingException;
import io.onrecord.encoder.Network;
import io.onrecord.encoder.Tag;
import io.onrecord.encoder.TokenScores;
import io.onrecord.encoder.Transitions;
import io.onrecord.encoder.WindowEncoder;
import io.onrecord.encoder.WindowRow;
import io.onrecord.encoder.WindowScores;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import io.onrecord.testkit.Paragraphs;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowEncoderTest {

    /** Five pieces. */
    private static final String LINE = "rain, Ito said.";

    @Test
    void wholeParagraphsArePackedIntoWindows() {
        Text text = Paragraphs.ofLines(String.join("\n", LINE, LINE, LINE, LINE, "rain."));
        assertThat(sizes(12, text)).containsExactly(10, 12);
        assertThat(sizes(11, text)).containsExactly(2, 10, 10);
        assertThat(sizes(9, text)).containsExactly(5, 5, 5, 7);
        assertThat(sizes(200, text)).containsExactly(22);
    }

    @Test
    void everyWindowStandsBetweenTheSpecialPieces() {
        for (WindowRow row : rows(7, Paragraphs.ofLines(LINE + "\n" + LINE))) {
            assertThat(row.id(0)).isEqualTo(2);
            assertThat(row.id(row.length() - 1)).isEqualTo(3);
        }
    }

    @Test
    void aLongParagraphIsCutWithOverlapAndItsNeighboursAreNot() {
        Text text = Paragraphs.ofLines(LINE + "\n" + "rain ".repeat(30) + "\n" + LINE);
        // Windows of 12 overlap by 4; the last reaches back as far as it can.
        assertThat(sizes(12, text)).containsExactly(5, 5, 12, 12, 12, 12);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 7, 16, 64, 200, 5000})
    void everyPieceIsScoredOnceWhateverTheWindow(int window) {
        Text text = Paragraphs.ofLines(LINE.repeat(40) + "\n" + LINE + "\n\n" + LINE.repeat(3));
        TokenScores scores = new WindowEncoder(new NearestCue(window)).encode(text);
        assertThat(scores.size()).isEqualTo(44 * 5);
        int cues = 0;
        for (int i = 0; i < scores.size(); i++) {
            double sum = 0;
            for (Tag tag : Tag.all()) {
                sum += Math.exp(scores.tag(i, tag));
            }
            assertThat(sum).isBetween(0.9999, 1.0001);
            boolean cue = scores.tag(i, Tag.BEGIN_CUE) > scores.tag(i, Tag.OUTSIDE);
            assertThat(cue)
                    .isEqualTo(scores.pieces().span(i, i).of(text.value()).equals("said"));
            cues += cue ? 1 : 0;
        }
        assertThat(cues).isEqualTo(44);
        assertThat(scores.paragraph(0)).isZero();
        assertThat(scores.paragraph(200)).isEqualTo(1);
        assertThat(scores.paragraph(219)).isEqualTo(2);
    }

    @Test
    void aPieceOfALongParagraphIsScoredWhereItHasCompanyOnBothSides() {
        int window = 60;
        TokenScores scores = new WindowEncoder(new NearestCue(window)).encode(Text.line("rain ".repeat(1000)));
        for (int i = 0; i < scores.size(); i++) {
            // The network tells the distance to its window's edge: see NearestCue.
            double above = scores.tag(i, Tag.INSIDE_SOURCE) - scores.tag(i, Tag.INSIDE_CUE);
            int depth = (int) Math.round(-1 / above) - 1;
            int edge = Math.min(i, scores.size() - 1 - i);
            assertThat(depth).as("piece " + i).isGreaterThanOrEqualTo(Math.min(edge, window / 6 - 1));
        }
    }

    @Test
    void aBatchHoldsFewWindowsOfLikeLength() {
        NearestCue network = new NearestCue(40);
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < 40; i++) {
            text.append("rain ".repeat(i * 7 % 39 + 1)).append("\n");
        }
        new WindowEncoder(network).encode(Paragraphs.ofLines(text.toString()));
        assertThat(network.batches()).hasSizeGreaterThan(1);
        for (List<WindowRow> batch : network.batches()) {
            int longest = batch.stream().mapToInt(WindowRow::length).max().orElseThrow();
            int shortest = batch.stream().mapToInt(WindowRow::length).min().orElseThrow();
            assertThat(longest - shortest).isLessThanOrEqualTo(6);
            assertThat(batch.size() * longest).as("pieces, padding included").isLessThanOrEqualTo(256);
        }
    }

    @Test
    void scoresReturnToTheirWindowWhateverTheOrderOfTheBatches() {
        String text = "rain, Ito said. " + ". ".repeat(30) + "\nrain, Mori said.\n" + ". ".repeat(20)
                + "\n. rain, Ito said. " + ". ".repeat(9);
        record(Paragraphs.ofLines(text), new WindowEncoder(new NearestCue(36)))
                .says("Ito", "rain")
                .says("Mori", "rain")
                .says("Ito", "rain")
                .nothingElse();
    }

    @Test
    void piecesOfOneWindowAreLinkedAndNoOthers() {
        TokenScores scores =
                new WindowEncoder(new NearestCue(10)).encode(Paragraphs.ofLines(LINE + "\n" + LINE + "\n" + LINE));
        assertThat(scores.link(0, 3)).isFinite();
        assertThat(scores.link(5, 3)).as("across paragraphs of a window").isFinite();
        assertThat(scores.link(10, 3)).as("across windows").isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(scores.link(0, 13)).as("across windows").isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(scores.link(1, 3)).as("where no span begins").isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void piecesThatOneOfTwoOverlappingWindowsSawTogetherAreLinked() {
        // Windows [0, 12), [8, 20), …; the first owns up to 10.
        TokenScores scores = new WindowEncoder(new NearestCue(12)).encode(Text.line("rain said ".repeat(15)));
        assertThat(scores.link(8, 11)).isFinite();
        assertThat(scores.link(10, 9)).isFinite();
        assertThat(scores.link(0, 11)).isFinite();
        assertThat(scores.link(6, 13)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void aStatementMayStandAcrossTheParagraphsOfAWindow() {
        record(Paragraphs.ofLines("Ito said.\n\n. . rain."), new WindowEncoder(new NearestCue(20)))
                .says("Ito", "rain")
                .nothingElse();
    }

    @Test
    void aParagraphOfAHundredThousandCharactersLosesNothing() {
        String sentence = "Ito said rain. ";
        Text text = Text.line(sentence.repeat(100_000 / sentence.length()));
        Encoder encoder = new WindowEncoder(new NearestCue(200));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            List<Statement> statements = record(text, encoder).get().statements();
            assertThat(statements.size()).isEqualTo(100_000 / sentence.length());
            assertThat(statements)
                    .allMatch(statement -> statement.attribution().content().size() == 1
                            && statement.attribution().source().size() == 1);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 41, 50, 64, 200})
    void aLongParagraphHasTheSameStatementsHoweverItIsCut(int window) {
        Text text = Text.line("Ito said it is rain. . . . . Mori, too, said rain . ".repeat(30));
        assertThat(words(text, window)).hasSize(60).isEqualTo(words(text, 5000));
    }

    private static List<List<Span>> words(Text text, int window) {
        return record(text, new WindowEncoder(new NearestCue(window))).get().statements().stream()
                .map(Statement::attribution)
                .map(parts -> Stream.of(parts.source(), parts.cue(), parts.content())
                        .flatMap(List::stream)
                        .toList())
                .toList();
    }

    @Test
    void anEmptyTextHasNoScoresAndAsksNothingOfTheNetwork() {
        NearestCue network = new NearestCue(10);
        Encoder encoder = new WindowEncoder(network);
        assertThat(encoder.encode(Text.line(" ")).size()).isZero();
        assertThat(encoder.encode(Text.line("\u200B")).size()).isZero();
        assertThat(network.batches()).isEmpty();
        record(Text.line(""), encoder).nobodySaysAnything();
    }

    @Test
    void theNetworkIsToldTheCaseOfEachWord() {
        assertThat(surfaces("Ito said NATO met McBee, iPad I 7 éCLAIR É."))
                .containsExactly(5, 0, 10, 0, 5, 0, 15, 5, 0, 15, 5, 0);
    }

    @Test
    void everyQuotationMarkIsReadAsTheStraightOne() {
        for (String quotation : List.of(
                "\"rain .\"", "“rain .”", "„rain .“", "«rain .»", "''rain .''", "``rain .''", "'rain .'", "‘rain .’")) {
            NearestCue network = new NearestCue(20);
            new WindowEncoder(network).encode(Text.line(quotation + " said."));
            WindowRow row = network.batches().get(0).get(0);
            List<Integer> marks = IntStream.range(1, row.length() - 1)
                    .filter(i -> row.id(i) == 9)
                    .map(row::surface)
                    .distinct()
                    .boxed()
                    .toList();
            assertThat(marks).as(quotation).containsExactly(1, 3);
        }
        assertThat(surfaces("\"rain\" said ito")).containsExactly(1, 2, 3, 0, 0);
    }

    @Test
    void aMarkWithoutAPartnerAndAQuotationThatGoesOnAreTold() {
        assertThat(surfaces("rain\" said ito")).containsExactly(0, 4, 0, 0);
        assertThat(surfaces("\"rain said ito\n\"rain\" .")).containsExactly(1, 2, 2, 2, 1, 2, 3, 0);
    }

    /** What the network is told of each piece, over all windows. */
    private static List<Integer> surfaces(String lines) {
        return rows(200, Paragraphs.ofLines(lines)).stream()
                .flatMap(row ->
                        IntStream.range(1, row.length() - 1).map(row::surface).boxed())
                .toList();
    }

    @Test
    void scoresDependOnTheirTextAlone() {
        Text text = Paragraphs.ofLines(LINE + "\n" + LINE.repeat(2) + "\n" + LINE.repeat(9));
        TokenScores alone = new WindowEncoder(new NearestCue(12)).encode(text);
        Encoder shared = new WindowEncoder(new NearestCue(12));
        shared.encode(Text.line(LINE.repeat(50)));
        TokenScores after = shared.encode(text);
        for (int i = 0; i < alone.size(); i++) {
            for (Tag tag : Tag.all()) {
                assertThat(after.tag(i, tag)).isEqualTo(alone.tag(i, tag));
            }
        }
    }

    @Test
    void aNetworkWhoseWindowCannotOverlapIsRefused() {
        assertThatThrownBy(() -> new WindowEncoder(new NearestCue(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("nearest-cue", "window of 1 pieces");
    }

    @Test
    void aNetworkThatScoresTooFewPiecesIsNamed() {
        try (Encoder encoder = new WindowEncoder(new Forgetful())) {
            assertThatThrownBy(() -> encoder.encode(Text.line(LINE)))
                    .isInstanceOf(EncodingException.class)
                    .hasMessageContainingAll("4 pieces", "5 were due");
        }
    }

    /** Forgets the last piece of each row. */
    private static final class Forgetful implements Network {
        private final NearestCue whole = new NearestCue(20);

        @Override
        public String model() {
            return "forgetful";
        }

        @Override
        public List<String> vocabulary() {
            return whole.vocabulary();
        }

        @Override
        public int window() {
            return whole.window();
        }

        @Override
        public Transitions transitions() {
            return whole.transitions();
        }

        @Override
        public List<WindowScores> run(List<WindowRow> rows) {
            return whole.run(rows.stream().map(Forgetful::shorter).toList());
        }

        private static WindowRow shorter(WindowRow row) {
            int[] ids = IntStream.range(0, row.length() - 1).map(row::id).toArray();
            return new WindowRow(ids, new int[ids.length]);
        }

        @Override
        public void close() {
            whole.close();
        }
    }

    private static List<Integer> sizes(int window, Text text) {
        return rows(window, text).stream().map(row -> row.length() - 2).toList();
    }

    /** What the network was given, shorter windows first. */
    private static List<WindowRow> rows(int window, Text text) {
        NearestCue network = new NearestCue(window);
        new WindowEncoder(network).encode(text);
        return network.batches().stream().flatMap(List::stream).toList();
    }
}
