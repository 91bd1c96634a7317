package io.onrecord.server.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists gone through part by part, of which one is in memory. */
class WalkTest {

    private final List<Integer> read = new ArrayList<>();

    /** Ten rows a part; every third part is empty, as where what it had was forgotten meanwhile. */
    private Walk<Integer, Integer, Integer> walk(int parts) {
        return new Walk<>(
                0,
                part -> {
                    read.add(part);
                    return part;
                },
                part -> part % 3 == 2
                        ? List.of()
                        : IntStream.range(10 * part, 10 * part + 10).boxed().toList(),
                part -> part + 1 < parts ? Optional.of(part + 1) : Optional.empty());
    }

    @Test
    void aPartIsReadWhenItsTurnComes() {
        Walk<Integer, Integer, Integer> walk = walk(1_000_000);
        assertThat(read).as("so that what makes no sense is refused at once").containsExactly(0);
        for (int i = 0; i < 10; i++) {
            assertThat(walk.next()).isEqualTo(i);
        }
        assertThat(read).containsExactly(0);
        assertThat(walk.next()).isEqualTo(10);
        assertThat(read).containsExactly(0, 1);
    }

    @Test
    void emptyPartsEndNothing() {
        List<Integer> all = new ArrayList<>();
        walk(8).forEachRemaining(all::add);
        assertThat(all).hasSize(60).startsWith(0).endsWith(79).isSorted().doesNotHaveDuplicates();
        assertThat(read).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void behindTheLastThereIsNothing() {
        Walk<Integer, Integer, Integer> walk = walk(1);
        walk.forEachRemaining(row -> {});
        assertThat(walk.hasNext()).isFalse();
        assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
    }
}
