package io.onrecord.reading.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellDatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-05-16|2024-05-16",
                "2024-05|2024-05",
                "2024-05-16T18:02:00Z|2024-05-16T18:02:00Z",
                "2024-05-16 18:02:00|2024-05-16T18:02:00",
                "2024-05-16 18:02:00+00:00|2024-05-16T18:02:00+00:00",
                "2024-05-16 18:02:00.123 UTC|2024-05-16T18:02:00Z",
                "2024/5/16|2024-05-16",
                "2024.05.16|2024-05-16",
                "20240516|2024-05-16",
                "16 May 2024|2024-05-16",
                "16-May-2024|2024-05-16",
                "16th May, 2024|2024-05-16",
                "May 16, 2024|2024-05-16",
                "May 16 2024 at 6:02 PM|2024-05-16T18:02",
                "Sept. 3, 2024|2024-09-03",
                "Thursday, May 16, 2024|2024-05-16",
                "Thu, 16 May 2024 18:02:00 GMT|2024-05-16T18:02:00Z",
                "16.05.2024|2024-05-16",
                "3.4.2024|2024-04-03",
                "16/05/2024 18:02|2024-05-16T18:02",
                "05/16/2024|2024-05-16",
                "04/04/2024|2024-04-04",
                "12:00 AM|",
                "03/04/2024|",
                "31/02/2024|",
                "2024-02-30|",
                "16 Floréal 2024|",
                "16/05/24|",
                "1715882520|",
                "yesterday|",
                "2024-05-16 25:00|",
            })
    void whatIsSureIsReadAndNothingElse(String cell, String iso) {
        String expected = iso == null ? "" : iso;

        assertThat(dates(cell)).containsExactly(expected);
    }

    @Test
    void oneDateThatIsSureTellsTheOrderOfItsColumn() {
        assertThat(dates("03/04/2024", "25/04/2024", "1/2/2024 9:05"))
                .containsExactly("2024-04-03", "2024-04-25", "2024-02-01T09:05");
        assertThat(dates("03/04/2024", "04/25/2024", "01-02-2024"))
                .containsExactly("2024-03-04", "2024-04-25", "2024-01-02");
    }

    @Test
    void aColumnThatContradictsItselfTellsNothing() {
        assertThat(dates("03/04/2024", "25/04/2024", "04/25/2024")).containsExactly("", "2024-04-25", "2024-04-25");
    }

    @Test
    void whatIsLeftOutIsSaidOnceForATable() {
        TableReadings ambiguous = table("03/04/2024", "05/06/2024");
        TableReadings unread = table("soon", "later");

        assertThat(ambiguous.notices())
                .hasSize(2)
                .last()
                .isEqualTo("dates such as '03/04/2024' in column 'date', first in row 2, left out: nothing tells"
                        + " whether the day or the month stands first; write them as 2024-05-16");
        assertThat(unread.notices())
                .hasSize(2)
                .last()
                .isEqualTo("dates such as 'soon' in column 'date', first in row 2, left out: write them as 2024-05-16"
                        + " or 2024-05-16T18:02:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/1/", "May ", "9:", "2024-"})
    void rowsOfBeginningsAreNoDates(String piece) {
        assertThat(dates(piece.repeat(60 / piece.length()))).containsExactly("");
    }

    private static java.util.List<String> dates(String... cells) {
        return table(cells).dates();
    }

    private static TableReadings table(String... cells) {
        StringBuilder csv = new StringBuilder("date,text\n");
        for (String cell : cells) {
            csv.append('"').append(cell).append("\",One.\n");
        }
        return TableReadings.ofCsv(csv.toString());
    }
}
