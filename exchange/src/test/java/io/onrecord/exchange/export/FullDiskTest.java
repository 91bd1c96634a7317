package io.onrecord.exchange.export;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.exchange.Records;
import io.onrecord.exchange.linked.ClaimReviews;
import io.onrecord.exchange.linked.FollowTheMoney;
import io.onrecord.exchange.linked.WebAnnotations;
import io.onrecord.exchange.report.HtmlReport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stream that takes no more ends an export with its own exception, whatever library writes to it. */
class FullDiskTest {

    static Stream<RecordFormat> formats() {
        return Stream.of(new HtmlReport(), new WebAnnotations(), new ClaimReviews(), new FollowTheMoney());
    }

    /** Room for so many bytes. */
    private static final class Small extends OutputStream {
        private int room;

        Small(int room) {
            this.room = room;
        }

        @Override
        public void write(int one) throws IOException {
            if (--room < 0) {
                throw new IOException("No space left on device");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatTheStreamSaysComesOut(RecordFormat format) {
        for (int room : new int[] {0, 10_000, 20_000}) {
            assertThatThrownBy(() -> write(format, new Small(room)))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("No space left on device");
        }
    }

    @Test
    void soDoesWhatATableSays() {
        assertThatThrownBy(() -> {
                    try (TableFormat.Rows rows =
                            new CsvRows().open(Tables.WORDS, new Small(10_000), ExportOptions.DEFAULT)) {
                        for (Row row : Tables.words("x".repeat(9_000), "y".repeat(9_000), "z".repeat(9_000))) {
                            rows.add(row);
                        }
                        rows.finish();
                    }
                })
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    private static void write(RecordFormat format, OutputStream out) throws IOException {
        try (Exporter exporter = format.open(Subject.STATEMENTS, out, ExportOptions.DEFAULT)) {
            for (int i = 0; i < 40; i++) {
                exporter.add(ExportItem.of(Records.full()));
            }
            exporter.finish();
        }
    }
}
