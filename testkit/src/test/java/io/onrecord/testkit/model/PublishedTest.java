package io.onrecord.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Published;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024",
                "2024-05",
                "2024-05-16",
                "2024-02-29",
                "2024-05-16T18:02",
                "2024-05-16T18:02:00",
                "2024-05-16T18:02:00.123456",
                "2024-05-16T18:02Z",
                "2024-05-16T18:02:00Z",
                "2024-05-16T18:02:00+02:00",
                "2024-05-16T18:02:00-03:30",
                "2024-05-16T18:02:00+0000"
            })
    void aYearAMonthADayOrATimeIsKeptAsItWasGiven(String value) {
        assertThat(Published.isIso(value)).isTrue();
        assertThat(new Published(value, "json-lines").value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "T",
                "16 May 2024",
                "05/16/2024",
                "2024-5-16",
                "2024-13",
                "2023-02-29",
                "2024-05-16T25:00",
                "2024-05-16T18:02:00+25:00",
                "2024-05-16 18:02",
                "2024-05-16\n",
                "２０２４",
                "yesterday"
            })
    void whatIsNoIsoDateIsNone(String value) {
        assertThat(Published.isIso(value)).isFalse();
    }
}
