package io.onrecord.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.exchange.RecordJson.Offsets;
import io.onrecord.exchange.Records;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import io.onrecord.testkit.RandomRecords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in the rows of a record. */
class RecordTableTest {

    private static final ArticleRecord FULL = Records.full();

    private static List<Map<String, String>> rows(Subject subject, ExportItem item, ExportOptions options) {
        RecordTable table = RecordTable.of(subject, options);
        return table.rows(item).stream()
                .map(row -> Tables.values(table.table(), row))
                .toList();
    }

    private static List<Map<String, String>> rows(Subject subject) {
        return rows(subject, ExportItem.of(FULL), ExportOptions.DEFAULT);
    }

    @Test
    void aStatementHasItsWordsItsSpeakerAndItsArticle() {
        Map<String, String> insisted = rows(Subject.STATEMENTS).get(1);
        assertThat(insisted)
                .containsEntry("statement_id", FULL.statements().get(1).id())
                .containsEntry("article_id", FULL.article().id())
                .containsEntry("address", "https://press.example/avenia/bread-tax")
                .containsEntry("outlet", "The Avenia Press")
                .containsEntry("published", "2024-05-16T18:02:00Z")
                .containsEntry("speaker", "Ilan Serrat")
                .containsEntry("speaker_kind", "PERSON")
                .containsEntry(
                        "speaker_roles",
                        "[{\"title\":\"finance minister\",\"of\":\"Avenia\"},{\"title\":\"party leader\"}]")
                .containsEntry("speaker_external", "{\"avenia-who\":\"42\",\"wikidata\":\"Q0\"}")
                .containsEntry("stance", "CLAIMS")
                .containsEntry("negated", "false")
                .containsEntry("source", "Ilan Serrat")
                .containsEntry("cue", "insisted")
                .containsEntry("content", "“We will not raise the bread tax,”")
                .containsEntry("form", "DIRECT")
                .containsEntry("date", "2024-05-16")
                .containsEntry("date_words", "Thursday")
                .containsEntry("confidence", "0.93")
                .containsEntry("paragraph", "1")
                .containsEntry("location", "text")
                .containsEntry("capture_warc_record", "urn:uuid:00000000-0000-4000-8000-000000000001")
                .containsEntry("producer_model", "tiny sha256:abcd")
                .doesNotContainKeys("unresolved", "within", "identity", "paragraph_text", "addressee");
    }

    @Test
    void theOffsetsCountWhatTheirColumnSays() {
        String text = FULL.article().text().value();
        Map<String, String> points = rows(Subject.STATEMENTS).get(1);
        assertThat(points).containsEntry("offsets", "codepoint").containsEntry("content_start", "2");
        ExportOptions utf16 = new ExportOptions(Offsets.UTF16, false, false, false, ExportOptions.DEFAULT.origin());
        Map<String, String> units =
                rows(Subject.STATEMENTS, ExportItem.of(FULL), utf16).get(1);
        assertThat(units)
                .containsEntry("offsets", "utf16")
                .containsEntry("content_start", String.valueOf(text.indexOf("“We")))
                .containsEntry("content_start", "3");
    }

    @Test
    void wordsInPiecesHaveAllTheirPiecesAndTheWhole() {
        Map<String, String> broken = rows(Subject.STATEMENTS).get(2);
        assertThat(broken)
                .containsEntry("content", "the bread tax … on Thursday")
                .containsEntry("content_spans", "[[21,34],[58,69]]")
                .containsEntry("content_start", "21")
                .containsEntry("content_end", "69")
                .containsEntry("unresolved", "CONTINUED")
                .containsEntry("furniture", "true")
                .doesNotContainKeys("source", "source_start", "source_spans", "cue", "source_confidence", "speaker");
    }

    @Test
    void aStatementWithinAnotherNamesWhoReportsIt() {
        assertThat(rows(Subject.STATEMENTS).get(4))
                .containsEntry("within", FULL.statements().get(3).id())
                .containsEntry("within_speaker", "Mara Oldin");
    }

    @Test
    void aStatementOfTheTitleCountsInTheTitle() {
        assertThat(rows(Subject.STATEMENTS).get(0))
                .containsEntry("location", "title")
                .containsEntry("content_start", "8")
                .containsEntry("content_end", "22")
                .doesNotContainKey("paragraph");
    }

    @Test
    void whatAStoreKnowsIsThere() {
        Statement corrected = FULL.statements().get(1);
        ExportItem item = new ExportItem(
                FULL,
                FULL.statements(),
                true,
                new ExportItem.Context(
                        Map.of("s1", new ExportItem.Known("i1", "Ilan Serrat of Avenia")),
                        Set.of(corrected.id()),
                        Optional.of("2024-06-01T00:00:00Z"),
                        Optional.of("older"),
                        Optional.empty()));
        assertThat(rows(Subject.STATEMENTS, item, ExportOptions.DEFAULT).get(1))
                .containsEntry("identity_id", "i1")
                .containsEntry("identity", "Ilan Serrat of Avenia")
                .containsEntry("corrected", "true");
        assertThat(rows(Subject.STATEMENTS, item, ExportOptions.DEFAULT).get(3))
                .containsEntry("corrected", "false")
                .doesNotContainKey("identity");
        assertThat(rows(Subject.ARTICLES, item, ExportOptions.DEFAULT).get(0))
                .containsEntry("kept_at", "2024-06-01T00:00:00Z")
                .containsEntry("newer_than", "older")
                .doesNotContainKey("newer");
    }

    @Test
    void textsAreThereForThoseWhoAskForThem() {
        ExportOptions withText =
                new ExportOptions(Offsets.CODE_POINT, true, false, false, ExportOptions.DEFAULT.origin());
        assertThat(rows(Subject.STATEMENTS, ExportItem.of(FULL), withText)
                        .get(1)
                        .get("paragraph_text"))
                .startsWith("🥖 “We will")
                .endsWith("on Thursday.");
        assertThat(rows(Subject.ARTICLES, ExportItem.of(FULL), withText).get(0))
                .containsEntry("text", FULL.article().text().value());
        assertThat(rows(Subject.ARTICLES).get(0)).doesNotContainKey("text");
    }

    @Test
    void speakersAndDisputesHaveTheirRows() {
        assertThat(rows(Subject.SPEAKERS)).hasSize(3);
        assertThat(rows(Subject.SPEAKERS).get(0))
                .containsEntry("name", "Ilan Serrat")
                .containsEntry("statements", "2")
                .containsEntry("aliases", "[\"Serrat\"]");
        assertThat(rows(Subject.SPEAKERS).get(2)).containsEntry("count", "3").containsEntry("statements", "0");
        assertThat(rows(Subject.DISPUTES))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("kind", "CONTRADICTS")
                        .containsEntry("evidence", "had promised nothing")
                        .containsEntry("from_content", "the minister “had promised nothing”")
                        .containsEntry("to_speaker", "Ilan Serrat"));
    }

    @Test
    void ofChosenStatementsOnlyTheirSpeakersAndDisputesComeAlong() {
        ExportItem one = new ExportItem(FULL, List.of(FULL.statements().get(3)), false, ExportItem.Context.NONE);
        assertThat(rows(Subject.SPEAKERS, one, ExportOptions.DEFAULT))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("name", "Mara Oldin"));
        assertThat(rows(Subject.DISPUTES, one, ExportOptions.DEFAULT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"STATEMENTS", "ARTICLES", "SPEAKERS", "DISPUTES"})
    void everyCellFitsItsColumn(Subject subject) {
        RecordTable table = RecordTable.of(subject, ExportOptions.DEFAULT);
        for (int seed = 0; seed < 300; seed++) {
            for (Row row : table.rows(ExportItem.of(RandomRecords.any(seed)))) {
                assertThat(row.cells()).hasSameSizeAs(table.table().columns());
                for (int i = 0; i < row.cells().size(); i++) {
                    assertThat(row.cells().get(i))
                            .isInstanceOfAny(
                                    Cell.Absent.class,
                                    switch (table.table().columns().get(i).type()) {
                                        case TEXT, JSON -> Cell.Text.class;
                                        case WHOLE -> Cell.Whole.class;
                                        case REAL -> Cell.Real.class;
                                        case FLAG -> Cell.Flag.class;
                                    });
                }
            }
        }
    }

    @Test
    void aRecordThatIsNoUnicodeIsRefusedAsAWhole() {
        ArticleRecord broken = new ArticleRecord(
                Article.of("a\ud800", new Text("x", List.of()), Metadata.NONE),
                List.of(),
                List.of(),
                List.of(),
                new Producer("1", "m", "o"));
        RecordTable table = RecordTable.of(Subject.ARTICLES, ExportOptions.DEFAULT);
        assertThatThrownBy(() -> table.rows(ExportItem.of(broken)))
                .isInstanceOf(UnfitRecordException.class)
                .hasMessageContaining("address")
                .hasMessageContaining("lone surrogate");
    }
}
