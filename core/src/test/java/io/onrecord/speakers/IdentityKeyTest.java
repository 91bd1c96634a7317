package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.speakers.IdentityKey.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Speakers are written as {@link Somebody} reads them. */
class IdentityKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell | Ana Orell | true",
                "Ana Orell | A. Orell | true",
                "Ana Orell | Orell | true",
                "A. Orell | Orell | true",
                "Orell | Orell | true",
                "Mr Orell | Orell | true",
                "Ana Orell | Bero Orell | false",
                "Ana Orell | B. Orell | false",
                "Ana Orell | Ana Tamm | false",
                "Orell | Tamm | false",
                "Robert Kell | Bob Kell | true",
                "Bob Kell | R. Kell | true",
                "Olha Verenko | Olga Werenko | true",
                "Ana Kell-Moss | Ana Kell | true",
                "Ana Kell-Moss | Ana Moss | true",
                "Ana Kell-Moss | Ana Tarn | false",
                "Li Wen | Wen Li | true",
                "Ana Maria Orell | Maria Orell | true",
                "Ana M. Orell | Maria Orell | false",
                "Ana Orell; id wiki Q1 | Bero Tamm; id wiki Q1 | true",
                "Ana Orell; id wiki Q1 | Bero Tamm; id wiki Q2 | false",
                "Ana Orell; id wiki Q1 | Bero Tamm; id atlas Q1 | false",
                // A post and its holder, but not two who hold it.
                "the president of Velia; OFFICE | Anton Lisk; president, Velia | true",
                "the president of Velia; OFFICE | Anton Lisk; former president, Velia | false",
                "the president of Velia; OFFICE | Anton Lisk; president, Torva | false",
                "Dora Tarn; president, Velia | Anton Lisk; president, Velia | false",
                "Tarn; president, Velia | Anton Lisk; president, Velia | true",
                // States, bodies, and letters.
                "Sweden; STATE | the Swedish government; STATE | true",
                "Avenia; STATE | Avenia; STATE | true",
                "Avenia; STATE | Torva; STATE | false",
                "Nordal Salt; ORGANISATION | Nordal Salt Inc.; ORGANISATION | true",
                "Nordal Salt; ORGANISATION | Nordal Rope; ORGANISATION | false",
                "Nordal Ice Works; ORGANISATION | NIW; ORGANISATION | true",
                "NIW; ORGANISATION | N.I.W.; ORGANISATION | true",
                // Those without a name are one where they differ in nothing.
                "an official; UNNAMED | an official; UNNAMED | true",
                "?; UNNAMED | ?; UNNAMED | true",
                "?; UNNAMED | ?; GROUP | false"
            })
    void whomAKeyBringsTogether(String one, String other, boolean together) {
        assertThat(meet(keys(one), keys(other))).isEqualTo(together);
        assertThat(meet(keys(other), keys(one))).isEqualTo(together);
    }

    @Test
    void whoLacksAFirstNameOrANameLacks() {
        assertThat(kinds("Orell")).contains(Kind.LACKING).doesNotContain(Kind.PARTIAL);
        assertThat(kinds("the president of Velia; OFFICE"))
                .contains(Kind.LACKING)
                .doesNotContain(Kind.PARTIAL);
        assertThat(kinds("A. Orell")).contains(Kind.PARTIAL).doesNotContain(Kind.LACKING);
        assertThat(kinds("Nordal Salt; ORGANISATION")).containsOnly(Kind.WHOLE);
    }

    /** Stores keep them. */
    @Test
    void keysStayAsTheyAre() {
        assertThat(keys("Orell"))
                .containsExactly(
                        new IdentityKey(0x3f0bd0e2f361L, Kind.WHOLE), new IdentityKey(0x60219c628063L, Kind.LACKING));
    }

    private static boolean meet(List<IdentityKey> some, List<IdentityKey> others) {
        return some.stream()
                .anyMatch(a -> others.stream().anyMatch(b -> a.hash() == b.hash() && meet(a.kind(), b.kind())));
    }

    private static boolean meet(Kind a, Kind b) {
        return a == Kind.WHOLE || b == Kind.WHOLE ? a == b : a == Kind.LACKING || b == Kind.LACKING;
    }

    private static List<Kind> kinds(String line) {
        return keys(line).stream().map(IdentityKey::kind).toList();
    }

    private static List<IdentityKey> keys(String line) {
        return IdentityKey.of(Somebody.of("a", line).speaker());
    }
}
