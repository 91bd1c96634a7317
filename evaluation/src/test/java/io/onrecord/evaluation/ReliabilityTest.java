package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

    @Test
    void nothingHasNoFigures() {
        Reliability none = new Reliability();
        assertThat(none.calibrationError()).isEmpty();
        assertThat(none.area()).isEmpty();
        assertThat(none.bins()).isEmpty();
        assertThat(none.at(0)).isEqualTo(new Reliability.Kept(0, 0));
    }

    @Test
    void confidenceThatOrdersPerfectlyHasAnAreaOfOne() {
        assertThat(of(0.1, false, 0.2, false, 0.3, true).area()).hasValue(1);
        assertThat(of(0.1, true, 0.2, false, 0.3, false).area()).hasValue(0);
        assertThat(of(0.5, true, 0.5, false, 0.5, false).area()).hasValue(0.5);
        assertThat(of(0.1, false, 0.5, true, 0.5, false, 0.7, true).area()).hasValue(0.875);
        assertThat(of(0.1, true, 0.9, true).area()).isEmpty();
    }

    @Test
    void confidenceThatComesTrueHasNoError() {
        Reliability honest = new Reliability();
        for (int i = 0; i < 1500; i++) {
            honest.add(0.8, i % 5 > 0);
        }
        assertThat(honest.calibrationError().orElseThrow()).isEqualTo(0, within(1e-9));
        assertThat(honest.bins()).hasSize(15).allSatisfy(bin -> {
            assertThat(bin.items()).isEqualTo(100, within(1e-9));
            assertThat(bin.right()).isEqualTo(0.8, within(1e-9));
        });
    }

    @Test
    void theErrorIsTheDistanceOverBinsOfEqualMass() {
        Reliability boastful = new Reliability();
        for (int i = 0; i < 15; i++) {
            boastful.add(0.9 + i / 1000.0, i % 3 == 0);
        }
        // Each thing is its own bin: 5 right ones, off by some 0.1, and 10 wrong ones, off by some 0.9.
        assertThat(boastful.calibrationError().orElseThrow()).isEqualTo((5 * 0.094 + 10 * 0.907) / 15, within(0.001));
        assertThat(of(0.25, true, 0.5, false).bins()).hasSize(2);
    }

    @Test
    void whatIsKeptHasAtLeastTheThreshold() {
        assertThat(of(0.5, true, 0.7, false, 0.9, true).at(0.7)).isEqualTo(new Reliability.Kept(2, 1));
    }

    @Test
    void theOrderChangesNothing() {
        Random random = new Random(7);
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            items.add(List.of(random.nextInt(10) / 10.0, random.nextBoolean()));
        }
        Reliability one = of(items);
        Collections.shuffle(items, random);
        Reliability other = of(items);
        assertThat(other.calibrationError()).isEqualTo(one.calibrationError());
        assertThat(other.area()).isEqualTo(one.area());
        assertThat(other.bins()).isEqualTo(one.bins());
    }

    private static Reliability of(List<Object> pairs) {
        Reliability reliability = new Reliability();
        for (Object pair : pairs) {
            List<?> item = (List<?>) pair;
            reliability.add((Double) item.get(0), (Boolean) item.get(1));
        }
        return reliability;
    }

    private static Reliability of(Object... items) {
        Reliability reliability = new Reliability();
        for (int i = 0; i < items.length; i += 2) {
            reliability.add((Double) items[i], (Boolean) items[i + 1]);
        }
        return reliability;
    }
}
