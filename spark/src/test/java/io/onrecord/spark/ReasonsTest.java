package io.onrecord.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reasons as they are counted: without what only one input has. */
class ReasonsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            not valid JSON at column 5: Unrecognized token 'this'               | not valid JSON
            'text' is empty: the text is nothing but white space                | 'text' is empty
            neither 'url' nor 'id': give the article one, records refer to it   | neither 'url' nor 'id'
            no 'text': put the article's text there                             | no 'text'
            'title' has half a character at position 17 (\\ud800), which no file can hold: write both | 'title' has half a character
            in this line: broken UTF-8 at byte 11, line 3, after "it's: ": save it as UTF-8 again      | broken UTF-8
            a line of 70,000,000 bytes, more than 64 MiB, the limit for one article: split it | a line of N bytes, more than N MiB, the limit for one article
            it is in French (fr), and English is read: --language any reads every language    | it is in French
            record in the gzip member at byte 1234: ends in the middle: it was cut off, get it again | ends in the middle
            an article of 9000 characters, too long for the memory that Java may use; give it more   | an article of N characters, too long for the memory that Java may use
            no NewsML-G2: there is neither a newsItem nor a packageItem in it   | no NewsML-G2
            XML in an encoding that is not known, 'x-mine: 7': save it as UTF-8 | XML in an encoding that is not known, '…'
            : odd                                                               | : odd
            """)
    void adviceAndPlacesAndForeignWordsAreLeftOut(String why, String bare) {
        assertThat(Reasons.bare(why)).isEqualTo(bare);
    }

    @Test
    void theMostFrequentIsFirstAndOfMoreThanAHundredTheRestIsOneNumber() {
        // Each is there once more than the one behind it.
        List<Row> rows = IntStream.range(0, 103)
                .boxed()
                .flatMap(one -> Stream.generate(
                                () -> RowFactory.create("a/" + one, "READING", "reason " + letters(one) + ": do this"))
                        .limit(104 - one))
                .toList();
        Dataset<Row> skipped = TestCluster.local().createDataFrame(rows, Tables.SKIPPED);
        assertThat(Reasons.counted(skipped))
                .hasSize(101)
                .containsEntry("reason aa", 104L)
                .containsEntry("other", 4L + 3 + 2);
        assertThat(Reasons.counted(skipped).values().stream().limit(3)).containsExactly(104L, 103L, 102L);
        assertThat(Reasons.counted(skipped.limit(0))).isEmpty();
    }

    private static String letters(int number) {
        return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }
}
