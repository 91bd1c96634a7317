package io.onrecord.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.onrecord.server.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comesBackAsItWas() {
        Cursor rows = Cursor.at("search", 40);
        assertEquals(40, Cursor.of(rows.text(), "search").rows(100));
        Cursor keys = Cursor.behind("articles", "2024-05-03", "", "17");
        Cursor read = Cursor.of(keys.text(), "articles");
        assertEquals(List.of("2024-05-03", "", "17"), read.keys(3));
        assertEquals(17, read.number(2));
        assertTrue(keys.text().matches("[A-Za-z0-9_-]+"), keys.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "%%%", "", "a", "MQ", "\u0000", "<script>", "AAAA_-9", "4pyT"})
    void whatWasNotMadeHereIsRefusedInWords(String text) {
        refused(text, "is none of ours");
    }

    @Test
    void whatIsMuchTooLongIsRefusedInOneLine() {
        Problem problem = refused("A".repeat(1_000_000), "is none of ours");
        assertTrue(problem.detail().length() < 300, problem.detail());
    }

    @Test
    void thatOfAnotherListIsRefused() {
        refused(Cursor.at("claims", 3).text(), "another list");
    }

    @Test
    void howFarDownItMayBeIsBounded() {
        Cursor far = Cursor.of(Cursor.at("search", 1_001).text(), "search");
        Problem problem = assertThrows(Problem.class, () -> far.rows(1_000));
        assertEquals(400, problem.status());
        assertTrue(problem.detail().contains("export"), problem.detail());
        for (String forged : List.of("-1", "x", "99999999999999999999999")) {
            Cursor cursor = Cursor.of(encoded("1\nsearch\n" + forged), "search");
            assertEquals(
                    400, assertThrows(Problem.class, () -> cursor.rows(1_000)).status());
        }
    }

    @Test
    void keysThatTheListDoesNotGoByAreRefused() {
        Cursor cursor = Cursor.of(encoded("1\nsearch\na\nb"), "search");
        assertThrows(Problem.class, () -> cursor.keys(3));
        assertThrows(Problem.class, () -> cursor.number(0));
        assertThrows(Problem.class, () -> cursor.number(2));
        assertThrows(Problem.class, () -> cursor.rows(1_000));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem refused(String text, String why) {
        Problem problem = assertThrows(Problem.class, () -> Cursor.of(text, "search"));
        assertEquals(400, problem.status());
        assertTrue(problem.detail().contains(why), problem.detail());
        return problem;
    }
}
