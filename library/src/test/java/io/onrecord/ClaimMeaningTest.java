package io.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.claims.Claim;
import io.onrecord.claims.Claims;
import io.onrecord.claims.Matcher;
import io.onrecord.claims.Proposition;
import io.onrecord.claims.Propositions;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.encoder.SentenceVector;
import io.onrecord.encoder.onnx.OnnxSentences;
import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Published;
import io.onrecord.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which sentences make one claim, with the real networks. */
class ClaimMeaningTest {

    private static Onrecord engine;
    private static SentenceEncoder sentences;

    @BeforeAll
    static void open() {
        engine = Onrecord.open();
        sentences = OnnxSentences.openDefault();
    }

    @AfterAll
    static void close() {
        engine.close();
        sentences.close();
    }

    @Test
    void theSameInOtherOutletsIsOneClaim() {
        assertThat(claims(
                        "Dam keeper Ilan Serrat said that the gate had been open for three hours.",
                        "Ilan Serrat, the keeper of the dam, told reporters the gate had been open for three hours."))
                .hasSize(1);
    }

    @Test
    void anotherNumberIsAnotherClaim() {
        assertThat(claims(
                        "Dam keeper Ilan Serrat said that the gate had been open for three hours.",
                        "Engineer Tove Brask said that the gate had been open for nine hours."))
                .hasSize(2);
    }

    @Test
    void theContraryIsAnotherClaim() {
        assertThat(claims(
                        "Dam keeper Ilan Serrat said that the gate had been open.",
                        "Engineer Tove Brask said that the gate had not been open."))
                .hasSize(2);
    }

    @Test
    void whoDeniesItBelongsToTheClaimThatIsDenied() {
        List<Claim> claims = claims(
                "Engineer Tove Brask said that Ilan Serrat had opened the gate of the dam.",
                "Dam keeper Ilan Serrat denied that he had opened the gate of the dam.");

        assertThat(claims).hasSize(1);
        assertThat(claims.get(0).members()).extracting(Claim.Member::states).containsExactly(true, false);
    }

    private static List<Claim> claims(String... texts) {
        List<Proposition> propositions = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            propositions.addAll(Propositions.of(engine.read(Article.of(
                    "test:" + i,
                    Text.line(texts[i]),
                    new Metadata(
                            Optional.of("Outlet " + i),
                            Optional.empty(),
                            List.of(),
                            Optional.of(new Published("2026-03-0" + (i + 1), "test")),
                            Optional.of("en"),
                            Optional.empty(),
                            Optional.empty())))));
        }
        List<SentenceVector> vectors =
                sentences.encode(propositions.stream().map(Proposition::text).toList());
        List<Proposition> meant = new ArrayList<>();
        for (int i = 0; i < propositions.size(); i++) {
            meant.add(propositions.get(i).with(vectors.get(i).bytes()));
        }
        return Claims.of(meant, Matcher.plain(), List.of()).claims();
    }
}
