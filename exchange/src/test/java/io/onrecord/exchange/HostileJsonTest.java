package io.onrecord.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.onrecord.exchange.RecordJson.Offsets;
import io.onrecord.exchange.RecordJson.Options;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Text;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading what is not a record, or is one no longer: where, what, and what to do, and never another exception. */
class HostileJsonTest {

    private static final ArticleRecord RECORD = Records.full();
    private static final String JSON = new RecordJson(new Options(true, Offsets.CODE_POINT)).write(RECORD);

    /** What is replaced in the full record, by what, where the complaint is, a part of it, and whether the schema sees it. */
    static Stream<Arguments> changes() {
        return Stream.of(
                arguments("onrecord/1", "onrecord/2", "/format", "reads the format onrecord/1, not 'onrecord/2'", true),
                arguments("\"format\":\"onrecord/1\",", "", "", "the field 'format' is missing", true),
                arguments("codepoint", "bytes", "/offsets", "expected codepoint or utf16, found 'bytes'", true),
                arguments(
                        "codepoint",
                        "utf16",
                        "/article/length",
                        "the text has a length of 172 (utf16), not 171",
                        false),
                arguments("\"length\":171", "\"length\":172", "/article/length", "not 172", false),
                arguments("\"length\":171", "\"length\":1e99", "/article/length", "whole number", false),
                arguments("\"length\":171", "\"length\":\"171\"", "/article/length", "whole number", true),
                arguments(
                        "\"address\":\"https", "\"address\":\"http", "/article/id", "was made of another text", false),
                arguments("\"language\":\"en\"", "\"langage\":\"en\"", "/article", "unknown field 'langage'", true),
                arguments("\"language\":\"en\"", "\"language\":null", "/article/language", "found null", true),
                arguments("2024-05-16T18:02:00Z", "last May", "/article/published", "is not ISO 8601", true),
                arguments(
                        "\"start\":0,\"end\":70}", "\"start\":0,\"end\":74}", "/article/paragraphs", "overlap", false),
                arguments(
                        "\"start\":0,\"end\":70}",
                        "\"start\":0,\"end\":999}",
                        "/article/paragraphs/0",
                        "outside the text (length 171 codepoint)",
                        false),
                arguments(
                        "\"start\":0,\"end\":70}",
                        "\"start\":-1,\"end\":70}",
                        "/article/paragraphs/0",
                        "[-1, 70)",
                        true),
                arguments("\"paragraphs\":[", "\"agencies\":[", "/article", "unknown field", true),
                arguments(
                        "\"capture\":{\"time\"",
                        "\"capture\":{\"when\"",
                        "/article/capture",
                        "unknown field 'when'",
                        true),
                arguments(
                        "\"kind\":\"PERSON\",\"roles\"",
                        "\"kind\":\"ROBOT\",\"roles\"",
                        "/speakers/0/kind",
                        "expected one of [PERSON,",
                        true),
                arguments(
                        "\"wikidata\":\"Q0\"",
                        "\"a/b~c\":1",
                        "/speakers/0/external/a~1b~0c",
                        "expected a string",
                        true),
                arguments("\"in\":\"title\"", "\"in\":\"text\"", "/statements/0/in", "expected title", true),
                arguments(
                        "\"in\":\"title\",",
                        "",
                        "/statements/0/source/0/text",
                        "covers '🥖 “We ', not 'Serrat'",
                        false),
                arguments(
                        "\"id\":\"s1\",\"name\":\"Ilan Serrat\",\"via\"",
                        "\"id\":\"s9\",\"name\":\"Ilan Serrat\",\"via\"",
                        "",
                        "has no speaker s9",
                        false),
                arguments("\"via\":\"NAME\"", "\"via\":\"name\"", "/statements/0/speaker", "upper case", true),
                arguments(
                        "\"confidence\":0.97", "\"confidence\":1.5", "/statements/0/speaker", "between 0 and 1", true),
                arguments(
                        "\"confidence\":0.97",
                        "\"confidence\":1e999",
                        "/statements/0/speaker",
                        "between 0 and 1",
                        true),
                arguments(
                        "\"negated\":false,\"hypothetical\":false,", "", "/statements/1", "'negated' is missing", true),
                arguments("\"stance\":\"CLAIMS\",", "", "/statements/1", "'stance' is missing", true),
                arguments(
                        "\"stance\":\"CLAIMS\"",
                        "\"stance\":\"SHOUTS\"",
                        "/statements/1/stance",
                        "found 'SHOUTS'",
                        true),
                arguments(
                        "\"text\":\"insisted\"",
                        "\"text\":\"denied\"",
                        "/statements/1/cue/0/text",
                        "covers 'insisted', not 'denied'",
                        false),
                arguments(
                        "\"precision\":\"DAY\"",
                        "\"precision\":\"MONTH\"",
                        "/statements/1/date",
                        "precision MONTH",
                        true),
                arguments(
                        "\"statement\":0.93,\"source\":0.95,",
                        "\"statement\":0.93,",
                        "/statements/1",
                        "exactly when it has spans",
                        true),
                arguments(
                        "\"furniture\":true",
                        "\"furniture\":1",
                        "/statements/2/furniture",
                        "expected true or false",
                        true),
                arguments("\"unresolved\":\"CONTINUED\",", "", "/statements/2", "'unresolved' is missing", true),
                arguments(
                        "\"unresolved\":\"CONTINUED\"",
                        "\"unresolved\":\"NO_SOURCE\"",
                        "/statements/2",
                        "exactly where it has no cue",
                        true),
                arguments("\"via\":\"NAME\"", "\"via\":\"CONTINUED\"", "/statements/0", "has a cue", true),
                arguments(
                        "\"within\":null,\"confidence\":{\"statement\":0.125",
                        "\"confidence\":{\"statement\":0.125",
                        "/statements/2",
                        "'within' is missing",
                        true),
                arguments(
                        "\"why\":\"named in full\"}",
                        "\"why\":\"named in full\"},\"unresolved\":\"NO_SOURCE\"",
                        "/statements/1/unresolved",
                        "not both",
                        true),
                arguments("\"about\":[\"s1\"]", "\"about\":[\"s7\"]", "", "lacks one of the speakers [s7]", false),
                arguments("\"addressee\":[{", "\"addressee\":{\"x\":[{", "", "not a JSON object", true),
                arguments("\"evidence\":[{", "\"evidence\":[],\"because\":[{", "/disputes/0", "unknown field", true),
                arguments(
                        "\"kind\":\"CONTRADICTS\"",
                        "\"kind\":\"IGNORES\"",
                        "/disputes/0/kind",
                        "found 'IGNORES'",
                        true),
                arguments("\"version\":\"0.1.0\"", "\"version\":\" \"", "/producer", "must not be blank", false),
                arguments("\"version\":\"0.1.0\",", "", "/producer", "'version' is missing", true),
                arguments("The Avenia Press", "The \\ud83e Press", "/article/outlet", "lone surrogate", false),
                arguments(
                        "\"language\":\"en\"",
                        "\"language\":\"en\",\"language\":\"fr\"",
                        "",
                        "not a JSON object",
                        false));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangedRecordIsRefused(String old, String changed, String pointer, String message, boolean seenBySchema) {
        assertThat(JSON).contains(old);
        int at = JSON.indexOf(old);
        String json = JSON.substring(0, at) + changed + JSON.substring(at + old.length());
        assertThatThrownBy(() -> RecordJson.read(json))
                .isInstanceOfSatisfying(
                        RecordFormatException.class,
                        e -> assertThat(e.pointer()).isEqualTo(pointer))
                .hasMessageContaining(message);
        if (seenBySchema && !message.startsWith("not a JSON")) {
            assertThat(Schemas.complaints(json)).isNotEmpty();
        }
    }

    static Stream<String> notRecords() {
        return Stream.of(
                "",
                " ",
                "null",
                "[]",
                "\"onrecord/1\"",
                "1",
                "{}",
                "{",
                "{\"format\":1}",
                "{\"format\":\"onrecord/1\"}",
                "\u0000",
                "\ufeff{}",
                "'{}'",
                JSON + "{}",
                JSON + " x",
                JSON.substring(0, JSON.length() / 2),
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                "{\"format\":\"onrecord/1\",\"" + "x".repeat(60_000) + "\":1}",
                "{\"format\":\"onrecord/1\",\"offsets\":" + "9".repeat(5_000) + "}");
    }

    @ParameterizedTest
    @MethodSource("notRecords")
    void whatIsNoRecordIsRefused(String json) {
        assertThatThrownBy(() -> RecordJson.read(json))
                .isInstanceOf(RecordFormatException.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
    }

    @Test
    void aRecordWithoutItsTextNeedsIt() {
        String slim = new RecordJson(Options.DEFAULT).write(RECORD);
        assertThatThrownBy(() -> RecordJson.read(slim))
                .isInstanceOf(RecordFormatException.class)
                .hasMessage("at /article: the record was written without its text; read it together with its text,"
                        + " or write it again with the text");
    }

    @Test
    void aRecordIsNotReadWithAnotherText() {
        String slim = new RecordJson(Options.DEFAULT).write(RECORD);
        String value = RECORD.article().text().value();
        assertThatThrownBy(() -> RecordJson.read(slim, new Text(value + " ", List.of())))
                .hasMessageContaining("at /article/length: the text has a length of 172 (codepoint), not 171");
        assertThatThrownBy(() -> RecordJson.read(slim, new Text(value.replace("bread", "wheat"), List.of())))
                .hasMessageContaining("at /article/id: ");
        assertThatThrownBy(() -> RecordJson.read(JSON, new Text(value, List.of())))
                .hasMessageContaining("at /article/text: the record has a text of its own");
    }

    @Test
    void damageAnywhereIsRefusedOrReadButNeverAnotherException() {
        Random random = new Random(7);
        String signs = "{}[]\":,0a-.e\\ \u0000é😀";
        int refused = 0;
        for (int i = 0; i < 4_000; i++) {
            StringBuilder json = new StringBuilder(JSON);
            for (int j = random.nextInt(3); j >= 0; j--) {
                int at = random.nextInt(json.length());
                switch (random.nextInt(3)) {
                    case 0 -> json.deleteCharAt(at);
                    case 1 -> json.insert(at, signs.charAt(random.nextInt(signs.length())));
                    default -> json.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
                }
            }
            try {
                RecordJson.read(json.toString());
            } catch (RecordFormatException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(2_000);
    }
}
