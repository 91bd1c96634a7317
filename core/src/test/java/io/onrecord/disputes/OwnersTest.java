package io.onrecord.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose statement is meant, by a name, a post, a description, or the adjective of a place. */
class OwnersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // The last of them speaks last; the first is meant.
                "Bolivia|Norway|the Bolivian account",
                "Bolivia|Norway|Bolivia's account",
                "Russia|Bolivia|the Russian claim",
                "Mayor Ana Orell|Peter Ito|the mayor's claim",
                "Mayor Ana Orell|Peter Ito|the claim by the mayor",
                "Ana Orell|Peter Ito|Orell's claim",
                "Ana Orell|Peter Ito|Ms Orell's claim",
                "Ana Orell|Peter Orell|Ana Orell's claim",
                "The guards|Peter Ito|the guards' claim",
                "The guard|Peter Ito|the guard's claim",
                "The Nordal Bank|Peter Ito|the bank's claim",
                "The National Inspectorate of Railways (NIR)|Peter Ito|the inspectorate's claim"
            })
    void theOwnerOfANounIsFoundAmongTheSpeakers(String first, String second, String named) {
        String told = "{1s:" + first + "} {1c:said} {1k:the dam leaked}. {2s:" + second
                + "} {2c:said} {2k:it was late}. {3s:The police} {3c:rejected} {3k:" + named + "}.";

        assertThat(Retold.of(told).edges()).containsExactly("3 REJECTS 1 (rejected)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Velia|the Velvet account",
                "Velia|the Torvan account",
                "Ana Orell|Ms Ito's claim",
                "Ran|the Randomian claim"
            })
    void whoIsNoSpeakerOwnsNothingHere(String speaker, String named) {
        String told =
                "{1s:" + speaker + "} {1c:said} {1k:the dam leaked}. {2s:The police} {2c:rejected} {2k:" + named + "}.";

        assertThat(Retold.of(told).edges()).isEmpty();
    }

    @Test
    void whatOnesClaimIsMayStandElsewhere() {
        Retold told =
                Retold.of("{1s:The police} {1c:rejected} {1k:Ana Orell's claim}. It rained. Nobody came. Dogs barked. "
                        + "{2s:Orell} {2c:asked} {2k:whether it was late}.");

        assertThat(told.edges()).isEmpty();
        assertThat(told.references().get(0).spelled()).isFalse();
    }
}
