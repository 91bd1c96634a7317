package io.onrecord.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyCreditsTest {

    @Test
    void theSurestCreditComesFirstAndIsWhereTheNameStands() {
        String text = "OSTREL (AP) — The dam held.\n\n© 2024 Reuters";
        List<AgencyCredit> credits = of(text);

        assertThat(credits).extracting(AgencyCredit::agency).containsExactly("Associated Press", "Reuters");
        assertThat(credits)
                .extracting(AgencyCredit::kind)
                .containsExactly(AgencyCredit.Kind.DATELINE, AgencyCredit.Kind.COPYRIGHT);
        assertThat(credits.get(0).span().orElseThrow().of(text)).isEqualTo("AP");
        assertThat(credits.get(0).kind().origin()).isEqualTo("dateline");
        assertThat(AgencyCredit.Kind.SIGN_OFF.origin()).isEqualTo("sign-off");
    }

    @Test
    void anAuthorOfTheMetadataMayBeAnAgency() {
        Metadata metadata = new Metadata(
                Optional.empty(),
                Optional.empty(),
                List.of("Ilan Serrat", "Mara Oldin, Associated Press"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Article article = Article.of("test", Layout.of("The dam held.").text("The dam held."), metadata);

        assertThat(AgencyCredits.of(article))
                .containsExactly(new AgencyCredit("Associated Press", AgencyCredit.Kind.BYLINE, Optional.empty()));
        assertThat(AgencyCredits.ofByline("Reuters Staff")).contains("Reuters");
        assertThat(AgencyCredits.ofByline("By AFP")).contains("Agence France-Presse");
        assertThat(AgencyCredits.ofByline("Reuters Oldin")).isEmpty();
        assertThat(AgencyCredits.ofByline("Mara Oldin, former Reuters correspondent"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The mayor told Reuters that the dam would hold.",
                "Reuters reported that a leak contributed to this story of decay.",
                "The AP said on Monday that the dam had held.",
                "Rep. Hugo Lenz (PA) — the oldest member — slept.",
                "In Tesk, Reuters - which has an office there - was shut out.",
                "The dam held. (REUTER-S)",
                "Firemen at the dam. (AP Photo/Mara Oldin)",
                "He read Reuters, AP and AFP.",
                "© 2024 Senn Courier",
                "Apa (the father) — nobody knew him."
            })
    void anAgencyThatIsNoCreditIsLeftAlone(String text) {
        assertThat(of(text)).isEmpty();
    }

    @Test
    void theOrderOfPlacesAndAgenciesWithinTheBracketsIsFree() {
        assertThat(of("BREVIN, March 3 (Reuters/Senn Courier) - The dam held."))
                .extracting(AgencyCredit::agency)
                .containsExactly("Reuters");
        assertThat(of("BREVIN (AP, AFP) -- The dam held."))
                .extracting(AgencyCredit::agency)
                .containsExactly("Associated Press", "Agence France-Presse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "A.",
                "A-",
                "A/",
                "Reuters/",
                "Reuters and ",
                "(Reuters",
                "contributed ",
                "By A, ",
                "© ",
                ". ("
            })
    void noRowOfBeginningsTakesLong(String piece) {
        String row = piece.repeat(20_000);

        assertThat(of(row + "\n\n" + row + "\n\n" + row + ")")).hasSizeLessThan(1000);
        assertThat(of((piece.repeat(140 / piece.length()) + "\n\n").repeat(40))).hasSizeLessThan(1000);
        assertThat(AgencyCredits.ofByline(piece.repeat(150 / piece.length()) + "!"))
                .isEmpty();
    }

    private static List<AgencyCredit> of(String text) {
        return AgencyCredits.of(Article.of("test", Layout.of(text).text(text), Metadata.NONE));
    }
}
