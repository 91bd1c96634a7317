package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.CodePoints;
import io.onrecord.model.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokensTest {

    /** The file was written by Python 3.10 with score.py's pattern; 3.11 and 3.13 find the same. */
    @Test
    void tokensAreThoseOfPython() throws IOException {
        JsonMapper mapper = new JsonMapper();
        List<String> lines = Resources.lines("tokens.jsonl");
        assertThat(lines).hasSizeGreaterThan(150);
        for (String line : lines) {
            JsonNode row = mapper.readTree(line);
            String text = row.get("text").stringValue();
            assertThat(codePoints(text)).as(line).isEqualTo(row.get("tokens").toString());
        }
    }

    @Test
    void aSpanStandsForTheTokensItTouches() {
        Tokens tokens = Tokens.of("Mr. Ito  said");
        assertThat(tokens.count()).isEqualTo(4);
        assertThat(tokens.covered(new Span(0, 3)).toString()).isEqualTo("{0, 1}");
        assertThat(tokens.covered(new Span(1, 5)).toString()).isEqualTo("{0, 1, 2}");
        assertThat(tokens.covered(new Span(7, 9)).toString()).isEqualTo("{}");
        assertThat(tokens.covered(new Span(3, 4)).toString()).isEqualTo("{}");
        assertThat(tokens.covered(new Span(7, 10)).toString()).isEqualTo("{3}");
        assertThat(tokens.covered(List.of(new Span(0, 1), new Span(12, 13))).toString())
                .isEqualTo("{0, 3}");
        assertThat(Tokens.of("").covered(new Span(0, 9)).toString()).isEqualTo("{}");
    }

    private static String codePoints(String text) {
        CodePoints points = CodePoints.of(text);
        Tokens tokens = Tokens.of(text);
        List<String> spans = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            Span span = tokens.get(i);
            spans.add("[" + points.fromUtf16(span.start()) + "," + points.fromUtf16(span.end()) + "]");
        }
        return "[" + String.join(",", spans) + "]";
    }
}
