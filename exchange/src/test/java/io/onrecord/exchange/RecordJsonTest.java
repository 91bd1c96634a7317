package io.onrecord.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.exchange.RecordJson.Offsets;
import io.onrecord.exchange.RecordJson.Options;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Metadata;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writing, the schema, and reading back. */
class RecordJsonTest {

    private static final int SEEDS = 400;

    /** The files were drawn up field by field; their offsets and ids were computed in Python, not by this project. */
    @ParameterizedTest
    @EnumSource(Offsets.class)
    void aFullRecordIsWrittenAsTheFileBesideThisTest(Offsets offsets) throws IOException {
        String golden = resource("full-record." + offsets.code() + ".jsonl");
        assertThat(new RecordJson(new Options(true, offsets)).write(Records.full()) + "\n")
                .isEqualTo(golden);
        assertThat(RecordJson.read(golden)).isEqualTo(Records.full());
        Schemas.checked(golden);
    }

    @ParameterizedTest
    @EnumSource(Offsets.class)
    void everyRecordIsValidAndComesBackWithoutLoss(Offsets offsets) {
        RecordJson withText = new RecordJson(new Options(true, offsets));
        RecordJson withoutText = new RecordJson(new Options(false, offsets));
        for (long seed = 0; seed < SEEDS; seed++) {
            ArticleRecord record = Records.random(seed);
            String full = Schemas.checked(withText.write(record));
            String slim = Schemas.checked(withoutText.write(record));
            assertThat(RecordJson.read(full)).as("seed %d", seed).isEqualTo(record);
            assertThat(RecordJson.read(full, record.article().text()))
                    .as("seed %d", seed)
                    .isEqualTo(record);
            assertThat(RecordJson.read(slim, record.article().text()))
                    .as("seed %d", seed)
                    .isEqualTo(record);
            assertThat(full).as("one line").doesNotContain("\n");
            assertThat(withText.write(RecordJson.read(full))).isEqualTo(full);
        }
    }

    /** The figures of the loop above mean something only if the random records are rich enough. */
    @Test
    void theHeadOfARecordIsReadWithoutItsText() {
        ArticleRecord record = Records.full();
        RecordHead head = RecordJson.head(new RecordJson(RecordJson.Options.DEFAULT).write(record));
        assertThat(head.articleId()).isEqualTo(record.article().id());
        assertThat(head.address()).isEqualTo(record.article().address());
        assertThat(head.options()).isEqualTo(RecordJson.Options.DEFAULT);
        assertThat(head.producer()).isEqualTo(record.producer());
    }

    @Test
    void theRandomRecordsHaveSpeakersNestingDisputesAndTitles() {
        long rich = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            String json = new RecordJson(Options.DEFAULT).write(Records.random(seed));
            if (json.contains("\"evidence\"") && json.contains("\"in\":\"title\"") && json.contains("\"why\"")) {
                rich++;
            }
        }
        assertThat(rich).isGreaterThan(10);
    }

    @Test
    void whatIsNotKnownIsAbsent() {
        assertThat(new RecordJson(Options.DEFAULT).write(Records.bare("🥖 Rain.")))
                .isEqualTo("{\"format\":\"onrecord/1\",\"offsets\":\"codepoint\",\"article\":{\"id\":"
                        + "\"" + Records.bare("🥖 Rain.").article().id() + "\",\"address\":\"bare\",\"length\":7},"
                        + "\"speakers\":[],\"statements\":[],\"disputes\":[],"
                        + "\"producer\":{\"version\":\"1\",\"model\":\"m\",\"options\":\"o\"}}");
    }

    @Test
    void anEmptyTextComesBack() {
        ArticleRecord record = Records.bare("");
        String json = Schemas.checked(new RecordJson(new Options(true, Offsets.CODE_POINT)).write(record));
        assertThat(RecordJson.read(json)).isEqualTo(record);
    }

    @Test
    void onlyWhatJsonDemandsIsEscaped() {
        String json = new RecordJson(new Options(true, Offsets.CODE_POINT))
                .write(Records.bare("</p> & 'it' \u2028 é 😀 \" \\ \n \u0001"));
        assertThat(json).contains("</p> & 'it' \u2028 é 😀 \\\" \\\\ \\n \\u0001");
    }

    @Test
    void theLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        String plain = new RecordJson(Options.DEFAULT).write(Records.full());
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(new RecordJson(Options.DEFAULT).write(Records.full())).isEqualTo(plain);
            assertThat(RecordJson.read(plain, Records.full().article().text())).isEqualTo(Records.full());
            Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
            assertThat(new RecordJson(Options.DEFAULT).write(Records.full())).isEqualTo(plain);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aLoneSurrogateCannotBeWritten() {
        assertThatThrownBy(
                        () -> new RecordJson(new Options(true, Offsets.CODE_POINT)).write(Records.bare("so \ud83e!")))
                .isInstanceOf(RecordFormatException.class)
                .hasMessageContaining("at /article/text: ")
                .hasMessageContaining("has a lone surrogate at UTF-16 offset 3 and is not valid Unicode");
    }

    @ParameterizedTest
    @EnumSource(Offsets.class)
    void aRangeThroughTheMiddleOfACharacterCannotBeWritten(Offsets offsets) {
        ArticleRecord record = Records.bare("x");
        ArticleRecord cut = new ArticleRecord(
                Article.of("cut", new Text("🥖 Rain.", List.of(new Span(1, 7))), Metadata.NONE),
                List.of(),
                List.of(),
                List.of(),
                record.producer());
        assertThatThrownBy(() -> new RecordJson(new Options(true, offsets)).write(cut))
                .isInstanceOfSatisfying(
                        RecordFormatException.class,
                        e -> assertThat(e.pointer()).isEqualTo("/article/paragraphs/0"))
                .hasMessageContaining("[1, 7) (UTF-16 units) cuts a surrogate pair");
    }

    @Test
    void aWholeNumberMayBeWrittenWithAPointAndFieldsMayStandInAnyOrder() {
        String json = new RecordJson(new Options(true, Offsets.CODE_POINT)).write(Records.bare("Rain."));
        String other = json.replace("\"length\":5", "\"length\":5.0")
                .replace("{\"format\":\"onrecord/1\",", "{")
                .replace("\"disputes\":[],", "\"disputes\":[],\"format\":\"onrecord/1\",");
        assertThat(RecordJson.read(Schemas.checked(other))).isEqualTo(Records.bare("Rain."));
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RecordJsonTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
