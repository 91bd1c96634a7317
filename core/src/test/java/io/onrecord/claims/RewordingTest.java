package io.onrecord.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.onrecord.claims.Rewording.Change;
import io.onrecord.claims.Rewording.Piece;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How one wording became another: what went in brackets with a minus, what came with a plus. */
class RewordingTest {

    private static String shown(Rewording rewording) {
        return rewording.pieces().stream().map(RewordingTest::shown).collect(Collectors.joining(" "));
    }

    private static String shown(Piece piece) {
        return switch (piece.change()) {
            case STAYED -> piece.words();
            case WENT -> "[-" + piece.words() + "]";
            case CAME -> "[+" + piece.words() + "]";
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The dam is safe.|The dam is safe.|The dam is safe.|1",
                "The dam is safe.|The dam is unsafe.|The dam is [-safe.] [+unsafe.]|0.75",
                "The dam is safe.|The old dam is safe.|The [+old] dam is safe.|0.889",
                "The old dam is safe.|The dam is safe.|The [-old] dam is safe.|0.889",
                "The dam, he says, is safe.|The dam is safe.|The dam [-he says,] is safe.|0.8",
                "the DAM is safe!|“The dam is safe”|“The dam is safe”|1",
                "The dam is safe.|Nobody came today.|[-The dam is safe.] [+Nobody came today.]|0",
                "The dam holds.|The dam holds, and the wall holds.|The dam holds, [+and the wall holds.]|0.6",
                "A (small) dam.|A (large) dam.|A [-(small)] [+(large)] dam.|0.667"
            })
    void whatStayedWentAndCameIsTold(String earlier, String later, String pieces, double shared) {
        Rewording rewording = Rewording.of(earlier, later);

        assertThat(shown(rewording)).isEqualTo(pieces);
        assertThat(rewording.shared()).isCloseTo(shared, within(0.001));
        assertThat(rewording.isVerbatim()).isEqualTo(shared == 1);
    }

    @Test
    void betweenNothingAndNothingNothingChanged() {
        assertThat(Rewording.of("", "").pieces()).isEmpty();
        assertThat(Rewording.of("", "").shared()).isEqualTo(1);
        assertThat(Rewording.of("", "…").isVerbatim()).isTrue();
        assertThat(shown(Rewording.of("", "It rains."))).isEqualTo("[+It rains.]");
        assertThat(shown(Rewording.of("It rains.", ""))).isEqualTo("[-It rains.]");
        assertThat(Rewording.of("It rains.", "").shared()).isZero();
    }

    @Test
    void ofVeryLongWordingsTheBeginningsAreCompared() {
        String begin = "it rains ".repeat(200);

        assertThat(Rewording.of(begin + "here", begin + "there").isVerbatim()).isTrue();
        assertThat(Rewording.of(begin + "here", begin + "there").pieces())
                .extracting(Piece::change)
                .containsExactly(Change.STAYED);
    }
}
