package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What speaks for two speakers of two articles being one: {@code apart} where something is against it that no third article can
 * explain, {@code unlike} where nothing speaks for it. Speakers are written as {@link Somebody} reads them.
 */
class LikenessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell; id wiki Q1 | Bero Kell; id wiki Q1 | SURE",
                "Ana Orell; id wiki Q1 | Ana Orell; id wiki Q2; event talks | apart",
                "Ana Orell; id wiki Q1; event talks | Ana Orell; id atlas Q1; event talks | NEAR"
            })
    void anIdOfAKnowledgeBaseDecides(String one, String other, String likeness) {
        assertThat(likeness(one, other)).isEqualTo(likeness);
        assertThat(likeness(other, one)).isEqualTo(likeness);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell; judge, Osk | Ana Orell; judge, Osk | CAREER",
                "Ana Orell; judge, Osk | Ana Orell; judge | TITLE",
                "Ana Orell; 2026-03-01 | Ana Orell; 2026-03-08 | NEAR",
                "Ana Orell; 2026-03-01 | Ana Orell; 2026-03-09 | unlike",
                "Ana Orell; 2026-03-01; outlet Kelm Post | Ana Orell; 2026-03-31; outlet Kelm Post | NEAR",
                "Ana Orell; 2026-03-01; outlet Kelm Post | Ana Orell; 2026-04-01; outlet Kelm Post | unlike",
                "Ana Orell; 2026-03-01; outlet Kelm Post | Ana Orell; 2026-03-31; outlet Osk Times | unlike",
                "Ana Orell; event talks | Ana Orell; event talks | NEAR",
                "Ana Orell; event talks | Ana Orell; event games | unlike",
                "Ana Orell | Ana Orell | unlike",
                "Ana Orell; surgeon, Osk; 2026-03-01 | Ana Orell; goalkeeper, Kelm; 2026-03-01 | unlike",
                "Ana Orell; surgeon, Osk; event talks | Ana Orell; goalkeeper, Kelm; event talks | unlike",
                "Ana Orell; mayor, Osk; event talks | Ana Orell; mayor, Kelm; event talks | unlike"
            })
    void theSameNameNeedsAPostAnEventOrAFewDays(String one, String other, String likeness) {
        assertThat(likeness(one, other)).isEqualTo(likeness);
        assertThat(likeness(other, one)).isEqualTo(likeness);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Thomas Kell; judge, Osk | Tommy Kell; judge, Osk | VARIANT",
                "Thomas Kell; judge, Osk; 2026-03-01 | Tommy Kell; judge; 2027-03-01 | VARIANT",
                "Thomas Kell; judge, Osk; 2026-03-01 | Tommy Kell; judge; 2027-03-02 | unlike",
                "Thomas Kell; event talks | Tommy Kell; event talks | VARIANT_NEAR",
                "Thomas Kell; 2026-03-01 | Tommy Kell; 2026-03-01 | unlike",
                "Thomas Kell; mayor, Osk; event talks | Tommy Kell; mayor, Kelm; event talks | unlike",
                "Thomas Kell; judge, Osk; event talks | Tommy Kell; surgeon, Kelm; event talks | unlike"
            })
    void anotherFormOfTheNameNeedsAPostOrAnEvent(String one, String other, String likeness) {
        assertThat(likeness(one, other)).isEqualTo(likeness);
        assertThat(likeness(other, one)).isEqualTo(likeness);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell; judge, Osk; event talks | Orell; judge, Osk; event talks | PARTIAL_HERE",
                "Ana Orell; judge, Osk; event talks | Orell; judge; event talks | PARTIAL_HERE",
                "Ana Orell; judge, Osk; 2026-03-01 | Orell; judge, Osk; 2027-03-01 | PARTIAL",
                "Ana Orell; judge, Osk; 2026-03-01 | Orell; judge, Osk; 2027-03-02 | unlike",
                "Ana Orell; judge, Osk; 2026-03-01 | Orell; judge; 2026-04-30 | PARTIAL",
                "Ana Orell; judge, Osk; 2026-03-01 | Orell; judge; 2026-05-01 | unlike",
                "Ana Orell; event talks | Orell; event talks | PARTIAL_NEAR",
                "Ana Orell; mayor, Kelm; event talks | Orell; mayor, Osk; event talks | unlike",
                "Ana Orell; 2026-03-01; is a keen swimmer | Orell; 2026-03-08; is the swimmer | PARTIAL",
                "Ana Orell; 2026-03-01; is a keen swimmer | Orell; 2026-03-09; is the swimmer | PARTIAL",
                "Ana Orell; 2026-03-01; is a keen swimmer | Orell; 2026-03-08; is the baker | unlike",
                "Ana Orell; 2026-03-01 | Orell; 2026-03-01 | unlike",
                "Orell; judge, Osk; event talks | Orell; judge, Osk; event talks | PARTIAL_HERE"
            })
    void aFamilyNameAloneNeedsMore(String one, String other, String likeness) {
        assertThat(likeness(one, other)).isEqualTo(likeness);
        assertThat(likeness(other, one)).isEqualTo(likeness);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell; event talks | Ana Kell; event talks | apart",
                "Ana Orell; event talks; article x | Ana Orell; event talks; article x | apart",
                "Ana Orell; 2026-03-01; event talks; is the 19-year-old swimmer | Ana Orell; 2026-03-01; event talks; is a 54-year-old swimmer | apart",
                "Ana Orell; 2026-03-01; event talks; is the 30-year-old swimmer | Ana Orell; 2027-03-01; event talks; is a 31-year-old swimmer | TITLE",
                "Ana Orell; 2026-03-01; event talks; is the 30-year-old swimmer | Ana Orell; 2026-03-01; event talks; is a swimmer aged 31 | TITLE",
                "Ana Orell; 2026-03-01; event talks; is the 30-year-old swimmer | Ana Orell; 2026-03-01; event talks; is a swimmer aged 33 | apart",
                "Ana Orell; 2026-03-01; event talks; is the 30-year-old swimmer | Ana Orell; event talks; is a swimmer aged 54 | TITLE",
                "John Kell Jr.; event talks | John Kell Sr.; event talks | apart",
                "John Kell Jr.; event talks | John Kell; event talks | apart",
                "John Kell Jr.; judge, Osk; event talks | John Kell; judge, Osk; event talks | VARIANT",
                "John Kell Jr.; judge, Osk; 2026-03-01 | John Kell; judge, Osk; 2027-03-01 | VARIANT",
                "John Kell Jr.; judge, Osk; 2026-03-01 | John Kell; judge, Osk; 2027-03-02 | apart",
                "John Kell Jr.; judge, Osk; event talks | John Kell Jr.; judge, Osk; event talks | CAREER",
                "Irma Orell; former judge, Osk; 2026-03-01; event talks | Orell; judge, Osk; 2026-03-02; event talks | apart",
                "Irma Orell; former judge, Osk; 2026-03-02; event talks | Orell; judge, Osk; 2026-03-02; event talks | PARTIAL_HERE",
                "Irma Orell; former judge, Osk; 2026-03-03; event talks | Orell; judge, Osk; 2026-03-02; event talks | PARTIAL_HERE",
                "Irma Orell; former judge, Osk; event talks | Orell; judge, Osk; 2026-03-02; event talks | PARTIAL_HERE",
                "Irma Orell; former judge, Osk; 2026-03-01; event talks | Irma Orell; judge, Osk; 2026-03-02; event talks | CAREER"
            })
    void whatKeepsPeopleApart(String one, String other, String likeness) {
        assertThat(likeness(one, other)).isEqualTo(likeness);
        assertThat(likeness(other, one)).isEqualTo(likeness);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "the president of Velia; OFFICE; 2026-03-01 | Anton Lisk; president, Velia; 2026-03-08 | OFFICE",
                "the president of Velia; OFFICE; 2026-03-01 | Anton Lisk; president, Velia; 2026-03-09 | unlike",
                "the president of Velia; OFFICE; 2026-03-01 | Anton Lisk; president, Torva; 2026-03-01 | apart",
                "the president of Velia; OFFICE; 2026-03-01 | Anton Lisk; former president, Velia; 2026-03-01 | apart",
                "the former president of Velia; OFFICE; 2026-03-01 | Anton Lisk; president, Velia; 2026-03-01 | apart",
                "the president of Velia; OFFICE; 2026-03-01 | Velia's president; OFFICE; 2026-03-01 | OFFICE",
                "the president of Velia; OFFICE; 2026-03-01 | Velian president; OFFICE; 2026-03-01 | OFFICE",
                "the president of Velia; OFFICE; 2026-03-01 | The Velian president; OFFICE; 2026-03-01 | OFFICE",
                "the president of Velia; OFFICE; 2026-03-01 | the president of Torva; OFFICE; 2026-03-01 | apart",
                "the president; OFFICE; event talks | the president; OFFICE; event talks | OFFICE",
                "the president; OFFICE; 2026-03-01 | the president; OFFICE; 2026-03-01 | apart",
                "the president; OFFICE; event talks | Anton Lisk; president; event talks | OFFICE",
                "the president; OFFICE; event talks | Anton Lisk; mayor; event talks | apart",
                "the president of Velia; OFFICE; 2026-03-01 | Velia; STATE; 2026-03-01 | apart",
                "the president of Velia; OFFICE; event talks; article x | Anton Lisk; president, Velia; event talks; article x | apart"
            })
    void anOfficeIsOneWithWhoeverHoldsItInThoseDays(String one, String other, String likeness) {
        assertThat(likeness(one, other)).isEqualTo(likeness);
        assertThat(likeness(other, one)).isEqualTo(likeness);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Sweden; STATE | the Swedish government; STATE | SURE",
                "Sweden; STATE | Stockholm; STATE | SURE",
                "Sweden; STATE | Norway; STATE | apart",
                "Avenia; STATE | Avenia; STATE | SURE",
                "Avenia; STATE | the government of Avenia; STATE | SURE",
                "Avenia; STATE | the Avenian government; STATE | SURE",
                "Avenia; STATE | Torva; STATE | unlike",
                "Avenia; STATE; article x | Torva; STATE; article x | apart",
                "Avenia; STATE | Sweden; STATE | unlike",
                "the government; STATE | Avenia; STATE | unlike",
                "Sweden; STATE | Sweden; ORGANISATION | apart"
            })
    void aStateIsKnownByItsName(String one, String other, String likeness) {
        assertThat(likeness(one, other)).isEqualTo(likeness);
        assertThat(likeness(other, one)).isEqualTo(likeness);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Nordal Salt; ORGANISATION | Nordal Salt Inc.; ORGANISATION | SURE",
                "Nordal Salt; ORGANISATION | The Salt of Nordal; ORGANISATION | SURE",
                "Nordal Salt; ORGANISATION | Nordal Rope; ORGANISATION | apart",
                "Channel 9 Kelm; ORGANISATION | Channel Nine Kelm; ORGANISATION | SURE",
                "City Council; ORGANISATION; 2026-03-01 | City Council; ORGANISATION; 2026-03-08 | NEAR",
                "City Council; ORGANISATION; 2026-03-01 | City Council; ORGANISATION; 2026-03-09 | unlike",
                "Kelm City Council; ORGANISATION; 2026-03-01 | Kelm City Council; ORGANISATION; 2026-03-09 | SURE",
                "Ministry of Finance; ORGANISATION; 2026-03-01 | Finance Ministry; ORGANISATION; 2026-03-09 | unlike",
                "The Group; ORGANISATION; 2026-03-01 | The Group; ORGANISATION; 2026-03-02 | NEAR",
                "The Group; ORGANISATION; 2026-03-01 | The Company; ORGANISATION; 2026-03-02 | apart",
                "Nordal Ice Works; ORGANISATION; 2026-03-01 | NIW; ORGANISATION; 2026-04-30 | PARTIAL_NEAR",
                "Nordal Ice Works; ORGANISATION; 2026-03-01 | NIW; ORGANISATION; 2026-05-01 | unlike",
                "Nordal Ice Works; ORGANISATION; 2026-03-01 | the N.I.W.; ORGANISATION; 2026-03-01 | PARTIAL_NEAR",
                "Bank of Nordal Ice; ORGANISATION; 2026-03-01 | BNI; ORGANISATION; 2026-03-01 | PARTIAL_NEAR",
                "Bank of Nordal Ice; ORGANISATION; 2026-03-01 | BONI; ORGANISATION; 2026-03-01 | PARTIAL_NEAR",
                "Bank of Nordal Ice; ORGANISATION; 2026-03-01 | BNX; ORGANISATION; 2026-03-01 | apart",
                "Nordal Ice Works; ORGANISATION; 2026-03-01; is an ice maker from Nordal | NIW; ORGANISATION; 2026-04-30; is the biggest maker of ice | VARIANT_NEAR",
                "Nordal Ice Works; ORGANISATION; 2026-03-01 | NIW; ORGANISATION; 2026-03-01; is the Nordal firm | VARIANT_NEAR",
                "Nordal Ice Works; ORGANISATION; 2026-03-01; article x | NIW; ORGANISATION; 2026-03-01; article x | apart",
                "NIW; ORGANISATION; 2026-03-01 | N.I.W.; ORGANISATION; 2027-03-01 | PARTIAL_NEAR",
                "NIW; ORGANISATION; 2026-03-01 | NIW; ORGANISATION; 2027-03-02 | unlike",
                "NIW; ORGANISATION; 2026-03-01 | NIX; ORGANISATION; 2026-03-01 | apart",
                "Nordal Ice Works; ORGANISATION; alias NIW; 2026-03-01 | NIW; ORGANISATION; 2026-04-30 | PARTIAL_NEAR",
                "Nordal Ice Works; ORGANISATION; alias NIW; 2026-03-01 | Northern Iron Wharf; ORGANISATION; alias NIW; 2026-03-01 | apart"
            })
    void aBodyIsKnownByItsNameOrItsLetters(String one, String other, String likeness) {
        assertThat(likeness(one, other)).isEqualTo(likeness);
        assertThat(likeness(other, one)).isEqualTo(likeness);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "critics; GROUP; 2026-03-01 | critics; GROUP; 2026-03-08 | NEAR",
                "critics; GROUP; 2026-03-01 | critics; GROUP; 2026-03-09 | unlike",
                "critics; GROUP; 2026-03-01 | farmers; GROUP; 2026-03-01 | apart",
                "an official; UNNAMED; event talks | an official; UNNAMED; event talks | unlike"
            })
    void groupsAreOneForAFewDaysAndTheUnnamedNever(String one, String other, String likeness) {
        assertThat(likeness(one, other)).isEqualTo(likeness);
        assertThat(likeness(other, one)).isEqualTo(likeness);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell; alias Ana Tamm; judge, Osk | Ana Tamm; judge, Osk | CAREER",
                "Ana Orell; is née Marsh; judge, Osk | Ana Marsh; judge, Osk | CAREER",
                "Ana Orell; is the singer, born Marsh; judge, Osk | Ana Marsh; judge, Osk | CAREER",
                "Ana Orell; is born in Marsh; judge, Osk | Ana Marsh; judge, Osk | apart",
                "Orell; is née Marsh; judge, Osk | Marsh; judge, Osk | apart",
                "Ana Orell; alias the judge; event talks | Judge; event talks | apart",
                "Orell; alias Ana Orell; judge, Osk | Ana Orell; judge, Osk | CAREER"
            })
    void otherNamesOfAPersonCountAsNames(String one, String other, String likeness) {
        assertThat(likeness(one, other)).isEqualTo(likeness);
        assertThat(likeness(other, one)).isEqualTo(likeness);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell; is an Avenian swimmer | Ana Orell; is the swimmer from Avenia | TITLE",
                "Ana Orell; is a Swedish surgeon | Ana Orell; is a Swedish surgeon | TITLE",
                "Ana Orell; is a Swedish surgeon; 2026-03-01 | Ana Orell; is a Swedish goalkeeper; 2026-03-01 | unlike",
                "Ana Orell; is a Swedish surgeon; judge, Osk; 2026-03-01 | Ana Orell; is a Swedish goalkeeper; judge, Osk; 2026-03-01 | CAREER",
                "Ana Orell; is a friend of the surgeon; 2026-03-01 | Ana Orell; is a goalkeeper; 2026-03-01 | NEAR",
                "Ana Orell; is a surgeon; 2026-03-01 | Ana Orell; is a goalkeeper; 2026-03-01 | unlike",
                "Ana Orell; is Swedish surgeon | Ana Orell; surgeon, Sweden | CAREER",
                "Ana Orell; is Swedish surgeon | Ana Orell; surgeon, Norway | unlike"
            })
    void aDescriptionTellsTheTradeOfWhoHasNoPost(String one, String other, String likeness) {
        assertThat(likeness(one, other)).isEqualTo(likeness);
        assertThat(likeness(other, one)).isEqualTo(likeness);
    }

    private static String likeness(String one, String other) {
        Profile a = profile("a", one);
        Profile b = profile("b", other);
        return Likeness.isApart(a, b)
                ? "apart"
                : Likeness.of(a, b).map(Likeness::name).orElse("unlike");
    }

    private static Profile profile(String article, String line) {
        Appearance appearance = Somebody.of(article, line);
        return new Profile(List.of(appearance), appearance.speaker().external());
    }
}
