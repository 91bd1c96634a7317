package io.onrecord.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.model.Text;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final String STORY =
            "Mara Oldin said on Monday: “We won’t sell the ferry – not now, not for 5% more.”";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mara Oldin said on Monday: \"We won't sell the ferry -- not now, not for 5% more.\"",
                "MARA OLDIN SAID ON MONDAY: “WE WON’T SELL THE FERRY—NOT NOW, NOT FOR 5% MORE.”",
                "Mara\u00A0Oldin said\non Monday:\n\n  ‘We won‘t sell the ferry - not now, not for 5 % more.’ ",
                "Mára Oldin sa\u00ADid on Mon\u200Bday. We won't sell the ferry; not now, not for 5% more!",
                "Mara Oldin said on Monday: «We won't sell the \uFB01rst ferry …» no"
            })
    void typographyTakesNoPart(String other) {
        boolean otherWords = other.contains("\uFB01");
        assertThat(Signature.of(other).equals(Signature.of(STORY))).isNotEqualTo(otherWords);
        assertThat(Signature.of(other).digest().equals(Signature.of(STORY).digest()))
                .isNotEqualTo(otherWords);
    }

    @Test
    void otherWordsGiveAnotherDigest() {
        Set<String> digests = new HashSet<>();
        List<String> texts = List.of(
                STORY,
                STORY.replace("5%", "5"),
                STORY.replace("5%", "6%"),
                STORY.replace("Monday", "Tuesday"),
                STORY.replace("not now, ", ""),
                "ferry the sell",
                "theferry sell",
                "the ferry sell",
                "$5",
                "€5",
                "5");
        texts.forEach(text -> digests.add(Signature.of(text).digest()));
        assertThat(digests).hasSameSizeAs(texts);
    }

    @Test
    void theDefaultLocaleTakesNoPart() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Signature.of("ISTANBUL ISSUES IDEAS İstanbul"))
                    .isEqualTo(Signature.of("istanbul issues ideas istanbul"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theSignatureOfATextIsTheOneThatWasStoredOnce() {
        // Stored signatures are compared with new ones: if this changes, Signature.VERSION must, too.
        Signature signature = Signature.of(Prose.text(1, 2, 3, 4, 5, 6));
        byte[] bytes = signature.toBytes();
        assertThat(bytes[0]).isEqualTo(Signature.VERSION);
        assertThat(bytes).hasSize(Signature.MAX_BYTES);
        assertThat(signature.digest()).isEqualTo("3ac9d81f365d2eb205b7faccc61531f1");
        assertThat(HexFormat.of().toHexDigits(Arrays.hashCode(bytes))).isEqualTo("155095b7");
    }

    @Test
    void bytesGiveTheSignatureBack() {
        for (String text : List.of("", "…", "One.", STORY, Prose.text(1), Prose.text(1, 2, 3, 4, 5, 6, 7, 8, 9))) {
            Signature signature = Signature.of(text);
            byte[] bytes = signature.toBytes();
            assertThat(bytes.length).isLessThanOrEqualTo(Signature.MAX_BYTES);
            assertThat(Signature.fromBytes(bytes)).isEqualTo(signature).hasSameHashCodeAs(signature);
            assertThat(Signature.fromBytes(bytes).keys()).isEqualTo(signature.keys());
        }
    }

    @Test
    void bytesThatAreNoSignatureAreRefused() {
        byte[] bytes = Signature.of(Prose.text(1, 2)).toBytes();
        assertThatThrownBy(() -> Signature.fromBytes(new byte[0])).hasMessageContaining("cut off");
        assertThatThrownBy(() -> Signature.fromBytes(Arrays.copyOf(bytes, 40))).hasMessageContaining("cut off");
        assertThatThrownBy(() -> Signature.fromBytes(Arrays.copyOf(bytes, bytes.length + 1)))
                .hasMessageContaining("behind the end");
        byte[] newer = bytes.clone();
        newer[0] = 9;
        assertThatThrownBy(() -> Signature.fromBytes(newer)).hasMessageContaining("version 9");
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[random.nextInt(1200)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = Signature.VERSION;
            }
            byte[] damaged = i % 2 == 0 ? noise : bytes.clone();
            if (i % 2 == 1) {
                damaged[17 + random.nextInt(9)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                Signature.fromBytes(damaged);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining("signature");
            }
        }
    }

    @Test
    void aTextWithoutWordsHasNoKeys() {
        for (String text : List.of("", " \n ", "… – “” !?")) {
            assertThat(Signature.of(text).keys()).isEmpty();
            assertThat(Signature.of(text).words()).isZero();
        }
        assertThat(Signature.of("Yes.").keys()).hasSize(1);
    }

    @Test
    void theTextOfAnArticleCountsWithAllItsParagraphs() {
        String value = Prose.text(1, 2);
        assertThat(Signature.of(new Text(value, List.of()))).isEqualTo(Signature.of(value));
        assertThat(Signature.of(value).words()).isEqualTo(80);
    }
}
