package io.onrecord.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.onrecord.model.Article;
import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Published;
import io.onrecord.model.Span;
import io.onrecord.model.StatementDate;
import io.onrecord.model.StatementDate.Basis;
import io.onrecord.model.StatementDate.Precision;
import io.onrecord.model.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row has a statement, with {@link Marked} parts, and what its date is, with the words that give it. */
class ArticleDatesTest {

    /** A Thursday. */
    private static final String PUBLISHED = "2024-05-16";

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            <Ms Ito> {said} on Wednesday [the dam was safe]. ~ 2024-05-15 Wednesday
            <Ms Ito> {said} Wednesday [that the dam was safe]. ~ 2024-05-15 Wednesday
            On Wednesday, <Ms Ito> {said} [the dam was safe]. ~ 2024-05-15 Wednesday
            <Ms Ito> on Wednesday {said} [the dam was safe]. ~ 2024-05-15 Wednesday
            <Ms Ito> on Wednesday {denied} [that she had lied], a day after a rival accused her of it. ~ 2024-05-15 Wednesday
            [“The dam is safe,”] <Ms Ito> {said} on Tuesday. ~ 2024-05-14 Tuesday
            <Ms Ito, who resigned on Monday,> {said} on Tuesday [the dam was safe]. ~ 2024-05-14 Tuesday
            Speaking at a rally in Brevin on Tuesday evening, <Ms Ito> {said} [no]. ~ 2024-05-14 Tuesday evening
            In an interview with the Herald published on 3 March, <Ms Ito> {said} [no]. ~ 2024-03-03 3 March
            <The ministry> {said} in a statement late on Monday [that it was safe]. ~ 2024-05-13 Monday
            <A report released last month> {found} [the dam was safe]. ~ 2024-04 last month
            {According to} <a statement on Monday>, [the dam was safe]. ~ 2024-05-13 Monday
            <Monday's statement> {said} [the dam was safe]. ~ 2024-05-13 Monday
            <Ms Ito> {told} reporters yesterday [that it was safe]. ~ 2024-05-15 yesterday
            <Ms Ito> {told} the Herald last year [that it was safe]. ~ 2023 last year
            <Ms Ito> {wrote} in 2019 [that it was safe]. ~ 2019 2019
            In March <Ms Ito> {promised} [to resign]. ~ 2024-03 March
            In December <Ms Ito> {promised} [to resign]. ~ 2023-12 December
            <Ms Ito> has {said} since Monday [that it was safe]. ~ 2024-05 since Monday
            The dam broke on Monday. The next day, <Ms Ito> {said} [it was safe]. ~ 2024-05-14 The next day
            The dam broke on Monday.|Two days later <Ms Ito> {said} [it was safe]. ~ 2024-05-15 Two days later
            Two days after the dam broke on Monday, <Ms Ito> {said} [it was safe]. ~ 2024-05-15 Two days after
            Hours after the dam broke on Monday, <Ms Ito> {said} [it was safe]. ~ 2024-05-13 Hours after
            <Ms Ito> {said} on Wednesday, two days after the dam broke, [that it was safe]. ~ 2024-05-15 Wednesday
            BREVIN, May 14 (Wire) — <Ms Ito> {said} yesterday [it was safe]. ~ 2024-05-13 yesterday
            BREVIN, May 14 (Wire) — <Ms Ito> {said} [it was safe]. ~ 2024-05-14 May 14
            <Ms Ito> {said} at Monday's hearing [that it was fair]. ~ 2024-05-13 Monday
            <Ms Ito> {said} two weeks ago [it was safe]. ~ 2024-05-02 two weeks ago
            <Ms Ito> {said} [no] on Tuesday, and left on Wednesday. ~ 2024-05-14 Tuesday
            <Ms Ito> {said} on Thursday [no]. ~ 2024-05-16 Thursday
            <Ms Ito> {said} this morning [no]. ~ 2024-05-16 this morning
            <Ms Ito> {said} earlier this week [no]. ~ 2024-05 earlier this week
            <Ms Ito> {will say} on Friday [that it is safe]. ~ 2024-05-17 Friday
            <Ms Ito> {said} on Monday evening [no]. ~ 2024-05-13 Monday evening
            <Ms Ito> {told} the Herald at 9 p.m. on Tuesday [that it was safe]. ~ 2024-05-14 Tuesday
            Early on Sunday <Ms Ito> {wrote} [that it was safe]. ~ 2024-05-12 Sunday
            Shortly before noon on Monday, <Ms Ito> {said} [no]. ~ 2024-05-13 Monday
            Just after 3 a.m. on Monday <Ms Ito> {said} [no]. ~ 2024-05-13 Monday
            At 5 p.m. yesterday <Ms Ito> {said} [no]. ~ 2024-05-15 yesterday
            <Ms Ito> {said} the day before yesterday [that it was safe]. ~ 2024-05-14 the day before yesterday
            <Ms Ito> {said} on 03/04/2023 [that it was safe]. ~ 2023 03/04/2023
            <Ms Ito> {said} on 12/25/2023 [that it was safe]. ~ 2023-12-25 12/25/2023
            In 1848 <the duke> {wrote} [no]. ~ 1848 1848
            <A letter of 4 May 1871> {says} [no]. ~ 1871-05-04 4 May 1871
            <Ms Ito> {will tell} parliament on Monday [that it was safe]. ~ 2024-05-20 Monday
            <Ms Ito> {will say} next week [that it was safe]. ~ 2024-05 next week
            <Ms Ito> {is due to announce} on Tuesday [that she resigns]. ~ 2024-05-21 Tuesday
            The dam broke on 2 May. In the two weeks since, <Ms Ito> {has said} [little]. ~ 2024-05 the two weeks since
            Hours after the dam broke on Monday, <Ms Ito> {said} [no]. ~ 2024-05-13 Hours after
            The dam broke on Monday. Hours later <Ms Ito> {said} [no]. ~ 2024-05-13 Hours later
            The dam broke on 2 May. A week later <Ms Ito> {said} [no]. ~ 2024-05-09 A week later
            The dam broke in March. The following month <Ms Ito> {said} [no]. ~ 2024-04 The following month
            The dam broke on 3 May. The next morning <Ms Ito> {said} [no]. ~ 2024-05-04 The next morning
            The dam broke on 3 May. That evening <Ms Ito> {said} [no]. ~ 2024-05-03 That evening
            The dam broke on 3 May. [“No,”] <Ms Ito> {said} that day. ~ 2024-05-03 that day
            The dam broke on 3 May. [“No,”] <Ms Ito> {said} the same evening. ~ 2024-05-03 the same evening
            The vote was on 3 May. The night before, <Ms Ito> {had said} [no]. ~ 2024-05-02 The night before
            BREVIN, May 14 (Wire) — The dam broke. <Ms Ito> {said} [no]. ~ 2024-05-14 May 14
            BREVIN (Wire), May 14 — <Ms Ito> {said} on Monday [no]. ~ 2024-05-13 Monday
            BREVIN, Avenia (Wire) — <Ms Ito> {said} on Monday [no]. ~ 2024-05-13 Monday
            ST. BREVIN, Avenia, May 14 — <Ms Ito> {said} today [no]. ~ 2024-05-14 today
            In an interview in 2015, <Ms Ito> {said} [no]. ~ 2015 2015
            In an interview with the Herald in March 2015 <Ms Ito> {said} [no]. ~ 2015-03 March 2015
            <Ms Ito> {told} the Herald in a 2015 interview [that it was safe]. ~ 2015 2015
            In his 2015 memoir, <Mr Orell> {wrote} [no]. ~ 2015 2015
            <Ms Ito's 2015 memoir> {says} [no]. ~ 2015 2015
            <Ms Ito> {said} [no], hours before she was arrested on Tuesday. ~ 2024-05-14 hours before
            <Ms Ito>, arrested on Tuesday, {said} on Wednesday [no]. ~ 2024-05-15 Wednesday
            [“No,”] <Ms Ito> {said} at a press conference on Tuesday that was interrupted on Wednesday. ~ 2024-05-14 Tuesday
            [“No,”] {said} <Ms Ito> on Tuesday. ~ 2024-05-14 Tuesday
            [“No,”] <Ms Ito> {said} in a statement Tuesday. [“Never.”] ~ 2024-05-14 Tuesday
            {According to} <a report published on Tuesday by the Orchard League>, [it is safe]. ~ 2024-05-14 Tuesday
            [It is safe], {according to} <police> on Tuesday. ~ 2024-05-14 Tuesday
            <Ms Ito> {said} a month ago [that it was safe]. ~ 2024-04 a month ago
            <Ms Ito> {said} five years ago [that it was safe]. ~ 2019 five years ago
            <Ms Ito> {said} ten days ago [that it was safe]. ~ 2024-05-06 ten days ago
            <Ms Ito> {said} last summer [that it was safe]. ~ 2023 last summer
            <Ms Ito> {said} last December [that it was safe]. ~ 2023-12 last December
            <Ms Ito> {said} in the spring of 2019 [that it was safe]. ~ 2019 the spring of 2019
            <Ms Ito> {said} over the weekend [that it was safe]. ~ 2024-05 the weekend
            <Ms Ito> {said} at the weekend [that it was safe]. ~ 2024-05 the weekend
            <Ms Ito> {said} last weekend [that it was safe]. ~ 2024-05 last weekend
            <Ms Ito> {said} Tuesday last week [that it was safe]. ~ 2024-05-07 Tuesday last week
            <Ms Ito> {said} on Tuesday of last week [that it was safe]. ~ 2024-05-07 Tuesday of last week
            <Ms Ito> {said} in the first quarter of 2023 [that it was safe]. ~ 2023 the first quarter of 2023
            On the morning of 3 May, <Ms Ito> {said} [no]. ~ 2024-05-03 the morning of 3 May
            On Tuesday afternoon at the town hall <Ms Ito> {said} [no]. ~ 2024-05-14 Tuesday afternoon
            Last Friday, before the vote, <Ms Ito> {said} [no]. ~ 2024-05-10 Last Friday
            Two days ago <Ms Ito> {said} [no]. ~ 2024-05-14 Two days ago
            <Ms Ito> {said} last week [no]. ~ 2024-05 last week
            """)
    void wordsOfTheReportingClauseDateAStatement(String marked, String expected) {
        assertThat(shown(Marked.of(marked).date(PUBLISHED))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            [“The dam is safe,”] {said} <Ms Ito>, who resigned on Monday.
            <Ms Ito> {said} [the dam broke on Monday].
            <Ms Ito>, who resigned on Monday, {said} [the dam was safe].
            After the dam broke on Monday, <Ms Ito> {said} [it was safe].
            <Ms Ito> {said} of Monday's vote [that it was fair].
            <Ms May> {said} [it was safe].
            <Ms Ito> {said} [no] and left on Wednesday.
            The council met on Monday and <Ms Ito> {said} [no].
            [“No,”] <Ms Ito> {said} in 2,000 words.
            <Ms Ito>, who was born in 1960, {said} [no].
            <Ms Ito> {said} [the dam, built in 1960, was safe].
            <Ms Ito>, elected in 2019, {said} [no].
            <Ms Ito>, 45, {said} [no].
            While police searched the house on Tuesday, <Ms Ito> {said} [no].
            Police arrested her on Tuesday, and <Ms Ito> {said} [no].
            <Ms Ito> was arrested on Tuesday but {denied} [everything].
            Arrested on Tuesday, <Ms Ito> {says} [no].
            The dam that broke on Monday is safe, <Ms Ito> {said} [no].
            Every Monday <Ms Ito> {says} [no].
            For three years <Ms Ito> {has said} [no].
            <Ms Ito> {said} [no] for the third day.
            On 3 May the dam broke. Troops came. <Ms Ito> {says} [no].
            On 3 May the dam broke.|<Ms Ito> {said} [no].
            On 3 May the dam broke. On 5 May troops came. <Ms Ito> {said} [no].
            """)
    void datesOfOtherThingsLeaveTheDateOfTheArticle(String marked) {
        assertThat(Marked.of(marked).date(PUBLISHED))
                .contains(new StatementDate(PUBLISHED, Precision.DAY, Basis.PUBLISHED, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            Hours after the dam broke, <Ms Ito> {said} [it was safe].
            <Ms Ito> {said} on 31 February [it was safe].
            <Ms Ito> {said} on 31 April [that it was safe].
            <Ms Ito> {said} on 30 February 2024 [that it was safe].
            In the 1990s <Ms Ito> {said} [no].
            In the nineties <Ms Ito> {said} [no].
            <Ms Ito> {said} in the late 1980s [no].
            On the tenth anniversary of the flood, <Ms Ito> {said} [no].
            On the anniversary of the flood of 3 May 2004, <Ms Ito> {said} [no].
            <Ms Ito> {said} the day after the dam broke [that it was safe].
            Later that day <Ms Ito> {said} [no].
            Years later <Ms Ito> {said} [no].
            Some years ago <Ms Ito> {said} [no].
            """)
    void atATimeThatNobodyCanNameThereIsNoDate(String marked) {
        assertThat(Marked.of(marked).date(PUBLISHED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', emptyValue = "", nullValues = "-", textBlock = """
            BREVIN, May 14, 2024 (Wire) — <Ms Ito> {said} [it was safe]. ~ - ~ 2024-05-14 May 14, 2024
            <Ms Ito> {said} on Wednesday [it was safe]. ~ - ~ nothing
            <Ms Ito> {said} on 3 March 2020 [it was safe]. ~ - ~ 2020-03-03 3 March 2020
            <Ms Ito> {said} on Wednesday [it was safe]. ~ 2024-05 ~ 2024-05 PUBLISHED
            <Ms Ito> {said} last month [it was safe]. ~ 2024-05 ~ 2024-04 last month
            <Ms Ito> {said} in March [it was safe]. ~ 2024 ~ 2024-03 March
            <Ms Ito> {said} last week [no]. ~ 2024-05-02 ~ 2024-04 last week
            <Ms Ito> {said} this week [no]. ~ 2024-05-02 ~ 2024 this week
            <Ms Ito> {said} last week [no]. ~ 2024-01-04 ~ 2023-12 last week
            In the three weeks since, <Ms Ito> {has said} [little]. ~ 2024-05-28 ~ 2024-05 the three weeks since
            Brevin, 14 May 2024 – <Ms Ito> {said} yesterday [no]. ~ - ~ 2024-05-13 yesterday
            <Ms Ito> {said} last week [no]. ~ 2025-01-08 ~ nothing
            <Ms Ito> {said} on Tuesday [no]. ~ 2031-05-09 ~ 2031-05-06 Tuesday
            <Ms Ito> {said} on Tuesday [no]. ~ 1899-12-29 ~ 1899-12-26 Tuesday
            <Ms Ito> {said} on 3 June 2027 [no]. ~ 2024-05-16 ~ nothing
            <Ms Ito> {said} on Tuesday [no]. ~ +12345-01-01 ~ nothing
            <Ms Ito> {said} on Tuesday [no]. ~ 2024-05-16T23:30:00-08:00 ~ 2024-05-14 Tuesday
            <Ms Ito> {said} [no]. ~ 2024 ~ 2024 PUBLISHED
            <Ms Ito> {said} [no]. ~ - ~ nothing
            """)
    void anyPublicationDateWillDoAndNoneToo(String marked, String published, String expected) {
        assertThat(shown(Marked.of(marked).date(published == null ? "" : published)))
                .isEqualTo(expected);
    }

    @Test
    void aHeadlineIsDatedToo() {
        assertThat(shown(Marked.of("<Ito> {said} Tuesday: [no]", Location.TITLE).date(PUBLISHED)))
                .isEqualTo("2024-05-14 Tuesday");
        assertThat(shown(Marked.of("<Ito>{:} [no]", Location.TITLE).date(PUBLISHED)))
                .isEqualTo("2024-05-16 PUBLISHED");
    }

    @Test
    void aQuotationWithoutACueHasTheDateOfTheArticle() {
        assertThat(shown(Marked.of("Ito spoke on Monday.|[“Never on Tuesday.”]").date(PUBLISHED)))
                .isEqualTo("2024-05-16 PUBLISHED");
    }

    @Tag("size")
    @Test
    void thousandsOfDatesAndStatementsInOneSentenceTakeNoTime() {
        String one = "Ito said on Wednesday no, ";
        String text = one.repeat(5_000);
        Article article = Article.of(
                "test",
                Text.line(text),
                new Metadata(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(new Published(PUBLISHED, "test")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        Confidence sure = new Confidence(1, Optional.of(1.0), Optional.of(1.0), 1);
        assertTimeout(Duration.ofSeconds(10), () -> {
            ArticleDates dates = ArticleDates.of(article);
            for (int i = 0; i < 5_000; i++) {
                int start = i * one.length();
                Attribution attribution = new Attribution(
                        Location.TEXT,
                        Form.INDIRECT,
                        List.of(new Span(start, start + 3)),
                        List.of(new Span(start + 4, start + 8)),
                        List.of(new Span(start + 22, start + 24)),
                        sure);
                assertThat(dates.of(attribution)).map(StatementDate::value).contains("2024-05-15");
            }
        });
    }

    private static String shown(Optional<StatementDate> date) {
        return date.map(it -> it.value() + " " + it.text().orElse("PUBLISHED")).orElse("nothing");
    }
}
