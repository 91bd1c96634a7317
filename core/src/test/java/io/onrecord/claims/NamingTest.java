package io.onrecord.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contents that only name what was said, and those that put it. */
class NamingTest {

    private static int propositions(String content) {
        return Propositions.of(Told.on(
                        "2026-03-04", "Ilan Serrat met Velia in Lisden. [Mara Oldin] <rejected> {" + content + "}."))
                .size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it",
                "the claim",
                "Serrat's claim",
                "the claim as baseless",
                "his account of the long meeting",
                "her story of two boats",
                "reports of theft",
                "Velia",
                "the minister",
                "the claim that"
            })
    void aNameForWhatWasSaidPutsNothing(String content) {
        assertThat(propositions(content)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the claim that dams leaked",
                "reports of two dead",
                "reports of stolen boats",
                "a call for resignation",
                "demands to resign at noon",
                "the old dam claim",
                "the dam was safe",
                "the claim is old news",
                "six claims",
                "not the claim"
            })
    void whatIsSpelledOutPutsSomething(String content) {
        assertThat(propositions(content)).isOne();
    }
}
