package io.onrecord.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.copies.Signature;
import io.onrecord.copies.Signed;
import io.onrecord.model.Published;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignatureFileTest {

    @Test
    void whatIsAddedIsGivenBackInAnyOrder() throws IOException {
        List<Signed> added = new ArrayList<>();
        try (SignatureFile file = SignatureFile.create()) {
            Random random = new Random(1);
            for (int i = 0; i < 3000; i++) {
                Signed signed = signed(i, random);
                added.add(signed);
                file.add(signed, notes(i));
                if (i % 500 == 0) {
                    assertThat(file.get(i / 2)).isEqualTo(added.get(i / 2));
                }
            }
            assertThat(file.size()).isEqualTo(3000);
            for (int i = 0; i < 3000; i++) {
                assertThat(file.get(i)).isEqualTo(added.get(i));
            }
            for (int i = 0; i < 3000; i++) {
                int index = random.nextInt(3000);
                assertThat(file.signature(index)).isEqualTo(added.get(index).signature());
                assertThat(file.notes(index)).isEqualTo(notes(index));
            }
        }
    }

    @Test
    void aNoteMayBeLongerThanAnyBuffer() throws IOException {
        try (SignatureFile file = SignatureFile.create()) {
            String title = "Ferry “talks” fail ".repeat(20_000);
            for (int i = 0; i < 3; i++) {
                file.add(signed(i, new Random(i)), List.of(title + i));
            }
            for (int i = 0; i < 3; i++) {
                assertThat(file.notes(i)).containsExactly(title + i);
                assertThat(file.get(i)).isEqualTo(signed(i, new Random(i)));
            }
        }
    }

    @Test
    void aNumberThatIsNotThereIsRefused() throws IOException {
        try (SignatureFile file = SignatureFile.create()) {
            assertThatThrownBy(() -> file.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
            file.add(signed(0, new Random(0)), List.of());
            assertThat(file.notes(0)).isEmpty();
            assertThatThrownBy(() -> file.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> file.notes(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    private static List<String> notes(int i) {
        return i % 3 == 0 ? List.of() : List.of("address " + i, "", "Überschrift " + i);
    }

    private static Signed signed(int i, Random random) {
        StringBuilder text = new StringBuilder();
        int words = random.nextInt(400);
        for (int word = 0; word < words; word++) {
            text.append(Integer.toString(random.nextInt(50_000), 36)).append(' ');
        }
        return new Signed(
                "id" + i,
                i % 2 == 0 ? Optional.empty() : Optional.of(new Published("2024-05-16", "test")),
                Signature.of(text.toString()));
    }
}
