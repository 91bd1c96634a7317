package io.onrecord.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.onrecord.dates.CalendarDate.Grain;
import io.onrecord.dates.Reading.Calendar;
import io.onrecord.dates.Reading.NoDate;
import io.onrecord.dates.Reading.Reference;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateExpressionsTest {

    /** A Thursday. */
    private static final LocalDate WRITTEN = LocalDate.of(2024, 5, 16);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 March                          | 2024-03-03
            3rd of March 2019                | 2019-03-03
            March 3, 2019                    | 2019-03-03
            Sept. 30                         | 2023-09-30
            Saturday, April 27               | 2024-04-27
            this coming Sunday, May nineteenth | 2024-05-19
            2019-03-03T10:00                 | 2019-03-03
            2019-03                          | 2019-03
            25/12/2023                       | 2023-12-25
            12/25/2023                       | 2023-12-25
            04/03/2023                       | 2023
            Monday                           | 2024-05-13
            Thursday                         | 2024-05-16
            last Thursday                    | 2024-05-09
            next Thursday                    | 2024-05-23
            this Friday                      | 2024-05-17
            Tuesday of last week             | 2024-05-07
            a week ago on Tuesday            | 2024-05-07
            early Friday morning             | 2024-05-10
            10 p.m. Wednesday                | 2024-05-15
            7:15 p.m.                        | 2024-05-16
            today                            | 2024-05-16
            yesterday                        | 2024-05-15
            the day before yesterday         | 2024-05-14
            last night                       | 2024-05-15
            tomorrow                         | 2024-05-17
            ten days ago                     | 2024-05-06
            two weeks ago                    | 2024-05-02
            nearly four years ago            | 2020
            last week                        | 2024-W19
            the weekend                      | 2024-W19-WE
            last month                       | 2024-04
            earlier this month               | 2024-05
            the end of the year              | 2024
            last year                        | 2023
            January                          | 2024-01
            July                             | 2024-07
            last April                       | 2023-04
            last December                    | 2023-12
            June last year                   | 2023-06
            November 1995                    | 1995-11
            in 1789                          | 1789
            nineteen ninety-six              | 1996
            the year two thousand            | 2000
            two thousand and five            | 2005
            this summer                      | 2024-SU
            last fall                        | 2023-FA
            the winter of 1994               | 1994-WI
            the third quarter                | 2023-Q3
            next year's first quarter        | 2025-Q1
            the third quarter of 1984        | 1984-Q3
            Q3 2019                          | 2019-Q3
            the last half of 1989            | 1989-H2
            the late 1970s                   | 197
            the '80s                         | 198
            the nineties                     | 199
            the 20th century                 | 19
            twenty-first of June 2019        | 2019-06-21
            the 2nd of March                 | 2024-03-02
            May 3rd                          | 2024-05-03
            Mon., 3 March 2020               | 2020-03-03
            3.4.2019                         | 2019
            2019/03/04                       | 2019
            mid-2019                         | 2019
            first quarter of 2020            | 2020-Q1
            Q1                               | 2024-Q1
            first half of this year          | 2024-H1
            the fourth quarter last year     | 2023-Q4
            the year-ago quarter             | 2023-Q1
            next spring                      | 2025-SP
            the previous week                | 2024-W19
            the following week               | 2024-W21
            next month                       | 2024-06
            next year                        | 2025
            next decade                      | 203
            this century                     | 20
            last century                     | 19
            the 19th century                 | 18
            two centuries ago                | 18
            a decade ago                     | 2014
            two hours ago                    | 2024-05-16
            a fortnight ago                  | 2024-05-02
            18 months ago                    | 2022-11
            six months ago                   | 2023-11
            two years earlier                | 2022
            three days from now              | 2024-05-19
            three weeks hence                | 2024-06-06
            tomorrow morning                 | 2024-05-17
            at 5 p.m. on Friday              | 2024-05-10
            next Friday night                | 2024-05-17
            this Saturday                    | 2024-05-18
            this weekend                     | 2024-W19-WE
            last weekend                     | 2024-W18-WE
            next weekend                     | 2024-W20-WE
            the night of 3 May               | 2024-05-03
            the end of last month            | 2024-04
            late last year                   | 2023
            early next week                  | 2024-W21
            the day after tomorrow           | 2024-05-18
            the past week                    | 2024-W19
            the coming week                  | 2024-W21
            Monday's                         | 2024-05-13
            the same year                    | 2024
            the week after                   | 2024-W21
            20 November                      | 2023-11-20
            29 February 2020                 | 2020-02-29
            nineteen forty-five              | 1945
            twenty twenty-four               | 2024
            two thousand twenty              | 2020
            earlier in the month             | 2024-05
            the beginning of the week        | 2024-W20
            the start of the day             | 2024-05-16
            the middle of the month          | 2024-05
            year end                         | 2024
            year's end                       | 2024
            the day                          | 2024-05-16
            the week                         | 2024-W20
            the month                        | 2024-05
            the full year                    | 2024
            this past week                   | 2024-W19
            this coming week                 | 2024-W21
            the last fiscal year             | 2023
            the past year or so              | 2023
            the current month                | 2024-05
            the latest week                  | 2024-W19
            the prior month                  | 2024-04
            the next day                     | 2024-05-17
            the day after                    | 2024-05-17
            the month before                 | 2024-04
            overnight                        | 2024-05-15
            last evening                     | 2024-05-15
            tonight                          | 2024-05-16
            this morning                     | 2024-05-16
            mid-afternoon                    | 2024-05-16
            the afternoon                    | 2024-05-16
            7 a.m.                           | 2024-05-16
            7 pm                             | 2024-05-16
            19:15                            | 2024-05-16
            this past Monday                 | 2024-05-13
            the previous Monday              | 2024-05-13
            the following Monday             | 2024-05-20
            that Monday                      | 2024-05-13
            Mon. morning                     | 2024-05-13
            last week on Tuesday             | 2024-05-07
            last week Tuesday                | 2024-05-07
            next week on Tuesday             | 2024-05-21
            Tuesday next week                | 2024-05-21
            Tuesday of this week             | 2024-05-14
            the Sixties                      | 196
            the early 1980s                  | 198
            the 1980's                       | 198
            the late '90s                    | 199
            the corresponding year-earlier period | 2023-Q1
            the 1984 quarter                 | 1984-Q1
            last year's period               | 2023-Q1
            the latest quarter               | 2024-Q1
            the quarter last year            | 2023-Q1
            the latter half of 1989          | 1989-H2
            the first two quarters of 1989   | 1989-H1
            the second half this year        | 2024-H2
            fiscal 1989                      | 1989
            the fiscal year 1989             | 1989
            this past summer                 | 2023-SU
            the early summer of 1994         | 1994-SU
            summer, 1994                     | 1994-SU
            last May                         | 2023-05
            this May                         | 2024-05
            May of 1995                      | 1995-05
            May, 1995                        | 1995-05
            3 March last year                | 2023-03-03
            March 3 next year                | 2025-03-03
            3 March of 2019                  | 2019-03-03
            the third of March               | 2024-03-03
            Jan. 3                           | 2024-01-03
            two weeks ago on Tuesday         | 2024-04-30
            2-3 days ago                     | 2024-05-14
            1066                             | 1066
            """)
    void datesAreReadAgainstTheDayOfTheArticle(String expression, String value) {
        assertThat(DateExpressions.read(expression, WRITTEN))
                .isInstanceOfSatisfying(
                        Calendar.class,
                        reading -> assertThat(reading.date().value()).isEqualTo(value));
    }

    @ParameterizedTest
    @CsvSource({
        "recently, PAST",
        "recent years, PAST",
        "several years ago, PAST",
        "now, PRESENT",
        "these days, PRESENT",
        "soon, FUTURE",
        "the near future, FUTURE",
        "coming months, FUTURE",
        "the recent past, PAST",
        "recent days, PAST",
        "recent weeks and months, PAST",
        "the near term, FUTURE",
        "the short term, FUTURE",
        "a later date, FUTURE",
        "time to time, FUTURE",
        "the time, PAST"
    })
    void whatOnlyPointsSomewhereSaysWhere(String expression, Reading.When when) {
        assertThat(DateExpressions.read(expression, WRITTEN)).isEqualTo(new Reference(when));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "three days",
                "the past two months",
                "27-year",
                "2 1/2 years",
                "the first nine months",
                "months ago",
                "a few minutes",
                "12 to 18 months",
                "a couple of years",
                "every month",
                "every two weeks",
                "each of the months",
                "every Monday",
                "every town",
                "Monday mornings",
                "Mondays",
                "recent weeks",
                "recent quarters",
                "the year-ago two quarters",
                "25/13/2023x",
                "13/13/2023",
                "2023-13-01",
                "2019-2-30",
                "each July",
                "daily",
                "Tuesday nights",
                "the past three summers",
                "a while",
                "2019's",
                "the third day",
                "may 1",
                "'69",
                "1995-96",
                "20190304",
                "the other day",
                "999",
                "3000",
                "annually",
                "Fridays",
                "in three days",
                "years ago",
                "the coming days",
                "31 February",
                "February 30, 2024",
                "2023-02-29",
                "32/13/2024",
                "",
                " ",
                "?",
                "-",
                "'",
                "the",
                "of",
                "1/2",
                "//",
                "and",
                "\uD83D\uDE00",
                "99999999999999 years ago"
            })
    void durationsRepetitionsDatesThatNeverWereAndNonsenseAreNoDate(String expression) {
        assertThat(DateExpressions.read(expression, WRITTEN)).isEqualTo(new NoDate());
    }

    @Test
    void aDateWithoutAYearIsTheNextOnlyWhereThatIsMuchNearer() {
        LocalDate november = LocalDate.of(2023, 11, 2);
        assertThat(value("Jan. 2", november)).isEqualTo("2024-01-02");
        assertThat(value("March", november)).isEqualTo("2023-03");
        assertThat(value("29 February", LocalDate.of(2023, 11, 2))).isEqualTo("2024-02-29");
        assertThat(value("29 February", LocalDate.of(2022, 9, 2))).isEqualTo("2020-02-29");
    }

    @Test
    void whatWasSpokenOfBeforeIsCountedFrom() {
        List<String> spoken = List.of("3 March", "the next day", "two days later", "the following month");
        assertThat(values(spoken)).containsExactly("2024-03-03", "2024-03-04", "2024-03-06", "2024-04");
        assertThat(values(List.of("the third quarter", "a year earlier", "the quarter", "1998", "that year")))
                .containsExactly("2023-Q3", "2022-Q3", "2023-Q3", "1998", "1998");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-999999999-01-01", "-0044-03-15", "0000-01-01", "0001-01-01", "9999-12-31", "+999999999-12-31"})
    void noYearIsTooFarOff(String day) {
        LocalDate reference = LocalDate.parse(day);
        for (String expression : List.of(
                "Monday",
                "last Monday",
                "next Monday",
                "yesterday",
                "tomorrow",
                "999999 centuries ago",
                "last year",
                "next year",
                "a year ago",
                "the quarter",
                "3 March",
                "29 February",
                "last March",
                "the weekend",
                "this Friday",
                "last decade")) {
            assertThat(DateExpressions.read(expression, reference)).isNotNull();
        }
    }

    @Tag("size")
    @Test
    void fiveThousandExpressionsTakeNoTime() {
        List<String> many = Collections.nCopies(5_000, "on Wednesday, two days after the third quarter of 1984");
        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(DateExpressions.readAll(many, WRITTEN)).hasSize(5_000));
    }

    @Tag("size")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "early ", "last ", "the last 2 ", "since ", "the day of ", "since the day of ", "more trading ",
                        "Monday, the ",
                "2024-", "1/", "twenty ", "a week ago on ", "' ", "the end of the ", "two to ", "first half of "
            })
    void aRowOfBeginningsTakesNoLongerThanItsLength(String beginning) {
        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(DateExpressions.read(beginning.repeat(50_000), WRITTEN))
                        .isNotNull());
    }

    @Test
    void aCalendarDateStartsWithItsFirstDay() {
        assertThat(new CalendarDate(LocalDate.of(2024, 5, 13), Grain.WEEK).end())
                .isEqualTo(LocalDate.of(2024, 5, 19));
        assertThatThrownBy(() -> new CalendarDate(LocalDate.of(2024, 5, 14), Grain.WEEK))
                .hasMessageContaining("2024-05-14 is not the first day of a WEEK");
        assertThatThrownBy(() -> new CalendarDate(LocalDate.of(10_000, 1, 1), Grain.YEAR))
                .hasMessageContaining("of the years 1 to 9999");
        for (Grain grain : Grain.values()) {
            CalendarDate date = CalendarDate.around(WRITTEN, grain).orElseThrow();
            assertThat(date.end()).as(grain.name()).isAfterOrEqualTo(date.start());
            assertThat(CalendarDate.around(date.end(), grain)).as(grain.name()).contains(date);
        }
    }

    private static List<String> values(List<String> expressions) {
        return DateExpressions.readAll(expressions, WRITTEN).stream()
                .map(reading -> ((Calendar) reading).date().value())
                .toList();
    }

    private static String value(String expression, LocalDate reference) {
        return ((Calendar) DateExpressions.read(expression, reference)).date().value();
    }
}
