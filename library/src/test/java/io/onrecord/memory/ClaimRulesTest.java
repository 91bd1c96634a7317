package io.onrecord.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.Onrecord;
import io.onrecord.claims.Judges;
import io.onrecord.demo.Demo;
import io.onrecord.model.Article;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Stores make their claims anew where what makes them has changed, so it must be told when it has. */
class ClaimRulesTest {

    private static final String MADE = "fac7817cbb9275b7";

    @Test
    void whatClaimsAreMadeOfIsWhatItsNameSays() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Onrecord onrecord = Onrecord.open()) {
            for (Article article : Demo.articles()) {
                String reading = Claiming.reading(onrecord.read(article)).toString();
                digest.update(reading.getBytes(StandardCharsets.UTF_8));
            }
        }
        digest.update(Judges.shipped().tables().toString().getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(digest.digest(), 0, 8))
                .as(
                        "the demo has other propositions, references or weights: give Claiming.RULES its next number, so that stores are made"
                                + " anew, and put what is found here (only that, where nothing but the network finds other statements)")
                .isEqualTo(MADE);
    }
}
