package io.onrecord.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.claims.Matcher;
import io.onrecord.store.Store;
import io.onrecord.testkit.ClaimNews;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventComparisonTest {

    private static final ClaimNews NEWS = new ClaimNews(4, 1, 8);

    @TempDir
    Path folder;

    @Test
    void moreThanCanBeComparedAtOnceIsRefusedWithWhatToDo() {
        try (Store store = Store.open(folder.resolve("onrecord.db").toString())) {
            for (int i = 0; i < 20; i++) {
                store.put(NEWS.record(i));
            }
            store.makeClaims("test", DecidingTest::reading, Matcher.plain(), left -> {});
            int claims = compared(store, Integer.MAX_VALUE).claims().size();
            assertThat(claims).isGreaterThan(1);
            assertThat(compared(store, claims).claims()).hasSize(claims);
            assertThatThrownBy(() -> compared(store, claims - 1))
                    .isInstanceOf(EventComparison.TooMuchException.class)
                    .hasMessageStartingWith(claims + " claims in ")
                    .hasMessageContaining("name more words of the event, or the days");
        }
    }

    private static EventComparison compared(Store store, int most) {
        List<String> everywhere = List.of("that");
        return EventComparison.of(store, everywhere, store.outlets(), LocalDate.MIN, LocalDate.MAX, most);
    }
}
