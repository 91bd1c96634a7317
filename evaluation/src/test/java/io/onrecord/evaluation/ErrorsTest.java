package io.onrecord.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.Attribution;
import io.onrecord.model.Metadata;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest {

    private static final Text TEXT =
            Text.line("Ms Ito of Selm had said on Monday that it rained a lot, and Mori denied it.");

    /** Statements are separated by a slash, their parts by a semicolon, the spans of a part by a plus. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ito; said; it rained         | Ito; said; it rained                | {}
            Ito; said; it rained         | ''                                  | {MISSED=1}
            ''                           | Ito; said; it rained                | {INVENTED=1}
            Ito; said; it rained         | Ms Ito; said; it rained             | {SOURCE_BOUNDS=1}
            Ito; said; it rained         | Mori; said; it rained               | {SOURCE_WRONG=1}
            Ito; said; it rained         | ; said; it rained                   | {SOURCE_MISSING=1}
            ; said; it rained            | Ito; said; it rained                | {SOURCE_EXTRA=1}
            Ito; had said; it rained     | Ito; said; it rained                | {CUE_BOUNDS=1}
            Ito; said; it rained         | Ito; denied; it rained              | {CUE_WRONG=1}
            Ito; said; that it rained    | Ito; said; it rained                | {CONTENT_START=1}
            Ito; said; it rained         | Ito; said; it rained a lot          | {CONTENT_END=1}
            Ito; said; it rained a lot   | Ito; said; it+rained a lot          | {}
            Ito; said; it rained a lot   | Ito; said; it+a lot                 | {CONTENT_SPLIT=1}
            Ito; said; it+a lot          | Ito; said; it rained a lot          | {CONTENT_JOINED=1}
            Ito; said; it+a lot          | Ito; said; it+lot                   | {CONTENT_GAP=1}
            Ito; said; it rained         | Ito; said; a lot                    | {CONTENT_WRONG=1}
            Ito; said; it rained         | Mori; said; that it rained a lot    | {SOURCE_WRONG=1, CONTENT_START=1, CONTENT_END=1}
            Ito; said; it / Mori; said; a lot | Ito; said; it                  | {MERGED=1}
            Ito; said; it                | Ito; said; it / Mori; said; a lot   | {DIVIDED=1}
            Ito; said; it                | ; denied; Mori                      | {MISSED=1, INVENTED=1}
            """)
    void everyKindIsTold(String wanted, String found, String kinds) {
        Map<ErrorKind, Integer> counted = new TreeMap<>(Errors.of(List.of(comparison(wanted, found))));
        counted.values().removeIf(count -> count == 0);
        assertThat(counted).hasToString(kinds);
    }

    @Test
    void aKindHasItsMeaningAndAnExample() {
        assertThat(ErrorKind.values()).allSatisfy(kind -> {
            assertThat(kind.meaning()).isNotBlank();
            assertThat(kind.wanted() + kind.found()).contains("[", "]");
        });
    }

    private static Comparison comparison(String wanted, String found) {
        Article article = Article.of("a", TEXT, Metadata.NONE);
        List<Attribution> attributions = parts(found).stream()
                .map(parts -> Statements.of(article, parts))
                .map(Statement::attribution)
                .toList();
        GoldArticle gold = new GoldArticle("a", Optional.empty(), Optional.empty(), TEXT, TEXT, true, parts(wanted));
        return Comparison.of(gold, attributions);
    }

    private static List<Parts> parts(String statements) {
        List<Parts> parts = new ArrayList<>();
        for (String statement : statements.split("/", -1)) {
            String[] roles = statement.split(";", -1);
            if (roles.length == 3) {
                parts.add(new Parts(spans(roles[0]), spans(roles[1]), spans(roles[2])));
            }
        }
        return parts;
    }

    private static List<Span> spans(String words) {
        List<Span> spans = new ArrayList<>();
        for (String word : words.split("\\+", -1)) {
            if (!word.isBlank()) {
                int start = TEXT.value().indexOf(word.strip());
                spans.add(new Span(start, start + word.strip().length()));
            }
        }
        return spans;
    }
}
